export { ChangedTables, tablesChangedWith } from "./changed-tables.js";
export { type Basis, type Cached, ExactCache } from "./exact-cache.js";
