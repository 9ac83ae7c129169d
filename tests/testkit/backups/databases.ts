import { randomUUID } from "node:crypto";
import pg from "pg";
import { type TestDatabase, testServer } from "../hub/index.js";
import { inSession } from "../postgres/sessions.js";
import { databaseUrl, onServer } from "../postgres/templates.js";

/** An empty database on the run's server. */
export async function emptyDatabase(): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await onServer(testServer(), `create database ${name}`);
  const drop = () => onServer(testServer(), `drop database ${name} with (force)`);
  return { url: databaseUrl(testServer(), name), drop };
}

/** The tables whose rows a restore makes anew: the ledger's head and last line, its reader, the migrations. */
const renewed = new Set([
  "ledger_head",
  "ledger_partitioning",
  "ledger_feed",
  "change",
  "schema_migration",
]);

const tables = `
  select relname as name from pg_class where relnamespace = 'public'::regnamespace
    and relkind in ('r', 'p') and not relispartition order by relname`;

const structures = {
  indexes: `select tablename, regexp_replace(indexdef, ' ON ONLY ', ' ON ') as definition from pg_indexes
    where schemaname = 'public' and tablename !~ '^change_(before|from_)' order by 1, 2`,
  constraints: `select conrelid::regclass::text as table, conname, convalidated, pg_get_constraintdef(oid)
    from pg_constraint where connamespace = 'public'::regnamespace and conrelid <> 0
      and conrelid::regclass::text !~ '^change_(before|from_)' order by 1, 2`,
  triggers: `select tgrelid::regclass::text as table, tgname, tgenabled, pg_get_triggerdef(oid)
    from pg_trigger where not tgisinternal and tgrelid::regclass::text !~ '^change_(before|from_)' order by 1, 2`,
  functions: `select proname, pg_get_functiondef(oid) from pg_proc
    where pronamespace = 'public'::regnamespace and prokind = 'f'
      and not exists (select from pg_depend where objid = pg_proc.oid and deptype = 'e') order by 1, 2`,
};

/**
 * All that a database holds: the hash of each table's rows, of the ledger's lines up to a position, and the
 * definitions of what guards them.
 */
export const contentOf = (url: string, upTo: number): Promise<Record<string, unknown>> =>
  inSession(url, async (client) => {
    const content: Record<string, unknown> = {};
    const hash =
      "md5(coalesce(string_agg(t::text, E'\\n' order by t::text), '')) || ' ' || count(*)";
    for (const { name } of (await client.query<{ name: string }>(tables)).rows) {
      if (renewed.has(name)) continue;
      const { rows } = await client.query(
        `select ${hash} as hash from ${pg.escapeIdentifier(name)} as t`,
      );
      content[name] = rows[0].hash;
    }
    const lines = `select ${hash} as hash from (select * from change where position <= $1) as t`;
    content.change = (await client.query(lines, [upTo])).rows[0].hash;
    for (const [name, statement] of Object.entries(structures))
      content[name] = (await client.query(statement)).rows;
    return content;
  });
