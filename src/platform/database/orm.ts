import { ReflectMetadataProvider } from "@mikro-orm/decorators/legacy";
import { Migrator } from "@mikro-orm/migrations";
import {
  type EntityClass,
  type EventSubscriber,
  MikroORM,
  type PostgreSqlDriver,
} from "@mikro-orm/postgresql";
import type pg from "pg";
import type { Logger } from "../logger.js";
import { type Connections, checkoutMs } from "./connections.js";
import { OrmDriver } from "./orm-driver.js";

/** The options of the ORM's connection. */
export interface DatabaseOptions {
  connections: Connections;
  entities: EntityClass<object>[];
  subscribers: EventSubscriber[];
  /** The folder of the compiled migrations, and of their sources with the snapshot. */
  migrations: { compiled: string; sources: string; useSnapshot?: boolean };
  poolSize: number;
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

/**
 * How long a connection is used: Postgres returns little of the memory that the plans of large statements
 * have taken of it.
 */
const lifetimeSeconds = 900;

/** The tables that belong to no class: of the ledger, of rates, of search; their migrations make them. */
const tablesApart = [
  ...[
    "ledger_head",
    ...["ledger_partitioning", "ledger_archive", "change_kept"],
    "schema_support",
    "rate_limit",
    "region_code",
    "region_boundary",
    "export_lease",
    "webhook_secret",
    "webhook_state",
    "ledger_feed",
    "backup_state",
  ],
  // A partition of the ledger that is no part of it any more, and waits for its end.
  /^change_(before|from_\d+)$/,
  /_search$/,
];

const poolOptions = ({ connections, poolSize }: DatabaseOptions) => ({
  ...connections.config("rembuk"),
  Client: connections.Client,
  max: poolSize,
  connectionTimeoutMillis: checkoutMs,
  maxLifetimeSeconds: lifetimeSeconds,
  onPoolCreated: (pool: pg.Pool) => {
    releaseLost(pool);
    connections.follow("write", pool);
  },
});

/**
 * Connects the ORM. Every session has timeouts, so that a session that has stopped holds no lock, above
 * all not that of the ledger's head.
 */
export async function connectDatabase(options: DatabaseOptions): Promise<MikroORM> {
  const { connections, entities, subscribers, migrations, logger } = options;
  return MikroORM.init({
    // The cast: of the driver's class, whose entity manager is the same.
    driver: OrmDriver as typeof PostgreSqlDriver,
    clientUrl: connections.url,
    entities,
    // The owner's knows none: it migrates.
    discovery: { warnWhenNoEntities: false },
    subscribers,
    metadataProvider: ReflectMetadataProvider,
    metadataCache: { enabled: false },
    preferReadReplicas: false,
    extensions: [Migrator],
    driverOptions: poolOptions(options),
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
    // Functions and guards belong to no class either.
    schemaGenerator: {
      skipTables: tablesApart,
      // What the ledger's rules ask of lines, archived ones too.
      skipViews: ["change_known"],
      ignoreTriggers: true,
      ignoreRoutines: true,
    },
    logger: (message) => logger.debug({ orm: message }, "orm"),
    colors: false,
  });
}
