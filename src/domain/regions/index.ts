export * from "./region.js";
export * from "./region-catalogue.js";
export * from "./region-code.js";
export * from "./region-load.js";
