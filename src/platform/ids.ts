import { v5, v7, validate } from "uuid";
import { badField } from "./errors.js";

/** A new id: a UUID of version 7, so that ids sort by their creation time. */
export const newId = (): string => v7();

/** True if `text` is a UUID of any version, in its canonical spelling. */
export const isId = (text: unknown): text is string => typeof text === "string" && validate(text);

/** The id in lower case, or BAD_USER_INPUT at `path`. */
export function parseId(text: unknown, path: string): string {
  if (isId(text)) return text.toLowerCase();
  throw badField(path, "must be a UUID", "harus berupa UUID");
}

/** The id of a name in a namespace (UUID version 5): always the same. */
export const namedId = (name: string, namespace: string): string => v5(name, namespace);
