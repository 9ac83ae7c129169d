/** The stretch of time that a timeline shows: where a day stands on it, and its ticks. */
export interface Span {
  from: string;
  to: string;
  /** Where a day stands, from 0 at the start to 1 at the end. */
  shareOf(day: string): number;
  ticks: { day: string; label: string; share: number }[];
  /** Where today stands; null where it lies outside. */
  today: number | null;
}

interface Dated {
  startsOn: string | null;
  endsOn: string | null;
}

interface DatedAction extends Dated {
  milestones: readonly { dueOn: string; completedOn: string | null }[];
}

const dayMs = 86_400_000;
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** The most ticks that are readable. */
const mostTicks = 12;

/** The first days of months, every so many that the line can bear. */
function monthsOf(from: number, to: number): string[] {
  const months = Math.ceil((to - from) / (30 * dayMs));
  const step = [1, 2, 3, 6, 12, 24, 60].find((size) => months / size <= mostTicks) ?? 120;
  const days: string[] = [];
  const first = new Date(from);
  let at = Date.UTC(first.getUTCFullYear(), 0, 1);
  while (at <= to) {
    if (at >= from) days.push(dayOf(at));
    const date = new Date(at);
    at = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + step, 1);
  }
  return days;
}

/** The span that holds a plan and all its actions and milestones, whose ticks are named in a locale. */
export function spanOf(
  plan: Dated,
  actions: readonly DatedAction[],
  locale: string,
  now = Date.now(),
): Span {
  const days = [plan, ...actions]
    .flatMap(({ startsOn, endsOn }) => [startsOn, endsOn])
    .concat(actions.flatMap(({ milestones }) => milestones.map(({ dueOn }) => dueOn)))
    .flatMap((day) => (day ? [Date.parse(day)] : []));
  const from = Math.min(...days, now);
  const to = Math.max(...days, now, from + 30 * dayMs);
  const shareOfMs = (ms: number) => Math.min(1, Math.max(0, (ms - from) / (to - from)));
  const shareOf = (day: string) => shareOfMs(Date.parse(day));
  const format = new Intl.DateTimeFormat(locale, {
    ...{ month: "short", year: "2-digit", timeZone: "UTC" },
  });
  const ticks = monthsOf(from, to).map((day) => ({
    ...{ day, share: shareOf(day), label: format.format(new Date(day)) },
  }));
  const today = now >= from && now <= to ? shareOfMs(now) : null;
  return { from: dayOf(from), to: dayOf(to), shareOf, ticks, today };
}
