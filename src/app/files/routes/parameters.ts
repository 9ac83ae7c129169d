import {
  badField,
  type Fault,
  type Language,
  notFound,
  unauthenticated,
} from "../../../platform/errors.js";
import { isId } from "../../../platform/ids.js";
import { languageOfLocale, localeNames } from "../../../platform/locales.js";
import { textProblem } from "../../../platform/texts.js";
import { type Class, nounOf } from "../../../reading/index.js";
import type { RequestContext } from "../../context.js";
import type { FileRequest } from "../../file-port.js";
import { jsonProblem } from "../../limits/index.js";

// The parameters in the path and the query of a file's address.

/** The id in the path; undefined where it is not a UUID. */
export function pathId({ parameters: { id = "" } }: FileRequest): string | undefined {
  return isId(id) ? id.toLowerCase() : undefined;
}

/** The id in the path, of a row that the requester may see; NOT_FOUND for all others. */
export async function visiblePathId(
  context: RequestContext,
  request: FileRequest,
  target: Class,
): Promise<string> {
  if (context.viewer.kind === "visitor") throw unauthenticated();
  const id = pathId(request);
  const reader = await context.reader();
  const { name } = nounOf(target);
  if (!id || !(await reader.byId(target, id, []))) throw notFound(name, "id");
  return id;
}

/** A text of the query, of one line; null where it is absent. */
export function queryText({ query }: FileRequest, name: string, max: number): string | null {
  const text = query.get(name)?.trim() ?? "";
  const problem = textProblem(text, "one");
  if (problem) throw badField(name, problem.en, problem.id);
  if (text.length > max) {
    throw badField(name, `has more than ${max} characters`, `lebih dari ${max} karakter`);
  }
  return text === "" ? null : text;
}

/** An id of the query; null where it is absent. */
export function queryId({ query }: FileRequest, name: string): string | null {
  const text = query.get(name);
  if (text === null) return null;
  if (!isId(text)) throw badField(name, "must be a UUID", "harus berupa UUID");
  return text.toLowerCase();
}

/** A whole number of the query; undefined where it is absent. */
export function queryInteger({ query }: FileRequest, name: string): number | undefined {
  const text = query.get(name);
  if (text === null) return undefined;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw badField(name, "must be a whole number", "harus bilangan bulat");
}

/** True for `true`, false for `false` and where it is absent. */
export const queryFlag = (request: FileRequest, name: string): boolean =>
  queryWord(request, name, ["TRUE", "FALSE"], "FALSE") === "TRUE";

/** Faults in one language. */
export const shownFaults = (faults: readonly Fault[], language: Language) =>
  faults.map(({ path, message }) => ({ path, message: message[language] }));

/** Refuses a parameter of the query that is given twice or is empty; those of `flags` may be empty. */
export function checkOnce({ query }: FileRequest, flags: readonly string[] = []): void {
  const seen = new Set<string>();
  for (const [name, text] of query) {
    const shown = name.slice(0, 60);
    if (seen.has(name)) throw badField(shown, "is given twice", "diberikan dua kali");
    if (text === "" && !flags.includes(name)) throw badField(shown, "is empty", "kosong");
    seen.add(name);
  }
}

/** Refuses a parameter of the query that the address does not know, and what `checkOnce` refuses. */
export function checkQuery(request: FileRequest, known: readonly string[]): void {
  for (const name of request.query.keys()) {
    if (!known.includes(name)) throw unknownParameter(name.slice(0, 60), known);
  }
  checkOnce(request);
}

const unknownParameter = (name: string, known: readonly string[]) => {
  const list = known.join(", ");
  return badField(
    name,
    `is no parameter of this address; use: ${list}`,
    `bukan parameter alamat ini; gunakan: ${list}`,
  );
};

/** A value of the query in JSON; undefined where it is absent. */
export function queryJson({ query }: FileRequest, name: string): unknown {
  const text = query.get(name);
  if (text === null) return undefined;
  const problem = jsonProblem(Buffer.from(text));
  if (problem) throw badField(name, problem.en, problem.id);
  try {
    return JSON.parse(text);
  } catch {
    throw badField(
      name,
      'must be JSON, as {"key": {"eq": "a"}}',
      'harus JSON, seperti {"key": {"eq": "a"}}',
    );
  }
}

/** The texts of a parameter, between commas; undefined where it is absent. */
export const queryList = ({ query }: FileRequest, name: string): string[] | undefined =>
  query
    .get(name)
    ?.split(",")
    .map((text) => text.trim());

/** One of a list of words of the query, in either case; `fallback` where it is absent. */
export function queryWord<T extends string>(
  { query }: FileRequest,
  name: string,
  words: readonly T[],
  fallback?: T,
): T {
  const text = query.get(name)?.toUpperCase();
  const found = text === undefined ? fallback : words.find((word) => word === text);
  if (found) return found;
  const list = words.join(", ");
  throw badField(name, `must be one of: ${list}`, `harus salah satu dari: ${list}`);
}

/** The language of the locale that the query names, in either case; `fallback` where it is absent. */
export function queryLocale({ query }: FileRequest, name: string, fallback: Language): Language {
  const text = query.get(name);
  const language = text === null ? fallback : languageOfLocale(text);
  if (language) return language;
  const list = localeNames.join(", ");
  throw badField(name, `must be one of: ${list}`, `harus salah satu dari: ${list}`);
}
