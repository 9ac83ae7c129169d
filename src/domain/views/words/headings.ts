import { columnWords } from "./column-words.js";
import { englishMembers, enumWords } from "./enum-words.js";
import { bothOf, type ViewText } from "./texts.js";

/** A name in words: `startsOn` is "Starts on", `IN_PROGRESS` is "In progress". */
function inWords(name: string): string {
  const words = name
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replaceAll("_", " ")
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const separator = " · ";

/** The heading of a name that the dictionary has. */
function known(name: string): ViewText | undefined {
  const words = Object.hasOwn(columnWords, name) ? columnWords[name] : undefined;
  if (words === undefined) return undefined;
  if (typeof words === "string") return bothOf(inWords(name), words);
  return bothOf(words[1], words[0]);
}

/** The steps of a date in a dimension's name, as `startsOnYear`. */
const steps: Readonly<Record<string, ViewText>> = {
  Year: bothOf("year", "tahun"),
  Quarter: bothOf("quarter", "triwulan"),
  Month: bothOf("month", "bulan"),
  Week: bothOf("week", "minggu"),
};

/** The heading of a date by a step: "Starts on (year)". */
function dated(name: string): ViewText | undefined {
  const [, date = "", step = ""] = /^(.+)(Year|Quarter|Month|Week)$/.exec(name) ?? [];
  const of = headingOf(date);
  const by = steps[step];
  return of && by && bothOf(`${of.english} (${by.english})`, `${of.indonesian} (${by.indonesian})`);
}

/** The heading of a name that is made of two, as `planProgramme`. */
function composed(name: string): ViewText | undefined {
  for (let at = name.length - 1; at > 0; at -= 1) {
    const [first, rest] = [name.slice(0, at), name.slice(at)];
    if (!/^[A-Z]/.test(rest)) continue;
    const front = known(first);
    const back = front && headingOf(rest.charAt(0).toLowerCase() + rest.slice(1));
    if (front && back) return joined([front, back], separator);
  }
  return undefined;
}

const joined = (texts: readonly ViewText[], by: string): ViewText =>
  bothOf(
    texts.map(({ english }) => english).join(by),
    texts.map(({ indonesian }) => indonesian).join(by),
  );

/**
 * The heading of one name in a path; undefined where the dictionary has no Indonesian word for it or for
 * the names that it is made of.
 */
export function headingOf(name: string): ViewText | undefined {
  if (name === "") return undefined;
  return known(name) ?? dated(name) ?? composed(name);
}

/** The name itself, for one that the dictionary lacks: a test keeps that from happening. */
const asNamed = (name: string): ViewText => bothOf(inWords(name), inWords(name));

/** The heading of a path in both languages, as "Plan · Programme · Title". */
export const headingOfPath = (path: string): ViewText =>
  joined(
    path.split(".").map((name) => headingOf(name) ?? asNamed(name)),
    separator,
  );

/** The name of a member of an enumeration; undefined where the dictionary has none. */
export function memberName(enumeration: string, member: string): ViewText | undefined {
  const indonesian = enumWords[`${enumeration}.${member}`] ?? enumWords[member];
  if (indonesian === undefined) return undefined;
  return bothOf(englishMembers[member] ?? inWords(member), indonesian);
}

/** The names of members of an enumeration, joined. */
export const memberNames = (enumeration: string, members: readonly string[]): ViewText =>
  joined(
    members.map((member) => memberName(enumeration, member) ?? asNamed(member)),
    ", ",
  );
