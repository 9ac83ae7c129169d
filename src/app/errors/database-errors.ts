import { HubError, type Text, unavailable } from "../../platform/errors.js";
import { causesOf } from "./causes.js";

/** Postgres's codes of transient errors: the client is right to retry later. */
const transient: readonly RegExp[] = [
  /^08(?!P01)/, // connection exceptions; for 08P01 see `isOfPooler`
  /^25006$/, // a server that takes no writes, as a standby after a failover
  /^28/, // the server refuses the hub's role or password, as while it is changed
  /^3D000$/, // the database does not exist, as while a backup is restored
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

interface DatabaseError extends NodeJS.ErrnoException {
  severity?: string;
}

/**
 * True for the protocol error by which a pooler such as PgBouncer reports that it has no connection. From
 * Postgres itself the same code is the fault of one statement, and comes again with it: a NUL in
 * its text, too many parameters.
 */
const isOfPooler = ({ code, severity }: DatabaseError): boolean =>
  code === "08P01" && severity === "FATAL";

/** True for an error which means that the database is unreachable or overloaded, not that a statement is wrong. */
function isUnavailability(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, syscall } = error as DatabaseError;
  // A Unix socket that is gone is reported as a missing file.
  if (code === "ENOENT" && syscall === "connect") return true;
  return isTransientCode(code) || isOfPooler(error) || brokenMessage.test(error.message);
}

const databaseAway = unavailable({
  en: "The hub cannot reach its data in time; try again.",
  id: "Hub tidak dapat menjangkau datanya tepat waktu; coba lagi.",
});

const badCharacter: Text = {
  en: "A text of the request has a character that cannot be stored, as NUL (U+0000).",
  id: "Suatu teks dalam permintaan memuat karakter yang tidak dapat disimpan, seperti NUL (U+0000).",
};
const tooMuch: Text = {
  en: "The request is too large for one statement of the database: ask for less, or send less.",
  id: "Permintaan ini melebihi batas basis data untuk satu perintah: minta atau kirim lebih sedikit.",
};

function refusalOf(error: unknown): HubError | undefined {
  if (isUnavailability(error)) return databaseAway;
  if (!(error instanceof Error)) return undefined;
  const { code = "" } = error as DatabaseError;
  if (code === "22021" || code === "22P05") return new HubError("BAD_USER_INPUT", badCharacter);
  return /^54...$/.test(code) ? new HubError("QUERY_TOO_COMPLEX", tooMuch) : undefined;
}

/**
 * The requester's error for an error of the database, where the requester can act on it: an outage,
 * bytes that no text has (22021, 22P05), a limit of Postgres (class 54). Undefined for every other one,
 * which is a fault of the hub: a statement or a value that the hub should have refused before.
 */
export function databaseRefusal(causes: readonly unknown[]): HubError | undefined {
  for (const cause of causes) {
    const refusal = refusalOf(cause);
    if (refusal) return refusal;
  }
  return undefined;
}

/** True for an error that is shown as UNAVAILABLE: an outage, or the hub's own word for one. */
export const isUnavailable = (error: unknown): boolean =>
  causesOf(error).some(
    (cause) =>
      isUnavailability(cause) || (cause instanceof HubError && cause.code === "UNAVAILABLE"),
  );
