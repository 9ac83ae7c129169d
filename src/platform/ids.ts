import { v5, v7, validate } from "uuid";
import { badField } from "./errors.js";

/** A new id as the hub makes them: a UUID of version 7, so that ids sort by the time of making. */
export const newId = (): string => v7();

/** Whether `text` is a UUID of any version, in its canonical spelling. */
export const isId = (text: unknown): text is string => typeof text === "string" && validate(text);

/** The id in lower case, or BAD_USER_INPUT at `path`. */
export function parseId(text: unknown, path: string): string {
  if (isId(text)) return text.toLowerCase();
  throw badField(path, "must be a UUID", "harus berupa UUID");
}

/** The id that a stable name always gets in `namespace` (UUID version 5). */
export const namedId = (name: string, namespace: string): string => v5(name, namespace);
