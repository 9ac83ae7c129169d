import { textHash } from "../../ledger/index.js";

/**
 * The entity tag of a text. It is weak (RFC 9110, 8.8.1): the same text has several encodings, which are
 * other bytes.
 */
export const entityTagOf = (text: string): string => `W/"${textHash(text).slice(0, 32)}"`;

/** True where `If-None-Match` has the tag, compared weakly as it asks (RFC 9110, 13.1.2). */
export function matchesTag(header: string | undefined, tag: string): boolean {
  const opaque = (text: string) => text.trim().replace(/^W\//, "");
  if (header === undefined) return false;
  return header.trim() === "*" || header.split(",").some((each) => opaque(each) === opaque(tag));
}
