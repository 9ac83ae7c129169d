import { placeAt } from "../../../testkit/plans/places.js";
import type { Seen } from "./seen.js";
import { at, exact, type Json, numberOf, quotient, type Row, sumOf } from "./values.js";

// Rule 13 of the domain in plain code: the figure of a group of measurements, by what the viewer lists.

export const achievementSelection =
  "indicator { id } region { id } area { id } target actual share isReached missing start measured suppressed isPartial";

/** What is read of a listed measurement. */
export const measuredSelection =
  "id indicator { id } region { id } area { id } organisation { id } status period startsOn endsOn value numerator denominator isBaseline acceptedAt createdAt";

type Exact = bigint | null;

/** A figure on its way: of a region in the group's place, or of the place itself. */
interface Figure {
  code: string | null;
  startsOn: string;
  endsOn: string;
  value: Exact;
  numerator: Exact;
  denominator: Exact;
  measured: number;
  isPartial: boolean;
}

interface Period {
  startsOn: string;
  endsOn: string;
}

const one = exact(1);
const exactOrNull = (value: Json): Exact => (value === null ? null : exact(value));
const idOf = (row: Row, name: string): Json => at(row, `${name}.id`);

/** The order of several reporters of one place and period, the one that counts first. */
function ownersFirst(indicator: Row, one: Row, other: Row): number {
  const isOwner = (row: Row) => idOf(row, "organisation") === idOf(indicator, "owner");
  if (isOwner(one) !== isOwner(other)) return isOwner(one) ? -1 : 1;
  // None counts as latest, as in Postgres.
  const key = (row: Row) => [row.acceptedAt ?? "~", row.createdAt, row.id].join(" ");
  return key(one) > key(other) ? -1 : 1;
}

const months = ({ startsOn, endsOn }: Period): bigint => {
  const month = (day: string) => 12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7));
  return BigInt(month(endsOn) - month(startsOn) + 1);
};

/** The sum of a figure's part; null if one has none. */
const whole = (figures: readonly Figure[], part: "value" | "numerator" | "denominator"): Exact => {
  const values = figures.map((figure) => figure[part]);
  return values.some((value) => value === null) ? null : sumOf(values as bigint[]);
};

/** What figures add up to: of a rate, the quotient of the sums. */
function addedUp({ aggregation }: Row, figures: readonly Figure[]): Exact {
  if (aggregation !== "RATE") return whole(figures, "value");
  const [above, below] = [whole(figures, "numerator"), whole(figures, "denominator")];
  return above === null || below === null || below === 0n ? null : (100n * above * one) / below;
}

const figureOf = (indicator: Row, figures: readonly Figure[]): Exact =>
  figures.length === 1 ? (figures[0]?.value ?? null) : addedUp(indicator, figures);

/** One figure of each place and period, by the indicator's rule for reporters. */
function reported(indicator: Row, rows: readonly (Row & { code: string | null })[]): Figure[] {
  const groups = Map.groupBy(rows, ({ code, period }) => `${code} ${period}`);
  return [...groups.values()].map((several) => {
    const ranked = [...several].sort((a, b) => ownersFirst(indicator, a, b));
    const counting = (indicator.reporters === "SUM" ? ranked : ranked.slice(0, 1)).map(raw);
    const [first] = counting as [Figure];
    return {
      ...first,
      value: figureOf(indicator, counting),
      numerator: whole(counting, "numerator"),
      denominator: whole(counting, "denominator"),
      measured: counting.length,
    };
  });
}

const raw = (row: Row & { code: string | null }): Figure => ({
  code: row.code,
  startsOn: String(row.startsOn),
  endsOn: String(row.endsOn),
  value: exactOrNull(row.value ?? null),
  numerator: exactOrNull(row.numerator ?? null),
  denominator: exactOrNull(row.denominator ?? null),
  measured: 1,
  isPartial: false,
});

/** The figures of shorter periods, each of which no longer one holds. */
function longest(figures: readonly Figure[]): Figure[] {
  const ordered = [...figures].sort(
    (a, b) => `${a.startsOn}`.localeCompare(b.startsOn) || b.endsOn.localeCompare(a.endsOn),
  );
  let before = "";
  return ordered.filter(({ endsOn }) => {
    const isBeyond = endsOn > before;
    if (isBeyond) before = endsOn;
    return isBeyond;
  });
}

