import { closeSync } from "node:fs";
import type { Logger } from "../logger.js";
import { postgresAccount } from "./account.js";
import { findBinaries } from "./binaries.js";
import { ensureCluster, forgetKilled, NAME } from "./cluster.js";
import { prepareHome, removeSocketFolder } from "./home.js";
import { launch, type Running } from "./launch.js";
import { type Locks, takeLocks, tellHolder } from "./lock.js";
import { openLog } from "./log.js";

export { EmbeddedPostgresLocked } from "./lock.js";

/** A Postgres that this process started, and that stops with it. */
export interface EmbeddedPostgres {
  /**
   * The address of the hub's database. The socket's folder is its host, percent-encoded, which pg,
   * MikroORM and libpq all read.
   */
  url: string;
  /** The folder of the Unix socket, the only way in. */
  socketFolder: string;
  /** The process id of Postgres. */
  pid: number;
  /** Ends all connections and stops Postgres; resolves when it is gone. May be called again. */
  stop(): Promise<void>;
}

/** What a start needs. */
export interface EmbeddedPostgresOptions {
  /** The folder of the database, made when missing, for this alone. */
  folder: string;
  logger: Logger;
  /** Postgres settings that override the hub's own. */
  settings?: Record<string, string>;
}

/** Starts Postgres within a home that this process has locked. */
async function startIn(
  home: string,
  lock: number,
  { logger, settings = {} }: EmbeddedPostgresOptions,
): Promise<Running> {
  const account = postgresAccount();
  const log = openLog(home);
  try {
    const binaries = await findBinaries(home, account, logger);
    const workshop = { home, account, binaries, lock, log };
    await ensureCluster(workshop, settings.fsync !== "off");
    forgetKilled(home);
    return await launch(workshop, settings);
  } finally {
    closeSync(log);
  }
}

/** What the rest of the hub sees of a running Postgres. */
function handle(
  { postgres, socketFolder, pid }: Running,
  locks: Locks,
  logger: Logger,
): EmbeddedPostgres {
  const url = `postgres://${NAME}@${encodeURIComponent(socketFolder)}:5432/${NAME}`;
  const stop = async () => {
    postgres.stop();
    await postgres.exit;
    removeSocketFolder(socketFolder);
    locks.release();
    logger.info({ postgresPid: pid }, "The embedded Postgres has stopped");
  };
  let stopping: Promise<void> | undefined;
  void postgres.exit.then((code) => {
    if (!stopping)
      logger.fatal({ postgresPid: pid, code }, "The embedded Postgres ended by itself");
  });
  postgres.background();
  return {
    url,
    socketFolder,
    pid,
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}

/**
 * Starts the Postgres that the project carries, on the database in a folder of its own: made at
 * the first start, kept between starts, reached through a Unix socket only. It runs as the hub's
 * user, or as uid 65534 when that is root. It stops when `stop` is called and when this process
 * ends in whatever way, and recovers at the next start, which waits for it.
 *
 * In the folder: `data` (Postgres' own), `postgres.log` and `postgres.previous.log` (this run and
 * the one before), `hub.lock` and `postgres.lock` (who uses it), and sometimes `postgres-<version>`
 * (a copy of the binaries, see `findBinaries`). Where root cannot use the folder, all of these are
 * elsewhere: see `prepareHome`.
 *
 * Throws `EmbeddedPostgresLocked` when another hub uses the folder, and an error that quotes the
 * log when Postgres cannot be started.
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const { folder, logger } = options;
  const began = performance.now();
  const home = prepareHome(folder, postgresAccount(), logger);
  const locks = await takeLocks(home, folder, logger);
  try {
    const running = await startIn(home, locks.postgres, options);
    const embedded = handle(running, locks, logger);
    tellHolder(locks.hub, { pid: process.pid, url: embedded.url });
    const milliseconds = Math.round(performance.now() - began);
    logger.info(
      { folder: home, postgresPid: embedded.pid, milliseconds },
      "The embedded Postgres is ready",
    );
    return embedded;
  } catch (error) {
    locks.release();
    throw error;
  }
}
