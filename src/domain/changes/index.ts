export * from "./change.js";
export * from "./change-visibility.js";
export * from "./node-resolver.js";
export * from "./subscription-resolver.js";
