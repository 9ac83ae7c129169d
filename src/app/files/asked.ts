import { badField, notFound, unauthenticated } from "../../platform/errors.js";
import { isId } from "../../platform/ids.js";
import type { Class } from "../../reading/index.js";
import { nounOf } from "../../reading/index.js";
import type { RequestContext } from "../context.js";
import type { FileRequest } from "../transport/file-routes.js";

// What the addresses of files say, and who may go on.

/** The id in the path, or undefined where it is none. */
export function idIn({ parameters: { id = "" } }: FileRequest): string | undefined {
  return isId(id) ? id.toLowerCase() : undefined;
}

/** The id in the path of something that the requester sees; NOT_FOUND for all others. */
export async function seenId(
  context: RequestContext,
  asked: FileRequest,
  target: Class,
): Promise<string> {
  if (context.viewer.kind === "visitor") throw unauthenticated();
  const id = idIn(asked);
  const reader = await context.reader();
  const { name } = nounOf(target);
  if (!id || !(await reader.byId(nounOf(target), id, []))) throw notFound(name, "id");
  return id;
}

/** A text of the query; null where it is not given. */
export function textIn({ query }: FileRequest, name: string, max: number): string | null {
  const text = query.get(name)?.trim() ?? "";
  if (text.length > max) {
    throw badField(name, `has more than ${max} characters`, `lebih dari ${max} karakter`);
  }
  return text === "" ? null : text;
}

/** An id of the query; null where it is not given. */
export function idOf({ query }: FileRequest, name: string): string | null {
  const text = query.get(name);
  if (text === null) return null;
  if (!isId(text)) throw badField(name, "must be a UUID", "harus berupa UUID");
  return text.toLowerCase();
}

/** A whole number of the query; undefined where it is not given. */
export function wholeIn({ query }: FileRequest, name: string): number | undefined {
  const text = query.get(name);
  if (text === null) return undefined;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw badField(name, "must be a whole number", "harus bilangan bulat");
}

/** One of some words of the query, in either case; `usual` where it is not given. */
export function oneOf<T extends string>(
  { query }: FileRequest,
  name: string,
  values: readonly T[],
  usual?: T,
): T {
  const text = query.get(name)?.toUpperCase();
  const found = text === undefined ? usual : values.find((value) => value === text);
  if (found) return found;
  const among = values.join(", ");
  throw badField(name, `must be one of: ${among}`, `harus salah satu dari: ${among}`);
}
