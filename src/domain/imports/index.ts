// Class and enumerations
export { ImportKind, ImportMode } from "./enums.js";
export { Import, rejectedKeyOf } from "./import.js";
export {
  type Checked,
  checkImport,
  checkTable,
  importTable,
  inspectTable,
} from "./import-table.js";
// Import and export of tables
export { leftAloneTexts } from "./rows/row-outcome.js";
export type { LeftRow } from "./rows/row-report.js";
export { tableOf } from "./table-export.js";
// Use cases
export { importMutations } from "./undo/undo-import.js";
