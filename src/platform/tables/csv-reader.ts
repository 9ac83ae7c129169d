import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { type CellFault, cellAddress } from "./cell-fault.js";
import {
  type Header,
  headerOf,
  type Separator,
  separatorOf,
  type TableColumn,
} from "./csv-header.js";
import { utf8Lines } from "./csv-text.js";
import { isGuarded } from "./csv-writer.js";
import { tableRefusal } from "./table-refusal.js";

/** How large a table may be, beside the bytes of its file. */
export interface TableLimits {
  rows: number;
  /** Characters of one cell. */
  cellLength: number;
  /** Bytes of one line, and characters of one row. */
  rowLength: number;
}

export const defaultTableLimits: TableLimits = {
  rows: 100_000,
  cellLength: 10_000,
  rowLength: 200_000,
};

/** One row of a table, under its header. */
export class TableRow {
  constructor(
    /** As a spreadsheet counts it: the header is row 1. */
    readonly row: number,
    /** What the cells hold, in the file's own order. */
    readonly cells: readonly string[],
    private readonly header: Header,
  ) {}

  /** The column's text without spaces around it; empty where the table or the row lacks it. */
  text(column: string): string {
    const at = this.header.get(column);
    return at === undefined ? "" : (this.cells[at] ?? "").trim();
  }

  /** Whether the table has the column at all. */
  has(column: string): boolean {
    return this.header.has(column);
  }

  /** The address of the column's cell in this row, as `B12`; the row alone where there is none. */
  address(column: string): string {
    const at = this.header.get(column);
    return at === undefined ? String(this.row) : cellAddress(this.row - 1, at);
  }

  /** A fault of the column's cell. */
  fault(column: string, en: string, id: string): CellFault {
    return { cell: this.address(column), message: { en, id } };
  }
}

/** A table as it is read: its header first, then its rows, or a fault where a row is none. */
export interface Table {
  /** The header's cells as the file has them. */
  header: readonly string[];
  /** Between its cells. */
  separator: Separator;
  rows: AsyncIterable<TableRow>;
}

const reasons: Record<string, { en: string; id: string }> = {
  CSV_QUOTE_NOT_CLOSED: {
    en: "a quotation mark is opened and never closed",
    id: "tanda kutip dibuka tetapi tidak pernah ditutup",
  },
  CSV_MAX_RECORD_SIZE: { en: "the row is too long", id: "barisnya terlalu panjang" },
};

const badForm = {
  en: "the quotation marks are not as CSV has them (RFC 4180)",
  id: "tanda kutipnya tidak sesuai bentuk CSV (RFC 4180)",
};

function explained(error: unknown): unknown {
  if (!(error instanceof CsvError)) return error;
  const row = Number(error.records) + 1;
  const { en, id } = reasons[error.code] ?? badForm;
  const text = { en: `Row ${row}: ${en}.`, id: `Baris ${row}: ${id}.` };
  return tableRefusal("FORM", text, { row });
}

const tooManyRows = (limit: number) =>
  tableRefusal(
    "TOO_MANY_ROWS",
    {
      en: `The table has more than ${limit} rows; send it in parts.`,
      id: `Tabel memuat lebih dari ${limit} baris; kirim per bagian.`,
    },
    { limit },
  );

const tooLongCell = (cell: string, limit: number) =>
  tableRefusal(
    "TOO_LONG",
    {
      en: `${cell}: the cell has more than ${limit} characters.`,
      id: `${cell}: sel memuat lebih dari ${limit} karakter.`,
    },
    { cell, limit },
  );

const empty = () =>
  tableRefusal("EMPTY", {
    en: "The file holds no table: its first row must be the header.",
    id: "Berkas tidak memuat tabel: baris pertamanya harus kepala tabel.",
  });

/** Text that a spreadsheet would take for a formula was written with an apostrophe before it. */
const unguarded = (cell: string): string => (isGuarded(cell) ? cell.slice(1) : cell);

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === "");

/** Whether the text holds the whole first row: a line's end outside of quotes. */
const holdsHeader = (text: string): boolean => text.replaceAll(/"[^"]*"/g, "").includes("\n");

/** The text up to where the first row is whole, and what follows. */
async function startOf(text: AsyncIterator<string>, longest: number): Promise<string> {
  let start = "";
  for (let next = await text.next(); !next.done; next = await text.next()) {
    start += next.value;
    if (holdsHeader(start) || start.length > longest) break;
  }
  return start;
}

async function* following(start: string, text: AsyncIterator<string>): AsyncGenerator<string> {
  yield start;
  for (let next = await text.next(); !next.done; next = await text.next()) yield next.value;
}

/** A row of cells, by its number. */
interface CsvRecord {
  row: number;
  cells: string[];
}

/** The records one by one, with the row of each; what goes wrong is told with the row. */
async function* recordsOf(
  start: string,
  text: AsyncGenerator<string>,
  delimiter: Separator,
  { rowLength }: TableLimits,
): AsyncGenerator<CsvRecord> {
  const parser = parse({ delimiter, relax_column_count: true, max_record_size: rowLength });
  const source = Readable.from(following(start, text));
  source.once("error", (error) => parser.destroy(error));
  let row = 0;
  try {
    for await (const cells of source.pipe(parser) as AsyncIterable<string[]>) {
      row += 1;
      yield { row, cells };
    }
  } catch (error) {
    throw explained(error);
  } finally {
    source.destroy();
    await text.return(undefined);
  }
}

async function* rowsOf(
  records: AsyncGenerator<CsvRecord>,
  header: Header,
  limits: TableLimits,
): AsyncGenerator<TableRow> {
  let count = 0;
  for await (const { row, cells } of records) {
    // Spreadsheets leave empty rows behind; each still counts as one in the addresses.
    if (isBlank(cells)) continue;
    count += 1;
    if (count > limits.rows) throw tooManyRows(limits.rows);
    const long = cells.findIndex((cell) => cell.length > limits.cellLength);
    if (long >= 0) throw tooLongCell(cellAddress(row - 1, long), limits.cellLength);
    yield new TableRow(row, cells.map(unguarded), header);
  }
}

/**
 * Reads a CSV as it comes, by its header row. Refuses at once what is no such table: another encoding
 * than UTF-8, wrong columns, broken quotes, more than the limits allow.
 */
export async function readCsv(
  source: AsyncIterable<Buffer>,
  columns: readonly TableColumn[],
  limits: TableLimits = defaultTableLimits,
): Promise<Table> {
  const text = utf8Lines(source, limits.rowLength);
  const start = await startOf(text, limits.rowLength);
  const separator = separatorOf(start.split("\n")[0] ?? "");
  const records = recordsOf(start, text, separator, limits);
  try {
    const first = await records.next();
    if (first.done || isBlank(first.value.cells)) throw empty();
    const header = headerOf(first.value.cells, columns);
    return { header: first.value.cells, separator, rows: rowsOf(records, header, limits) };
  } catch (error) {
    await records.return(undefined);
    throw error;
  }
}
