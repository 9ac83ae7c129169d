import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { MikroORM } from "@mikro-orm/postgresql";
import type pg from "pg";
import { ChangeRecorder } from "../ledger/index.js";
import type { Config } from "../platform/config.js";
import {
  Connections,
  connectDatabase,
  DatabaseWatch,
  openExportPool,
  openReadPool,
} from "../platform/database/index.js";
import type { EmbeddedPostgres } from "../platform/embedded-postgres/index.js";
import { EmbeddedPostgresLocked, hubRoles, startHubPostgres } from "../platform/hub-postgres.js";
import type { Logger } from "../platform/logger.js";
import { checkFiled } from "../reading/index.js";
import { refuseUnfinishedRestore } from "./backups/restore-marker.js";
import { entities } from "./entities.js";
import { answerConnectionsOf, liveConnectionsOf } from "./limits/index.js";

/** The time for the connections in use to be given back when a pool is closed, in milliseconds. */
const closingMs = 2_000;

/** The database that the hub works on, wherever it runs. */
export interface Store {
  orm: MikroORM;
  /** The connections for planned reads. */
  readPool: pg.Pool;
  /** The connections for payloads that are read for many subscribers. */
  livePool: pg.Pool;
  /** The connections for exports. */
  exportPool: pg.Pool;
  connections: Connections;
  /** Those of the role that owns the tables, for migrations and archives; absent where `connections` do all. */
  owner: Connections | undefined;
  watch: DatabaseWatch;
  /** Resolves with the reason when the embedded Postgres has ended for good; else never. */
  failed: Promise<Error>;
  close(): Promise<void>;
}

/** The project's folder: the one with package.json, above the compiled code. */
export function projectFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
  return folder;
}

/** The folder of the compiled migrations, which a start applies. */
export const compiledMigrations = (): string => join(projectFolder(), "dist", "migrations");

const migrationFolders = () => ({
  compiled: compiledMigrations(),
  sources: join(projectFolder(), "migrations"),
});

/** A reachable Postgres server. */
interface Server {
  /** The URL of its database. */
  url: string;
  /** The same for the database's owner, where that is another role. */
  ownerUrl: string | undefined;
  /** Resolves with the reason when a server of this process has ended for good. */
  failed: Promise<Error>;
  /** Stops the server, where this process runs it. */
  stop(): Promise<void>;
}

/** The server of `DATABASE_URL`, the embedded one, or that of a running hub where it may be shared. */
async function reachServer(config: Config, logger: Logger, share: boolean): Promise<Server> {
  const { databaseUrl, databaseOwnerUrl, dataFolder, postgresRestarts: restarts } = config;
  const others = { failed: new Promise<never>(() => {}), stop: async () => {} };
  if (databaseUrl) return { url: databaseUrl, ownerUrl: databaseOwnerUrl, ...others };
  try {
    const own = await startHubPostgres({ folder: join(dataFolder, "postgres"), logger, restarts });
    return await withRoles(own);
  } catch (error) {
    if (!share || !(error instanceof EmbeddedPostgresLocked) || !error.url) throw error;
    return { ...(await hubRoles(error.url)), ...others };
  }
}

/** The embedded Postgres for its two roles; it is stopped where they cannot be made. */
async function withRoles({ url, failed, stop }: EmbeddedPostgres): Promise<Server> {
  try {
    return { ...(await hubRoles(url)), failed, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The options of opening a store. */
export interface StoreOptions {
  /** Connects to the embedded Postgres of another process, where one runs already. */
  share?: boolean;
  /** Compares classes and writes migrations by the committed snapshot. */
  useSnapshot?: boolean;
  /** A backup is restored into it: a data folder may be marked as one with an unfinished restore. */
  restores?: boolean;
}

/**
 * Connects to `DATABASE_URL`, or starts the embedded Postgres and connects to it. Throws
 * EmbeddedPostgresLocked where another process runs that and `share` is not set.
 */
export async function openStore(
  config: Config,
  logger: Logger,
  { share = false, useSnapshot = false, restores = false }: StoreOptions = {},
): Promise<Store> {
  if (!config.databaseUrl && !restores) refuseUnfinishedRestore(config.dataFolder);
  await using opened = new AsyncDisposableStack();
  const server = await reachServer(config, logger, share);
  opened.defer(() => server.stop());
  const { databasePoolSize: poolSize, statementTimeoutMs } = config;
  const connectionsTo = (url: string) => new Connections({ url, statementTimeoutMs, logger });
  const connections = connectionsTo(server.url);
  const watch = await DatabaseWatch.open(connections, logger);
  opened.defer(() => watch.stop());
  const orm = await connectDatabase({
    connections,
    entities,
    subscribers: [new ChangeRecorder(checkFiled)],
    migrations: { ...migrationFolders(), useSnapshot },
    poolSize: poolSize + liveConnectionsOf(poolSize),
    logger,
  });
  opened.defer(() => closed(connections, () => orm.close()));
  const readers = poolSize + answerConnectionsOf(poolSize);
  const readPool = openReadPool({ connections, name: "read", poolSize: readers, logger });
  opened.defer(() => closed(connections, () => readPool.end()));
  const live = { name: "live", poolSize: liveConnectionsOf(poolSize) };
  const livePool = openReadPool({ connections, ...live, logger });
  opened.defer(() => closed(connections, () => livePool.end()));
  const exportPool = openExports(config, connections, logger);
  opened.defer(() => closed(connections, () => exportPool.end()));
  const all = opened.move();
  const { failed, ownerUrl } = server;
  const close = () => all.disposeAsync();
  const owner = ownerUrl === undefined ? undefined : connectionsTo(ownerUrl);
  return { orm, readPool, livePool, exportPool, connections, owner, watch, failed, close };
}

/** Runs a command on the database of the settings, or of a running hub; `migrates`: whatever its version. */
export type OnStore = (
  work: (store: Store, logger: Logger, config: Config) => Promise<void>,
  options?: { migrates?: boolean },
) => Promise<void>;

/**
 * Works with an ORM of the database's owner, which knows migrations and no classes; with that of the store where
 * its role owns the database.
 */
export async function asOwner<T>(
  { orm, owner }: Pick<Store, "orm" | "owner">,
  logger: Logger,
  work: (orm: MikroORM) => Promise<T>,
): Promise<T> {
  if (!owner) return work(orm);
  const migrations = migrationFolders();
  const none = { entities: [], subscribers: [] };
  const own = await connectDatabase({
    connections: owner,
    ...none,
    migrations,
    poolSize: 2,
    logger,
  });
  try {
    return await work(own);
  } finally {
    await own.close();
  }
}

/** The connections for the exports that run at once. */
const openExports = (
  { limits, exports }: Config,
  connections: Connections,
  logger: Logger,
): pg.Pool =>
  openExportPool({
    connections,
    exports: limits.exports + exports.jobs,
    mostMs: Math.max(exports.downloadSeconds, exports.jobSeconds) * 1000,
    logger,
  });

/** Closes a pool, which waits for its connections in use; those that stay in use are closed. */
async function closed(connections: Connections, close: () => Promise<void>): Promise<void> {
  const timer = setTimeout(() => connections.drop("the hub stops"), closingMs);
  await close();
  clearTimeout(timer);
}
