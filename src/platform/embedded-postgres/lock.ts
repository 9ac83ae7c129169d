import { spawn } from "node:child_process";
import { closeSync, constants, ftruncateSync, openSync, readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { childEnvironment } from "./account.js";
import { EmbeddedPostgresError, EmbeddedPostgresLocked } from "./errors.js";
import type { Setup } from "./setup.js";

/** Wait for the lock of a program that was just killed: it leaves the process table a little later. */
const programLockMs = 500;

/** Wait for the lock of Postgres before the log says what is waited for. */
const noticeMs = 200;

/** Wait for the Postgres of a killed program to stop. */
const postgresLockMs = 20_000;

/** Opens a lock file, which it makes when absent. Takes no lock yet. */
const openLock = (file: string): number =>
  openSync(file, constants.O_RDWR | constants.O_CREAT | constants.O_NOFOLLOW, 0o600);

/**
 * Takes the lock of an open file; false when another process still holds it after `timeoutMs`.
 *
 * The lock is the kernel's (flock) and belongs to the open file. It is held until the last process
 * that has the file open ends, in whatever way; no process id is ever compared. Node has no call for
 * it: the command `flock` takes it on the descriptor that it inherits.
 */
async function takeLock(descriptor: number, timeoutMs: number): Promise<boolean> {
  const child = spawn("flock", ["-x", "3"], {
    stdio: ["ignore", "ignore", "pipe", descriptor],
    env: childEnvironment,
    timeout: timeoutMs,
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once("exit", resolve);
    child.once("error", (cause) =>
      reject(
        new EmbeddedPostgresError(`The command flock (of util-linux) is needed: ${cause.message}`, {
          cause,
        }),
      ),
    );
  });
  const [code, complaint] = await Promise.all([ended, text(child.stderr as NodeJS.ReadableStream)]);
  if (code === 0) return true;
  if (code === null) return false;
  throw new EmbeddedPostgresError(`flock failed with exit code ${code}: ${complaint.trim()}`);
}

/** The content of the lock file: the process that holds it. */
export interface Holder {
  pid?: number;
  url?: string;
}

/** Writes into the lock file who holds it. The caller holds the lock. */
export function writeHolder(lock: number, holder: Holder): void {
  ftruncateSync(lock);
  writeSync(lock, JSON.stringify(holder), 0);
}

function readHolder(file: string): Holder {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    // The other process has taken the lock and not yet written who it is.
    return {};
  }
}

/** The two locks of a home, held by this process until it releases them or ends. */
export interface Locks {
  program: number;
  postgres: number;
  release(): void;
}

const alreadyUsed = (folder: string, { pid, url }: Holder, { program }: Setup) => {
  const { title, folderSetting } = program;
  const process = pid === undefined ? "" : ` (process ${pid})`;
  const message = `Another ${title}${process} already uses ${folder}: stop it, or set ${folderSetting}.`;
  return new EmbeddedPostgresLocked(message, folder, pid, url);
};

/**
 * Takes both locks: the program's, which no other process may hold, and that of Postgres, which the
 * Postgres of a killed program holds until it has stopped.
 */
export async function takeLocks(home: string, folder: string, setup: Setup): Promise<Locks> {
  const { title } = setup.program;
  const file = join(home, `${title}.lock`);
  const [program, postgres] = [openLock(file), openLock(join(home, "postgres.lock"))];
  const release = () => [postgres, program].forEach(closeSync);
  try {
    if (!(await takeLock(program, programLockMs))) {
      throw alreadyUsed(folder, readHolder(file), setup);
    }
    writeHolder(program, { pid: process.pid });
    if (await takeLock(postgres, noticeMs)) return { program, postgres, release };
    setup.logger.info({ home }, `Waiting for the Postgres of a killed ${title} to stop`);
    if (await takeLock(postgres, postgresLockMs)) return { program, postgres, release };
    throw new EmbeddedPostgresError(
      `The Postgres of a killed ${title} is still stopping in ${home}: try again.`,
    );
  } catch (error) {
    release();
    throw error;
  }
}