/** The figure of one place in a period, by the indicator's rule for periods. */
function ofPeriod(indicator: Row, period: Period, figures: readonly Figure[]): Figure {
  const own = figures.find(
    ({ startsOn, endsOn }) => startsOn === period.startsOn && endsOn === period.endsOn,
  );
  if (own) return own;
  const parts = longest(figures);
  const last = parts.at(-1) as Figure;
  if (indicator.periods === "LAST") return { ...last, isPartial: last.endsOn !== period.endsOn };
  const total = sumOf(parts.map(months));
  const measured = parts.reduce((sum, part) => sum + part.measured, 0);
  const made = { ...last, measured, isPartial: total !== months(period) };
  const [numerator, denominator] = [whole(parts, "numerator"), whole(parts, "denominator")];
  if (indicator.periods === "SUM" || parts.length === 1) {
    return { ...made, value: figureOf(indicator, parts), numerator, denominator };
  }
  const weighed = parts.map((part) => (part.value === null ? null : part.value * months(part)));
  const value = weighed.includes(null) ? null : sumOf(weighed as bigint[]) / total;
  return { ...made, value, numerator: null, denominator: null };
}

const ofPeriods = (indicator: Row, period: Period, figures: readonly Figure[]): Figure[] =>
  [...Map.groupBy(figures, ({ code }) => code).values()].map((of) =>
    ofPeriod(indicator, period, of),
  );

/** The figure of a place: its own, else what its parts make. */
function ofPlace(indicator: Row, figures: readonly Figure[]): Partial<Figure> {
  const own = figures.find(({ code }) => code === null);
  if (own) return own;
  if (indicator.aggregation === "NONE") return {};
  const codes = new Set(figures.map(({ code }) => code));
  const parts = figures.filter(
    ({ code }) =>
      ![2, 5, 8].some(
        (length) => String(code).length > length && codes.has(String(code).slice(0, length)),
      ),
  );
  if (parts.length === 0) return {};
  return {
    value: addedUp(indicator, parts),
    measured: parts.reduce((sum, part) => sum + part.measured, 0),
    isPartial: parts.some(({ isPartial }) => isPartial),
  };
}

/** What a group's rows and keys say of its place and period. */
interface Asked extends Period {
  region: Json;
  area: Json;
}

const shorter = ["Month", "Quarter", "Year"] as const;
const levels = ["village", "district", "regency", "province"] as const;

/** The days of a period like 2024, 2024-Q2 or 2024-06. */
function daysOf(name: string): Period {
  const [year, part = ""] = name.split("-") as [string, string?];
  const [first, count] = part.startsWith("Q")
    ? [3 * Number(part.slice(1)) - 2, 3]
    : part
      ? [Number(part), 1]
      : [1, 12];
  const day = new Date(Date.UTC(2000, first - 1 + count, 0));
  day.setUTCFullYear(Number(year), first - 1 + count, 0);
  const pad = (value: number) => String(value).padStart(2, "0");
  return {
    startsOn: `${year}-${pad(first)}-01`,
    endsOn: `${year}-${pad(first - 1 + count)}-${pad(day.getUTCDate())}`,
  };
}

function periodOf(rows: readonly Row[], keys: ReadonlyMap<string, Json>): Period {
  for (const part of shorter) {
    const names = [`endsOn${part}`, `startsOn${part}`].filter((name) => keys.has(name));
    const [name] = names;
    if (name === undefined) continue;
    const key = keys.get(name) ?? null;
    return key === null ? { startsOn: "none", endsOn: "none" } : daysOf(String(key));
  }
  const days = (name: string) => rows.map((row) => String(row[name])).sort();
  return { startsOn: days("startsOn")[0] ?? "", endsOn: days("endsOn").at(-1) ?? "" };
}

function askedOf(rows: readonly Row[], keys: ReadonlyMap<string, Json>): Asked {
  const period = periodOf(rows, keys);
  const areas = new Set(rows.map((row) => idOf(row, "area")));
  if (areas.size === 1 && !areas.has(null))
    return { ...period, region: null, area: [...areas][0] ?? null };
  const key = levels
    .map((level) => at(keys.get(level) ?? null, "id"))
    .find((code) => code !== null);
  const codes = rows.map((row) => idOf(row, "region")).filter((code) => code !== null) as string[];
  const isNationwide = rows.some(
    (row) => idOf(row, "region") === null && idOf(row, "area") === null,
  );
  const smallest = [13, 8, 5, 2].map((length) => placeAt(length, codes)).find(Boolean);
  return { ...period, area: null, region: key ?? (isNationwide ? null : (smallest ?? null)) };
}

