import { Readable } from "node:stream";
import { stringify } from "csv-stringify";
import type { Separator } from "./csv-header.js";

/** The value of a cell; null and undefined leave it empty. */
export type CsvCell = string | number | boolean | null | undefined;

/** The form of a CSV. */
export interface CsvOptions {
  /** The character between cells. Excel expects `;` in Indonesia. */
  separator?: Separator;
  /** True if it starts with a byte order mark, by which Excel recognises UTF-8. */
  mark?: boolean;
}

/** True if a text looks like a formula after one or more apostrophes. */
export const isGuarded = (text: string): boolean => /^'+[=+\-@\t\r＝＋－＠]/.test(text);

/** A number with all its digits and without an exponent. */
function plainNumber(value: number): string {
  const text = String(value);
  const [, sign = "", whole = "", part = "", power = ""] =
    /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text) ?? [];
  if (power === "") return text;
  const digits = whole + part;
  const point = Number(power) + 1;
  return point <= 0 ? `${sign}0.${"0".repeat(-point)}${digits}` : sign + digits.padEnd(point, "0");
}

/**
 * Writes a CSV (RFC 4180) as a stream, row by row. A text that a spreadsheet would take for a formula
 * gets an apostrophe before it, which `readCsv` removes; numbers stay as they are.
 */
export function writeCsv(
  header: readonly string[],
  rows: Iterable<readonly CsvCell[]> | AsyncIterable<readonly CsvCell[]>,
  { separator = ",", mark = true }: CsvOptions = {},
): Readable {
  const writer = stringify({
    header: false,
    bom: mark,
    delimiter: separator,
    record_delimiter: "windows",
    escape_formulas: true,
    // A text that has such an apostrophe of its own gets another one: a reader removes one.
    cast: {
      boolean: String,
      number: plainNumber,
      string: (text) => (isGuarded(text) ? `'${text}` : text),
    },
  });
  const source = Readable.from(withHeader(header, rows));
  source.once("error", (error) => writer.destroy(error));
  writer.once("close", () => source.destroy());
  return source.pipe(writer);
}

async function* withHeader(
  header: readonly string[],
  rows: Iterable<readonly CsvCell[]> | AsyncIterable<readonly CsvCell[]>,
): AsyncGenerator<readonly CsvCell[]> {
  yield header;
  yield* rows;
}
