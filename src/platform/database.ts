import { ReflectMetadataProvider } from "@mikro-orm/decorators/legacy";
import { Migrator } from "@mikro-orm/migrations";
import { type EntityClass, type EventSubscriber, MikroORM } from "@mikro-orm/postgresql";
import pg from "pg";
import type { Logger } from "./logger.js";

/** How to reach the database and what to map there. */
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
 * Gives the place of a connection that ended while a transaction had it back to the pool. Kysely
 * releases a connection after a commit or rollback that worked, and here neither can: each cut would
 * leave the pool smaller by one, until the hub answers nothing.
 */
function replaceCut(pool: pg.Pool): void {
  const lent = new Set<pg.PoolClient>();
  pool.on("acquire", (client) => lent.add(client));
  pool.on("release", (_, client) => lent.delete(client));
  pool.on("connect", (client) => {
    const giveBack = () => lent.has(client) && client.release(true);
    // Outside transactions Kysely releases it too, as soon as it has heard.
    client.once("end", () => setImmediate(giveBack));
  });
}

/** The settings of every session, as a connection string's `options` have them. */
function sessionOptions(statementTimeoutMs: number, more: Record<string, string> = {}): string {
  const settings = {
    statement_timeout: statementTimeoutMs,
    // Longer than the end of the largest import holds the ledger's head on a busy machine.
    lock_timeout: 20_000,
    idle_in_transaction_session_timeout: 30_000,
    timezone: "UTC",
    ...more,
  };
  return Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(" ");
}

/** What the connections for planned reads are opened with. */
export type ReadPoolOptions = Pick<
  DatabaseOptions,
  "url" | "poolSize" | "statementTimeoutMs" | "logger"
>;

/**
 * Connections for planned reads, apart from the ORM's: many reads keep no write waiting. Postgres plans
 * each prepared statement once there, for whatever values: planning a portal's view costs more than a
 * plan made for the values at hand would save. They stay open, as what they have prepared goes with them.
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
  // The pool hears its idle connections only: one that breaks off during a read would end the process.
  pool.on("connect", (client) => client.on("error", warn));
  return pool;
}

/**
 * Connects the ORM. Every session gets time-outs, so that no lock, and above all not the ledger's
 * head, is held by a session that has stopped.
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
      onPoolCreated: replaceCut,
    },
    migrations: {
      path: migrations.compiled,
      pathTs: migrations.sources,
      // The snapshot is written when a developer makes a migration, never by a start.
      snapshot: migrations.useSnapshot ?? false,
      snapshotName: ".snapshot",
      tableName: "schema_migration",
      emit: "ts",
      allOrNothing: true,
      fileName: (timestamp, name) => `${timestamp}_${name ?? "change"}`,
    },
    // The ledger's own table, functions and guards are no class's: their migration describes them.
    schemaGenerator: { skipTables: ["ledger_head"], ignoreTriggers: true, ignoreRoutines: true },
    logger: (message) => logger.debug({ orm: message }, "orm"),
    colors: false,
  });
}
