import { type Sql, sql } from "./fragments.js";

/** The text of `todaySql` in a statement. */
export const todayText = "(now() at time zone 'Asia/Jakarta')::date";

/** Today where the hub's users are: the date in Jakarta (UTC+7), as Postgres' clock has it. */
export const todaySql: Sql = sql.raw(todayText);

const dayMs = 86_400_000;
/** Jakarta's clocks are ahead of UTC by this, the whole year. */
const aheadMs = 25_200_000;
/** How far the clocks of Postgres and of the hub may be apart, and how long a statement may have run. */
const marginMs = 60_000;

/**
 * Until when what shows the date of `now`, and was read just now, shows that of the day: both in
 * milliseconds since 1970 by the hub's clock. Around midnight, when Postgres may see another day than
 * the hub, it holds no longer than now.
 */
export function endOfToday(now: number): number {
  const sinceMidnight = (now + aheadMs) % dayMs;
  return sinceMidnight < marginMs ? now : now - sinceMidnight + dayMs - marginMs;
}
