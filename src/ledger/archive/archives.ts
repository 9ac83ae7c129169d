import { sql } from "kysely";
import type { RowsOf } from "../head.js";

/** The file of an archived partition, and its place in the chain of hashes. */
export interface ArchiveFile {
  first: number;
  last: number;
  /** The hash of the line before the first one. */
  previousHash: string;
  lastHash: string;
  /** The instant of the last line, ISO 8601. */
  lastAt: string;
  /** The key in the file store. */
  file: string;
  /** SHA-256 of the file, hex. */
  sha256: string;
  /** The size of the file. */
  bytes: number;
}

/** An archived partition. */
export interface Archive extends ArchiveFile {
  /** The name of its table. */
  partition: string;
  /** True once the table is gone. */
  isDropped: boolean;
}

/** The archives, in the order of their positions. */
export const archivesOf = (rows: RowsOf): Promise<Archive[]> =>
  rows(sql<Archive>`
    select first_position::float8 as first, last_position::float8 as last, partition,
      previous_hash as "previousHash", last_hash as "lastHash", last_at::text as "lastAt", file, sha256,
      bytes::float8 as bytes, dropped_at is not null as "isDropped"
    from ledger_archive order by first_position`);

/** Records an archive whose file was read back. */
export async function recordArchive(
  rows: RowsOf,
  partition: string,
  { first, last, previousHash, lastHash, lastAt, file, sha256, bytes }: ArchiveFile,
): Promise<void> {
  await rows(sql`
    insert into ledger_archive (first_position, last_position, partition, previous_hash, last_hash,
      last_at, file, sha256, bytes)
    values (${first}, ${last}, ${partition}, ${previousHash}, ${lastHash}, ${lastAt}, ${file}, ${sha256},
      ${bytes})`);
}
