import { spawn } from "node:child_process";
import { closeSync, constants, ftruncateSync, openSync, readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import type { Logger } from "../logger.js";
import { CHILD_ENVIRONMENT } from "./account.js";

/** How long to wait for a hub that has just been killed to be gone from the process table. */
const HUB_PATIENCE_MS = 500;

/** How long a start may wait without saying why. */
const NOTICE_MS = 200;

/** How long to wait for the Postgres of a killed hub to stop. */
const POSTGRES_PATIENCE_MS = 20_000;

/** Opens, and makes, a lock file; holds nothing yet. */
const openLock = (file: string): number =>
  openSync(file, constants.O_RDWR | constants.O_CREAT | constants.O_NOFOLLOW, 0o600);

/**
 * Takes the lock of an open file, waiting at most `patienceMs`; false when others hold it still.
 *
 * The lock is the kernel's (flock): it belongs to the open file, so that it is held until the
 * last process that has it open dies, however it dies, and no process id is ever compared. Node
 * has no call for it, so that the flock command takes it on the descriptor that it inherits.
 */
async function takeLock(descriptor: number, patienceMs: number): Promise<boolean> {
  const child = spawn("flock", ["-x", "3"], {
    stdio: ["ignore", "ignore", "pipe", descriptor],
    env: CHILD_ENVIRONMENT,
    timeout: patienceMs,
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once("exit", resolve);
    child.once("error", (cause) =>
      reject(new Error(`The command flock (of util-linux) is needed: ${cause.message}`, { cause })),
    );
  });
  const [code, complaint] = await Promise.all([ended, text(child.stderr as NodeJS.ReadableStream)]);
  if (code === 0) return true;
  if (code === null) return false;
  throw new Error(`flock failed with exit code ${code}: ${complaint.trim()}`);
}

/** Thrown at a start when another hub uses the folder; shown to whoever started this one. */
export class EmbeddedPostgresLocked extends Error {
  constructor(
    readonly folder: string,
    /** The other hub's process id, unless it has only just begun. */
    readonly pid: number | undefined,
    /** The address of its database, once that is ready. */
    readonly url: string | undefined,
  ) {
    const process = pid === undefined ? "" : ` (process ${pid})`;
    super(`Another hub${process} already uses ${folder}: stop it, or set REMBUK_DATA.`);
    this.name = "EmbeddedPostgresLocked";
  }
}

/** What the lock file tells others of the hub that holds it. */
export interface Holder {
  pid?: number;
  url?: string;
}

/** Tells others who holds the lock of a hub; the caller holds it. */
export function tellHolder(lock: number, holder: Holder): void {
  ftruncateSync(lock);
  writeSync(lock, JSON.stringify(holder), 0);
}

function readHolder(file: string): Holder {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    // The other hub has taken the lock, and not yet written who it is.
    return {};
  }
}

/** The locks of one home, held by this process until they are released or it dies. */
export interface Locks {
  hub: number;
  postgres: number;
  release(): void;
}

/**
 * Takes both locks: that of the hub, which no other hub may hold, and that of Postgres, which the
 * Postgres of a killed hub holds until it has stopped.
 */
export async function takeLocks(home: string, folder: string, logger: Logger): Promise<Locks> {
  const file = join(home, "hub.lock");
  const [hub, postgres] = [openLock(file), openLock(join(home, "postgres.lock"))];
  const release = () => [postgres, hub].forEach(closeSync);
  try {
    if (!(await takeLock(hub, HUB_PATIENCE_MS))) {
      const { pid, url } = readHolder(file);
      throw new EmbeddedPostgresLocked(folder, pid, url);
    }
    tellHolder(hub, { pid: process.pid });
    if (await takeLock(postgres, NOTICE_MS)) return { hub, postgres, release };
    logger.info({ home }, "Waiting for the Postgres of a killed hub to stop");
    if (await takeLock(postgres, POSTGRES_PATIENCE_MS)) return { hub, postgres, release };
    throw new Error(`The Postgres of a killed hub is still stopping in ${home}: try again.`);
  } catch (error) {
    release();
    throw error;
  }
}
