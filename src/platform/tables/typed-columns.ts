import { utcOffsetMs } from "../jakarta.js";
import { joinedTexts } from "./cell-list.js";
import type { CsvCell } from "./csv-writer.js";
import { isExact } from "./shown-text.js";
import { xstring } from "./xstring.js";

/** The kind of a column's values. */
export type CellKind =
  | "text"
  | "whole"
  | "number"
  | "money"
  | "boolean"
  | "date"
  | "instant"
  | "json";

/** A column of typed cells, whose values are those of a GraphQL answer. */
export interface TypedColumn {
  heading: string;
  kind: CellKind;
  /** True where a cell holds a list of such values. */
  isList: boolean;
}

const textOf = (value: unknown): string =>
  typeof value === "object" ? JSON.stringify(value) : String(value);

const listText = (value: unknown): string =>
  Array.isArray(value) ? joinedTexts(value.map(textOf)) : textOf(value);

/** The value of a cell of a CSV. Money has all its digits, instants are in UTC as the API shows them. */
export function csvValue(value: unknown, { kind, isList }: TypedColumn): CsvCell {
  if (value === null || value === undefined) return null;
  if (isList) return listText(value);
  if (kind === "money") return BigInt(String(value));
  if (typeof value === "number" || typeof value === "boolean") return value;
  return textOf(value);
}

/** The most characters of a cell in a workbook. */
const longestCell = 32_767;

const sheetText = (text: string): string =>
  xstring(text.length > longestCell ? `${text.slice(0, longestCell - 1).toWellFormed()}…` : text);

/**
 * The value of a cell of a workbook. Money is a number where a spreadsheet keeps all its digits, else a text;
 * dates and instants are dates of the spreadsheet, instants in western Indonesian time (WIB).
 */
export function sheetValue(
  value: unknown,
  { kind, isList }: TypedColumn,
): string | number | boolean | Date | null {
  if (value === null || value === undefined) return null;
  if (isList) return sheetText(listText(value));
  if (kind === "money") return isExact(Number(value)) ? Number(value) : String(value);
  if (kind === "date") return new Date(`${value}T00:00:00Z`);
  if (kind === "instant") return new Date(Date.parse(String(value)) + utcOffsetMs);
  if (typeof value === "number" || typeof value === "boolean") return value;
  return sheetText(textOf(value));
}

/** The format of a column's cells in a workbook, and its width in characters. */
const sheetForms: Readonly<Record<CellKind, { numFmt?: string; width: number }>> = {
  text: { width: 28 },
  whole: { numFmt: "0", width: 12 },
  number: { width: 14 },
  money: { numFmt: "#,##0", width: 20 },
  boolean: { width: 10 },
  date: { numFmt: "yyyy-mm-dd", width: 12 },
  instant: { numFmt: "yyyy-mm-dd hh:mm:ss", width: 20 },
  json: { width: 40 },
};

/** The form of a column in a workbook; as wide as its heading at least. */
export function sheetColumn({ heading, kind, isList }: TypedColumn) {
  const { width, ...format } = isList ? sheetForms.text : sheetForms[kind];
  return { ...format, width: Math.min(60, Math.max(width, heading.length + 2)) };
}
