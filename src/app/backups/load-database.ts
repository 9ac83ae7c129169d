import pg from "pg";
import { BackupError } from "../../platform/backup-files/index.js";
import type { RunSql } from "../../platform/database/index.js";
import { type Manifest, tablesOf } from "./manifest.js";
import { loadTable } from "./table-parts.js";

const quoted = pg.escapeIdentifier;

/** What is taken away before rows are loaded, and made again when all are there. */
interface Aside {
  /** Each as the statement that makes it. */
  indexes: string[];
  constraints: string[];
  /** The tables whose triggers are switched off. */
  guarded: string[];
}

// Not the indexes of constraints; those of partitions belong to that of their table.
const indexesSql = `
  select indexrelid::regclass::text as name,
    replace(pg_get_indexdef(indexrelid), ' ON ONLY ', ' ON ') as statement
  from pg_index join pg_class on pg_class.oid = indexrelid
  where relnamespace = current_schema()::regnamespace and not relispartition
    and not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u', 'x'))
  order by name`;

const referencesSql = `
  select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
  from pg_constraint
  where connamespace = current_schema()::regnamespace and contype = 'f' and conparentid = 0
  order by 1, 2`;

const guardedSql = `
  select distinct tgrelid::regclass::text as table from pg_trigger
    join pg_class on pg_class.oid = tgrelid
  where relnamespace = current_schema()::regnamespace and not tgisinternal and tgparentid = 0 order by 1`;

/** The columns that Postgres numbers. */
const numberedSql = `
  select attrelid::regclass::text as table, attname as column,
    pg_get_serial_sequence(attrelid::regclass::text, attname) as sequence
  from pg_attribute join pg_class on pg_class.oid = attrelid
  where relnamespace = current_schema()::regnamespace and relkind = 'r' and attnum > 0 and not attisdropped
    and pg_get_serial_sequence(attrelid::regclass::text, attname) is not null`;

/**
 * Loads a backup's rows into a database that its migrations have just been run on, within one transaction of the
 * tables' owner: guards, indexes and references are away meanwhile, and hold again before the commit.
 */
export class DatabaseLoad {
  private aside: Aside | undefined;
  private readonly known: Promise<Map<string, Manifest["tables"][number]>>;

  constructor(
    private readonly client: pg.ClientBase,
    private readonly run: RunSql,
    private readonly manifest: Manifest,
  ) {
    this.known = tablesOf(run).then((tables) => new Map(tables.map((one) => [one.name, one])));
  }

  /** Takes guards, indexes and references away, makes the ledger's partitions, and empties the tables. */
  async begin(): Promise<void> {
    const { run, manifest } = this;
    const indexes = await run<{ name: string; statement: string }>(indexesSql);
    const references = await run<{ table: string; name: string; definition: string }>(
      referencesSql,
    );
    for (const { table, name } of references)
      await run(`alter table ${table} drop constraint ${name}`);
    for (const { name } of indexes) await run(`drop index ${name}`);
    await this.makePartitions();
    const guarded = (await run<{ table: string }>(guardedSql)).map(({ table }) => table);
    for (const table of guarded) await run(`alter table ${table} disable trigger user`);
    this.aside = {
      indexes: indexes.map(({ statement }) => statement),
      constraints: references.map(
        ({ table, name, definition }) =>
          `alter table ${table} add constraint ${name} ${definition}`,
      ),
      guarded,
    };
    const known = await this.known;
    const own = manifest.tables.filter(({ name }) => known.has(name));
    await run(`truncate ${own.map(({ name }) => quoted(name)).join(", ")}`);
  }

  /** Loads the parts of a table, of which there are so many rows; gives false for one that is not the hub's. */
  async load(
    name: string,
    parts: AsyncIterable<Buffer>,
    rows: number | undefined,
  ): Promise<boolean> {
    const table = this.manifest.tables.find((one) => one.name === name);
    const own = (await this.known).get(name);
    if (!table || !own) {
      for await (const _ of parts);
      return false;
    }
    const lacking = table.columns.find((column) => !own.columns.includes(column));
    if (lacking !== undefined)
      throw new BackupError(
        `The backup's table ${name} has the column ${lacking}, which is not known.`,
      );
    // Rows of a table that was emptied in the same transaction need no later look; partitions do not take it.
    const loaded = await loadTable(this.client, table, parts, name !== "change");
    if (loaded !== rows)
      throw new BackupError(
        `Of the table ${name} there are ${loaded} rows in the backup, not ${rows}.`,
      );
    return true;
  }

  /** Makes again what `begin` took away, and lets go of what was the other server's. */
  async end(): Promise<void> {
    const { run, aside } = this;
    if (!aside) return;
    for (const statement of ownOnly) await run(statement);
    for (const { table, column, sequence } of await run<Record<string, string>>(numberedSql)) {
      await run(
        `select setval('${sequence}', coalesce((select max(${quoted(column ?? "")}) from ${table}), 0) + 1, false)`,
      );
    }
    for (const statement of [...aside.indexes, ...aside.constraints]) await run(statement);
    for (const table of aside.guarded) await run(`alter table ${table} enable trigger user`);
  }

  /** Gives the ledger the partitions that it had, by the function that always makes them. */
  private async makePartitions(): Promise<void> {
    const { run, manifest } = this;
    if (manifest.partitions.length === 0) return;
    // The first one has what was there before the ledger had partitions.
    await run("alter table change detach partition change_before");
    const before = manifest.partitions.find(({ name }) => name === "change_before");
    if (before) {
      const end = before.last + 1;
      await run(
        `alter table change attach partition change_before for values from (minvalue) to (${end})`,
      );
    } else await run("drop table change_before");
    for (const { first, last, name } of manifest.partitions) {
      if (first === null || name === "change_before") continue;
      // A partition ends at the next multiple of the size.
      await run("update ledger_partitioning set made_to = $1, size = $2", [first - 1, last]);
      await run("select ledger_make_partitions($1)", [last]);
    }
  }
}

// What was bound to the server that the backup is of: the transactions that archives waited for, and who reads the
// ledger for other nodes, with the key of their messages.
const ownOnly = [
  `do $$ begin
    if to_regclass('ledger_archive') is not null then
      update ledger_archive set horizon = null where dropped_at is null;
    end if;
    if to_regclass('ledger_feed') is not null then
      update ledger_feed set ledger = default, term = default, key = default, node = default, until = default;
    end if;
  end $$`,
];
