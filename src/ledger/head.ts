import { type QueryExecutorProvider, sql } from "kysely";

/** The end of the ledger, as a transaction or the database sees it. */
export interface Head {
  /** The position of the last change; 0 before the first. */
  position: number;
  /** The hash of the last change. */
  hash: string;
  /** The position from which changes are retained; 0 while none was dropped. */
  retainedFrom: number;
}

/** Reads the head of the ledger. */
export async function headOf(database: QueryExecutorProvider): Promise<Head> {
  const head = sql<Head>`
    select position::float8 as position, hash, retained_from::float8 as "retainedFrom"
    from ledger_head`;
  const { rows } = await head.execute(database);
  return rows[0] ?? { position: 0, hash: "", retainedFrom: 0 };
}

/** The statement that reads the head's position alone, for a connection outside of the pools. */
export const headStatement = "select position::float8 as position from ledger_head";

/**
 * Takes the ledger's lock before the end of a transaction. Statements after it see every change that was
 * committed, and no other transaction commits a change before this one ends. For a rule that another
 * use case must not break at the same time without a row in common.
 */
export async function lockHead(database: QueryExecutorProvider): Promise<void> {
  await sql`select 1 from ledger_head for update`.execute(database);
}
