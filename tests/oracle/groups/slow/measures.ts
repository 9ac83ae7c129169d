import { type Counted, totalsOf } from "../../../testkit/plans/slow-sums.js";
import { achievementSelection, measuredSelection, slowAchievement } from "./achievement.js";
import type { Seen } from "./seen.js";
import { at, exact, type Json, numberOf, quotient, type Row, sumOf, wholeOf } from "./values.js";

/** A measure as the test knows it: what is asked of a group and of its rows, and what they make. */
export interface SlowMeasure {
  select: string;
  /** The selection in a listed row. */
  row?: string;
  value(rows: readonly Row[], seen: Seen, keys: ReadonlyMap<string, Json>): Json;
}

type Measures = Record<string, SlowMeasure>;

const present = (rows: readonly Row[], name: string): Json[] =>
  rows.map((row) => at(row, name)).filter((value) => value !== null);

const exactOf = (rows: readonly Row[], name: string): bigint[] => present(rows, name).map(exact);

/** The sums, means and extremes of numbers. */
export function numbers(names: Readonly<Record<string, readonly string[]>>): Measures {
  const aggregates: Record<string, (values: readonly bigint[]) => Json> = {
    sum: (all) => numberOf(sumOf(all)),
    average: (all) => numberOf(sumOf(all)) / all.length,
    min: (all) => Math.min(...all.map(numberOf)),
    max: (all) => Math.max(...all.map(numberOf)),
  };
  return Object.fromEntries(
    Object.entries(names).flatMap(([name, among]) =>
      among.map((aggregate): [string, SlowMeasure] => [
        `${aggregate}.${name}`,
        {
          select: `${aggregate} { ${name} }`,
          row: name,
          value: (rows) => {
            const all = exactOf(rows, name);
            const made = all.length === 0 ? null : (aggregates[aggregate]?.(all) ?? null);
            return { [aggregate]: { [name]: made } };
          },
        },
      ]),
    ),
  );
}

/** The extremes of dates and instants, whose text has their order. */
export const extremes = (...names: readonly string[]): Measures =>
  Object.fromEntries(
    names.flatMap((name) =>
      (["min", "max"] as const).map((aggregate): [string, SlowMeasure] => [
        `${aggregate}.${name}`,
        {
          select: `${aggregate} { ${name} }`,
          row: name,
          value: (rows) => {
            const sorted = present(rows, name).sort();
            return { [aggregate]: { [name]: sorted.at(aggregate === "min" ? 0 : -1) ?? null } };
          },
        },
      ]),
    ),
  );

/** The rows that meet a condition, counted. */
export const counts = (
  name: string,
  row: string,
  holds: (row: Row, seen: Seen) => boolean,
): Measures => ({
  [name]: {
    select: name,
    row,
    value: (rows, seen) => ({ [name]: rows.filter((one) => holds(one, seen)).length }),
  },
});

const flat =
  "given { pledged committed delivered total } reached { pledged committed delivered total } paid";

/** The money of the rows: `whole` names the row to which a contribution belongs. */
export function money(whole: (one: Counted) => string | null): Measures {
  const totals = (rows: readonly Row[], seen: Seen) => {
    const ids = new Set(rows.map(({ id }) => id));
    const { bySector, ...made } = totalsOf(
      seen.money.filter((one) => ids.has(whole(one))),
      [],
      seen.moneyRule,
    );
    return made;
  };
  return {
    money: {
      select: `money { ${flat} onCancelled { ${flat} } }`,
      value: (rows, seen) => ({ money: totals(rows, seen) }),
    },
    given: { select: "given", value: (rows, seen) => ({ given: totals(rows, seen).given.total }) },
    reached: {
      select: "reached",
      value: (rows, seen) => ({ reached: totals(rows, seen).reached.total }),
    },
    paid: { select: "paid", value: (rows, seen) => ({ paid: totals(rows, seen).paid }) },
  };
}

