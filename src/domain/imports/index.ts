export * from "./enums.js";
export * from "./import.js";
export * from "./import-service.js";
export * from "./table-export.js";
