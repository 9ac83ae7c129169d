import { spawnSync } from "node:child_process";
import { EmbeddedPostgresError } from "./errors.js";
import type { Account, Program, Setup } from "./setup.js";

/** The user that Postgres runs as when the program is root: Postgres refuses to run as root. */
const nobody = 65534;

/** The whole environment of every child: the program's own holds secrets, and PG* would interfere. */
export const childEnvironment = {
  PATH: "/usr/local/bin:/usr/bin:/bin",
  LC_ALL: "C",
  TZ: "UTC",
};

/** The user of this process; undefined where the system has no users of this kind. */
export const ownUid = (): number | undefined => process.geteuid?.();

/** Chooses the user: the program's own, or uid 65534 when the program is root. */
export function postgresAccount({ serverSetting }: Program): Account {
  const uid = ownUid();
  if (uid === undefined) {
    throw new EmbeddedPostgresError(`The embedded Postgres needs Linux: set ${serverSetting}.`);
  }
  return uid === 0
    ? { uid: nobody, other: true, identity: { uid: nobody, gid: nobody } }
    : { uid, other: false, identity: {} };
}

const runAs = (account: Account, command: string, args: string[]) =>
  spawnSync(command, args, {
    ...account.identity,
    cwd: "/",
    env: childEnvironment,
    encoding: "utf8",
    stdio: ["ignore", "ignore", "pipe"],
  });

/** Runs a short command as the account; gives why it failed, or undefined when it did not. */
export function failureAs(account: Account, command: string, args: string[]): string | undefined {
  const { error, status, stderr } = runAs(account, command, args);
  if (status === 0) return undefined;
  return error?.message ?? (stderr.trim() || `exit code ${status}`);
}

/**
 * True if the account can enter a folder: every folder above it counts, and so do ACLs. Throws
 * when nothing can run as the account, as in a container whose root may not change its user.
 */
export function canEnter({ account, program }: Setup, folder: string): boolean {
  const { error, status } = runAs(account, "/bin/sh", ["-c", 'cd -- "$1"', "sh", folder]);
  if (!error) return status === 0;
  const { title, serverSetting } = program;
  throw new EmbeddedPostgresError(
    `The ${title} is root, and cannot run Postgres as user ${account.uid} (${error.message}): start the ${title} as an ordinary user, or set ${serverSetting}.`,
  );
}
