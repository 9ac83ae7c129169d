import type { Sheet } from "hucre";
import { readXlsx } from "hucre/xlsx";
import { columnLetters } from "./cell-fault.js";
import type { CheckedPackage } from "./xlsx-package.js";

/** The content of a cell, by its type in the file; no type is guessed from a text. */
export type CellContent =
  | { kind: "text"; value: string }
  /** `isPercent` is true for a format of per cent: the cell shows a hundred times its value. */
  | { kind: "number"; value: number; isPercent?: true }
  | { kind: "boolean"; value: boolean }
  /** As in the sheet: `2026-01-31`, or `2026-01-31T08:30:00` with a time of day. */
  | { kind: "date"; value: string }
  | { kind: "formula"; value: string }
  /** As `#N/A`. */
  | { kind: "error"; value: string };

/** A cell with content; its row and column are counted from 0. */
export type PlacedCell = readonly [row: number, column: number, content: CellContent];

/** The content of a sheet. */
export interface SheetCells {
  name: string;
  hidden: boolean;
  cells: PlacedCell[];
}

/** The limits of a read: rows and columns of each sheet, cells of all together. */
export interface CellLimits {
  rows: number;
  columns: number;
  cells: number;
}

type Value = Sheet["rows"][number][number];

const dateText = (date: Date): string =>
  date
    .toISOString()
    .replace(/\.\d{3}Z$/, "")
    .replace(/T00:00:00$/, "");

/** The sections of a number format, without what it shows as it stands: `0.0"%"` is no per cent. */
const sectionsOf = (format: string): string[] =>
  format.replaceAll(/"[^"]*"|\\.|[_*].|\[[^\]]*\]/gs, "").split(";");

/** True if a number format multiplies the number by a hundred. */
function isPercentFormat(format: string, value: number): boolean {
  const [positive = "", negative = positive, zero = positive] = sectionsOf(format);
  const section = value === 0 ? zero : value < 0 ? negative : positive;
  return section.includes("%");
}

function plainContent(value: Value, format = ""): CellContent | undefined {
  if (value === null || value === "") return undefined;
  if (typeof value === "number") {
    return {
      kind: "number",
      value,
      ...(isPercentFormat(format, value) ? { isPercent: true } : {}),
    };
  }
  if (typeof value === "boolean") return { kind: "boolean", value };
  if (typeof value === "string") return { kind: "text", value };
  return { kind: "date", value: dateText(value) };
}

function contentAt(sheet: Sheet, row: number, column: number): CellContent | undefined {
  const value = sheet.rows[row]?.[column] ?? null;
  const detail = sheet.cells?.get(`${row},${column}`);
  // A cell that shares another cell's formula has an empty text as its formula.
  if (detail?.formula !== undefined) return { kind: "formula", value: detail.formula };
  if (detail?.type === "error") return { kind: "error", value: String(detail.value) };
  return plainContent(value, detail?.style?.numFmt);
}

function cellsOf(sheet: Sheet): SheetCells {
  const cells: PlacedCell[] = [];
  for (const [row, values] of sheet.rows.entries()) {
    for (const column of values.keys()) {
      const content = contentAt(sheet, row, column);
      if (content) cells.push([row, column, content]);
    }
  }
  return { name: sheet.name, hidden: Boolean(sheet.hidden || sheet.veryHidden), cells };
}

/**
 * The cells of a checked package within `rows` and `columns`; cells outside are not read. Undefined if
 * more than `cells` have content. Formats are read where some cell may have one of per cent: they cost
 * memory for each cell, empty ones too.
 */
export async function cellsOfPackage(
  { content, hasPercents }: CheckedPackage,
  { rows, columns, cells: maxCells }: CellLimits,
): Promise<SheetCells[] | undefined> {
  const range = `A1:${columnLetters(columns - 1)}${rows}`;
  const { sheets } = await readXlsx(content, { range, readStyles: hasPercents });
  const read = sheets.map(cellsOf);
  return read.reduce((sum, { cells }) => sum + cells.length, 0) > maxCells ? undefined : read;
}
