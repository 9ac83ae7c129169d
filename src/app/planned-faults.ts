import { badField, HubError } from "../platform/errors.js";
import { Unplannable } from "../reading/index.js";
import { isUnavailable } from "./errors/database-errors.js";

// The faults of planned reads: which of them the resolvers would meet too, and what clients are told.

/** True for an error that the resolvers would meet too. */
export const isFinal = (error: unknown): boolean =>
  isUnavailable(error) || (error instanceof HubError && error.code === "QUERY_TOO_COMPLEX");

/** The SQLSTATE of a statement that found a null in a non-null place (see `read_absent`). */
export const absentState = "RB010";
/** That of one whose answer is too large; the error's message is its bytes (see `read_within`). */
export const tooLargeState = "RB011";

/** That of one that met a line of a noun which it did not expect: the message (see `unexpected_line`). */
const unexpectedState = "RB012";

export const stateOf = (error: unknown): unknown =>
  error instanceof Error && "code" in error ? error.code : undefined;

/** True for an error of the values that a statement was given (class 22): it may run well with others. */
export const isOfValues = (error: unknown): boolean => /^22/.test(String(stateOf(error)));

/** The noun of the line that a statement did not expect; undefined for every other error. */
export const unexpectedNoun = (error: unknown): string | undefined =>
  stateOf(error) === unexpectedState ? (error as Error).message : undefined;

/** The refusal of a query that cannot be read as of a position; the error itself for one of another kind. */
export function refusalAsOf(error: unknown, position: number): unknown {
  if (error instanceof Unplannable) {
    return error.field === "size" ? tooLargeAsOf : notAsOf(error.field);
  }
  return stateOf(error) === absentState ? notThere(position) : error;
}

const notAsOf = (field: string): HubError =>
  badField(
    field,
    "cannot be read as of an earlier position: leave it out, or read it as it stands now",
    "tidak dapat dibaca sebagaimana pada posisi terdahulu: hilangkan, atau baca keadaannya sekarang",
  );

const tooLargeAsOf = new HubError("QUERY_TOO_COMPLEX", {
  en: "The document reads too many tables for one read as of an earlier position; ask in several documents.",
  id: "Dokumen membaca terlalu banyak tabel untuk satu pembacaan pada posisi terdahulu; minta dalam beberapa dokumen.",
});

const notThere = (position: number): HubError =>
  new HubError("NOT_FOUND", {
    en: `What the answer refers to as of position ${position} was removed since: ask for less, or read what stands now.`,
    id: `Yang dirujuk jawaban pada posisi ${position} sudah dihapus: minta lebih sedikit, atau baca keadaannya sekarang.`,
  });
