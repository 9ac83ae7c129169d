import { type RawBuilder, sql } from "kysely";

/** The longest lease or wait that the hub gives: EXPORT_LEASE_SECONDS, WEBHOOK_LEASE_SECONDS and retries. */
const longestMs = 3_600_000;

/**
 * Whether a lease or a wait that ends at the time in a column still holds, by the database's clock, as text; none
 * lasts more than `mostMs`. One that ends later was given before that clock was set back: a holder that lives has
 * renewed it by now.
 */
export const heldUntilText = (column: string, mostMs = longestMs): string =>
  `coalesce(${column} > clock_timestamp()
    and ${column} <= clock_timestamp() + interval '${mostMs} milliseconds', false)`;

/** The same as an expression. */
export const isHeldUntil = (column: string): RawBuilder<boolean> => sql.raw(heldUntilText(column));
