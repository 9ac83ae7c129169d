export * from "./enums.js";
export * from "./import.js";
export * from "./import-table.js";
export * from "./table-export.js";
