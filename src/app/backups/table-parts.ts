import { pipeline } from "node:stream/promises";
import { createZstdCompress, createZstdDecompress } from "node:zlib";
import pg from "pg";
import { from, to } from "pg-copy-streams";
import { inParts } from "../../platform/backup-files/index.js";
import type { Manifest } from "./manifest.js";

// A table in a backup: the text of Postgres' COPY in zstd, cut in parts. The text is the same in every version
// of Postgres that the hub runs on.

type Table = Manifest["tables"][number];

/** The size at which a part ends: one is in memory at a time. */
const partBytes = 8 * 2 ** 20;

const quoted = pg.escapeIdentifier;
const columnsOf = ({ columns }: Table): string => columns.map(quoted).join(", ");

/** The name of a table's part in a backup. */
export const partName = (table: string, number: number): string =>
  `tables/${table}/${String(number).padStart(6, "0")}.copy.zst`;

/** The table whose part has this name; undefined where it is none. */
export const tableOfPart = (name: string): string | undefined =>
  /^tables\/(?<table>[^/]+)\/\d{6,}\.copy\.zst$/.exec(name)?.groups?.table;

/** The rows of a table as the session sees them, in parts; gives their number at the end. */
export async function* tableParts(
  client: pg.ClientBase,
  table: Table,
): AsyncGenerator<Buffer, number> {
  // By a query: Postgres copies the rows of partitions only so.
  const copy = client.query(
    to(`copy (select ${columnsOf(table)} from ${quoted(table.name)}) to stdout`),
  );
  const zipped = createZstdCompress();
  const copied = pipeline(copy, zipped);
  copied.catch(() => undefined);
  try {
    yield* inParts(zipped, partBytes);
    await copied;
  } finally {
    copy.destroy();
  }
  return copy.rowCount;
}

/** Writes the rows of a table's parts, together, into the table. Gives their number. */
export async function loadTable(
  client: pg.ClientBase,
  table: Table,
  parts: AsyncIterable<Buffer>,
  isFrozen: boolean,
): Promise<number> {
  const options = isFrozen ? " with (freeze)" : "";
  const copy = client.query(
    from(`copy ${quoted(table.name)} (${columnsOf(table)}) from stdin${options}`),
  );
  await pipeline(parts, createZstdDecompress(), copy);
  return copy.rowCount;
}
