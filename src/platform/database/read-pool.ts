import pg from "pg";
import type { Logger } from "../logger.js";
import { type Connections, checkoutMs } from "./connections.js";

/** The options of the connections for planned reads. */
export interface ReadPoolOptions {
  connections: Connections;
  /** Names it in metrics. */
  name: string;
  poolSize: number;
  logger: Logger;
  /** Checks a new connection, which is closed again where this rejects. */
  onConnect?: (client: pg.ClientBase) => Promise<void>;
}

/**
 * The connections for planned reads. They are apart from the ORM's, so that many reads do not delay a
 * write. Postgres makes one generic plan for each prepared statement: planning a portal's document costs
 * more than a plan for the actual values would save. The connections stay open, because a connection's
 * prepared statements end with it.
 */
export function openReadPool(options: ReadPoolOptions): pg.Pool {
  const { connections, name, poolSize, logger, onConnect } = options;
  const pool = new pg.Pool({
    ...connections.config("rembuk-reads", { plan_cache_mode: "force_generic_plan", jit: "off" }),
    Client: connections.Client,
    max: poolSize,
    connectionTimeoutMillis: checkoutMs,
    idleTimeoutMillis: 600_000,
    ...(onConnect ? { onConnect } : {}),
  });
  // The pool reports errors of idle connections only; those of others reach the read that waits.
  pool.on("error", (error) => logger.debug({ err: error }, "a connection for reads ended"));
  connections.follow(name, pool);
  return pool;
}
