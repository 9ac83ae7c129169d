import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { MikroORM } from "@mikro-orm/postgresql";
import type pg from "pg";
import { ChangeRecorder } from "../ledger/index.js";
import type { Config } from "../platform/config.js";
import { connectDatabase, openReadPool } from "../platform/database.js";
import { EmbeddedPostgresLocked, startHubPostgres } from "../platform/hub-postgres.js";
import type { Logger } from "../platform/logger.js";
import { entities } from "./entities.js";

/** The database that the hub works on, wherever it runs. */
export interface Store {
  orm: MikroORM;
  /** The connections for planned reads. */
  readPool: pg.Pool;
  url: string;
  close(): Promise<void>;
}

/** The project's folder: the one with package.json, above the compiled code. */
export function projectFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
  return folder;
}

const migrationFolders = () => ({
  compiled: join(projectFolder(), "dist", "migrations"),
  sources: join(projectFolder(), "migrations"),
});

/** A reachable Postgres server. */
interface Server {
  /** The URL of its database. */
  url: string;
  /** Stops the server, where this process runs it. */
  stop(): Promise<void>;
}

/** The server of `DATABASE_URL`, the embedded one, or that of a running hub where it may be shared. */
async function reachServer(config: Config, logger: Logger, share: boolean): Promise<Server> {
  const nothing = async () => {};
  if (config.databaseUrl) return { url: config.databaseUrl, stop: nothing };
  try {
    return await startHubPostgres({ folder: join(config.dataFolder, "postgres"), logger });
  } catch (error) {
    if (!share || !(error instanceof EmbeddedPostgresLocked) || !error.url) throw error;
    return { url: error.url, stop: nothing };
  }
}

/** The options of opening a store. */
export interface StoreOptions {
  /** Connects to the embedded Postgres of another process, where one runs already. */
  share?: boolean;
  /** Compares classes and writes migrations by the committed snapshot. */
  useSnapshot?: boolean;
}

/**
 * Connects to `DATABASE_URL`, or starts the embedded Postgres and connects to it. Throws
 * EmbeddedPostgresLocked where another process runs that and `share` is not set.
 */
export async function openStore(
  config: Config,
  logger: Logger,
  { share = false, useSnapshot = false }: StoreOptions = {},
): Promise<Store> {
  const server = await reachServer(config, logger, share);
  const { url } = server;
  const { databasePoolSize: poolSize, statementTimeoutMs } = config;
  try {
    const orm = await connectDatabase({
      url,
      entities,
      subscribers: [new ChangeRecorder()],
      migrations: { ...migrationFolders(), useSnapshot },
      poolSize,
      statementTimeoutMs,
      logger,
    });
    const readPool = openReadPool({ url, poolSize, statementTimeoutMs, logger });
    const close = async () => {
      await readPool.end();
      await orm.close();
      await server.stop();
    };
    return { orm, readPool, url, close };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
