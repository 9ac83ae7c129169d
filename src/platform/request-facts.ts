/**
 * What gave an answer: the response cache, one statement, one statement as of an earlier position, or the resolvers;
 * `refused`: it has no data, as for bad input.
 */
export type AnswerPath = "cached" | "planned" | "past" | "resolver" | "refused";

/**
 * What the log and traces tell of a request, as it becomes known. Nothing here is a value of the request or of a
 * row: names are those of the schema and of documents, and people are told by their kind.
 */
export class RequestFacts {
  readonly started = performance.now();
  /** `query`, `mutation` or `subscription`. */
  type: string | undefined;
  /** The operation's name, among a bounded number of names. */
  name: string | undefined;
  /** The SHA-256 of the document, hex. */
  document: string | undefined;
  path: AnswerPath | undefined;
  /** Why it was the resolvers. */
  cause: string | undefined;
  /** The kind of requester, as `visitor`. */
  requester: string | undefined;
  /** The code of the first error. */
  code: string | undefined;
  /** The bytes that were sent. */
  bytes: number | undefined;
  /** The milliseconds until the answer was ready, where sending it takes a further time. */
  answeredMs: number | undefined;
  statements = 0;
  /** The rows that Postgres gave. */
  rows = 0;
  /** The milliseconds of waiting for a connection to the database. */
  waitedMs = 0;

  /** The milliseconds since it came. */
  get ageMs(): number {
    return performance.now() - this.started;
  }

  /** Takes note that the answer is ready. */
  answered(): void {
    this.answeredMs ??= this.ageMs;
  }
}
