/** Writes one log line: its fields, then its message. */
type LogMethod = (fields: object, message: string) => void;

/** The log that a start writes to; pino's loggers, among others, are of this shape. */
export interface Log {
  debug: LogMethod;
  info: LogMethod;
  warn: LogMethod;
  fatal: LogMethod;
}

/** The program that embeds Postgres: its names, and the terms of its error messages. */
export interface Program {
  /**
   * Names the user, the database, the cluster and the folders outside of the one given. Lower-case
   * letters, as it is part of SQL and of paths.
   */
  name: string;
  /** The name of the program in messages, without an article: `hub`. */
  title: string;
  /** The setting that chooses the folder, as messages name it: `REMBUK_DATA`. */
  folderSetting: string;
  /** The setting that chooses another server instead: `DATABASE_URL`. */
  serverSetting: string;
}

/** The user that Postgres runs as. */
export interface Account {
  uid: number;
  /** True if that is another user than the program's own. */
  other: boolean;
  /** The identity with which a child process becomes that user; empty when it is the program's own. */
  identity: { uid?: number; gid?: number };
}

/** Everything that the steps of a start share. */
export interface Setup {
  program: Program;
  account: Account;
  logger: Log;
}
