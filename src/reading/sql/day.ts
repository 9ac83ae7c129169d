import { timeZone, utcOffsetMs } from "../../platform/jakarta.js";
import { type Sql, sql } from "./fragments.js";

/** The text of `todaySql` in a statement. */
export const todayText = `(now() at time zone '${timeZone}')::date`;

/** The date in Jakarta at an instant. */
export const dayOf = (instant: Sql): Sql =>
  sql`(${instant} at time zone ${sql.lit(timeZone)})::date`;

/** Today in Jakarta by Postgres' clock. */
export const todaySql: Sql = sql.raw(todayText);

const dayMs = 86_400_000;
/** Allowance for the difference between Postgres' clock and the hub's, and for a statement's run time. */
const marginMs = 60_000;

/**
 * The end of today in Jakarta, when an answer that depends on the date expires. `now` and the result
 * are milliseconds since 1970 by the hub's clock. Around midnight Postgres and the hub may see
 * different days: the result is then `now` or earlier, so that nothing is cached.
 */
export function endOfToday(now: number): number {
  const sinceMidnight = (now + utcOffsetMs) % dayMs;
  return sinceMidnight < marginMs ? now : now - sinceMidnight + dayMs - marginMs;
}
