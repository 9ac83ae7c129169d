import type { Text } from "../errors.js";
import { tableRefusal } from "./table-refusal.js";

/** A known column of a table. */
export interface TableColumn {
  /** Its name in the header, in upper or lower case. */
  name: string;
  /** True if a table without it is refused. */
  needed: boolean;
}

/** The columns of a table by their places. */
export class Header {
  private readonly headed: ReadonlySet<number>;

  constructor(
    /** The indexes of the columns by their names, counted from 0. */
    private readonly indexes: ReadonlyMap<string, number>,
  ) {
    this.headed = new Set(indexes.values());
  }

  /** The index of a column, counted from 0; undefined if the table lacks it. */
  indexOf(column: string): number | undefined {
    return this.indexes.get(column);
  }

  /** The index of the first cell with content that no column has; -1 without one. */
  firstStray(cells: readonly string[]): number {
    return cells.findIndex((cell, at) => !this.headed.has(at) && cell.trim() !== "");
  }
}

/** The characters between cells that a table may have. */
const separators = [",", ";", "\t"] as const;
export type Separator = (typeof separators)[number];

/** The column that says what is wrong with a rejected row. */
export const errorColumn = "error";

/** The number of first rows of a file among which the header is: titles and empty rows may precede it. */
export const headerWithin = 20;

/** A name without its case; other programs write `region_name` for `region name`. */
const folded = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replaceAll(/[_\s]+/g, " ");

/** The number of columns that a row names. */
export function namedColumns(cells: readonly string[], columns: readonly TableColumn[]): number {
  const names = new Set(cells.map(folded));
  return columns.filter(({ name }) => names.has(name)).length;
}

/** True if a row names every column that a table needs. */
export const isHeader = (cells: readonly string[], columns: readonly TableColumn[]): boolean => {
  const needed = columns.filter((column) => column.needed);
  return namedColumns(cells, needed) === needed.length;
};

/** The text without the line breaks in its quoted cells. */
const withoutQuotedBreaks = (text: string): string =>
  text.replaceAll(/"[^"]*"/g, (cell) => cell.replaceAll(/[\r\n]+/g, " "));

const rowEnd = /\r\n?|\n/;

/** True if a text has all rows among which the header is. */
export const holdsHeader = (start: string): boolean =>
  withoutQuotedBreaks(start).split(rowEnd, headerWithin + 1).length > headerWithin;

/** The number of cells by which a separator is judged. */
const judgedCells = 1000;

const cellsOf = (row: string, separator: Separator): string[] =>
  row.split(separator, judgedCells).map((cell) => cell.trim().replace(/^"(.*)"$/, "$1"));

const frequency = (row: string, separator: Separator): number =>
  row.replaceAll(/"[^"]*"/g, "").split(separator, judgedCells).length;

/**
 * The separator of a table, by its first rows: the one by which a row names the most columns; without
 * such a row, the one that the first row has most often. A line `sep=;`, which Excel understands, is not
 * followed: the header itself shows the separator. The `delimiter_auto` of csv-parse cannot replace this:
 * it counts letters as candidates too, and fails at the first character beyond ASCII.
 */
export function separatorOf(start: string, columns: readonly TableColumn[]): Separator {
  const rows = withoutQuotedBreaks(start).split(rowEnd, headerWithin);
  const first = rows.find((row) => row.trim() !== "") ?? "";
  const judged = separators.map((separator) => ({
    separator,
    named: Math.max(...rows.map((row) => namedColumns(cellsOf(row, separator), columns))),
    often: frequency(first, separator),
  }));
  judged.sort((a, b) => b.named - a.named || b.often - a.often);
  return judged[0]?.separator ?? ",";
}

const listed = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(", ");

/** The sentence about a list of names; none for an empty list. */
const sentence = (names: readonly string[], en: string, id: string): Text[] =>
  names.length === 0 ? [] : [{ en: `${en} ${listed(names)}.`, id: `${id} ${listed(names)}.` }];

/** A shortened name for messages: in a file that is not a table, it may have any length. */
const shown = (name: string): string => (name.length > 60 ? `${name.slice(0, 60)}…` : name);
const maxShown = 20;

/**
 * The indexes of a table's columns. Refuses a table that lacks a needed column, has a column twice, or
 * has an unknown one, whose content would be lost silently.
 */
export function headerOf(cells: readonly string[], columns: readonly TableColumn[]): Header {
  const known = new Map(columns.map((column) => [folded(column.name), column.name]));
  const header = new Map<string, number>();
  const unknown: string[] = [];
  const twice: string[] = [];
  for (const [at, cell] of cells.entries()) {
    const name = known.get(folded(cell));
    if (name !== undefined && header.has(name)) twice.push(name);
    else if (name !== undefined) header.set(name, at);
    else if (folded(cell) !== "") unknown.push(shown(cell.trim()));
  }
  const lacking = columns.filter(({ name, needed }) => needed && !header.has(name));
  const missing = lacking.map(({ name }) => name);
  const faults = [
    ...sentence(missing, "The header lacks", "Kepala tabel tidak memuat"),
    ...sentence(unknown.slice(0, maxShown), "The header has unknown", "Kolom tak dikenal:"),
    ...sentence(twice, "The header has twice", "Kolom yang muncul dua kali:"),
  ];
  if (faults.length === 0) return new Header(header);
  const text = {
    en: faults.map(({ en }) => en).join(" "),
    id: faults.map(({ id }) => id).join(" "),
  };
  throw tableRefusal("COLUMNS", text, { missing, unknown: unknown.slice(0, maxShown), twice });
}
