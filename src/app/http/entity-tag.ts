import { textHash } from "../../ledger/index.js";

/**
 * The entity tag of a text or file. It is weak (RFC 9110, 8.8.1): the same content has several encodings,
 * which are other bytes.
 */
export const entityTagOf = (content: string | Uint8Array): string =>
  `W/"${textHash(content).slice(0, 32)}"`;

/** True where `If-None-Match` has the tag, compared weakly as it asks (RFC 9110, 13.1.2). */
export function matchesTag(header: string | undefined, tag: string): boolean {
  const opaque = (text: string) => text.trim().replace(/^W\//, "");
  if (header === undefined) return false;
  return header.trim() === "*" || header.split(",").some((each) => opaque(each) === opaque(tag));
}
