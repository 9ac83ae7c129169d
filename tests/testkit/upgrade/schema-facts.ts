import type { ClientBase, Pool } from "pg";

/** What hubs may rely on in a schema, and what it asks of their writes, as lines of text. */
export interface SchemaFacts {
  /** Tables' columns, functions and enumerations. */
  offered: ReadonlySet<string>;
  /** Columns that must be given, and constraints, by their table. */
  required: ReadonlyMap<string, string>;
}

const ofTables = `
  relnamespace = current_schema()::regnamespace and relkind in ('r', 'p', 'v')
  and not exists (select from pg_inherits where inhrelid = pg_class.oid) and relname <> 'schema_migration'`;

const offeredStatement = `
  select 'column ' || relname || '.' || attname || ' ' || format_type(atttypid, atttypmod) as fact
    from pg_class join pg_attribute on attrelid = pg_class.oid and attnum > 0 and not attisdropped
    where ${ofTables}
  union all
  select 'function ' || proname || '(' || oidvectortypes(proargtypes) || ') ' || pg_get_function_result(oid)
    from pg_proc where pronamespace = current_schema()::regnamespace and prorettype <> 'trigger'::regtype
      and not exists (select from pg_depend where objid = pg_proc.oid and deptype = 'e')
  union all
  select 'value ' || typname || '.' || enumlabel from pg_enum join pg_type on pg_type.oid = enumtypid`;

const requiredStatement = `
  select relname as "table", 'column ' || relname || '.' || attname || ' must be given' as fact
    from pg_class join pg_attribute on attrelid = pg_class.oid and attnum > 0 and not attisdropped
    where ${ofTables} and attnotnull and not atthasdef and attidentity = ''
  union all
  select relname, 'constraint ' || relname || ': ' || pg_get_constraintdef(pg_constraint.oid)
    from pg_class join pg_constraint on conrelid = pg_class.oid and contype in ('c', 'f', 'u', 'x')
    where ${ofTables}
  union all
  select relname, 'index ' || pg_get_indexdef(indexrelid)
    from pg_class join pg_index on indrelid = pg_class.oid and indisunique where ${ofTables}`;

/** Reads them from a database. */
export async function schemaFacts(database: ClientBase | Pool): Promise<SchemaFacts> {
  const offered = await database.query<{ fact: string }>(offeredStatement);
  const required = await database.query<{ table: string; fact: string }>(requiredStatement);
  return {
    offered: new Set(offered.rows.map(({ fact }) => fact)),
    required: new Map(required.rows.map(({ fact, table }) => [fact, table])),
  };
}

/** Why a hub of the older schema could fail on the newer one: what is gone, and what is asked in addition. */
export function breaks(older: SchemaFacts, newer: SchemaFacts): string[] {
  const isKnown = (table: string) =>
    [...older.offered].some((fact) => fact.startsWith(`column ${table}.`));
  return [
    ...[...older.offered].filter((fact) => !newer.offered.has(fact)).map((fact) => `gone: ${fact}`),
    ...[...newer.required]
      .filter(([fact, table]) => !older.required.has(fact) && isKnown(table))
      .map(([fact]) => `new: ${fact}`),
  ].sort();
}
