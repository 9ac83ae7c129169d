export { ChangedTables, tablesToldBy } from "./changed-tables.js";
export { type Basis, ExactCache, type Kept } from "./exact-cache.js";
export { readsOf, type StatementReads } from "./statement-reads.js";
