import type { SeededRandom } from "../testkit/random/seeded-random.js";

// A slow sum of figures, in the test's own words: the oracle of the roll-ups.

/** A measurement that counts. `at` is its place among the acceptances. */
export interface Figure {
  code: string;
  period: string;
  value: number;
  numerator: number | null;
  denominator: number | null;
  reporter: "owner" | "partner" | "other";
  at: number;
  sexes: { FEMALE: number; MALE: number };
}

/** The rules of an indicator. */
export interface Rules {
  aggregation: "SUM" | "RATE" | "NONE";
  reporters: "SUM" | "OFFICIAL";
  periods: "SUM" | "LAST" | "AVERAGE";
}

/** A figure of a place: made of some measurements. */
export interface Made {
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  /** The measurements whose counts it has: none of a mean. */
  of: Figure[];
  measured: number;
  periods: string[];
  isPartial: boolean;
}

const sum = (numbers: readonly (number | null)[]): number | null =>
  numbers.includes(null) ? null : numbers.reduce<number>((all, one) => all + Number(one), 0);

/** Figures that add up; of a rate, the quotient of the sums. */
function added(rules: Rules, made: readonly Made[], keepsOne: boolean): Made {
  const [first] = made;
  if (made.length === 1 && first && keepsOne) return first;
  const numerator = sum(made.map((one) => one.numerator));
  const denominator = sum(made.map((one) => one.denominator));
  const isRate = rules.aggregation === "RATE";
  const quotient =
    numerator === null || denominator === null ? null : (100 * numerator) / denominator;
  const value = isRate ? quotient : sum(made.map((one) => one.value));
  return {
    ...{ value, numerator, denominator, of: made.flatMap(({ of }) => of) },
    measured: made.reduce((all, one) => all + one.measured, 0),
    periods: [...new Set(made.flatMap(({ periods }) => periods))].sort(),
    isPartial: made.some(({ isPartial }) => isPartial),
  };
}

const monthsIn = (period: string): number => {
  if (period.length === 4) return 12;
  if (period.includes("S")) return 6;
  return period.includes("Q") ? 3 : 1;
};

/** The periods directly in a period. */
function within(period: string): string[] {
  const year = period.slice(0, 4);
  const part = Number(period.slice(-1));
  if (period.length === 4) return [`${year}-S1`, `${year}-S2`];
  if (period.includes("S")) return [part * 2 - 1, part * 2].map((at) => `${year}-Q${at}`);
  if (!period.includes("Q")) return [];
  return [2, 1, 0].map((back) => `${year}-${String(part * 3 - back).padStart(2, "0")}`);
}

const lastMonth = (period: string): number => {
  const part = Number(period.slice(-1));
  if (period.length === 4) return 12;
  if (period.includes("S")) return part * 6;
  return period.includes("Q") ? part * 3 : Number(period.slice(-2));
};

export class RollUpModel {
  constructor(
    private readonly rules: Rules,
    private readonly figures: readonly Figure[],
  ) {}

  private reported(code: string, period: string): Made | undefined {
    const here = this.figures.filter((one) => one.code === code && one.period === period);
    if (here.length === 0) return undefined;
    const official =
      here.find(({ reporter }) => reporter === "owner") ?? here.toSorted((a, b) => b.at - a.at)[0];
    const counted = this.rules.reporters === "SUM" ? here : here.filter((one) => one === official);
    const made = counted.map((one) => ({
      ...{ value: one.value, numerator: one.numerator, denominator: one.denominator },
      ...{ of: [one], measured: 1, periods: [period], isPartial: false },
    }));
    return added(this.rules, made, true);
  }

  /** The figures that cover a period, none of them in another. */
  private cover(code: string, period: string): Made[] {
    const own = this.reported(code, period);
    return own ? [own] : within(period).flatMap((part) => this.cover(code, part));
  }

  private ofPeriod(code: string, period: string): Made | undefined {
    const own = this.reported(code, period);
    if (own) return own;
    const parts = this.cover(code, period);
    const last = parts.at(-1);
    if (!last) return undefined;
    const lengths = parts.map(({ periods: [name = ""] }) => monthsIn(name));
    const covered = sum(lengths) ?? 0;
    const isPartial = covered !== monthsIn(period);
    if (this.rules.periods === "LAST") {
      const [name = ""] = last.periods;
      return { ...last, isPartial: lastMonth(name) !== lastMonth(period) };
    }
    if (this.rules.periods === "SUM") return { ...added(this.rules, parts, true), isPartial };
    if (parts.length === 1) return { ...last, isPartial };
    const weighted = parts.map(({ value }, at) =>
      value === null ? null : value * (lengths[at] ?? 0),
    );
    const total = sum(weighted);
    return {
      ...{ value: total === null ? null : total / covered, numerator: null, denominator: null },
      ...{ of: [], isPartial, measured: sum(parts.map(({ measured }) => measured)) ?? 0 },
      periods: parts.flatMap(({ periods }) => periods).sort(),
    };
  }

  /** The nearest regions with a figure, below a region. */
  private nearest(code: string, period: string): Made[] {
    const children = new Set(
      this.figures
        .filter((one) => one.code.startsWith(`${code}.`))
        .map((one) => {
          const depth = code.split(".").length + 1;
          return one.code.split(".").slice(0, depth).join(".");
        }),
    );
    return [...children].flatMap((child) => {
      const own = this.ofPeriod(child, period);
      return own ? [own] : this.nearest(child, period);
    });
  }

  of(code: string, period: string): Made | undefined {
    const own = this.ofPeriod(code, period);
    if (own) return own;
    const parts = this.rules.aggregation === "NONE" ? [] : this.nearest(code, period);
    return parts.length > 0 ? added(this.rules, parts, false) : undefined;
  }
}

const codes = [
  ...["36", "36.01", "36.02", "36.02.27", "36.02.27.2010", "36.02.27.2001", "36.01.01"],
  ...["36.01.01.2001", "36.02.05.2003", "33.25", "33.25.01"],
];
const periods = ["2025", "2025-S1", "2025-S2", "2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"];
const monthNames = Array.from({ length: 12 }, (_, at) => `2025-${String(at + 1).padStart(2, "0")}`);

/** Random figures, each reporter's once for a place and a period. */
export function drawFigures(draw: SeededRandom, count: number, { aggregation }: Rules): Figure[] {
  const made = new Map<string, Figure>();
  for (let at = 0; at < count; at += 1) {
    const period = draw.chance(0.6) ? draw.pick(periods) : draw.pick(monthNames);
    const [code, reporter] = [draw.pick(codes), draw.pick(["owner", "partner", "other"] as const)];
    const denominator = aggregation === "RATE" && draw.chance(0.9) ? 100 + draw.below(900) : null;
    const numerator = denominator === null ? null : 10 + draw.below(90);
    const sexes = { FEMALE: 5 + draw.below(40), MALE: 5 + draw.below(40) };
    const value =
      denominator === null || numerator === null
        ? sexes.FEMALE + sexes.MALE
        : Math.round((1_000_000 * numerator) / denominator) / 10_000;
    const order = { owner: 0, partner: 1, other: 2 }[reporter];
    made.set(`${code} ${period} ${reporter}`, {
      ...{ code, period, value, numerator, denominator, reporter, at: order, sexes },
    });
  }
  return [...made.values()];
}
