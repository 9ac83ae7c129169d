import { GraphQLError } from "graphql";
import { cut } from "./cut.js";

/** A language of the hub's texts and messages; Accept-Language chooses it (rule 9 of the domain). */
export type Language = "id" | "en";

/**
 * The language of an answer to a request without `Accept-Language`: English, as the names of fields
 * and enum values are. Such a request mostly comes from a developer or a program; a portal for people
 * sends its readers' language.
 */
export const defaultLanguage: Language = "en";

/** A message in both languages. */
export interface Text {
  en: string;
  id: string;
}

/** The stable codes of `extensions.code`. Any other error is shown as INTERNAL_SERVER_ERROR. */
export type ErrorCode =
  | "UNAUTHENTICATED"
  | "FORBIDDEN"
  | "NOT_FOUND"
  | "BAD_USER_INPUT"
  | "INVALID_TRANSITION"
  | "CONFLICT"
  | "CURSOR_EXPIRED"
  | "RATE_LIMITED"
  | "QUERY_TOO_COMPLEX"
  | "DOCUMENT_NOT_TRUSTED"
  | "PERSISTED_QUERY_NOT_FOUND"
  | "PERSISTED_QUERY_NOT_SUPPORTED"
  | "UNAVAILABLE";

/** One fault of an input: its path, as `input.milestones.0.dueOn`, and what is wrong there. */
export interface Fault {
  path: string;
  message: Text;
}

/** The most characters of an error's message, and of a fault's path and message: they may quote the client. */
const longest = { message: 5000, path: 500, faultMessage: 300 } as const;

const cutText = ({ en, id }: Text, most: number): Text => ({
  en: cut(en, most),
  id: cut(id, most),
});

const cutFault = ({ path, message }: Fault): Fault => ({
  path: cut(path, longest.path),
  message: cutText(message, longest.faultMessage),
});

/**
 * An error that the requester can understand and act on. Use cases, policies and readers throw it; the
 * transports show it, with its code, in the requester's language. Every other error is a fault of the
 * hub, which is logged with an id and masked.
 */
export class HubError extends GraphQLError {
  readonly text: Text;
  readonly faults: readonly Fault[];

  constructor(
    readonly code: ErrorCode,
    text: Text,
    details: Record<string, unknown> = {},
    faults: readonly Fault[] = [],
  ) {
    const shown = cutText(text, longest.message);
    super(shown.en, { extensions: { code, ...details } });
    this.text = shown;
    this.faults = faults.map(cutFault);
    this.name = "HubError";
  }

  /** The extensions that the requester gets, with the faults in `language`. */
  extensionsIn(language: Language): Record<string, unknown> {
    if (this.faults.length === 0) return this.extensions;
    const fields = this.faults.map(({ path, message }) => ({ path, message: message[language] }));
    return { ...this.extensions, fields };
  }
}

/** The request has no valid token or key, and the action needs one. */
export const unauthenticated = (
  text: Text = {
    en: "Sign in first: the request carries no valid token.",
    id: "Masuk dahulu: permintaan tidak membawa token yang sah.",
  },
): HubError => new HubError("UNAUTHENTICATED", text);

/** The requester may see the subject, but not do this. */
export const forbidden = (
  text: Text = {
    en: "Your roles do not allow this.",
    id: "Peran Anda tidak mengizinkan tindakan ini.",
  },
): HubError => new HubError("FORBIDDEN", text);

const faultAt = (path: string | undefined, message: Text): Fault[] =>
  path ? [{ path, message }] : [];

/** The subject does not exist, or the requester may not see it: both look the same. */
export const notFound = (what: string, path?: string): HubError => {
  const text = { en: `${what} not found.`, id: `${what} tidak ditemukan.` };
  return new HubError("NOT_FOUND", text, {}, faultAt(path, text));
};

/** The input is not valid; the error names every fault at once. */
export const badUserInput = (given: readonly Fault[]): HubError => {
  const faults = given.map(cutFault);
  const join = (language: Language) =>
    faults.map(({ path, message }) => `${path}: ${message[language]}`).join("; ");
  return new HubError("BAD_USER_INPUT", { en: join("en"), id: join("id") }, {}, faults);
};

