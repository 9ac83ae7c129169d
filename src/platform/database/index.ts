export { isLostConnection, NoAnswer } from "./bounded-client.js";
export { Connections, type ConnectionsOptions, type PoolFigures } from "./connections.js";
export { openExportPool } from "./export-pool.js";
export { heldUntilText, isHeldUntil } from "./held-until.js";
export {
  migrate,
  migrationNames,
  NewerDatabase,
  pendingMigrations,
  preparing,
  refuseNewer,
} from "./migrate.js";
export { connectDatabase, type DatabaseOptions } from "./orm.js";
export { flushLast } from "./orm-driver.js";
export { PreparedRuns, type Repeated } from "./prepared-runs.js";
export { openReadPool } from "./read-pool.js";
export { grantRights, missingRights, type RunSql, sqlBy, sqlOn, standingOf } from "./rights.js";
export { addressAs, RoleFault, type Roles, roleOf, setUpRoles, verifierOf } from "./roles.js";
export { originSql, Standby } from "./standby.js";
export { clientOf, plansForValues, sendAhead } from "./statement-driver.js";
export { commandOf, statementHash } from "./statement-span.js";
export type { AnsweredStatement, SlowStatements } from "./statement-watch.js";
export { DatabaseWatch, longestSilenceMs } from "./watch.js";
