import { type Kysely, sql } from "kysely";

/** A database whose transactions the caller may begin. */
type Database = Kysely<Record<string, never>>;

/** A partition of the ledger's table. */
export interface Partition {
  /** The name of its table. */
  name: string;
  /** The first position; null where it has what was before the ledger's first partition. */
  first: number | null;
  /** The last position that it takes. */
  last: number;
  /** The size on disk of its rows and indexes, in bytes. */
  bytes: number;
}

/** The lock of every change of partitions, which `ledger_make_partitions` takes too. */
export const partitionsLock = 1_885_434_484;

/** The number of changes from which on the planner needs statistics of the whole ledger. */
const manyChanges = 100_000;

/** Reads the partitions of the ledger, in order. */
export async function partitionsOf(database: Database): Promise<Partition[]> {
  const partitions = sql<Partition>`
    select name, first::float8 as first, last::float8 as last,
      pg_total_relation_size(to_regclass(quote_ident(name)))::float8 as bytes
    from ledger_partitions() order by last`;
  return (await partitions.execute(database)).rows;
}

/**
 * Makes partitions of `size` positions, so that a whole one stands empty after the ledger's end. Another node
 * that makes them now is not waited for. A writer that is faster than this makes its own.
 */
export async function makePartitions(database: Database, size: number): Promise<void> {
  const { rows } = await sql<{ isAhead: boolean }>`
    select made_to >= position + ${size} and size = ${size} as "isAhead"
    from ledger_partitioning, ledger_head`.execute(database);
  if (!rows[0]?.isAhead) await database.transaction().execute((running) => make(running, size));
  await keepStatistics(database);
}

async function make(running: Database, size: number): Promise<void> {
  const lock = sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(${partitionsLock}) as mine`;
  const { rows } = await lock.execute(running);
  if (!rows[0]?.mine) return;
  await sql`update ledger_partitioning set size = ${size} where size <> ${size}`.execute(running);
  await sql`select ledger_make_partitions(position + ${size}::bigint) from ledger_head`.execute(
    running,
  );
}

/** Has Postgres take statistics of the whole ledger once a day: by itself it takes them of partitions only. */
async function keepStatistics(database: Database): Promise<void> {
  const { rows } = await sql<{ isOld: boolean }>`
    select coalesce(last_analyze < now() - interval '1 day', true) and position > ${manyChanges} as "isOld"
    from ledger_head left join pg_stat_user_tables on relid = 'change'::regclass`.execute(database);
  if (rows[0]?.isOld) await sql`analyze only change`.execute(database);
}
