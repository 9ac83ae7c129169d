/** Postgres's codes of transient errors: the client is right to retry later. */
const transient: readonly RegExp[] = [
  /^08/, // connection exceptions
  /^53/, // insufficient resources, too many connections among them
  /^57P0[1-5]$/, // the server stops, crashed, starts, or ended the session
  /^57014$/, // statement timeout
  /^55P03$/, // lock timeout
  /^25P0[34]$/, // transaction or idle timeout
  /^40001$/, // serialization failure
  /^40P01$/, // a deadlock
];

const brokenConnection = ["ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "EPIPE", "EHOSTUNREACH"];

/** Messages of `pg` and its pool, whose errors carry no code. */
const brokenMessage =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

const isTransientCode = (code: unknown): boolean =>
  typeof code === "string" &&
  (brokenConnection.includes(code) || transient.some((pattern) => pattern.test(code)));

/** True for an error which means that the database is unreachable or overloaded, not that a statement is wrong. */
export function isUnavailability(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, syscall } = error as NodeJS.ErrnoException;
  // A Unix socket that is gone is reported as a missing file.
  if (code === "ENOENT" && syscall === "connect") return true;
  return isTransientCode(code) || brokenMessage.test(error.message);
}
