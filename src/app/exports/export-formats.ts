import { Readable } from "node:stream";
import type { Language } from "../../platform/errors.js";
import {
  csvForms,
  csvOfRows,
  csvType,
  type TypedRows,
  workbookOfRows,
  xlsxType,
} from "../../platform/tables/index.js";
import type { ExportColumn } from "./export-columns.js";

/** The formats of exports, by the ending of their files, and their media types. */
export const exportFormats = {
  csv: `${csvType}; charset=utf-8`,
  xlsx: xlsxType,
  ndjson: "application/x-ndjson; charset=utf-8",
  json: "application/json; charset=utf-8",
} as const;
export type ExportFormat = keyof typeof exportFormats;

/** Tells the ending of a file that can be made. */
export const isExportFormat = (ending: string): ending is ExportFormat =>
  Object.hasOwn(exportFormats, ending);

/** The rows of an export as JSON texts, in batches. */
export type RowTexts = AsyncIterable<readonly string[]>;

/** The form of an export. */
export interface ExportForm {
  format: ExportFormat;
  /** The name of a workbook's sheet. */
  name: string;
  columns: readonly ExportColumn[];
  /** The language of headings, and of separators and decimal signs in a CSV. */
  language: Language;
}

/** The content of an export; its rows are read as the content is taken. */
export function contentOf(
  rows: RowTexts,
  { format, name, columns, language }: ExportForm,
): Readable {
  switch (format) {
    case "csv":
      return streamOf(csvOfRows(columns, valuesOf(rows, columns), csvForms[language]));
    case "xlsx":
      return workbookOfRows(name, columns, valuesOf(rows, columns));
    case "ndjson":
      return streamOf(linesOf(keyed(rows, columns)));
    case "json":
      return streamOf(listOf(keyed(rows, columns)));
  }
}

const streamOf = (chunks: AsyncIterable<Buffer>): Readable =>
  Readable.from(chunks, { objectMode: false });

async function* valuesOf(rows: RowTexts, columns: readonly ExportColumn[]): TypedRows {
  for await (const batch of rows) {
    yield batch.map((text) => {
      const row: unknown = JSON.parse(text);
      return columns.map((column) => column.read(row));
    });
  }
}

/** The rows as objects by the keys of their columns, where columns have keys; else as they are. */
function keyed(rows: RowTexts, columns: readonly ExportColumn[]): RowTexts {
  return columns.some(({ key }) => key === undefined) ? rows : objectsOf(rows, columns);
}

async function* objectsOf(rows: RowTexts, columns: readonly ExportColumn[]): RowTexts {
  for await (const batch of rows) {
    yield batch.map((text) => {
      const row: unknown = JSON.parse(text);
      return JSON.stringify(
        Object.fromEntries(columns.map((column) => [column.key, column.read(row)])),
      );
    });
  }
}

async function* linesOf(rows: RowTexts): AsyncGenerator<Buffer> {
  for await (const batch of rows) yield Buffer.from(`${batch.join("\n")}\n`);
}

async function* listOf(rows: RowTexts): AsyncGenerator<Buffer> {
  let before = "[\n";
  for await (const batch of rows) {
    yield Buffer.from(before + batch.join(",\n"));
    before = ",\n";
  }
  yield Buffer.from(before === "[\n" ? "[]\n" : "\n]\n");
}
