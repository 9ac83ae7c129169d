export * from "./head.js";
export * from "./ledger.js";
export * from "./line.js";
export * from "./recorder.js";
export * from "./staged-lines.js";
export * from "./tail.js";
export * from "./verify.js";
