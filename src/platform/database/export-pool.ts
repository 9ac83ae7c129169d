import pg from "pg";
import type { Logger } from "../logger.js";
import { type Connections, checkoutMs } from "./connections.js";

/** The options of the connections for exports. */
export interface ExportPoolOptions {
  connections: Connections;
  /** The number of exports that run at once. */
  exports: number;
  /** The longest that one may take, in milliseconds. */
  mostMs: number;
  logger: Logger;
}

/**
 * The connections for exports. Each holds one for minutes, so they are apart from those of reads and writes,
 * and have a deadline of their own. One connection more ends the statement of an export that is cancelled.
 */
export function openExportPool({
  connections,
  exports,
  mostMs,
  logger,
}: ExportPoolOptions): pg.Pool {
  const pool = new pg.Pool({
    ...connections.config("rembuk-exports", { jit: "off" }),
    Client: connections.clientWithin(mostMs),
    max: exports + 1,
    connectionTimeoutMillis: checkoutMs,
    idleTimeoutMillis: 10_000,
  });
  // The pool reports errors of idle connections only; those of others reach the export that waits.
  pool.on("error", (error) => logger.debug({ err: error }, "a connection for exports ended"));
  connections.follow("export", pool);
  return pool;
}
