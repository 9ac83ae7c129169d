import { type QueryExecutorProvider, sql } from "kysely";

/** The noun of the lines by which epochs begin. No class has it: the API shows them to nobody. */
export const epochEntity = "LedgerEpoch";

/**
 * A place where the ledger was restored: it has the positions up to `after` in common with a past that was
 * lost, and goes on after `resumed`. The positions between them can only be of that past.
 */
export interface Fork {
  after: number;
  resumed: number;
}

/** Why an epoch begins: a restore by the hub's own command, or by the operator's means. */
export type EpochReason = "RESTORED" | "OPERATOR";

/**
 * Begins a new epoch of the ledger, which every restore needs: its positions lie beyond all that were given
 * out before, so that clients that have seen what was lost are told so. Gives the position of the line that says so.
 */
export async function newEpoch(
  database: QueryExecutorProvider,
  reason: EpochReason,
): Promise<number> {
  return positionOf(database, sql`ledger_new_epoch(${reason}::text)`);
}

/**
 * Begins an epoch where Postgres shows that the ledger was restored since its last line: another cluster,
 * timeline or table. Gives the ledger's position.
 */
export function recogniseLedger(database: QueryExecutorProvider): Promise<number> {
  return positionOf(database, sql`ledger_recognise()`);
}

async function positionOf(
  database: QueryExecutorProvider,
  call: ReturnType<typeof sql>,
): Promise<number> {
  const statement = sql<{ position: string }>`select ${call} as position`;
  const { rows } = await statement.execute(database);
  return Number(rows[0]?.position);
}

/**
 * The statement that does the same where the ledger is before a position that this process has read from it:
 * then it was restored under the running process.
 */
export const recogniseStatement = (known: number): string =>
  `select ledger_recognise(${known})::float8 as position`;

/** The place where the past that a position is of was lost; undefined for a position that is not lost. */
export const lostAt = (position: number, forks: readonly Fork[]): Fork | undefined =>
  forks.find(({ after, resumed }) => position > after && position < resumed);

/** True where the next line of the ledger may stand at `next` though the last one stands before `next - 1`. */
export const isResumed = (last: number, next: number, forks: readonly Fork[]): boolean =>
  forks.some(({ after, resumed }) => last === after && next === resumed + 1);
