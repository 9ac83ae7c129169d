import { dayInJakarta } from "../world/days.js";

// Compares what a page prints with what the hub answers. Ids that the hub makes, instants, positions,
// hashes and secrets differ in each run: a page's commands ask for them, and never copy a printed one.

/** The day on which the pages' examples were written, in which their own dates are. */
const pageDay = "2026-11-22";

const ofPages = /\b20(?:2[6-9]|[3-9]\d)-\d\d-\d\d(?!\d)/g;

function moved(text: string, by: number): string {
  const move = (date: string) => new Date(Date.parse(date) + by).toISOString().slice(0, 10);
  return text.replaceAll(ofPages, move);
}

const shift = Date.parse(dayInJakarta()) - Date.parse(pageDay);

/**
 * Moves the examples' own dates as far as today is from the day on which they were written, so that what
 * is due tomorrow in an example still is. Dates of the sample data are earlier, and stay.
 */
export const movedToToday = (text: string): string => moved(text, shift);

/** A text of today with the dates that the page has. */
export const movedBack = (text: string): string => moved(text, -shift);

const volatile: readonly (readonly [RegExp, string])[] = [
  [/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, "<id>"],
  [/\b[0-9a-f]{64}\b/g, "<hash>"],
  [/\b20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g, "<instant>"],
  [/\brbk_[\w-]{20,}/g, "<secret>"],
  [/(?<="position":|\bposition |\bwhole: )\d+/g, "<position>"],
  [/"tookMs":\d+|"pid":\d+/g, "<of the process>"],
];

/** A text without what differs from run to run. */
export const steady = (text: string): string =>
  volatile.reduce((rest, [pattern, name]) => rest.replaceAll(pattern, name), text);

/** A text that begins a file's first cell, so that spreadsheets know its encoding. */
const byteOrderMark = "\uFEFF";

/** A text that a command prints, without what differs from run to run. */
export const steadyOutput = (text: string): string =>
  steady(text.replaceAll(byteOrderMark, "").replaceAll("\r\n", "\n").trimEnd());

/**
 * A line of a watcher without the position that it begins with. Behind the operation a line may tell of a
 * state newer than its change, as several changes come close together; that part is left out.
 */
export function steadyLine(line: string): string {
  const [, who, operation] = /^\d+ (\S+) (\S+)/.exec(line) ?? [];
  return who === undefined ? steady(line.trimEnd()) : `${who} ${operation}`;
}

/** Members whose values differ from run to run, whatever they are. */
const anyValue = new Set(["position", "prefix"]);

const omission = "…";

/**
 * A printed answer as JSON. Where a page leaves something out it writes `…`: for a value, for further
 * members or further elements, or for the end of a text.
 */
export function parsePrinted(text: string): unknown {
  let [inText, escaped] = [false, false];
  let made = "";
  for (const [at, sign] of [...text].entries()) {
    if (inText) {
      inText = sign !== '"' || escaped;
      escaped = sign === "\\" && !escaped;
    } else if (sign === '"') {
      inText = true;
    } else if (sign === omission) {
      const isMember = /[{,]\s*$/.test(made) && isInObject(made);
      const goesOn = /^\s*[^\s,\]}]/.test([...text].slice(at + 1).join(""));
      made += `"${omission}"${isMember ? ": 0" : ""}${goesOn ? "," : ""}`;
      continue;
    }
    made += sign;
  }
  return JSON.parse(made);
}

/** Whether a piece of JSON ends within an object, not within a list. */
function isInObject(text: string): boolean {
  const open: string[] = [];
  for (const [sign] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/g)) {
    if (sign === "{" || sign === "[") open.push(sign);
    if (sign === "}" || sign === "]") open.pop();
  }
  return open.at(-1) === "{";
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * An answer with the page's omissions, and with the page's values for ids, instants and the like, which
 * differ from run to run. The result equals the printed answer if nothing else differs.
 */
export function asPrinted(actual: unknown, printed: unknown): unknown {
  if (printed === omission) return printed;
  if (typeof actual === "string" && typeof printed === "string") {
    return textAsPrinted(actual, printed);
  }
  if (Array.isArray(actual) && Array.isArray(printed)) return listAsPrinted(actual, printed);
  if (!isObject(actual) || !isObject(printed)) return actual;
  const partly = omission in printed;
  const names = Object.keys(actual).filter((name) => !partly || name in printed);
  const made = names.map((name) => {
    const known = anyValue.has(name) && typeof actual[name] === typeof printed[name];
    return [name, known ? printed[name] : asPrinted(actual[name], printed[name])];
  });
  return Object.fromEntries(partly ? [...made, [omission, printed[omission]]] : made);
}

function listAsPrinted(actual: unknown[], printed: unknown[]): unknown[] {
  const pairs = (list: unknown[], like: unknown[]) =>
    list.map((one, at) => asPrinted(one, like[at]));
  const from = printed.indexOf(omission);
  if (from < 0) return pairs(actual, printed);
  const [before, after] = [printed.slice(0, from), printed.slice(from + 1)];
  const end = Math.max(before.length, actual.length - after.length);
  return [
    ...pairs(actual.slice(0, before.length), before),
    omission,
    ...pairs(actual.slice(end), after),
  ];
}

function textAsPrinted(actual: string, printed: string): string {
  if (printed.endsWith(omission) && actual.startsWith(printed.slice(0, -1))) return printed;
  return steady(actual) === steady(printed) ? printed : actual;
}
