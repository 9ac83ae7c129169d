import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { stringify } from "csv-stringify/sync";
import { writeXlsxStream } from "hucre/xlsx";
import { HubError } from "../errors.js";
import { TimeSlice } from "../time-slice.js";
import { type CsvForm, csvOptions } from "./csv-writer.js";
import { csvValue, sheetColumn, sheetValue, type TypedColumn } from "./typed-columns.js";
import { xstring } from "./xstring.js";

// Tables of any length, written as their rows come: batch by batch, with the event loop given back between.

/** Batches of rows, each with a value for each column, as a GraphQL answer has it. */
export type TypedRows = AsyncIterable<readonly (readonly unknown[])[]>;

/** The cells that are written in one go: some 5 ms. */
const cellsAtOnce = 8_192;

/** The rows in pieces that do not hold the event loop. */
async function* inPieces(rows: TypedRows, columns: number): AsyncGenerator<readonly unknown[][]> {
  const slice = new TimeSlice();
  const most = Math.max(1, Math.floor(cellsAtOnce / columns));
  for await (const batch of rows) {
    for (let at = 0; at < batch.length; at += most) {
      yield batch.slice(at, at + most) as unknown[][];
      await slice.pause();
    }
  }
}

/** A CSV (RFC 4180) of typed columns, with a byte order mark. */
export async function* csvOfRows(
  columns: readonly TypedColumn[],
  rows: TypedRows,
  form: CsvForm,
): AsyncGenerator<Buffer> {
  const options = csvOptions(form);
  const header = columns.map(({ heading }) => heading);
  yield Buffer.from(stringify([header], { ...options, bom: true }));
  for await (const piece of inPieces(rows, columns.length)) {
    const cells = piece.map((row) => columns.map((column, at) => csvValue(row[at], column) ?? ""));
    yield Buffer.from(stringify(cells, { ...options, bom: false }));
  }
}

/** The most rows of a sheet, its header among them: a limit of Excel. */
export const mostSheetRows = 1_048_576;

const tooManyRows = (limit: number) =>
  new HubError(
    "BAD_USER_INPUT",
    {
      en: `A sheet of a workbook has at most ${limit} rows below its header, and this table has more; narrow it, or take it as CSV.`,
      id: `Satu lembar buku kerja memuat paling banyak ${limit} baris di bawah judulnya, dan tabel ini lebih panjang; persempit, atau ambil sebagai CSV.`,
    },
    { reason: "TOO_MANY_ROWS", limit },
    [
      {
        path: "format",
        message: { en: `takes at most ${limit} rows`, id: `memuat paling banyak ${limit} baris` },
      },
    ],
  );

async function* sheetRows(
  columns: readonly TypedColumn[],
  rows: TypedRows,
  limit: number,
): AsyncGenerator<ReturnType<typeof sheetValue>[]> {
  let count = 1;
  yield columns.map(({ heading }) => xstring(heading));
  for await (const piece of inPieces(rows, columns.length)) {
    count += piece.length;
    if (count > limit) throw tooManyRows(limit - 1);
    for (const row of piece) yield columns.map((column, at) => sheetValue(row[at], column));
  }
}

/**
 * A workbook (.xlsx) of one sheet of typed columns, whose header stays visible. Ends with BAD_USER_INPUT
 * and the reason TOO_MANY_ROWS where there are more rows than a sheet has.
 */
export function workbookOfRows(
  name: string,
  columns: readonly TypedColumn[],
  rows: TypedRows,
  limit = mostSheetRows,
): Readable {
  const stream = writeXlsxStream(sheetRows(columns, rows, limit), {
    name: name.slice(0, 31),
    columns: columns.map(sheetColumn),
    freezePane: { rows: 1 },
    maxRowsPerSheet: limit + 1,
  });
  // The cast: the types of Node's streams and of the browsers' differ.
  return Readable.fromWeb(stream as ReadableStream<Uint8Array>);
}
