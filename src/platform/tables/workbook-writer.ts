import type { Cell, CellStyle, DataValidation, WriteSheet } from "hucre";
import { writeXlsx } from "hucre/xlsx";
import { cellAddress, columnLetters } from "./cell-fault.js";
import { xstring } from "./xstring.js";

/** The format of cells of text, in which spreadsheets keep what is typed. */
export const textFormat = "@";

/** A spreadsheet's own check of a cell's input. It helps people; the reader checks everything again. */
export type CellRule = { message: string } & (
  | { kind: "list"; options: readonly string[] }
  | { kind: "whole" | "decimal" | "percent"; min: number; max: number }
  | { kind: "length"; max: number }
);

/** A cell of a workbook that is written. */
export interface PlannedCell {
  /** A text stays a text, even if it looks like a formula. */
  value?: string | number | boolean | Date | null;
  bold?: boolean;
  /** The number format, as `0.00` or `yyyy-mm-dd`. */
  format?: string;
  /** True if people can write into it in a protected sheet. */
  open?: boolean;
  rule?: CellRule;
}

/** A sheet of a workbook that is written. */
export interface PlannedSheet {
  /** At most 31 characters, without \ / ? * [ ] : */
  name: string;
  /** The widths of the columns, in characters. */
  widths: readonly number[];
  rows: readonly (readonly PlannedCell[])[];
  /** Number of rows that stay visible when scrolling. */
  frozenRows?: number;
  /** True if only open cells can be written. There is no password, so that people can unprotect it. */
  isProtected?: boolean;
  /** True if spreadsheets hide it; for data by which the hub recognises the file. */
  hidden?: boolean;
}

/** The sheet with the options of lists. In a rule itself they could have no comma, and 255 letters in all. */
export const optionsSheet = "_options";

/** The lists of options of a workbook, each in a column of the hidden sheet. */
class OptionLists {
  private readonly places = new Map<string, number>();
  readonly lists: (readonly string[])[] = [];

  /** A reference to a list's cells. */
  placeOf(options: readonly string[]): string {
    const key = JSON.stringify(options);
    const at = this.places.get(key) ?? this.lists.push(options) - 1;
    this.places.set(key, at);
    const column = columnLetters(at);
    return `${optionsSheet}!$${column}$1:$${column}$${Math.max(options.length, 1)}`;
  }

  sheet(): WriteSheet[] {
    if (this.lists.length === 0) return [];
    const height = Math.max(...this.lists.map(({ length }) => length));
    const rows = Array.from({ length: height }, (_, row) =>
      this.lists.map((options) => written(options[row] ?? null)),
    );
    return [{ name: optionsSheet, rows, veryHidden: true }];
  }
}

/** A value in the form in which the library writes it into a cell. */
const written = (value: PlannedCell["value"] = null) =>
  typeof value === "string" ? xstring(value) : value;

/**
 * The condition on a percentage in a cell of text, as `61.5`, `61,5` or `61,5 %`. Only one of the two signs
 * is a decimal sign in the spreadsheet's language, and the smaller number is the one that has it. What is no
 * number counts as 1000, which is no percentage.
 */
function percentCondition(cell: string, min: number, max: number): string {
  const bare = `SUBSTITUTE(${cell},"%","")`;
  const read = (from: string, to: string) =>
    `IFERROR(VALUE(SUBSTITUTE(${bare},"${from}","${to}")),1000)`;
  const number = `MIN(${read(",", ".")},${read(".", ",")})`;
  return `ABS(${number}-${(min + max) / 2})<=${(max - min) / 2}`;
}

function ruleOf(rule: CellRule, range: string, lists: OptionLists): DataValidation {
  const common = {
    range,
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: "stop" as const,
    errorTitle: "Rembuk",
    // Excel's limit is 255 characters.
    errorMessage: xstring(rule.message.slice(0, 255).toWellFormed()),
  };
  if (rule.kind === "list") {
    return { ...common, type: "list", formula1: lists.placeOf(rule.options) };
  }
  if (rule.kind === "percent") {
    return { ...common, type: "custom", formula1: percentCondition(range, rule.min, rule.max) };
  }
  const [type, min] = rule.kind === "length" ? (["textLength", 0] as const) : [rule.kind, rule.min];
  const bounds = { formula1: String(min), formula2: String(rule.max) };
  return { ...common, type, operator: "between", ...bounds };
}

function styleOf({ bold, format, open }: PlannedCell): CellStyle {
  return {
    alignment: { wrapText: true, vertical: "top" },
    ...(bold ? { font: { bold } } : {}),
    ...(format ? { numFmt: format } : {}),
    ...(open ? { protection: { locked: false } } : {}),
  };
}

function sheetOf(planned: PlannedSheet, lists: OptionLists): WriteSheet {
  const { name, widths, rows, frozenRows = 0, isProtected, hidden } = planned;
  const cells = new Map<string, Partial<Cell>>();
  const rules: DataValidation[] = [];
  for (const [row, planned] of rows.entries()) {
    for (const [column, cell] of planned.entries()) {
      cells.set(`${row},${column}`, { value: written(cell.value), style: styleOf(cell) });
      if (cell.rule) rules.push(ruleOf(cell.rule, cellAddress(row, column), lists));
    }
  }
  return {
    name,
    columns: widths.map((width) => ({ width })),
    rows: rows.map((row) => row.map(({ value }) => written(value))),
    cells,
    dataValidations: rules,
    ...(frozenRows > 0 ? { freezePane: { rows: frozenRows } } : {}),
    ...(isProtected ? { protection: { sheet: true, formatColumns: true, formatRows: true } } : {}),
    ...(hidden ? { veryHidden: true } : {}),
  };
}

/** Writes a workbook (.xlsx). */
export async function writeWorkbook(sheets: readonly PlannedSheet[]): Promise<Buffer> {
  const lists = new OptionLists();
  const planned = sheets.map((sheet) => sheetOf(sheet, lists));
  return Buffer.from(await writeXlsx({ sheets: [...planned, ...lists.sheet()] }));
}