/** BAD_USER_INPUT with one fault. */
export const badField = (path: string, en: string, id: string): HubError =>
  badUserInput([{ path, message: { en, id } }]);

/** The lifecycle has no such transition; `path` is the field that requested it. */
export const invalidTransition = (
  noun: string,
  from: string,
  to: string,
  allowed: readonly string[],
  path: string,
): HubError => {
  const text = {
    en: `${noun} cannot go from ${from} to ${to}; allowed: ${allowed.join(", ") || "nothing"}.`,
    id: `${noun} tidak dapat berpindah dari ${from} ke ${to}; yang boleh: ${allowed.join(", ") || "tidak ada"}.`,
  };
  return new HubError("INVALID_TRANSITION", text, { from, to, allowed }, faultAt(path, text));
};

/** A concurrent change came first; `details` has the current state (rule 5 of the domain). */
export const conflict = (
  text: Text,
  details: Record<string, unknown> = {},
  path?: string,
): HubError => new HubError("CONFLICT", text, details, faultAt(path, text));

/** The position is older than the first retained change: the client reads a snapshot, then resumes. */
export const cursorExpired = (retainedFrom: number): HubError =>
  new HubError(
    "CURSOR_EXPIRED",
    {
      en: `The position is older than the retained ledger (from ${retainedFrom}); read again and resume from there.`,
      id: `Posisi lebih tua daripada yang disimpan (mulai ${retainedFrom}); baca ulang lalu lanjutkan dari sana.`,
    },
    { retainedFrom },
  );

/**
 * The position is one that the ledger had before it was restored from a backup, which ends with `retainedFrom`:
 * the client has seen changes that are lost, reads what it shows again, and resumes.
 */
export const ledgerRestored = (retainedFrom: number): HubError =>
  new HubError(
    "CURSOR_EXPIRED",
    {
      en: `The ledger was restored to an earlier state: what came after position ${retainedFrom} is lost. Read again and resume from there.`,
      id: `Buku perubahan dipulihkan ke keadaan sebelumnya: yang sesudah posisi ${retainedFrom} telah hilang. Baca ulang lalu lanjutkan dari sana.`,
    },
    { retainedFrom, reason: "LEDGER_RESTORED" },
  );

/** The limited measures of a document, in both languages. */
const measures = {
  depth: { en: "depth", id: "kedalaman" },
  cost: { en: "cost", id: "biaya" },
  tokens: { en: "tokens", id: "token" },
  aliases: { en: "aliases", id: "alias" },
  breadth: { en: "breadth", id: "lebar" },
  rootFields: { en: "root fields", id: "bidang akar" },
  selections: { en: "selections", id: "pilihan" },
  conditions: { en: "filter conditions", id: "syarat saringan" },
  filterTables: { en: "tables read by filters", id: "tabel yang dibaca saringan" },
  filterRelations: { en: "relations in one filter", id: "relasi dalam satu saringan" },
  documentBytes: { en: "bytes", id: "bita" },
  answerBytes: { en: "answer in bytes", id: "bita jawaban" },
  nameLength: { en: "longest name in characters", id: "karakter nama terpanjang" },
} satisfies Record<string, Text>;

/** A limited measure of a document. */
export type Measure = keyof typeof measures;

/** The document exceeds a limit; `figure` and `limit` are values of `measure`, `path` is where. */
export const queryTooComplex = (
  measure: Measure,
  figure: number,
  limit: number,
  path?: string,
): HubError => {
  const { en, id } = measures[measure];
  const at = path ? ` (${path})` : "";
  const text = {
    en: `The document's ${en}: ${figure}${at}; the limit is ${limit}.`,
    id: `Ukuran dokumen, ${id}: ${figure}${at}; batasnya ${limit}.`,
  };
  const details = { measure: en, figure, limit, ...(path && { path }) };
  return new HubError("QUERY_TOO_COMPLEX", text, details);
};

/** The hub cannot answer now; the client should retry later. */
export const unavailable = (text: Text): HubError => new HubError("UNAVAILABLE", text);
