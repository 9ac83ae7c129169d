import { closeSync } from "node:fs";
import { postgresAccount } from "./account.js";
import { findBinaries } from "./binaries.js";
import { ensureCluster, removeStaleClaim } from "./cluster.js";
import type { EmbeddedPostgresError } from "./errors.js";
import { dataFolderOf, prepareHome, removeSocketFolder } from "./home.js";
import { launch, type Running } from "./launch.js";
import { type Locks, takeLocks, writeHolder } from "./lock.js";
import { logFileOf, openServerLog, reopenServerLog } from "./server-log.js";
import type { Log, Program, Setup } from "./setup.js";
import { Supervisor } from "./supervisor.js";

/** Restarts within ten minutes after which a Postgres is given up, unless the caller says otherwise. */
const usualRestarts = 10;

/** A Postgres that this process started, that is restarted when it ends by itself, and that stops with it. */
export interface EmbeddedPostgres {
  /**
   * The address of the program's database. Its host is the percent-encoded folder of the socket, which
   * pg, MikroORM and libpq all accept.
   */
  url: string;
  /** The folder of the Unix socket, the only way in. */
  socketFolder: string;
  /** The process id of Postgres now. */
  readonly pid: number;
  /** Resolves with the reason when Postgres has ended too often and is not restarted again. */
  failed: Promise<EmbeddedPostgresError>;
  /** Ends all connections and stops Postgres; resolves when it is gone. May be called again. */
  stop(): Promise<void>;
}

/** The options of a start. */
export interface EmbeddedPostgresOptions {
  /** The folder of the database, used for nothing else; made when missing. */
  folder: string;
  program: Program;
  logger: Log;
  /** Postgres settings that override those of this package. */
  settings?: Record<string, string>;
  /** Restarts within ten minutes after which Postgres is given up; 10 unless given. */
  restarts?: number;
}

/** A home that this process has locked, and what Postgres is started there with. */
interface Place {
  home: string;
  lock: number;
  setup: Setup;
  settings: Record<string, string>;
}

/** Starts Postgres with its output in this log, which is closed here. */
async function startIn({ home, lock, setup, settings }: Place, log: number): Promise<Running> {
  try {
    const binaries = await findBinaries(home, setup);
    const workshop = { ...setup, home, binaries, lock, log };
    await ensureCluster(workshop, settings.fsync !== "off");
    removeStaleClaim(home);
    return await launch(workshop, settings);
  } finally {
    closeSync(log);
  }
}

/** The caller's handle on a running Postgres. */
function handle(running: Running, locks: Locks, place: Place, restarts: number): EmbeddedPostgres {
  const { socketFolder } = running;
  const { home, setup } = place;
  const { logger, program } = setup;
  const supervisor = new Supervisor(running, {
    ...{ logger, data: dataFolderOf(home), logFile: logFileOf(home), mostRestarts: restarts },
    launchAgain: () => startIn(place, reopenServerLog(home)),
  });
  const stop = async () => {
    await supervisor.stop();
    removeSocketFolder(socketFolder);
    locks.release();
    logger.info({ postgresPid: supervisor.pid }, "The embedded Postgres has stopped");
  };
  let stopping: Promise<void> | undefined;
  return {
    url: `postgres://${program.name}@${encodeURIComponent(socketFolder)}:5432/${program.name}`,
    socketFolder,
    get pid() {
      return supervisor.pid;
    },
    failed: supervisor.failed,
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}

/**
 * Starts the Postgres of the installed package on the database in a folder of its own. The database is
 * made at the first start, stays between starts, and is reached through a Unix socket only. Postgres
 * runs as the program's user, or as uid 65534 when that is root. It stops when `stop` is called and
 * when this process ends, in whatever way; the next start waits for it and recovers the data.
 *
 * The folder holds `data` (Postgres' own), `postgres.log` and `postgres.previous.log` (this run and the
 * one before), `<title>.lock` and `postgres.lock` (who uses it), and sometimes `postgres-<version>` (a
 * copy of the binaries, see `findBinaries`). Where root cannot use the folder, all of these are
 * elsewhere: see `prepareHome`.
 *
 * Throws `EmbeddedPostgresLocked` when another process uses the folder, and `EmbeddedPostgresError`,
 * with the end of the log, when Postgres cannot be started.
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const { folder, program, logger, settings = {}, restarts = usualRestarts } = options;
  const began = performance.now();
  const setup = { program, logger, account: postgresAccount(program) };
  const home = prepareHome(folder, setup);
  const locks = await takeLocks(home, folder, setup);
  try {
    const place = { home, lock: locks.postgres, setup, settings };
    const running = await startIn(place, openServerLog(home));
    const embedded = handle(running, locks, place, restarts);
    writeHolder(locks.program, { pid: process.pid, url: embedded.url });
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
