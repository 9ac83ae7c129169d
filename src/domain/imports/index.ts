// Class and enumerations
export { ImportKind, ImportMode } from "./enums.js";
export { Import, rejectedKeyOf } from "./import.js";

// Import and export of tables
export {
  type Checked,
  checkImport,
  checkTable,
  importTable,
  inspectTable,
} from "./import-table.js";
export { tableOf } from "./table-export.js";
