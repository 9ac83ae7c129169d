export { isLostConnection, NoAnswer } from "./bounded-client.js";
export { Connections, type ConnectionsOptions } from "./connections.js";
export { openExportPool } from "./export-pool.js";
export { migrate, preparing } from "./migrate.js";
export { connectDatabase, type DatabaseOptions } from "./orm.js";
export { openReadPool } from "./read-pool.js";
export { originSql, Standby } from "./standby.js";
export { DatabaseWatch } from "./watch.js";
