import { HubError } from "../../platform/errors.js";
import { causesOf } from "./causes.js";

/** Postgres's codes of transient errors: the client is right to retry later. */
const transient: readonly RegExp[] = [
  /^08/, // connection exceptions
  /^25006$/, // a server that takes no writes, as a standby after a failover
  /^53/, // insufficient resources: a full disk and too many connections among them
  /^58/, // errors of the system below Postgres, as of its disk
  /^57P0[1-5]$/, // the server stops, crashed, starts, or ended the session
  /^57014$/, // statement timeout
  /^55P03$/, // lock timeout
  /^25P0[34]$/, // transaction or idle timeout
  /^40001$/, // serialization failure
  /^40P01$/, // a deadlock
];

/** The system's codes of a server that cannot be reached, and of a disk of the hub that takes no file. */
const systemCodes = [
  ...["ECONNREFUSED", "ECONNRESET", "ECONNABORTED", "ETIMEDOUT", "EPIPE"],
  ...["EHOSTUNREACH", "EHOSTDOWN", "ENETUNREACH", "ENETDOWN", "ENOTFOUND", "EAI_AGAIN"],
  ...["ENOSPC", "EDQUOT", "EROFS", "EIO", "EMFILE", "ENFILE"],
];

/** Messages of `pg` and its pool, whose errors carry no code. */
const brokenMessage =
  /^(Connection terminated|timeout exceeded when trying to connect|timeout expired|Client has encountered a connection error|Client was closed and is not queryable|Cannot use a pool after calling end)/;

const isTransientCode = (code: unknown): boolean =>
  typeof code === "string" &&
  (systemCodes.includes(code) || transient.some((pattern) => pattern.test(code)));

/** True for an error which means that the database is unreachable or overloaded, not that a statement is wrong. */
export function isUnavailability(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, syscall } = error as NodeJS.ErrnoException;
  // A Unix socket that is gone is reported as a missing file.
  if (code === "ENOENT" && syscall === "connect") return true;
  return isTransientCode(code) || brokenMessage.test(error.message);
}

/** True for an error that is shown as UNAVAILABLE: an outage, or the hub's own word for one. */
export const isUnavailable = (error: unknown): boolean =>
  causesOf(error).some(
    (cause) =>
      isUnavailability(cause) || (cause instanceof HubError && cause.code === "UNAVAILABLE"),
  );
