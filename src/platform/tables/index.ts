export * from "./cell-fault.js";
export { errorColumn, type Separator, type TableColumn } from "./csv-header.js";
export * from "./csv-reader.js";
export * from "./csv-writer.js";
export { type RefusalReason, tableRefusal } from "./table-refusal.js";
export * from "./workbook-reader.js";
export * from "./workbook-writer.js";
export type { CellContent } from "./xlsx-cells.js";
export { defaultWorkbookLimits, type WorkbookLimits } from "./xlsx-package.js";

/** Media types of tables, as they are declared on the wire. */
export const csvType = "text/csv";
export const xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