/** The figure that measurements make in what is asked. */
function actualOf(indicator: Row, asked: Asked, rows: readonly Row[]): Partial<Figure> {
  const within = rows.filter(
    (row) =>
      row.value !== null &&
      (asked.area !== null || idOf(row, "area") === null) &&
      String(row.startsOn) >= asked.startsOn &&
      String(row.endsOn) <= asked.endsOn,
  );
  const coded = within.map((row) => {
    const isOwn = asked.area !== null || idOf(row, "region") === asked.region;
    return { ...row, code: isOwn ? null : (idOf(row, "region") as string) } as Row & {
      code: string | null;
    };
  });
  return ofPlace(indicator, ofPeriods(indicator, asked, reported(indicator, coded)));
}

const ofOwnPlace = (row: Row, { region, area }: Asked): boolean =>
  idOf(row, "region") === region && idOf(row, "area") === area;

function targetOf(indicator: Row, asked: Asked): Exact {
  const of = (indicator.targets as Row[]).filter(
    (row) =>
      ofOwnPlace(row, asked) &&
      String(row.startsOn) >= asked.startsOn &&
      String(row.endsOn) <= asked.endsOn,
  );
  if (of.length === 0) return null;
  const figures = of.map((row) => raw({ ...row, code: null, numerator: null, denominator: null }));
  const { value, isPartial } = ofPeriod(indicator, asked, figures);
  return isPartial ? null : value;
}

/** The figure with which a decrease begins. */
function startOf(indicator: Row, asked: Asked, all: readonly Row[]): Exact {
  if (indicator.direction === "INCREASE") return null;
  const [first] = all
    .filter((row) => idOf(row, "indicator") === indicator.id && row.status === "ACCEPTED")
    .filter((row) => ofOwnPlace(row, asked) && String(row.endsOn) < asked.endsOn)
    .sort((a, b) => {
      const key = (row: Row) => [row.isBaseline ? 0 : 1, row.endsOn, row.startsOn].join(" ");
      return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : ownersFirst(indicator, a, b);
    });
  return exactOrNull(first?.value ?? null);
}

/** How far a target is reached. */
function reachedOf(isIncrease: boolean, target: Exact, actual: Exact, start: Exact) {
  if (target === null || actual === null) return { share: null, isReached: null, missing: null };
  const ratio = (above: bigint, below: bigint) => (above <= 0n ? 0 : quotient(above, below, 4));
  const increase = target > 0n ? ratio(actual, target) : null;
  const decrease = start !== null && start > target ? ratio(start - actual, start - target) : null;
  const gap = isIncrease ? target - actual : actual - target;
  return {
    share: isIncrease ? increase : decrease,
    isReached: gap <= 0n,
    missing: gap > 0n ? numberOf(gap) : 0,
  };
}

const numberOrNull = (value: Exact): number | null => (value === null ? null : numberOf(value));
const named = (id: Json): Json => (id === null ? null : { id });

/** What a group of measurements achieved, by its rows and the values that its keys have in all of them. */
export function slowAchievement(
  rows: readonly Row[],
  seen: Seen,
  keys: ReadonlyMap<string, Json>,
): Json {
  const counted = rows.filter(({ status }) => status === "ACCEPTED");
  const [id, ...others] = new Set(counted.map((row) => idOf(row, "indicator")));
  const indicator = seen.rows.indicators.find((row) => row.id === id);
  if (!indicator || others.length > 0) return null;
  const asked = askedOf(counted, keys);
  const figure = actualOf(indicator, asked, counted);
  const [actual, target] = [figure.value ?? null, targetOf(indicator, asked)];
  const start = startOf(indicator, asked, seen.rows.measurements);
  return {
    indicator: { id: id ?? null },
    region: named(asked.region),
    area: named(asked.area),
    target: numberOrNull(target),
    actual: numberOrNull(actual),
    ...reachedOf(indicator.direction === "INCREASE", target, actual, start),
    start: numberOrNull(start),
    measured: figure.measured ?? 0,
    suppressed: counted.filter(({ value }) => value === null).length,
    isPartial: figure.isPartial ?? false,
  };
}