/** The mean progress of actions by weight. */
function mean(actions: readonly Row[]): number | null {
  const counting = actions.filter(({ status }) => status !== "CANCELLED");
  const weights = counting.map(({ weight }) => exact(weight ?? null));
  const weight = sumOf(weights);
  if (weight === 0n) return null;
  const progress = counting.map(
    (one, place) => BigInt(Number(one.progress)) * (weights[place] ?? 0n),
  );
  return quotient(sumOf(progress), weight, 1);
}

export const meanProgress: Measures = {
  meanProgress: {
    select: "meanProgress",
    row: "status progress weight",
    value: (rows) => ({ meanProgress: mean(rows) }),
  },
};

export const meanProgressOfPlans: Measures = {
  meanProgress: {
    select: "meanProgress",
    value: (rows, { rows: { actions } }) => {
      const ids = new Set(rows.map(({ id }) => id));
      return { meanProgress: mean(actions.filter((action) => ids.has(at(action, "plan.id")))) };
    },
  },
};

/** The sum of what is shown; null where nothing is. */
const shownSum = (values: readonly Json[]): number | null => {
  const shown = values.filter((value) => value !== null);
  return shown.length === 0 ? null : numberOf(sumOf(shown.map(exact)));
};

const bySex = (row: Row, sex: string): Json => {
  const counted = (row.membersBySex as Row[]).find(({ value }) => value === sex);
  return counted?.count ?? null;
};

/** The people in groups, and their last results. */
export const people: Measures = {
  people: {
    select: "people { members women men suppressed }",
    row: "members membersSuppressed membersBySex { by value count suppressed }",
    value: (rows) => ({
      people: {
        members: shownSum(rows.map((row) => row.members ?? null)),
        women: shownSum(rows.map((row) => bySex(row, "FEMALE"))),
        men: shownSum(rows.map((row) => bySex(row, "MALE"))),
        suppressed: rows.filter((row) => row.membersSuppressed === true).length,
      },
    }),
  },
  lastResults: {
    select: "lastResults { groups revenue jobs suppressed }",
    row: "measurements(first: 200) { nodes { id endsOn startsOn createdAt revenue jobs jobsSuppressed } }",
    value: (rows) => {
      const last = rows.flatMap((row): Row[] => lastOf(at(row, "measurements.nodes") as Row[]));
      const revenue = last.map((one) => one.revenue ?? null).filter((one) => one !== null);
      return {
        lastResults: {
          groups: last.length,
          revenue: revenue.length === 0 ? null : wholeOf(sumOf(revenue.map(exact))),
          jobs: shownSum(last.map((one) => one.jobs ?? null)),
          suppressed: last.filter((one) => one.jobsSuppressed === true).length,
        },
      };
    },
  },
};

const latest = ["endsOn", "startsOn", "createdAt", "id"];

const lastOf = (results: readonly Row[]): Row[] =>
  [...results]
    .sort((one, other) => {
      const name = latest.find((key) => one[key] !== other[key]) ?? "id";
      return String(one[name]) < String(other[name]) ? -1 : 1;
    })
    .slice(-1);

/** The payments less their reversals. */
export const paid: Measures = {
  paid: {
    select: "paid",
    row: "amount reverses { id }",
    value: (rows) => {
      const flows = rows.map((row) => exact(row.amount ?? 0) * (row.reverses === null ? 1n : -1n));
      return { paid: wholeOf(sumOf(flows)) };
    },
  },
};

/** The quantity of contributions, where all have one unit. */
export const quantity: Measures = {
  quantity: {
    select: "quantity",
    row: "status quantity unit",
    value: (rows) => {
      const counting = rows.filter((row) => row.quantity !== null && row.status !== "WITHDRAWN");
      const isOne = new Set(counting.map(({ unit }) => unit ?? "")).size === 1;
      const all = counting.map((row) => exact(row.quantity ?? 0));
      return { quantity: isOne ? numberOf(sumOf(all)) : null };
    },
  },
};

/** What measurements achieved against targets. */
export const achievement: Measures = {
  achievement: {
    select: `achievement { ${achievementSelection} }`,
    row: measuredSelection,
    value: (rows, seen, keys) => ({ achievement: slowAchievement(rows, seen, keys) }),
  },
};
