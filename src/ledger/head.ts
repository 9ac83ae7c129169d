import { type QueryExecutorProvider, type RawBuilder, sql } from "kysely";
import { badField, cursorExpired, type HubError, ledgerRestored } from "../platform/errors.js";
import { type Fork, lostAt } from "./epoch.js";

/** The end of the ledger, as a transaction or the database sees it. */
export interface Head {
  /** The position of the last change; 0 before the first. */
  position: number;
  /** The hash of the last change. */
  hash: string;
  /** The horizon: the position after which changes are retained; 0 while none was archived. */
  retainedFrom: number;
  /** Where it was restored; empty for a ledger that never was. */
  forks: readonly Fork[];
}

/** What the ledger holds of its positions, as a snapshot sees it. */
export type Held = Pick<Head, "retainedFrom" | "forks">;

/** The rows of a statement, by a connection of one's own. */
export type RowsOf = <T>(statement: RawBuilder<T>) => Promise<T[]>;

/** The rows of a statement by any connection to the database. */
export const rowsBy =
  (database: QueryExecutorProvider): RowsOf =>
  async (statement) =>
    (await statement.execute(database)).rows;

/** Reads the head of the ledger. */
export const headOf = (database: QueryExecutorProvider): Promise<Head> =>
  headWithin(rowsBy(database));

/** The same by a connection that is held already. */
export async function headWithin(rows: RowsOf): Promise<Head> {
  const [head] = await rows(sql<Head>`
    select position::float8 as position, hash, retained_from::float8 as "retainedFrom", forks
    from ledger_head`);
  return head ?? { position: 0, hash: "", retainedFrom: 0, forks: [] };
}

/**
 * Refuses a position that the ledger does not hold: CURSOR_EXPIRED before the retained changes and in a lost
 * past, and BAD_USER_INPUT at `path` beyond the end.
 */
export function checkPosition(given: number, head: Head, path: string): void {
  checkRetained(given, head);
  if (given > head.position) {
    throw badField(path, "is beyond the end of the ledger", "melewati akhir buku perubahan");
  }
}

/** Refuses with CURSOR_EXPIRED a position after which the ledger does not hold all changes, or holds others. */
export function checkRetained(given: number, { retainedFrom, forks }: Held): void {
  if (given < retainedFrom) throw cursorExpired(retainedFrom);
  const fork = lostAt(given, forks);
  if (fork) throw ledgerRestored(fork.after);
}

/** True for a position that `checkRetained` does not refuse. */
export const isRetained = (given: number, { retainedFrom, forks }: Held): boolean =>
  given >= retainedFrom && !lostAt(given, forks);

/** The states of Postgres by which its functions refuse a position; the detail is that of the error. */
const refusals: Record<string, (detail: number) => HubError> = {
  RB004: cursorExpired,
  RB005: ledgerRestored,
};

/** CURSOR_EXPIRED for the error of a statement that asked for a position which the ledger does not hold. */
export function notRetained(error: unknown): HubError | undefined {
  const { code, detail } = (error ?? {}) as { code?: unknown; detail?: unknown };
  return refusals[String(code)]?.(Number(detail));
}

/**
 * A position as SQL, whose statement fails where its line is not retained, with an error that `notRetained`
 * knows. It is decided in the statement's own snapshot: no page skips what that lacks. Compare with it: a
 * condition beside a comparison is not looked at where no partition holds the position.
 */
export const retained = (position: RawBuilder<unknown>): RawBuilder<number> =>
  sql`ledger_retained(${position})`;

/** A position as SQL, whose statement fails where the changes after it are not all retained. */
export const retainedAfter = (position: RawBuilder<unknown>): RawBuilder<number> =>
  sql`ledger_retained_after(${position})`;

/** The instant of the last change up to a position; that of the first change before it. */
export async function instantAt(rows: RowsOf, position: number): Promise<string> {
  const [instant] = await rows(sql<{ at: string }>`
    select at::text as at from (
      (select at from change_known where position <= ${position} order by position desc limit 1)
      union all (select at from change_known order by position limit 1)) as found limit 1`);
  return instant?.at ?? new Date().toISOString();
}

/** The statement that reads the head's position and time, for a connection outside of the pools. */
export const headStatement = `select position::float8 as position,
  (extract(epoch from at) * 1000)::float8 as "lastLineMs" from ledger_head`;

/**
 * Takes the ledger's lock before the end of a transaction. Statements after it see every change that was
 * committed, and no other transaction commits a change before this one ends. For a rule that another
 * use case must not break at the same time without a row in common.
 */
export async function lockHead(database: QueryExecutorProvider): Promise<void> {
  await sql`select 1 from ledger_head for update`.execute(database);
}
