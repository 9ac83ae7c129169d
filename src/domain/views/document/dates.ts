/** The first and the last day of a relative date, as `2024-07-03`. */
export interface DateRange {
  start: string;
  end: string;
}

const dayMs = 86_400_000;

const monthsIn = { MONTH: 1, QUARTER: 3, YEAR: 12 } as const;
const steps = { LAST: -1, THIS: 0, NEXT: 1 } as const;
const days = { YESTERDAY: -1, TODAY: 0, TOMORROW: 1 } as const;

const unitPattern = /^(LAST|THIS|NEXT)_(WEEK|MONTH|QUARTER|YEAR)(?:_(START|END))?$/;
const daysPattern = /^(LAST|NEXT)_([1-9]\d{0,3})_DAYS$/;

const isoOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
const msOf = (date: string): number => Date.parse(`${date}T00:00:00Z`);
const added = (date: string, count: number): string => isoOf(msOf(date) + count * dayMs);

/** The whole week of a date, from Monday, moved by so many weeks. */
function weekOf(today: string, step: number): DateRange {
  const weekday = (new Date(msOf(today)).getUTCDay() + 6) % 7;
  const start = added(today, step * 7 - weekday);
  return { start, end: added(start, 6) };
}

/** The whole month, quarter or year of a date, moved by so many of them. */
function monthsOf(today: string, months: number, step: number): DateRange {
  const [year = 0, month = 1] = today.split("-").map(Number);
  const first = Math.floor((month - 1) / months) * months + step * months;
  const at = (offset: number) => isoOf(Date.UTC(year, first + offset, 1));
  return { start: at(0), end: added(at(months), -1) };
}

/**
 * The days that a relative date means on a day: `TODAY`, `THIS_QUARTER`, `LAST_YEAR`, `LAST_30_DAYS` (the
 * 30 days that end today), `NEXT_7_DAYS` (the 7 days that begin today). With `_START` or `_END` it is one
 * day. Undefined for other names.
 */
export function relativeDates(name: string, today: string): DateRange | undefined {
  if (Object.hasOwn(days, name)) {
    const day = added(today, days[name as keyof typeof days]);
    return { start: day, end: day };
  }
  const [, direction, count] = daysPattern.exec(name) ?? [];
  if (direction) {
    const more = Number(count) - 1;
    return direction === "LAST"
      ? { start: added(today, -more), end: today }
      : { start: today, end: added(today, more) };
  }
  const [, step, unit, edge] = unitPattern.exec(name) ?? [];
  if (!step || !unit) return undefined;
  const by = steps[step as keyof typeof steps];
  const range =
    unit === "WEEK"
      ? weekOf(today, by)
      : monthsOf(today, monthsIn[unit as keyof typeof monthsIn], by);
  if (edge === "START") return { start: range.start, end: range.start };
  return edge === "END" ? { start: range.end, end: range.end } : range;
}

/** The names of relative dates, for messages. */
export const relativeDateNames =
  "TODAY, YESTERDAY, TOMORROW, {LAST|THIS|NEXT}_{WEEK|MONTH|QUARTER|YEAR}[_START|_END], LAST_<n>_DAYS, NEXT_<n>_DAYS";
