import { Readable } from "node:stream";
import { type Options, stringify } from "csv-stringify";
import type { Language } from "../errors.js";
import type { Separator } from "./csv-header.js";
import { type NumberForm, plainNumber, withOneReading } from "./number-text.js";

/** The value of a cell; null and undefined leave it empty. */
export type CsvCell = string | number | bigint | boolean | null | undefined;

/** The form of a CSV, as the spreadsheets of a language expect it. */
export interface CsvForm {
  /** The character between cells. */
  separator: Separator;
  /** The character before the decimals of a number. */
  decimal: "." | ",";
}

/** The forms by the language of the spreadsheet: Excel expects `;` and decimal commas in Indonesia. */
export const csvForms: Readonly<Record<Language, CsvForm>> = {
  en: { separator: ",", decimal: "." },
  id: { separator: ";", decimal: "," },
};

/** The decimal characters that the hub's own tables may have: both, unless the table says its form of numbers. */
export const decimalsOf = (numbers: NumberForm | null): CsvForm["decimal"][] =>
  [csvForms.en, csvForms.id]
    .filter(({ decimal }) => !numbers || (numbers === "ID") === (decimal === ","))
    .map(({ decimal }) => decimal);

/** The options of a CSV. */
export interface CsvOptions extends Partial<CsvForm> {
  /** True if it starts with a byte order mark, by which Excel recognises UTF-8. */
  mark?: boolean;
}

/**
 * A text that a spreadsheet may take for a formula, also after blanks, or that begins with a tab or a line
 * break (OWASP, CSV injection); `'` stands for the apostrophes before it.
 */
const formula = /^'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/;

/** The text with one more apostrophe where a spreadsheet would take it for a formula. */
const guarded = (text: string): string => (formula.test(text) ? `'${text}` : text);

/** The text without the apostrophe that `guarded` puts before it. */
export const unguarded = (text: string): string =>
  text.startsWith("'") && formula.test(text) ? text.slice(1) : text;

/** The text of a cell before apostrophe and quotation marks; that of a number has one reading. */
export function cellText(cell: CsvCell, decimal: CsvForm["decimal"]): string {
  if (typeof cell === "number") return withOneReading(plainNumber(cell)).replace(".", decimal);
  return String(cell ?? "");
}

/** The options of the writer for a form of CSV. */
export const csvOptions = ({ separator, decimal }: CsvForm): Options => ({
  header: false,
  delimiter: separator,
  record_delimiter: "windows",
  // Without it a lone LF or CR is written bare, and ends the row for every other reader.
  quoted_match: /[\r\n]/,
  cast: {
    boolean: String,
    bigint: String,
    number: (number) => cellText(number, decimal),
    string: guarded,
  },
});

/**
 * Writes a CSV (RFC 4180) as a stream, row by row. A text that a spreadsheet would take for a formula
 * gets an apostrophe before it, which `readCsv` removes; numbers stay as they are.
 */
export function writeCsv(
  header: readonly string[],
  rows: Iterable<readonly CsvCell[]> | AsyncIterable<readonly CsvCell[]>,
  { separator = ",", decimal = ".", mark = true }: CsvOptions = {},
): Readable {
  const writer = stringify({ ...csvOptions({ separator, decimal }), bom: mark });
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
