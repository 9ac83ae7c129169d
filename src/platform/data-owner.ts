import { accessSync, constants, lchownSync, lstatSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { ConfigError } from "./config.js";

/** A user and its group, by their numbers. */
export interface Account {
  uid: number;
  gid: number;
}

/** The file that is in a data folder while a backup is restored into it. */
export const restoreMarker = "restore-unfinished";

/** The names of what the hub keeps in its data folder; a new kind of thing must be added here. */
const ownNames = new RegExp(
  `^(?:postgres|files|uploads|${restoreMarker}|(?:development-issuer\\.json|webhook-key)(?:\\..+)?)$`,
);

/** Gives a file, or a folder with all that is in it, to a user. It follows no link. */
function giveAll(path: string, account: Account): void {
  const found = lstatSync(path);
  const isOther = found.uid !== account.uid || found.gid !== account.gid;
  if (isOther) lchownSync(path, account.uid, account.gid);
  // The folder of Postgres' own files is all of one user's, and large.
  const isWhole = !isOther && path.endsWith(join("postgres", "data"));
  if (!found.isDirectory() || isWhole) return;
  for (const name of readdirSync(path)) giveAll(join(path, name), account);
}

/**
 * The reason why root may not give the data folder to a user; undefined where it may. A folder that
 * holds anything but the hub's own things may have been named by mistake, as `/var` for `/var/rembuk`.
 */
export function ownerFault(folder: string, { uid }: Account): string | undefined {
  const { uid: owner } = lstatSync(folder);
  if (owner !== 0 && owner !== uid)
    return `${folder} belongs to user ${owner}: give it to user ${uid}`;
  const foreign = readdirSync(folder).find((name) => !ownNames.test(name));
  return foreign === undefined || owner === uid
    ? undefined
    : `${folder} has ${JSON.stringify(foreign)} in it, which is not the hub's: give the folder to user ${uid} yourself`;
}

/** Makes the data folder where there is none; ConfigError where this user cannot write in it. */
export function checkWritable(folder: string): void {
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new ConfigError([
      `REMBUK_DATA: user ${process.geteuid?.()} cannot write in ${folder} (${code}); set it to a folder of this user`,
    ]);
  }
}

/** Makes the data folder where there is none; root then still owns it. */
export function makeFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
}

/** The names of what the hub keeps in a data folder. */
export const ownEntries = (folder: string): string[] =>
  readdirSync(folder).filter((name) => ownNames.test(name));

/** Gives the data folder, and what the hub keeps in it, to a user. */
export function giveFolder(folder: string, account: Account): void {
  for (const name of ownEntries(folder)) giveAll(join(folder, name), account);
  if (lstatSync(folder).uid === 0) lchownSync(folder, account.uid, account.gid);
}
