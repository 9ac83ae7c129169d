import type { RowsOf } from "../../ledger/index.js";
import { type Database, sql } from "../../reading/index.js";

/** The time for which a node holds the making of a backup after each renewal, in milliseconds. */
export const leaseMs = 60_000;

/** The backups of the schedule, as the database knows them. */
export interface BackupState {
  /** The instant of the last backup, in seconds since 1970; null where there is none. */
  madeAt: number | null;
  /** How long ago that was by the clock of Postgres, in seconds. */
  ageSeconds: number | null;
  bytes: number | null;
  tookMs: number | null;
  /** True where the last attempt failed. */
  isFailing: boolean;
  /** True where a backup is due, and no node makes it. */
  isDue: boolean;
}

/** When a backup is due. */
export interface Due {
  everyMs: number;
  /** The time after which a failed one is tried again, in milliseconds. */
  againMs: number;
}

/** The longest time before a failed backup is tried again, in milliseconds. */
const longestAgainMs = 600_000;

/** When backups of a schedule are due. */
export const dueOf = ({ everyMs }: Pick<Due, "everyMs">): Due => ({
  everyMs,
  againMs: Math.min(longestAgainMs, everyMs),
});

const later = (ms: number) => sql`make_interval(secs => ${ms / 1000}::float8)`;

const isDue = ({ everyMs, againMs }: Due) => sql`(until < clock_timestamp()
  and coalesce(made_at + ${later(everyMs)}, '-infinity') <= clock_timestamp()
  and coalesce(failed_at + ${later(againMs)}, '-infinity') <= clock_timestamp())`;

/** Reads the state. */
export async function backupState(rows: RowsOf, due: Due): Promise<BackupState> {
  const [state] =
    await rows(sql<BackupState>`select extract(epoch from made_at)::float8 as "madeAt",
    extract(epoch from clock_timestamp() - made_at)::float8 as "ageSeconds",
    bytes::float8 as bytes, took_ms::float8 as "tookMs",
    coalesce(failed_at > coalesce(made_at, '-infinity'), false) as "isFailing", ${isDue(due)} as "isDue"
    from backup_state`);
  if (!state) throw new Error("The state of backups has no row");
  return state;
}

/** Takes the making of a backup that is due for a node; false where another one was faster. */
export async function takeBackup(database: Database, node: string, due: Due): Promise<boolean> {
  const { rows } = await sql`update backup_state
    set node = ${node}::uuid, until = clock_timestamp() + ${later(leaseMs)}
    where ${isDue(due)} returning 1`.execute(database);
  return rows.length > 0;
}

/** Renews the lease of a node; false where it has lost it. */
export async function renewBackup(database: Database, node: string): Promise<boolean> {
  const { rows } = await sql`update backup_state set until = clock_timestamp() + ${later(leaseMs)}
    where node = ${node}::uuid returning 1`.execute(database);
  return rows.length > 0;
}

/** Records a backup of a node, and gives up its lease. */
export async function backupMade(
  database: Database,
  node: string,
  { address, bytes, tookMs }: { address: string; bytes: number; tookMs: number },
): Promise<void> {
  await sql`update backup_state set node = null, until = '-infinity', made_at = clock_timestamp(),
    address = ${address}, bytes = ${bytes}, took_ms = ${Math.round(tookMs)}, failed_at = null, failure = null
    where node = ${node}::uuid`.execute(database);
}

/** Records that a backup of a node failed, and gives up its lease. */
export async function backupFailed(
  database: Database,
  node: string,
  failure: string,
): Promise<void> {
  await sql`update backup_state set node = null, until = '-infinity', failed_at = clock_timestamp(),
    failure = ${failure} where node = ${node}::uuid`.execute(database);
}
