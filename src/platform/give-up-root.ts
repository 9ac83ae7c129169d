import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "./config.js";
import { type Account, giveFolder, makeFolder, ownerFault } from "./data-owner.js";
import { isDatabaseSheltered } from "./hub-postgres.js";
import { isError } from "./secrets.js";

/** The settings on which it depends whether the hub can run without root. */
export type RootConfig = Pick<Config, "user" | "dataFolder" | "port" | "metricsPort">;

/** Files that the hub reads after its start, one of each place; the user must be able to read them. */
const readLater = [
  "package.json",
  "dist/src/serve.js",
  "dist/src/platform/tables/xlsx-worker.js",
  "node_modules/fastify/package.json",
  "schema/typed/persisted-documents.json",
];

/** Prints the first of its arguments that cannot be read. */
const unreadable = 'for file; do test -r "$file" || { printf %s "$file"; exit 1; }; done';

const enters = 'cd -- "$1"';

/** The outcome of a shell script that is run as a user. */
function runAs({ uid, gid }: Account, script: string, args: readonly string[]) {
  const command = ["-c", script, "sh", ...args];
  const { error, status, stdout } = spawnSync("/bin/sh", command, {
    ...{ uid, gid, cwd: "/", env: { PATH: "/usr/bin:/bin" }, encoding: "utf8" },
    stdio: ["ignore", "pipe", "ignore"],
  });
  return { error, isDone: status === 0, stdout };
}

/** The first port that every user may listen on. */
function firstFreePort(): number {
  try {
    return Number(readFileSync("/proc/sys/net/ipv4/ip_unprivileged_port_start", "utf8"));
  } catch {
    return 1024;
  }
}

/** Why the program's files or its ports need root. */
function programFault(
  { user, port, metricsPort }: RootConfig,
  program: string,
): string | undefined {
  const first = firstFreePort();
  const reserved = [port, metricsPort ?? 0].find((each) => each > 0 && each < first);
  if (reserved !== undefined) {
    return `port ${reserved} is root's (below net.ipv4.ip_unprivileged_port_start, ${first}): let a proxy have it`;
  }
  const files = readLater.map((file) => join(program, file));
  const { error, isDone, stdout } = runAs(user, unreadable, files);
  if (error) return `it cannot change its user (${error.message})`;
  if (isDone) return undefined;
  return `user ${user.uid} cannot read ${stdout}: move the hub to a folder that others may read, as /opt`;
}

/** Why the data folder needs root. */
function folderFault({ user, dataFolder }: RootConfig): string | undefined {
  makeFolder(dataFolder);
  if (!runAs(user, enters, [dataFolder]).isDone) {
    const fault = `user ${user.uid} cannot enter ${dataFolder}`;
    // A private folder is given to the user below; what bars it then stands above.
    if (!runAs(user, enters, [join(dataFolder, "..")]).isDone) return `${fault}: set REMBUK_DATA`;
  }
  if (isDatabaseSheltered(join(dataFolder, "postgres"))) {
    return `its database was made outside of ${dataFolder}, where it stays`;
  }
  return ownerFault(dataFolder, user);
}

/** The reason why the hub cannot run without root; undefined where it can. */
function reasonToKeep(config: RootConfig, program: string): string | undefined {
  if (config.user.uid === 0) return "REMBUK_USER says so";
  return programFault(config, program) ?? folderFault(config);
}

/** Becomes another user for good. The group goes first: without root it could not. */
function become({ uid, gid }: Account): void {
  process.setgroups?.([]);
  process.setgid?.(gid);
  process.setuid?.(uid);
  if (process.geteuid?.() !== uid) throw new Error(`The hub is still user ${process.geteuid?.()}.`);
}

/** What came of giving up root: the user that the process now is, or the reason why it is still root. */
export type RootOutcome = { became: Account } | { keptBecause: string };

/**
 * Gives up root, where this process has it: the data folder is given to the user of REMBUK_USER, and
 * the process becomes that user before anything listens. Where the hub could not run as that user, it
 * stays root and gives the reason. Undefined where the process is not root.
 */
export function giveUpRoot(config: RootConfig, program: string): RootOutcome | undefined {
  if (process.geteuid?.() !== 0) return undefined;
  try {
    const keptBecause = reasonToKeep(config, program);
    if (keptBecause !== undefined) return { keptBecause };
    giveFolder(config.dataFolder, config.user);
  } catch (error) {
    // Folders of a network may not let root give them away.
    if (!isError(error)) throw error;
    return { keptBecause: error.message };
  }
  become(config.user);
  return { became: config.user };
}
