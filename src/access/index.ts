export * from "./actions.js";
export * from "./can.js";
export * from "./viewer.js";
