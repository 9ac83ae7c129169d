import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { TimeSlice } from "../time-slice.js";
import { cellAddress } from "./cell-fault.js";
import {
  type Header,
  headerOf,
  headerWithin,
  holdsHeader,
  isHeader,
  namedColumns,
  type Separator,
  separatorOf,
  type TableColumn,
} from "./csv-header.js";
import { utf8Lines } from "./csv-text.js";
import { unguarded } from "./csv-writer.js";
import { tableRefusal } from "./table-refusal.js";
import { TableRow } from "./table-row.js";

/** The limits of a table, besides the size of its file. */
export interface TableLimits {
  /** Maximum number of rows, empty ones too. */
  rows: number;
  /** Maximum number of cells in a row. */
  columns: number;
  /** Maximum number of characters in a cell; Excel's own limit by default. */
  cellLength: number;
  /** Maximum number of bytes in a line, and of characters in a row. */
  rowLength: number;
}

/** The default limits of a table. */
export const defaultTableLimits: TableLimits = {
  rows: 100_000,
  columns: 1000,
  cellLength: 32_767,
  rowLength: 200_000,
};

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
  en: "a cell has quotation marks in the wrong place; put the whole cell in quotation marks, and double those within it",
  id: "ada tanda kutip di tempat yang salah; apit seluruh sel dengan tanda kutip, dan tulis dua kali tanda kutip di dalamnya",
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
    en: "The file contains no table: it must begin with a header.",
    id: "Berkas tidak memuat tabel: berkas harus diawali kepala tabel.",
  });

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === "");

/** Reads until the rows are complete among which the header is. */
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

/** The end of a piece: after its last row end, if it has any, and never within a character. */
function endOfPiece(text: string, start: number): number {
  const piece = text.slice(start, start + largestPiece.characters);
  let end = 0;
  let lines = 0;
  for (const { 0: found, index } of piece.matchAll(/\r\n?|\n/g)) {
    end = index + found.length;
    lines += 1;
    if (lines === largestPiece.lines) break;
  }
  if (end > 0) return start + end;
  // Each piece is encoded by itself, which would destroy a character in two halves.
  return start + piece.length - (/[\ud800-\udbff]$/.test(piece) ? 1 : 0);
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
  const { rowLength, columns } = limits;
  // Without a list, csv-parse takes the end of the first row for that of all. It tries CRLF first.
  const rowEnds = { record_delimiter: ["\r\n", "\n", "\r"] };
  const form = { ...rowEnds, delimiter, relax_column_count: true, max_record_size: rowLength };
  // The parser waits for its reader after each piece: in one turn it would parse all that it buffers.
  const parser = parse(Object.assign(form, { writableHighWaterMark: 1 }));
  const source = Readable.from(inPieces(start, text));
  source.once("error", (error) => parser.destroy(error));
  const slice = new TimeSlice();
  let row = 0;
  try {
    for await (const cells of source.pipe(parser) as AsyncIterable<string[]>) {
      row += 1;
      if (cells.length > columns) throw tooManyColumns(row, columns);
      yield { row, cells };
      await slice.pause();
    }
  } catch (error) {
    throw explained(error);
  } finally {
    source.destroy();
    // Not awaited: a text that arrives slowly returns only when its next part is there.
    text.return(undefined).catch(() => undefined);
  }
}

async function* rowsOf(
  records: AsyncGenerator<CsvRecord>,
  header: Header,
  headerRow: number,
  limits: TableLimits,
): AsyncGenerator<TableRow> {
  for await (const { row, cells } of records) {
    if (row - headerRow > limits.rows) throw tooManyRows(limits.rows);
    // Spreadsheets leave empty rows, which count in the addresses.
    if (isBlank(cells)) continue;
    const long = cells.findIndex((cell) => cell.length > limits.cellLength);
    if (long >= 0) throw tooLongCell(cellAddress(row - 1, long), limits.cellLength);
    yield new TableRow(row, cells.map(unguarded), header);
  }
}

/**
 * The row of the header: the first one that names all needed columns. Without it the one that names the
 * most, so that the refusal says what that one lacks.
 */
async function headerIn(
  records: AsyncGenerator<CsvRecord>,
  columns: readonly TableColumn[],
): Promise<CsvRecord> {
  let best: (CsvRecord & { named: number }) | undefined;
  for (let read = 0; read < headerWithin; read += 1) {
    const next = await records.next();
    if (next.done) break;
    const { cells } = next.value;
    if (isHeader(cells, columns)) return next.value;
    const named = namedColumns(cells, columns);
    if (!isBlank(cells) && named > (best?.named ?? -1)) best = { ...next.value, named };
  }
  if (!best) throw empty();
  return best;
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
  const separator = separatorOf(start, columns);
  const records = recordsOf(start, text, separator, limits);
  try {
    const { row, cells } = await headerIn(records, columns);
    const header = headerOf(cells, columns);
    return { header: cells, separator, rows: rowsOf(records, header, row, limits) };
  } catch (error) {
    await records.return(undefined);
    throw error;
  }
}
