export { type CellFault, CellFaults, faultOfCell } from "./cell-fault.js";
export { errorColumn, type Separator, type TableColumn } from "./csv-header.js";
export {
  defaultTableLimits,
  readCsv,
  type Table,
  type TableLimits,
  TableRow,
} from "./csv-reader.js";
export { type CsvCell, writeCsv } from "./csv-writer.js";
export { type RefusalReason, tableRefusal } from "./table-refusal.js";
export { type ReadSheet, type ReadWorkbook, readWorkbook, valueFault } from "./workbook-reader.js";
export {
  type CellRule,
  optionsSheet,
  type PlannedCell,
  type PlannedSheet,
  writeWorkbook,
} from "./workbook-writer.js";
export type { CellContent } from "./xlsx-cells.js";
export { defaultWorkbookLimits, type WorkbookLimits } from "./xlsx-package.js";

/** The media type of a CSV. */
export const csvType = "text/csv";

/** The media type of a workbook. */
export const xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
