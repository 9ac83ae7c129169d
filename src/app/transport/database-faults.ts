/** Postgres's codes for what passes by itself: asking again later is right. */
const passing: readonly RegExp[] = [
  /^08/, // connection exceptions
  /^53/, // insufficient resources, too many connections among them
  /^57P0[1-5]$/, // the server stops, crashed, starts, or ended the session
  /^57014$/, // a statement took longer than it may
  /^55P03$/, // a lock was not to be had in time
  /^25P0[34]$/, // a transaction took longer than it may
  /^40001$/, // two transactions could not be put in order
  /^40P01$/, // a deadlock
];

const brokenConnection = ["ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "EPIPE", "EHOSTUNREACH"];

/** `pg` and its pool give these without a code. */
const brokenMessage =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

const isPassingCode = (code: unknown): boolean =>
  typeof code === "string" &&
  (brokenConnection.includes(code) || passing.some((pattern) => pattern.test(code)));

/** Whether an error means that the database is away or too busy, not that a statement is wrong. */
export function isUnavailability(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, syscall } = error as NodeJS.ErrnoException;
  // A Unix socket that is gone is reported as a missing file.
  if (code === "ENOENT" && syscall === "connect") return true;
  return isPassingCode(code) || brokenMessage.test(error.message);
}
