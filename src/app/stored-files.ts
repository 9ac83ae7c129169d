import { createHash } from "node:crypto";
import type { RunSql } from "../platform/database/index.js";
import { HubError } from "../platform/errors.js";
import type { FileStore } from "../platform/files/index.js";

/** The columns with keys of the file store, and when the rows were made. */
export const keyColumns: readonly { table: string; column: string; at: string }[] = [
  { table: "evidence", column: "file_hash", at: "created_at" },
  { table: "table_import", column: "rejected_key", at: "created_at" },
  { table: "export_job", column: "file_key", at: "created_at" },
  { table: "ledger_archive", column: "file", at: "archived_at" },
];

/** The keys of all files that records have, as SQL; of the tables that the database has. */
async function keysSql(run: RunSql): Promise<string> {
  const there = await run<{ table: string; column: string }>(
    `select attrelid::regclass::text as table, attname as column from pg_attribute
     join unnest($1::text[], $2::text[]) as known(name, col)
       on attrelid = to_regclass(known.name) and attname = known.col`,
    [keyColumns.map(({ table }) => table), keyColumns.map(({ column }) => column)],
  );
  const parts = there.map(
    ({ table, column }) => `select ${column} as key from ${table} where ${column} is not null`,
  );
  return parts.length > 0 ? parts.join(" union ") : "select null::text as key where false";
}

/** The keys of the files that records have, in order: all of them in memory, with some 100 bytes each. */
export async function storedKeys(run: RunSql): Promise<string[]> {
  const rows = await run<{ key: string }>(
    `select key from (${await keysSql(run)}) as kept order by key`,
  );
  return rows.map(({ key }) => key);
}

/** True where a record has the file now. */
export async function isKept(run: RunSql, key: string): Promise<boolean> {
  const rows = await run(`select from (${await keysSql(run)}) as kept where key = $1`, [key]);
  return rows.length > 0;
}

/** What is wrong with a stored file. */
export type FileFault = "missing" | "altered";

/** The result of a check of all stored files. */
export interface FilesVerdict {
  count: number;
  /** The number of intact files. */
  holding: number;
  /** What is wrong, by the file's key. */
  faults: Map<string, FileFault>;
}

/** True for the error of a store that has no such file. */
export const isNoFile = (error: unknown): boolean =>
  error instanceof HubError && error.code === "NOT_FOUND";

/** The SHA-256 of what the store has under a key, hex; undefined where it has nothing. */
async function hashOf(files: FileStore, key: string): Promise<string | undefined> {
  const hash = createHash("sha256");
  try {
    for await (const chunk of await files.read(key)) hash.update(chunk);
  } catch (error) {
    if (isNoFile(error)) return undefined;
    throw error;
  }
  return hash.digest("hex");
}

/** Reads every file that a record has, and compares it with its hash, which is its key. */
export async function verifyFiles(run: RunSql, files: FileStore): Promise<FilesVerdict> {
  const verdict: FilesVerdict = { count: 0, holding: 0, faults: new Map() };
  for (const key of await storedKeys(run)) {
    const sha256 = await hashOf(files, key);
    // A record may have been removed with its file since the keys were read.
    if (sha256 === undefined && !(await isKept(run, key))) continue;
    verdict.count += 1;
    if (sha256 === key) verdict.holding += 1;
    else verdict.faults.set(key, sha256 === undefined ? "missing" : "altered");
  }
  return verdict;
}
