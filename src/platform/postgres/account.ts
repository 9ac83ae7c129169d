import { spawnSync } from "node:child_process";

/** The user that Postgres runs as when the hub is root: Postgres refuses to run as root. */
const NOBODY = 65534;

/** The user that Postgres runs as. */
export interface Account {
  uid: number;
  /** Whether that is another user than the hub's own. */
  other: boolean;
  /** What a child process needs to become that user; empty when it is the hub's own. */
  identity: { uid?: number; gid?: number };
}

/** The whole environment of every child: the hub's own holds secrets, and PG* would interfere. */
export const CHILD_ENVIRONMENT = {
  PATH: "/usr/local/bin:/usr/bin:/bin",
  LC_ALL: "C",
  TZ: "UTC",
};

/** The user of this process. */
export function hubUid(): number {
  if (!process.geteuid) throw new Error("The embedded Postgres needs Linux: set DATABASE_URL.");
  return process.geteuid();
}

/** Chooses the user: the hub's own, or uid 65534 when the hub is root. */
export function postgresAccount(): Account {
  const uid = hubUid();
  return uid === 0
    ? { uid: NOBODY, other: true, identity: { uid: NOBODY, gid: NOBODY } }
    : { uid, other: false, identity: {} };
}

const runAs = (account: Account, command: string, args: string[]) =>
  spawnSync(command, args, {
    ...account.identity,
    cwd: "/",
    env: CHILD_ENVIRONMENT,
    encoding: "utf8",
    stdio: ["ignore", "ignore", "pipe"],
  });

/** Runs a short command as the account; says why it failed, or undefined when it did not. */
export function failureAs(account: Account, command: string, args: string[]): string | undefined {
  const { error, status, stderr } = runAs(account, command, args);
  if (status === 0) return undefined;
  return error?.message ?? (stderr.trim() || `exit code ${status}`);
}

/**
 * Whether the account can enter a folder: every folder above it counts, and so do ACLs. Throws
 * when nothing can run as the account, as in a container whose root may not change its user.
 */
export function canEnter(account: Account, folder: string): boolean {
  const { error, status } = runAs(account, "/bin/sh", ["-c", 'cd -- "$1"', "sh", folder]);
  if (!error) return status === 0;
  throw new Error(
    `The hub is root, and cannot run Postgres as user ${account.uid} (${error.message}): start the hub as an ordinary user, or set DATABASE_URL.`,
  );
}
