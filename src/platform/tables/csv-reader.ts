import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { TimeSlice } from "../time-slice.js";
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

/** The limits of a table, besides the size of its file. */
export interface TableLimits {
  /** Maximum number of rows, empty ones too. */
  rows: number;
  /** Maximum number of cells in a row. */
  columns: number;
  /** Maximum number of characters in a cell. */
  cellLength: number;
  /** Maximum number of bytes in a line, and of characters in a row. */
  rowLength: number;
}

/** The default limits of a table. */
export const defaultTableLimits: TableLimits = {
  rows: 100_000,
  columns: 1000,
  cellLength: 10_000,
  rowLength: 200_000,
};

/** A row of a table. */
export class TableRow {
  constructor(
    /** Its number in a spreadsheet: the header is row 1. */
    readonly row: number,
    /** The content of its cells, in the file's order. */
    readonly cells: readonly string[],
    private readonly header: Header,
  ) {}

  /** The trimmed text of a column; empty where the table or the row lacks the column. */
  text(column: string): string {
    const at = this.header.get(column);
    return at === undefined ? "" : (this.cells[at] ?? "").trim();
  }

  /** True if the table has the column. */
  has(column: string): boolean {
    return this.header.has(column);
  }

  /** The address of the column's cell in this row, as `B12`; the row's number without the column. */
  address(column: string): string {
    const at = this.header.get(column);
    return at === undefined ? String(this.row) : cellAddress(this.row - 1, at);
  }

  /** A fault of the column's cell. */
  fault(column: string, en: string, id: string): CellFault {
    return { cell: this.address(column), message: { en, id } };
  }
}

/** A table that is being read: its header, then its rows. The rows end with an error at the first fault of form. */
export interface Table {
  /** The header's cells, unchanged. */
  header: readonly string[];
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

const tooManyColumns = (row: number, limit: number) =>
  tableRefusal(
    "TOO_MANY_COLUMNS",
    {
      en: `Row ${row} has more than ${limit} cells.`,
      id: `Baris ${row} memuat lebih dari ${limit} sel.`,
    },
    { row, limit },
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

/** Removes the apostrophe that `writeCsv` puts before texts that look like formulas. */
const unguarded = (cell: string): string => (isGuarded(cell) ? cell.slice(1) : cell);

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === "");

/** True if the text has the whole first row: a line end outside of quotation marks. */
const holdsHeader = (text: string): boolean => text.replaceAll(/"[^"]*"/g, "").includes("\n");

/** Reads until the first row is complete. */
async function startOf(text: AsyncIterator<string>, maxLength: number): Promise<string> {
  let start = "";
  for (let next = await text.next(); !next.done; next = await text.next()) {
    start += next.value;
    if (holdsHeader(start) || start.length > maxLength) break;
  }
  return start;
}

/** The largest piece of text that is parsed in one go. csv-parse takes up to 0.1 ms for a row. */
const largestPiece = { characters: 2048, lines: 50 };

function endOfPiece(text: string, start: number): number {
  const last = start + largestPiece.characters;
  let end = start;
  for (let lines = 0; lines < largestPiece.lines; lines += 1) {
    const next = text.indexOf("\n", end) + 1;
    if (next === 0 || next > last) return end > start ? end : last;
    end = next;
  }
  return end;
}

function* piecesOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; ) {
    const end = endOfPiece(text, at);
    yield text.slice(at, end);
    at = end;
  }
}

/** The text in small pieces, between which the event loop is given back: a piece may have no row. */
async function* inPieces(start: string, text: AsyncIterator<string>): AsyncGenerator<string> {
  const slice = new TimeSlice();
  let next: IteratorResult<string> = { done: false, value: start };
  for (; !next.done; next = await text.next()) {
    for (const piece of piecesOf(next.value)) {
      yield piece;
      await slice.pause();
    }
  }
}

/** A row of cells with its number. */
interface CsvRecord {
  row: number;
  cells: string[];
}

/**
 * The records with the numbers of their rows; errors name the row. The header is a record like others:
 * with the option `columns`, csv-parse would drop cells beyond the header and merge columns without a
 * name; with `skip_records_with_empty_values` it would lose count of the rows.
 */
async function* recordsOf(
  start: string,
  text: AsyncGenerator<string>,
  delimiter: Separator,
  limits: TableLimits,
): AsyncGenerator<CsvRecord> {
  const { rowLength, columns, rows } = limits;
  const form = { delimiter, relax_column_count: true, max_record_size: rowLength };
  // The parser waits for its reader after each piece: in one turn it would parse all that it buffers.
  const parser = parse(Object.assign(form, { writableHighWaterMark: 1 }));
  const source = Readable.from(inPieces(start, text));
  source.once("error", (error) => parser.destroy(error));
  const slice = new TimeSlice();
  let row = 0;
  try {
    for await (const cells of source.pipe(parser) as AsyncIterable<string[]>) {
      row += 1;
      // The header is one more.
      if (row > rows + 1) throw tooManyRows(rows);
      if (cells.length > columns) throw tooManyColumns(row, columns);
      yield { row, cells };
      await slice.pause();
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
  for await (const { row, cells } of records) {
    // Spreadsheets leave empty rows, which count in the addresses.
    if (isBlank(cells)) continue;
    const long = cells.findIndex((cell) => cell.length > limits.cellLength);
    if (long >= 0) throw tooLongCell(cellAddress(row - 1, long), limits.cellLength);
    yield new TableRow(row, cells.map(unguarded), header);
  }
}

/**
 * Reads a CSV as a stream, by its header row. Refuses a wrong encoding (other than UTF-8), wrong columns,
 * wrong quotation marks and more than the limits allow, as soon as it finds them.
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
