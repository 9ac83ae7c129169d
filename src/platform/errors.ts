import { GraphQLError } from "graphql";

/** The two languages that the hub speaks (rule 9 of the domain: Accept-Language chooses). */
export type Language = "id" | "en";

/** A message in both languages. */
export interface Text {
  en: string;
  id: string;
}

/** The stable codes of `extensions.code`. Anything else is shown as INTERNAL_SERVER_ERROR. */
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
  | "UNAVAILABLE";

/** One fault of an input: where it is, as `input.milestones.0.dueOn`, and what is wrong. */
export interface Fault {
  path: string;
  message: Text;
}

/**
 * An error that the requester can understand and act on. Thrown by use cases, policies and readers;
 * shown by the transports in the requester's language with its code. Every other error is a fault of
 * the hub: logged with an id and masked.
 */
export class HubError extends GraphQLError {
  constructor(
    readonly code: ErrorCode,
    readonly text: Text,
    details: Record<string, unknown> = {},
    readonly faults: readonly Fault[] = [],
  ) {
    super(text.en, { extensions: { code, ...details } });
    this.name = "HubError";
  }

  /** The extensions as the requester sees them, with each fault in `language`. */
  extensionsIn(language: Language): Record<string, unknown> {
    if (this.faults.length === 0) return this.extensions;
    const fields = this.faults.map(({ path, message }) => ({ path, message: message[language] }));
    return { ...this.extensions, fields };
  }
}

/** No valid token or key came with the request, and the action needs one. */
export const unauthenticated = (
  text: Text = {
    en: "Sign in first: the request carries no valid token.",
    id: "Masuk dahulu: permintaan tidak membawa token yang sah.",
  },
): HubError => new HubError("UNAUTHENTICATED", text);

/** The requester may see the thing, but not do this with it. */
export const forbidden = (
  text: Text = {
    en: "Your roles do not allow this.",
    id: "Peran Anda tidak mengizinkan tindakan ini.",
  },
): HubError => new HubError("FORBIDDEN", text);

const faultAt = (path: string | undefined, message: Text): Fault[] =>
  path ? [{ path, message }] : [];

/** The thing does not exist, or the requester may not see it: both look the same. */
export const notFound = (what: string, path?: string): HubError => {
  const text = { en: `${what} not found.`, id: `${what} tidak ditemukan.` };
  return new HubError("NOT_FOUND", text, {}, faultAt(path, text));
};

/** The input breaks a rule of its form; every fault is named at once. */
export const badUserInput = (faults: readonly Fault[]): HubError => {
  const join = (language: Language) =>
    faults.map(({ path, message }) => `${path}: ${message[language]}`).join("; ");
  return new HubError("BAD_USER_INPUT", { en: join("en"), id: join("id") }, {}, faults);
};

/** One fault at one path. */
export const badField = (path: string, en: string, id: string): HubError =>
  badUserInput([{ path, message: { en, id } }]);

/** The lifecycle does not draw this transition; `path` is the field that asked for it. */
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

/** Somebody else was first; `details` carries the current state (rule 5 of the domain). */
export const conflict = (
  text: Text,
  details: Record<string, unknown> = {},
  path?: string,
): HubError => new HubError("CONFLICT", text, details, faultAt(path, text));

/** The position lies before what the ledger still holds: read a snapshot again, then resume. */
export const cursorExpired = (retainedFrom: number): HubError =>
  new HubError(
    "CURSOR_EXPIRED",
    {
      en: `The position is older than what is kept (from ${retainedFrom}); read again and resume from there.`,
      id: `Posisi lebih tua daripada yang disimpan (mulai ${retainedFrom}); baca ulang lalu lanjutkan dari sana.`,
    },
    { retainedFrom },
  );

/** What of a document is measured and limited, in both languages. */
const measures = {
  depth: { en: "depth", id: "kedalaman" },
  cost: { en: "cost", id: "biaya" },
  tokens: { en: "tokens", id: "token" },
  aliases: { en: "aliases", id: "alias" },
  breadth: { en: "breadth", id: "lebar" },
  rootFields: { en: "root fields", id: "bidang akar" },
  selections: { en: "selections", id: "pilihan" },
  conditions: { en: "filter conditions", id: "syarat saringan" },
} satisfies Record<string, Text>;

/** One of the measures of a document. */
export type Measure = keyof typeof measures;

/** The document asks for more than the limit; `figure` and `limit` are of the named `measure`. */
export const queryTooComplex = (measure: Measure, figure: number, limit: number): HubError => {
  const { en, id } = measures[measure];
  const text = {
    en: `The document's ${en}: ${figure}; the limit is ${limit}.`,
    id: `Ukuran dokumen, ${id}: ${figure}; batasnya ${limit}.`,
  };
  return new HubError("QUERY_TOO_COMPLEX", text, { measure: en, figure, limit });
};

/** The hub cannot answer now; asking again later is right. */
export const unavailable = (text: Text): HubError => new HubError("UNAVAILABLE", text);
