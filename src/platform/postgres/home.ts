import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  realpathSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Logger } from "../logger.js";
import { type Account, canEnter, hubUid } from "./account.js";

/** Where root keeps the database of a folder that the user of Postgres cannot enter. */
const SHELTER = "/var/lib/rembuk";

/** Left in the folder asked for, to tell where its database is. */
const NOTE = "THE-DATABASE-IS-ELSEWHERE.txt";

/** The name that Postgres gives its socket, and with `.lock` the claim on it. */
const SOCKET = ".s.PGSQL.5432";

/** The longest path of a Unix socket, in bytes; the kernel's limit. */
const SOCKET_PATH_BYTES = 107;

const shortHash = (text: string): string =>
  createHash("sha256").update(text).digest("hex").slice(0, 16);

/**
 * Makes a folder that the hub alone may write in, and gives its real path. When Postgres runs as
 * another user, others may pass through it, but not list it.
 */
function claim(folder: string, account: Account): string {
  const mode = account.other ? 0o711 : 0o700;
  mkdirSync(folder, { recursive: true, mode });
  const real = realpathSync(folder);
  const { uid } = statSync(real);
  if (uid !== hubUid()) {
    throw new Error(
      `${real} belongs to user ${uid}: start the hub as that user, or set REMBUK_DATA to a folder of your own.`,
    );
  }
  chmodSync(real, mode);
  return real;
}

/** The home under /var/lib for a folder that the user of Postgres cannot enter. */
function shelter(folder: string, home: string, account: Account, logger: Logger): string {
  claim(SHELTER, account);
  claim(home, account);
  if (!canEnter(account, home)) {
    throw new Error(
      `User ${account.uid}, whom Postgres runs as, can enter neither ${folder} nor ${home}: set REMBUK_DATA to a folder whose parents others may pass through.`,
    );
  }
  const why = `user ${account.uid}, whom Postgres runs as when the hub is root, cannot enter ${folder}`;
  writeFileSync(
    join(folder, NOTE),
    `The database is kept in ${home}, because ${why}.\nTo start anew, stop the hub and delete that folder too.\n`,
  );
  logger.warn({ folder, home }, `The database is kept in ${home}: ${why}`);
  return home;
}

/**
 * Makes the folder that holds everything of one embedded Postgres, and gives its real path. That
 * is `folder` itself; but where the hub is root and a folder above bars the user of Postgres (a
 * checkout under /root), it is /var/lib/rembuk/<hash of the folder's real path>, and a note in
 * `folder` says so. A database once made stays where it is, whatever the permissions become.
 * Throws when the folder is another user's, or when the database in it can no longer be reached.
 */
export function prepareHome(folder: string, account: Account, logger: Logger): string {
  const real = claim(folder, account);
  if (!account.other) return real;
  const sheltered = join(SHELTER, shortHash(real));
  if (existsSync(dataFolderOf(sheltered))) return shelter(real, sheltered, account, logger);
  if (canEnter(account, real)) return real;
  if (!existsSync(dataFolderOf(real))) return shelter(real, sheltered, account, logger);
  throw new Error(
    `User ${account.uid}, whom Postgres runs as, can no longer enter ${real}: let others pass through the folders above it (chmod o+x).`,
  );
}

/** Postgres' own folder within a home; it belongs to the user of Postgres. */
export const dataFolderOf = (home: string): string => join(home, "data");

/** Makes a folder for the socket, and refuses one that somebody else could have put there. */
function claimSocketFolder(folder: string, account: Account): string {
  if (!lstatSync(folder, { throwIfNoEntry: false })) mkdirSync(folder, { mode: 0o700 });
  const found = lstatSync(folder);
  const ours = found.uid === hubUid() || found.uid === account.uid;
  if (!found.isDirectory() || !ours || (found.mode & 0o077) !== 0) {
    const mode = (found.mode & 0o7777).toString(8);
    throw new Error(
      `${folder} is not a private folder of user ${account.uid} (user ${found.uid}, mode ${mode}), and is not trusted for the socket of Postgres: remove it, or set TMPDIR to a folder of your own.`,
    );
  }
  if (found.uid !== account.uid) lchownSync(folder, account.uid, account.uid);
  clearSocketFolder(folder);
  return folder;
}

/** Removes what Postgres leaves when it is killed. */
function clearSocketFolder(folder: string): void {
  for (const left of [SOCKET, `${SOCKET}.lock`]) rmSync(join(folder, left), { force: true });
}

/**
 * Makes the folder of the socket for one home: always the same, short, private, and without what
 * a killed Postgres left in it. Call it only while no Postgres of that home runs. Throws when the
 * folder is another user's.
 */
export function prepareSocketFolder(home: string, account: Account): string {
  const name = `rembuk-${shortHash(home)}`;
  const parent = [tmpdir(), "/tmp"].find(
    (each) =>
      Buffer.byteLength(join(each, name, SOCKET)) <= SOCKET_PATH_BYTES &&
      (!account.other || canEnter(account, each)),
  );
  if (!parent) {
    throw new Error(
      `Neither ${tmpdir()} nor /tmp can hold the socket of Postgres: set TMPDIR to a folder with a short path that user ${account.uid} can enter.`,
    );
  }
  return claimSocketFolder(join(parent, name), account);
}

/** Removes the folder of the socket once Postgres has stopped. */
export function removeSocketFolder(folder: string): void {
  try {
    clearSocketFolder(folder);
    rmdirSync(folder);
  } catch {
    // Somebody has put a file there, or cleaned up before us; the next start looks again.
  }
}
