export * from "./change-source.js";
export * from "./group.js";
export * from "./live-groups.js";
