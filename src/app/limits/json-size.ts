import type { Text } from "../../platform/errors.js";

/**
 * The number of values in one JSON text, and in the variables of one operation: parsing and walking a
 * million of them holds the event loop for seconds. The largest questionnaire has some ten thousand.
 */
export const maxValues = 20_000;

/** The deepest nesting of objects and lists in one value; each level costs stack wherever it is read. */
export const maxDepth = 32;

/** The levels of a request around the value of a variable, and some to spare. */
const levelsAround = 8;

export const tooMany: Text = {
  en: `must have at most ${maxValues} values in all`,
  id: `paling banyak ${maxValues} nilai seluruhnya`,
};

export const tooDeep: Text = {
  en: `must not be nested deeper than ${maxDepth} levels`,
  id: `tidak boleh bersarang lebih dari ${maxDepth} tingkat`,
};

const quote = 0x22;
const backslash = 0x5c;

/** A number for each byte: 1 or -1 for those that are named, 0 for the rest. */
const table = (numbers: Readonly<Record<string, number>>): Int8Array => {
  const bytes = new Int8Array(256);
  for (const [character, number] of Object.entries(numbers)) {
    bytes[character.charCodeAt(0)] = number;
  }
  return bytes;
};

/** What begins a further value, and what changes the depth. */
const valuesOf = table({ ",": 1, "[": 1, "{": 1 });
const levelsOf = table({ "[": 1, "{": 1, "]": -1, "}": -1 });

/** The place after the text that begins at a quotation mark. */
function afterText(json: Uint8Array, start: number): number {
  for (let at = start + 1; at < json.length; at += 1) {
    if (json[at] === backslash) at += 1;
    else if (json[at] === quote) return at + 1;
  }
  return json.length;
}

/**
 * The reason why a JSON text is refused before it is parsed: its values, counted by what stands before
 * each, or its depth. The text need not be valid.
 */
export function jsonProblem(json: Uint8Array): Text | undefined {
  let values = 1;
  let depth = 0;
  for (let at = 0; at < json.length; ) {
    const byte = json[at] ?? 0;
    values += valuesOf[byte] ?? 0;
    depth += levelsOf[byte] ?? 0;
    if (values > maxValues) return tooMany;
    if (depth > maxDepth + levelsAround) return tooDeep;
    at = byte === quote ? afterText(json, at) : at + 1;
  }
  return undefined;
}
