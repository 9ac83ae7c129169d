import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { enumeration, type MemberOf } from "../platform/enumeration.js";

/** The kind of a change. */
export const ChangeKind = enumeration("ChangeKind", "What happened to the subject of a change.", {
  CREATED: "It came to be.",
  UPDATED: "Some of its fields changed.",
  DELETED: "It was removed.",
});
export type ChangeKind = MemberOf<typeof ChangeKind>;

/** A field's value before and after a change. */
export interface FieldDiff {
  before: unknown;
  after: unknown;
}

/** The ids of what a change belongs to, by which it is filtered, streamed and made visible. */
export interface ChangeScope {
  programme?: string | undefined;
  plan?: string | undefined;
  deliberation?: string | undefined;
  area?: string | undefined;
  /** The organisation that owns the subject. */
  owner?: string | undefined;
}

/** A change before the ledger gives it a position. */
export interface ChangeLine extends ChangeScope {
  /** When it was made, ISO 8601 in UTC with milliseconds. */
  at: string;
  /** The person, key or process that made it: `user:<id>`, `key:<id>`, `operator` or `hub`. */
  actor: string;
  /** The id of the organisation on whose behalf it was made. */
  organisation?: string | undefined;
  /** The use case, as the name of its mutation. */
  operation: string;
  /** The subject's noun. */
  entity: string;
  /** The subject's id. */
  entityId: string;
  kind: ChangeKind;
  diff: Record<string, FieldDiff>;
  /**
   * SHA-256 of the content, including the id, of the input of the creating use case that made the
   * change: a repeated creation is recognised by it, with all changes that it made.
   */
  request?: string | undefined;
}

/** The hash before the first change. */
export const genesisHash = "0".repeat(64);

const orNull = (value: string | undefined): string | null => value ?? null;

/**
 * The canonical JSON of a line (RFC 8785), which its hash covers. Every field is present: an absent
 * value is null, like one that was removed.
 */
export const canonicalBody = (line: ChangeLine): string => canonicalText(bodyOf(line));

/** The content of a line that its hash covers, with null for what is absent. */
export const bodyOf = (line: ChangeLine) => ({
  at: line.at,
  actor: line.actor,
  organisation: orNull(line.organisation),
  operation: line.operation,
  entity: line.entity,
  entityId: line.entityId,
  kind: line.kind,
  diff: line.diff,
  programme: orNull(line.programme),
  plan: orNull(line.plan),
  deliberation: orNull(line.deliberation),
  area: orNull(line.area),
  owner: orNull(line.owner),
  request: orNull(line.request),
});

/** The canonical JSON of a value (RFC 8785): equal values give equal texts. */
export function canonicalText(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error("A value that is not JSON has no canonical text");
  return text;
}

/** The SHA-256 of a text in UTF-8, hex. */
export const textHash = (text: string | Uint8Array): string =>
  createHash("sha256").update(text).digest("hex");

/** The hash of a change: over the previous hash, its position and its canonical JSON. */
export const chainHash = (previous: string, position: number, body: string): string =>
  textHash(`${previous}${position}${body}`);

/** The SHA-256 of any JSON value in canonical form. */
export const contentHash = (value: unknown): string => textHash(canonicalText(value));
