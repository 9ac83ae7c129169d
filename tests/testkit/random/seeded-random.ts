import { namedId } from "../../../src/platform/ids.js";
import { randomFrom } from "./random.js";

/** Texts that break what quotes, escapes or measures them carelessly; all of them Postgres can hold. */
export const oddTexts: readonly string[] = [
  "",
  " ",
  'O\'Brien said "no"',
  "back\\slash \\u0041 \\n",
  "100% of a_b",
  "%",
  "emoji 👩🏽‍🌾🐟",
  "日本語 العربية עברית",
  "line\nbreak\ttab\rreturn",
  "\u0001\u001f\u007f\u0085",
  "</script>&amp;<b>",
  "e\u0301 İ ß ﬁ",
  "\u2028\u2029\ufeff",
  "null",
  "true",
  '{"a":[1,null]}',
  "$1 :name ? --",
  `long ${"panjang ".repeat(60)}`,
];

const plainTexts = ["Pasar ikan", "Jalan desa", "Pelatihan las", "Kopi rakyat", "Modal usaha"];

/** Numbers whose spelling differs between languages, beside usual ones. */
export const oddNumbers: readonly number[] = [
  0,
  1,
  -1,
  0.1,
  1 / 3,
  12.5,
  100,
  -123.456,
  1e21,
  1e-7,
  1.5e300,
  9007199254740992,
  1e15,
  1e16,
];

const instants = [
  "2024-01-01T00:00:00.000Z",
  "2024-06-30T23:59:59.999Z",
  "2025-02-28T17:00:00.120Z",
  "2025-12-31T23:30:00.001Z",
  "1999-12-31T23:59:59.000Z",
];

const dates = ["2023-01-01", "2024-02-29", "2024-12-31", "2025-06-30", "2031-07-01", "0987-01-09"];

/** A period and the days that it holds. */
export interface PeriodRow {
  period: string;
  starts_on: string;
  ends_on: string;
}

const periods: readonly PeriodRow[] = [
  { period: "2023", starts_on: "2023-01-01", ends_on: "2023-12-31" },
  { period: "2024", starts_on: "2024-01-01", ends_on: "2024-12-31" },
  { period: "2024-S1", starts_on: "2024-01-01", ends_on: "2024-06-30" },
  { period: "2024-Q2", starts_on: "2024-04-01", ends_on: "2024-06-30" },
  { period: "2024-06", starts_on: "2024-06-01", ends_on: "2024-06-30" },
];

/** Draws that a seed repeats, for data that is made up. */
export class SeededRandom {
  private readonly next: () => number;

  constructor(private readonly seed: number) {
    this.next = randomFrom(seed);
  }

  /** An id that the same name always gets. */
  readonly id = (name: string): string =>
    namedId(`oracle ${this.seed} ${name}`, "5f0d4c7e-2a5b-4a53-9d61-5d9b7c7c4f10");

  readonly chance = (share: number): boolean => this.next() < share;

  readonly below = (count: number): number => Math.floor(this.next() * count);

  pick<T>(among: readonly T[]): T {
    if (among.length === 0) throw new Error("There is nothing to pick from");
    return among[this.below(among.length)] as T;
  }

  /** One of the last few: what leans on it grows deep instead of broad. */
  late<T>(among: readonly T[]): T {
    return this.chance(0.6)
      ? (among.at(-1 - this.below(Math.min(3, among.length))) as T)
      : this.pick(among);
  }

  some<T>(among: readonly T[], most: number): T[] {
    return [...new Set(Array.from({ length: this.below(most + 1) }, () => this.pick(among)))];
  }

  readonly text = (): string => {
    if (this.chance(0.3)) return this.pick(oddTexts);
    return this.chance(0.5) ? this.pick(plainTexts) : `${this.pick(plainTexts)} ${this.below(40)}`;
  };

  readonly float = (): number => this.pick(oddNumbers);
  readonly instant = (): string => this.pick(instants);
  readonly date = (): string => this.pick(dates);
  readonly period = (): PeriodRow => this.pick(periods);

  /** The value, or null in `share` of the cases. */
  maybe<T>(value: () => T, share = 0.35): T | null {
    return this.chance(share) ? null : value();
  }

  list<T>(make: () => T, most = 3): T[] {
    return Array.from({ length: this.below(most + 1) }, make);
  }
}
