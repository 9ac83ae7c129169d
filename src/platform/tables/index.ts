export { type CellFault, CellFaults, faultOfCell } from "./cell-fault.js";
export { joinedTexts, textsIn } from "./cell-list.js";
export { errorColumn, type Separator, type TableColumn } from "./csv-header.js";
export { defaultTableLimits, readCsv, type Table, type TableLimits } from "./csv-reader.js";
export {
  type CsvCell,
  type CsvForm,
  cellText,
  csvForms,
  decimalsOf,
  writeCsv,
} from "./csv-writer.js";
export {
  keepsDigits,
  losesDigits,
  type NumberFault,
  type NumberForm,
  numberForms,
  readNumber,
  readWhole,
  withForms,
} from "./number-text.js";
export { isExact, longestNumber, shownText } from "./shown-text.js";
export { type RefusalReason, tableRefusal } from "./table-refusal.js";
export type { TableRow } from "./table-row.js";
export {
  csvOfRows,
  mostSheetRows,
  type TypedRows,
  workbookOfRows,
} from "./table-streams.js";
export type { CellKind, TypedColumn } from "./typed-columns.js";
export { type ReadSheet, type ReadWorkbook, readWorkbook, valueFault } from "./workbook-reader.js";
export {
  type CellRule,
  optionsSheet,
  type PlannedCell,
  type PlannedSheet,
  textFormat,
  writeWorkbook,
} from "./workbook-writer.js";
export type { CellContent } from "./xlsx-cells.js";
export { defaultWorkbookLimits, type WorkbookLimits } from "./xlsx-package.js";

/** The media type of a CSV. */
export const csvType = "text/csv";

/**
 * The media types that browsers and programs declare for a CSV. A browser asks its system for the type of
 * a file: on Windows with Excel that is Excel's own.
 */
export const csvTypes: readonly string[] = [
  csvType,
  "application/vnd.ms-excel",
  "application/csv",
  "text/x-csv",
  "text/comma-separated-values",
  "text/tab-separated-values",
  "text/plain",
];

/** The media type of a workbook. */
export const xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
