import { ReflectMetadataProvider } from "@mikro-orm/decorators/legacy";
import { Migrator } from "@mikro-orm/migrations";
import { type EntityClass, type EventSubscriber, MikroORM } from "@mikro-orm/postgresql";
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
 * Connects the ORM. Every session gets time-outs, so that no lock, and above all not the ledger's
 * head, is held by a session that has stopped.
 */
export async function connectDatabase(options: DatabaseOptions): Promise<MikroORM> {
  const { url, entities, subscribers, migrations, poolSize, statementTimeoutMs, logger } = options;
  const settings = {
    statement_timeout: statementTimeoutMs,
    lock_timeout: 10_000,
    idle_in_transaction_session_timeout: 30_000,
    timezone: "UTC",
  };
  const sessionOptions = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
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
      options: sessionOptions.join(" "),
      application_name: "rembuk",
      max: poolSize,
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
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
