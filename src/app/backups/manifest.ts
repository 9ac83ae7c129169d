import { z } from "zod";
import { BackupError } from "../../platform/backup-files/index.js";
import type { RunSql } from "../../platform/database/index.js";

/** The format of the backups that this version makes, and the only one that it restores. */
const format = 1;

const names = z.array(z.string());

const manifestSchema = z.object({
  format: z.literal(format),
  /** The version of the hub that made it. */
  hub: z.string(),
  madeAt: z.iso.datetime(),
  postgres: z.string(),
  /** The ledger's head in the snapshot: its position, hash and epochs. */
  head: z.looseObject({ position: z.number(), hash: z.string() }),
  /** The migrations that the database had. */
  migrations: names,
  tables: z.array(z.object({ name: z.string(), columns: names })),
  /** The partitions of the ledger; `first` is null where it takes all that is before `last`. */
  partitions: z.array(
    z.object({ name: z.string(), first: z.number().nullable(), last: z.number() }),
  ),
});

/** What a backup says of itself at its beginning. */
export type Manifest = z.output<typeof manifestSchema>;

const summarySchema = z.object({
  /** The number of rows of each table. */
  rows: z.record(z.string(), z.number()),
  files: z.number(),
  /** The keys of files that records had, and the store did not. */
  missing: names,
  /** The keys of files whose content is not that of their hash; they are in the backup as they are. */
  altered: names,
});

/** What a backup says at its end, when everything has been read. */
export type Summary = z.output<typeof summarySchema>;

/** The manifest in a text; BackupError where this version cannot restore it. */
export function manifestIn(text: string): Manifest {
  const given: unknown = JSON.parse(text);
  const { success } = z.object({ format: z.literal(format) }).safeParse(given);
  if (!success)
    throw new BackupError("The backup is of a format that this version of Rembuk does not know.");
  return manifestSchema.parse(given);
}

export const summaryIn = (text: string): Summary => summarySchema.parse(JSON.parse(text));

// The hub's tables: not those of extensions, not the partitions of others, not what is worth nothing after a
// crash. A partition that was taken out of the ledger is archived.
const tablesSql = `
  select relname as name, array(select attname::text from pg_attribute
    where attrelid = pg_class.oid and attnum > 0 and not attisdropped and attgenerated = ''
    order by attnum) as columns
  from pg_class
  where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p') and not relispartition
    and relpersistence = 'p' and relname <> 'schema_migration' and relname !~ '^change_(before|from_\\d+)$'
    and not exists (select from pg_depend
      where classid = 'pg_class'::regclass and objid = pg_class.oid and deptype = 'e')
  order by relname`;

const partitionsSql = `
  select relname as name, (regexp_match(bounds, 'FROM \\(''?(-?\\d+)'))[1]::float8 as first,
    (regexp_match(bounds, 'TO \\(''?(-?\\d+)'))[1]::float8 - 1 as last
  from pg_inherits join pg_class on pg_class.oid = inhrelid, pg_get_expr(relpartbound, pg_class.oid) as bounds
  where inhparent = to_regclass('change') and not inhdetachpending order by last`;

/** The tables of the hub that a session sees, with the columns that a copy of them has. */
export const tablesOf = (run: RunSql): Promise<Manifest["tables"]> => run(tablesSql);

/** Describes the database as a session sees it. BackupError where no hub has made it. */
export async function describeDatabase(run: RunSql, hub: string): Promise<Manifest> {
  const [{ made } = { made: false }] = await run<{ made: boolean }>(
    "select to_regclass('ledger_head') is not null and to_regclass('schema_migration') is not null as made",
  );
  if (!made) throw new BackupError("There is nothing to back up: no hub has used this database.");
  const [found] = await run<Pick<Manifest, "postgres" | "head">>(
    "select current_setting('server_version') as postgres, to_jsonb(ledger_head) as head from ledger_head",
  );
  const migrations = await run<{ name: string }>("select name from schema_migration order by name");
  return manifestSchema.parse({
    format,
    hub,
    madeAt: new Date().toISOString(),
    ...found,
    migrations: migrations.map(({ name }) => name),
    tables: await tablesOf(run),
    partitions: await run(partitionsSql),
  });
}
