import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { join } from "node:path";
import type { Binaries } from "./binaries.js";
import { dataFolderOf } from "./home.js";
import { failure } from "./log.js";
import { type Surroundings, supervise } from "./supervised.js";

/** The user and the database that the hub works with. */
export const NAME = "rembuk";

/** The Postgres that the packages carry; it opens no data of another major version. */
const MAJOR_VERSION = "18";

/**
 * How the cluster is made. The order of texts and the cases of letters are Postgres' own, the
 * same on every machine; the C library's part is what pg_trgm asks whether é is a letter. Whoever
 * reaches the socket is trusted: its folder is closed to all but the user of Postgres and root.
 */
const INITDB_OPTIONS = [
  `--username=${NAME}`,
  "--auth=trust",
  "--encoding=UTF8",
  "--locale-provider=builtin",
  "--builtin-locale=C.UTF-8",
  "--locale=C",
  "--lc-ctype=C.UTF-8",
  "--data-checksums",
  "--no-sync",
  "--no-instructions",
];

/** Where a cluster is made, and from where. */
export interface Workshop extends Surroundings {
  home: string;
  binaries: Binaries;
}

/** Runs one step of the making to its end. */
async function run(workshop: Workshop, what: string, command: string[], input?: string) {
  const code = await supervise(command, workshop, input).exit;
  if (code !== 0) throw failure(`${what} failed with exit code ${code}`, workshop.home);
}

/** Makes the cluster and the hub's database in `folder`, on the disk in full when `durable`. */
async function fill(workshop: Workshop, folder: string, durable: boolean): Promise<void> {
  const { initdb, postgres } = workshop.binaries;
  await run(workshop, "initdb", [initdb, "-D", folder, ...INITDB_OPTIONS]);
  const single = ["--single", "-D", folder, "-c", "fsync=off", "-c", "exit_on_error=on"];
  const create = `CREATE DATABASE ${NAME};\n`;
  await run(workshop, "Making the database", [postgres, ...single, "template1"], create);
  if (durable) await run(workshop, "Writing to disk", [initdb, "--sync-only", "-D", folder]);
}

/** Refuses a data folder that this Postgres, as this user, could not open. */
function inspect(data: string, uid: number): void {
  const owner = statSync(data).uid;
  if (owner !== uid) {
    throw new Error(
      `${data} belongs to user ${owner}, but Postgres would run as user ${uid}: start the hub as the user who made it.`,
    );
  }
  const version = readFileSync(join(data, "PG_VERSION"), "utf8").trim();
  if (version !== MAJOR_VERSION) {
    throw new Error(
      `${data} was made by Postgres ${version}; the hub carries ${MAJOR_VERSION}. Dump it with the old one and restore it, or set REMBUK_DATA to a new folder.`,
    );
  }
}

/** Puts a folder's own entries on the disk. */
function syncFolder(folder: string): void {
  const descriptor = openSync(folder, "r");
  fsyncSync(descriptor);
  closeSync(descriptor);
}

/**
 * Makes the cluster of a home with the hub's database in it, unless it is there. It is made aside
 * and renamed when whole, so that a kill at any moment leaves either all of it or nothing; what an
 * earlier kill left is removed. The caller holds both locks of the home.
 */
export async function ensureCluster(workshop: Workshop, durable: boolean): Promise<void> {
  const { home, account } = workshop;
  const data = dataFolderOf(home);
  if (existsSync(data)) return inspect(data, account.uid);
  const unfinished = `${data}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  if (account.other) chownSync(unfinished, account.uid, account.uid);
  await fill(workshop, unfinished, durable);
  renameSync(unfinished, data);
  if (durable) syncFolder(home);
}

/**
 * Removes the claim of a killed Postgres on its data, if no Postgres is behind it: its process id
 * may meanwhile be another program's, and Postgres would then refuse to start. A Postgres works
 * in its data folder, which tells it from any other program.
 */
export function forgetKilled(home: string): void {
  const data = dataFolderOf(home);
  const claim = join(data, "postmaster.pid");
  if (!existsSync(claim)) return;
  const pid = Number.parseInt(readFileSync(claim, "utf8"), 10);
  try {
    if (readlinkSync(`/proc/${pid}/cwd`) === data) return;
  } catch {
    // No such process, or one of a user whom Postgres' own user cannot be.
  }
  rmSync(claim);
}
