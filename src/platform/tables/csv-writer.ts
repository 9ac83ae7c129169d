import { Readable } from "node:stream";
import { stringify } from "csv-stringify";
import type { Separator } from "./csv-header.js";

/** What a cell of a written table may hold; null and undefined leave it empty. */
export type CsvCell = string | number | boolean | null | undefined;

/** How a CSV is written. */
export interface CsvOptions {
  /** Between cells; Indonesian Excel reads `;`. */
  separator?: Separator;
  /** Begins with a byte order mark, by which Excel knows UTF-8. */
  mark?: boolean;
}

/** Whether a text begins as a formula does, after one apostrophe or more. */
export const isGuarded = (text: string): boolean => /^'+[=+\-@\t\r＝＋－＠]/.test(text);

/** A number with all its digits, and never an exponent. */
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
 * A CSV (RFC 4180) as it is written, row by row. Text that a spreadsheet would take for a formula gets
 * an apostrophe before it, which `readCsv` takes away again; numbers stay as they are.
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
    // What looks guarded already would lose its own apostrophe.
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
