import type { IncomingMessage } from "node:http";

/** A request's address, split before its `?`. */
export function addressOf({ url = "" }: IncomingMessage): { path: string; search: string } {
  const mark = url.indexOf("?");
  return mark < 0
    ? { path: url, search: "" }
    : { path: url.slice(0, mark), search: url.slice(mark) };
}

/** One part of a path with its percent-encoding removed; undefined where it is empty or malformed. */
export function decodedPart(text: string): string | undefined {
  try {
    return decodeURIComponent(text) || undefined;
  } catch {
    return undefined;
  }
}
