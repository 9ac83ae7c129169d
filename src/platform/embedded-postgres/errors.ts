/** The error of a start that fails. Its message says what is wrong and what to do. */
export class EmbeddedPostgresError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "EmbeddedPostgresError";
  }
}

/** The error of a start on a folder that another process uses. */
export class EmbeddedPostgresLocked extends EmbeddedPostgresError {
  constructor(
    message: string,
    readonly folder: string,
    /** The other process's id; absent in the moment before it has written it. */
    readonly pid: number | undefined,
    /** The address of the other process's database; absent until that is ready. */
    readonly url: string | undefined,
  ) {
    super(message);
    this.name = "EmbeddedPostgresLocked";
  }
}
