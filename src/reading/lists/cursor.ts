import { badField } from "../../platform/errors.js";
import { unstorable } from "../../platform/texts.js";
import { type Sql, sql } from "../sql/fragments.js";

/** A row's place in an order: the order's name, then the row's values in it as text. */
export interface Cursor {
  order: string;
  values: (string | null)[];
}

/** The cursor as clients hold it: opaque, safe in an address. */
export const encodeCursor = ({ order, values }: Cursor): string =>
  Buffer.from(JSON.stringify([order, ...values])).toString("base64url");

/** The same spelling made by Postgres: base64 of RFC 4648, section 5, without padding. */
export const base64urlSql = (text: Sql): Sql =>
  sql`rtrim(translate(encode(convert_to(${text}, 'UTF8'), 'base64'), E'+/\\n', '-_'), '=')`;

/** The cursor that a client gave back, for the same order; else BAD_USER_INPUT at `path`. */
export function decodeCursor(text: string, order: string, count: number, path: string): Cursor {
  const parts = readParts(text);
  const wellFormed =
    parts?.length === count + 1 && parts.every((part) => part === null || isStorable(part));
  if (!wellFormed) throw badCursor(path);
  const [given, ...values] = parts as (string | null)[];
  if (given !== order) {
    throw badField(
      path,
      "is a cursor of another order; page on with the orderBy, and in the language, that gave it",
      "adalah kursor dari urutan lain; lanjutkan dengan orderBy, dan dalam bahasa, yang memberikannya",
    );
  }
  return { order, values };
}

/** The error for a cursor that the hub did not make. */
export const badCursor = (path: string) =>
  badField(path, "is not a cursor of this list", "bukan kursor dari daftar ini");

/** True for a text that Postgres can compare with. */
const isStorable = (part: unknown): boolean => typeof part === "string" && !unstorable(part);

function readParts(text: string): unknown[] | undefined {
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
    return Array.isArray(parts) ? parts : undefined;
  } catch {
    return undefined;
  }
}
