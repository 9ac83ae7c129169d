import type { EntityManager } from "@mikro-orm/postgresql";
import { unavailable } from "../../../platform/errors.js";
import type { FileStore } from "../../../platform/files/index.js";
import { type Sql, sql } from "../../../reading/index.js";

// Files are stored by their content, so that several records may have the same one. A transaction that gives
// a record its file and one that removes the file exclude each other by a lock on its key.

const lockOf = (key: string): Sql => sql`hashtextextended(${`file ${key}`}, 0)`;

/**
 * Keeps a stored file for a record of the transaction: until its commit nobody removes the file, and then
 * the record has it. UNAVAILABLE where it was removed since it was stored.
 */
export async function keepFile(
  em: EntityManager,
  files: Pick<FileStore, "has">,
  key: string,
): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(${lockOf(key)})`.execute(em.getKysely());
  if (!(await files.has(key))) throw removedMeanwhile();
}

/** Removes a file that the transaction has taken from a record, unless `isNeeded`: another record has it. */
export async function removeFile(
  em: EntityManager,
  files: Pick<FileStore, "remove">,
  key: string,
  isNeeded: Sql,
): Promise<void> {
  await sql`select pg_advisory_xact_lock(${lockOf(key)})`.execute(em.getKysely());
  // A statement of its own sees what was committed while the lock was waited for.
  const { rows } = await sql<{ needed: boolean }>`select ${isNeeded} as needed`.execute(
    em.getKysely(),
  );
  if (!rows[0]?.needed) await files.remove(key);
}

const removedMeanwhile = () =>
  unavailable({
    en: "An equal file has just been removed from the store; send the request again.",
    id: "Berkas yang sama baru saja dihapus dari penyimpanan; kirim permintaan ini lagi.",
  });
