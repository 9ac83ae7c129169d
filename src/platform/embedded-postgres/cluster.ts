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
import { EmbeddedPostgresError } from "./errors.js";
import { dataFolderOf } from "./home.js";
import { failure } from "./server-log.js";
import { type Surroundings, supervise } from "./supervised.js";

/** The Postgres that the packages carry; it opens no data of another major version. */
const majorVersion = "18";

/**
 * The options of initdb. Collation and letter case are Postgres' own, the same on every machine; the C
 * library's --lc-ctype is there for pg_trgm, which uses it to decide whether é is a letter. Every
 * connection over the socket is trusted: only Postgres' user and root can enter its folder.
 */
const initdbOptions = (name: string): string[] => [
  `--username=${name}`,
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

/** One home with what its cluster is made and run with. */
export interface Workshop extends Surroundings {
  home: string;
  binaries: Binaries;
}

/** Runs one step of the cluster's making to its end. */
async function run(workshop: Workshop, what: string, command: string[], input?: string) {
  const code = await supervise(command, workshop, input).exit;
  if (code !== 0) throw failure(`${what} failed with exit code ${code}`, workshop.home);
}

/** Makes the cluster and the program's database in `folder`; flushes all of it to disk if `durable`. */
async function fill(workshop: Workshop, folder: string, durable: boolean): Promise<void> {
  const { binaries, program } = workshop;
  const { initdb, postgres } = binaries;
  await run(workshop, "initdb", [initdb, "-D", folder, ...initdbOptions(program.name)]);
  const single = ["--single", "-D", folder, "-c", "fsync=off", "-c", "exit_on_error=on"];
  const create = `CREATE DATABASE ${program.name};\n`;
  await run(workshop, "Making the database", [postgres, ...single, "template1"], create);
  if (durable) await run(workshop, "Writing to disk", [initdb, "--sync-only", "-D", folder]);
}

/** Refuses a data folder that this Postgres, as this user, could not open. */
function inspect(data: string, { account, program }: Workshop): void {
  const { uid } = account;
  const { title, folderSetting } = program;
  const owner = statSync(data).uid;
  if (owner !== uid) {
    throw new EmbeddedPostgresError(
      `${data} belongs to user ${owner}, but Postgres would run as user ${uid}: start the ${title} as the user who made it.`,
    );
  }
  const versionFile = join(data, "PG_VERSION");
  if (!existsSync(versionFile)) {
    throw new EmbeddedPostgresError(
      `${data} holds no whole database (PG_VERSION is missing): restore it, set ${folderSetting} to another folder, or delete it to begin anew.`,
    );
  }
  const version = readFileSync(versionFile, "utf8").trim();
  if (version !== majorVersion) {
    throw new EmbeddedPostgresError(
      `${data} was made by Postgres ${version}; the ${title} carries ${majorVersion}. Dump it with the old one and restore it, or set ${folderSetting} to a new folder.`,
    );
  }
}

/** Flushes a folder's own entries to disk. */
function syncFolder(folder: string): void {
  const descriptor = openSync(folder, "r");
  fsyncSync(descriptor);
  closeSync(descriptor);
}

/**
 * Makes the cluster of a home with the program's database in it, unless it exists. It is made under
 * another name and renamed when complete, so that a kill at any moment leaves all of it or nothing.
 * Removes what an earlier kill left. The caller holds both locks of the home.
 */
export async function ensureCluster(workshop: Workshop, durable: boolean): Promise<void> {
  const { home, account } = workshop;
  const data = dataFolderOf(home);
  if (existsSync(data)) return inspect(data, workshop);
  const unfinished = `${data}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  if (account.other) chownSync(unfinished, account.uid, account.uid);
  await fill(workshop, unfinished, durable);
  renameSync(unfinished, data);
  if (durable) syncFolder(home);
}

/**
 * Removes the pid file of a killed Postgres, unless that Postgres still runs. Its process id may by
 * now be another program's, and Postgres would then refuse to start. A Postgres is known by its
 * working directory, which is its data folder.
 */
export function removeStaleClaim(home: string): void {
  const data = dataFolderOf(home);
  const claim = join(data, "postmaster.pid");
  if (!existsSync(claim)) return;
  const pid = Number.parseInt(readFileSync(claim, "utf8"), 10);
  try {
    if (readlinkSync(`/proc/${pid}/cwd`) === data) return;
  } catch {
    // There is no such process, or it is of a user that Postgres does not run as.
  }
  rmSync(claim);
}
