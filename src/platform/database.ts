import { ReflectMetadataProvider } from "@mikro-orm/decorators/legacy";
import { Migrator } from "@mikro-orm/migrations";
import { type EntityClass, type EventSubscriber, MikroORM } from "@mikro-orm/postgresql";
import pg from "pg";
import type { Logger } from "./logger.js";

/** The options of the ORM's connection. */
export interface DatabaseOptions {
  /** A `postgres://` address; `?host=/folder` reaches a Unix socket. */
  url: string;
  entities: EntityClass<object>[];
  subscribers: EventSubscriber[];
  /** The folder of the compiled migrations, and of their sources with the snapshot. */
  migrations: { compiled: string; sources: string; useSnapshot?: boolean };
  poolSize: number;
  statementTimeoutMs: number;
  logger: Logger;
}

/**
 * Releases a connection that was lost during a transaction. Kysely releases one only after a successful
 * commit or rollback, which is impossible then: each lost connection would take a place of the pool,
 * until none is left.
 */
function releaseLost(pool: pg.Pool): void {
  const acquired = new Set<pg.PoolClient>();
  pool.on("acquire", (client) => acquired.add(client));
  pool.on("release", (_, client) => acquired.delete(client));
  pool.on("connect", (client) => {
    const release = () => acquired.has(client) && client.release(true);
    // Outside of transactions Kysely releases it itself, after this event.
    client.once("end", () => setImmediate(release));
  });
}

/** The settings of every session, in the form of a connection string's `options`. */
function sessionOptions(statementTimeoutMs: number, more: Record<string, string> = {}): string {
  const settings = {
    statement_timeout: statementTimeoutMs,
    // The end of the largest import locks the ledger's head for less, also on a busy machine.
    lock_timeout: 20_000,
    idle_in_transaction_session_timeout: 30_000,
    timezone: "UTC",
    ...more,
  };
  return Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(" ");
}

/** The options of the connections for planned reads. */
export type ReadPoolOptions = Pick<
  DatabaseOptions,
  "url" | "poolSize" | "statementTimeoutMs" | "logger"
>;

/**
 * The connections for planned reads. They are apart from the ORM's, so that many reads do not delay a
 * write. Postgres makes one generic plan for each prepared statement: planning a portal's document costs
 * more than a plan for the actual values would save. The connections stay open, because a connection's
 * prepared statements end with it.
 */
export function openReadPool(options: ReadPoolOptions): pg.Pool {
  const { url, poolSize, statementTimeoutMs, logger } = options;
  const pool = new pg.Pool({
    connectionString: url,
    options: sessionOptions(statementTimeoutMs, {
      plan_cache_mode: "force_generic_plan",
      jit: "off",
    }),
    application_name: "rembuk-reads",
    max: poolSize,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 600_000,
    keepAlive: true,
  });
  const warn = (error: Error) => logger.warn({ err: error }, "a connection for reads ended");
  pool.on("error", warn);
  // The pool handles errors of idle connections only: one during a read would end the process.
  pool.on("connect", (client) => client.on("error", warn));
  return pool;
}

/**
 * Connects the ORM. Every session has timeouts, so that a session that has stopped holds no lock, above
 * all not that of the ledger's head.
 */
export async function connectDatabase(options: DatabaseOptions): Promise<MikroORM> {
  const { url, entities, subscribers, migrations, poolSize, statementTimeoutMs, logger } = options;
  return MikroORM.init({
    clientUrl: url,
    entities,
    subscribers,
    metadataProvider: ReflectMetadataProvider,
    metadataCache: { enabled: false },
    preferReadReplicas: false,
    extensions: [Migrator],
    driverOptions: {
      connectionString: url,
      options: sessionOptions(statementTimeoutMs),
      application_name: "rembuk",
      max: poolSize,
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
      onPoolCreated: releaseLost,
    },
    migrations: {
      path: migrations.compiled,
      pathTs: migrations.sources,
      // Only the making of a migration writes the snapshot; a start does not.
      snapshot: migrations.useSnapshot ?? false,
      snapshotName: ".snapshot",
      tableName: "schema_migration",
      emit: "ts",
      allOrNothing: true,
      fileName: (timestamp, name) => `${timestamp}_${name ?? "change"}`,
    },
    // The ledger's own table, functions and guards belong to no class: their migration makes them.
    schemaGenerator: { skipTables: ["ledger_head"], ignoreTriggers: true, ignoreRoutines: true },
    logger: (message) => logger.debug({ orm: message }, "orm"),
    colors: false,
  });
}
