import type { Cell, CellStyle, DataValidation, WriteSheet } from "hucre";
import { writeXlsx } from "hucre/xlsx";
import { cellAddress, columnLetters } from "./cell-fault.js";

/** What a spreadsheet lets a person write into a cell; it helps, and is checked again when read. */
export type CellRule = { message: string } & (
  | { kind: "list"; options: readonly string[] }
  | { kind: "whole" | "decimal"; min: number; max: number }
  | { kind: "length"; max: number }
);

/** A cell of a workbook to be written. */
export interface PlannedCell {
  /** A text is written as a text, even when it looks like a formula. */
  value?: string | number | boolean | Date | null;
  bold?: boolean;
  /** As `0.00` or `yyyy-mm-dd`. */
  format?: string;
  /** Whether people may write into it where the sheet is protected. */
  open?: boolean;
  rule?: CellRule;
}

/** A sheet of a workbook to be written. */
export interface PlannedSheet {
  /** At most 31 characters, none of \ / ? * [ ] : in it. */
  name: string;
  /** The columns' widths, in characters. */
  widths: readonly number[];
  rows: readonly (readonly PlannedCell[])[];
  /** How many rows stay in sight. */
  frozenRows?: number;
  /** Lets people write into open cells only; without a password, so that it can be taken off. */
  isProtected?: boolean;
  /** Not shown to people; what the hub needs to know the file again. */
  hidden?: boolean;
}

/** Holds the options of lists: written into a rule, they could have no commas and 255 letters in all. */
export const optionsSheet = "_options";

/** The lists of a workbook, each in a column of the hidden sheet, and where. */
class OptionLists {
  private readonly places = new Map<string, number>();
  readonly lists: (readonly string[])[] = [];

  /** The reference to a list's cells. */
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
      this.lists.map((options) => options[row] ?? null),
    );
    return [{ name: optionsSheet, rows, veryHidden: true }];
  }
}

function ruleOf(rule: CellRule, range: string, lists: OptionLists): DataValidation {
  const common = {
    range,
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: "stop" as const,
    errorTitle: "Rembuk",
    // Excel takes no more than 255 characters.
    errorMessage: rule.message.slice(0, 255),
  };
  if (rule.kind === "list") {
    return { ...common, type: "list", formula1: lists.placeOf(rule.options) };
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
      cells.set(`${row},${column}`, { value: cell.value ?? null, style: styleOf(cell) });
      if (cell.rule) rules.push(ruleOf(cell.rule, cellAddress(row, column), lists));
    }
  }
  return {
    name,
    columns: widths.map((width) => ({ width })),
    rows: rows.map((row) => row.map(({ value = null }) => value)),
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
