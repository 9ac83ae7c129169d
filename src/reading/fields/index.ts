export * from "./children.js";
export * from "./column.js";
export * from "./computed.js";
export * from "./derived.js";
export * from "./formula.js";
export * from "./node-reference.js";
export * from "./reference.js";
export * from "./references.js";
