export { ChangedTables } from "./changed-tables.js";
export { type Basis, type Cached, ExactCache } from "./exact-cache.js";
