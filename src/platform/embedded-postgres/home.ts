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
import { canEnter, ownUid } from "./account.js";
import { EmbeddedPostgresError } from "./errors.js";
import type { Program, Setup } from "./setup.js";

/** The folder for root's databases whose own folder the user of Postgres cannot enter. */
const shelterOf = ({ name }: Pick<Program, "name">): string => join("/var/lib", name);

/** The file in the requested folder that says where its database is. */
const noteName = "THE-DATABASE-IS-ELSEWHERE.txt";

/** The name of Postgres' socket; `.lock` is added for its lock file. */
const socketName = ".s.PGSQL.5432";

/** The kernel's limit for the path of a Unix socket, in bytes. */
const socketPathBytes = 107;

const shortHash = (text: string): string =>
  createHash("sha256").update(text).digest("hex").slice(0, 16);

/**
 * Makes a folder that only this program's user may write in, and gives its real path. When Postgres
 * runs as another user, others may pass through the folder, but not list it.
 */
function claim(folder: string, { account, program }: Setup): string {
  const mode = account.other ? 0o711 : 0o700;
  mkdirSync(folder, { recursive: true, mode });
  const real = realpathSync(folder);
  const { uid } = statSync(real);
  // Root starts it where the folder was given to the user of Postgres too.
  if (uid !== ownUid() && uid !== account.uid) {
    const { title, folderSetting } = program;
    throw new EmbeddedPostgresError(
      `${real} belongs to user ${uid}: start the ${title} as that user, or set ${folderSetting} to a folder of your own.`,
    );
  }
  chmodSync(real, mode);
  return real;
}

/** True if the database of a folder is in a home under /var/lib (see `prepareHome`). */
export const isSheltered = (folder: string, program: Pick<Program, "name">): boolean =>
  existsSync(folder) && existsSync(dataFolderOf(shelteredHome(realpathSync(folder), program)));

/** The home under /var/lib of a folder's real path. */
const shelteredHome = (real: string, program: Pick<Program, "name">): string =>
  join(shelterOf(program), shortHash(real));

/** The home under /var/lib for a folder that the user of Postgres cannot enter. */
function shelter(folder: string, home: string, setup: Setup): string {
  const { account, program, logger } = setup;
  const { title, folderSetting } = program;
  claim(shelterOf(program), setup);
  claim(home, setup);
  if (!canEnter(setup, home)) {
    throw new EmbeddedPostgresError(
      `User ${account.uid}, whom Postgres runs as, can enter neither ${folder} nor ${home}: set ${folderSetting} to a folder whose parents others may pass through.`,
    );
  }
  const why = `user ${account.uid}, whom Postgres runs as when the ${title} is root, cannot enter ${folder}`;
  writeFileSync(
    join(folder, noteName),
    `The database is kept in ${home}, because ${why}.\nTo start anew, stop the ${title} and delete that folder too.\n`,
  );
  logger.warn({ folder, home }, `The database is kept in ${home}: ${why}`);
  return home;
}

/**
 * Makes the folder that holds everything of one embedded Postgres, the home, and gives its real path.
 * The home is `folder` itself, with one exception: when the program is root and a folder above bars the
 * user of Postgres (a checkout under /root), the home is /var/lib/<name>/<hash of the folder's real
 * path>, and a note in `folder` says so. A database never moves, whatever the permissions become.
 * Throws when the folder is another user's, or when the database in it can no longer be reached.
 */
export function prepareHome(folder: string, setup: Setup): string {
  const { account, program } = setup;
  const real = claim(folder, setup);
  if (!account.other) return real;
  const sheltered = shelteredHome(real, program);
  if (existsSync(dataFolderOf(sheltered))) return shelter(real, sheltered, setup);
  if (canEnter(setup, real)) return real;
  if (!existsSync(dataFolderOf(real))) return shelter(real, sheltered, setup);
  throw new EmbeddedPostgresError(
    `User ${account.uid}, whom Postgres runs as, can no longer enter ${real}: let others pass through the folders above it (chmod o+x).`,
  );
}

/** Postgres' own folder within a home; it belongs to the user of Postgres. */
export const dataFolderOf = (home: string): string => join(home, "data");

/** Makes a folder for the socket, and refuses one that another user could have made. */
function claimSocketFolder(folder: string, { account }: Setup): string {
  if (!lstatSync(folder, { throwIfNoEntry: false })) mkdirSync(folder, { mode: 0o700 });
  const found = lstatSync(folder);
  const ours = found.uid === ownUid() || found.uid === account.uid;
  if (!found.isDirectory() || !ours || (found.mode & 0o077) !== 0) {
    const mode = (found.mode & 0o7777).toString(8);
    throw new EmbeddedPostgresError(
      `${folder} is not a private folder of user ${account.uid} (user ${found.uid}, mode ${mode}), and is not trusted for the socket of Postgres: remove it, or set TMPDIR to a folder of your own.`,
    );
  }
  if (found.uid !== account.uid) lchownSync(folder, account.uid, account.uid);
  clearSocketFolder(folder);
  return folder;
}

/** Removes the files of a killed Postgres. */
function clearSocketFolder(folder: string): void {
  for (const left of [socketName, `${socketName}.lock`])
    rmSync(join(folder, left), { force: true });
}

/**
 * Makes the folder of a home's socket: always the same one, with a short path, private, and without the
 * files of a killed Postgres. Call it only while no Postgres of that home runs. Throws when the folder
 * is another user's.
 */
export function prepareSocketFolder(home: string, setup: Setup): string {
  const { account, program } = setup;
  const name = `${program.name}-${shortHash(home)}`;
  const parent = [tmpdir(), "/tmp"].find(
    (each) =>
      Buffer.byteLength(join(each, name, socketName)) <= socketPathBytes &&
      (!account.other || canEnter(setup, each)),
  );
  if (!parent) {
    throw new EmbeddedPostgresError(
      `Neither ${tmpdir()} nor /tmp can hold the socket of Postgres: set TMPDIR to a folder with a short path that user ${account.uid} can enter.`,
    );
  }
  return claimSocketFolder(join(parent, name), setup);
}

/** Removes the folder of the socket once Postgres has stopped. */
export function removeSocketFolder(folder: string): void {
  try {
    clearSocketFolder(folder);
    rmdirSync(folder);
  } catch {
    // The folder holds a foreign file, or is gone already. The next start checks it again.
  }
}
