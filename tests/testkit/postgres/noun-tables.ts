import { randomUUID } from "node:crypto";
import type pg from "pg";

/** Tables that hold no noun with changes: the ledger itself, its head, partitions, archives and reader, the counts of rates, codes and boundaries that the operator loads, leases of exports, secrets and deliveries of webhooks, the state of backups, the list of migrations and the oldest that a hub must know. */
const apart = [
  ...[
    "change",
    "ledger_head",
    "ledger_partitioning",
    "ledger_feed",
    "ledger_archive",
    "change_kept",
    "rate_limit",
    "region_code",
    "region_boundary",
    "export_lease",
  ],
  ...["webhook_delivery", "webhook_secret", "webhook_state", "backup_state"],
  ...["schema_migration", "schema_support"],
];

/** Every table of the database that holds nouns, as the database itself says. */
export async function nounTables(client: pg.ClientBase | pg.Pool): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> all($1)
       and table_name not like '%\\_search' and table_name !~ '^change_(before|from_)'
     order by table_name`,
    [apart],
  );
  return rows.map(({ name }) => name);
}

/** A column as the catalogue has it. */
export interface Column {
  name: string;
  /** As `uuid`, `text[]` or an enum's name. */
  type: string;
  /** Whether it may be empty. */
  nullable: boolean;
  /** Whether an insert must give it. */
  required: boolean;
  /** The first value of an enum. */
  label: string | null;
  /** The table and column that it refers to. */
  parent: string | null;
  parentColumn: string | null;
}

const columnsStatement = `
  select a.attname as name, format_type(a.atttypid, null) as type,
    not a.attnotnull as nullable, a.attnotnull and not a.atthasdef as required,
    (select e.enumlabel from pg_enum e where e.enumtypid = a.atttypid
      order by e.enumsortorder limit 1) as label,
    f.confrelid::regclass::text as parent,
    (select p.attname from pg_attribute p
      where p.attrelid = f.confrelid and p.attnum = f.confkey[1]) as "parentColumn"
  from pg_attribute a
  left join pg_constraint f on f.conrelid = a.attrelid and f.contype = 'f'
    and f.conkey = array[a.attnum]
  where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped
  order by a.attnum`;

export async function columnsOf(client: pg.ClientBase, table: string): Promise<Column[]> {
  const { rows } = await client.query<Column>(columnsStatement, [table]);
  return rows;
}

/** Values that any column of a type takes. A type that is missing here fails by its name. */
const plausible: Record<string, () => unknown> = {
  uuid: randomUUID,
  text: () => `t-${randomUUID()}`,
  integer: () => 1,
  bigint: () => 1,
  "double precision": () => 1,
  boolean: () => false,
  date: () => "2026-01-02",
  "timestamp with time zone": () => "2026-01-02T03:04:05Z",
  jsonb: () => "{}",
  "text[]": () => "{}",
};

async function valueFor(client: pg.ClientBase, column: Column): Promise<unknown> {
  const { name, type, label, parent, parentColumn } = column;
  if (parent && parentColumn) return (await smuggle(client, parent))[parentColumn];
  const value = label ?? plausible[type]?.();
  if (value === undefined) throw new Error(`No value is known for ${name} of the type ${type}`);
  return value;
}

/** Columns that may be empty, but of which a trigger wants one. */
const wanted: Record<string, string> = { comment: "action_id" };

/**
 * A row that a table would take: what must be given, and nothing else. What it refers to is new, so
 * that it breaks no unique constraint.
 */
export async function rowFor(
  client: pg.ClientBase,
  table: string,
): Promise<Record<string, unknown>> {
  const row: Record<string, unknown> = {};
  for (const column of await columnsOf(client, table)) {
    if (column.required || wanted[table] === column.name)
      row[column.name] = await valueFor(client, column);
  }
  return row;
}

/** The statement that inserts a row, and its values. */
export function insertion(table: string, row: Record<string, unknown>): [string, unknown[]] {
  const names = Object.keys(row).map((name) => `"${name}"`);
  const places = names.map((_, at) => `$${at + 1}`);
  return [
    `insert into ${table} (${names.join(", ")}) values (${places.join(", ")})`,
    Object.values(row),
  ];
}

/** Puts a new row into a table behind the guards, and gives it. */
export async function smuggle(
  client: pg.ClientBase,
  table: string,
): Promise<Record<string, unknown>> {
  const row = await rowFor(client, table);
  await client.query("begin");
  await client.query("set local session_replication_role = replica");
  await client.query(...insertion(table, row));
  await client.query("commit");
  return row;
}

/** The column that identifies a table's rows. */
export async function keyOf(client: pg.ClientBase, table: string): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `select a.attname as name from pg_index i join pg_attribute a
       on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
     where i.indrelid = $1::regclass and i.indisprimary`,
    [table],
  );
  const [first] = rows;
  if (!first) throw new Error(`${table} has no primary key`);
  return first.name;
}
