// Sums, means and parts of dates in plain code, exact where Postgres is exact.

/** A value of a row or of a group, as JSON has it. */
export type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

/** A row as the viewer lists it. */
export type Row = Record<string, Json>;

const digits = 60;
const one = 10n ** BigInt(digits);

/** A number as a fraction of 10^60: of a float its 15 leading digits, as Postgres takes them. */
export function exact(value: Json): bigint {
  if (typeof value === "string") return BigInt(value) * one;
  const [whole = "", power = "0"] = Number(value).toExponential(14).split("e");
  const [before = "0", after = ""] = whole.split(".");
  const shift = digits + Number(power) - after.length;
  if (shift < 0) throw new Error(`${value} has too many digits after the point`);
  return BigInt(before + after) * 10n ** BigInt(shift);
}

export const sumOf = (values: readonly bigint[]): bigint =>
  values.reduce((sum, value) => sum + value, 0n);

/** A quotient, rounded half away from zero to so many decimals, as a number. */
export function quotient(above: bigint, below: bigint, decimals: number): number {
  const sign = above < 0n === below < 0n ? 1n : -1n;
  const [high, low] = [abs(above) * 10n ** BigInt(decimals), abs(below)];
  return Number((sign * (high * 2n + low)) / (low * 2n)) / 10 ** decimals;
}

const abs = (value: bigint): bigint => (value < 0n ? -value : value);

/** An exact sum as a number. */
export const numberOf = (value: bigint): number => Number(value) / Number(one);

/** An exact sum of whole numbers as text. */
export const wholeOf = (value: bigint): string => String(value / one);

/** The value at the end of a path into a row; null where it leads nowhere. */
export function at(row: Json, path: string): Json {
  let value: Json = row;
  for (const step of path.split(".")) {
    if (value === null || typeof value !== "object" || Array.isArray(value)) return null;
    value = value[step] ?? null;
  }
  return value;
}

/** The day of an instant in Jakarta, or a day as it is. */
function dayOf(value: string): Date {
  const isDay = value.length === 10;
  return new Date(isDay ? `${value}T00:00:00Z` : new Date(value).getTime() + 7 * 3_600_000);
}

const pad = (value: number, length = 2): string => String(value).padStart(length, "0");

/** The parts of a date by which rows are grouped. */
export const partsOfDates = {
  Year: (day: Date) => pad(day.getUTCFullYear(), 4),
  Quarter: (day: Date) =>
    `${pad(day.getUTCFullYear(), 4)}-Q${Math.floor(day.getUTCMonth() / 3) + 1}`,
  Month: (day: Date) => `${pad(day.getUTCFullYear(), 4)}-${pad(day.getUTCMonth() + 1)}`,
  Week: (day: Date) => {
    // The week's Thursday tells its year.
    const thursday = new Date(day);
    thursday.setUTCDate(day.getUTCDate() + 3 - ((day.getUTCDay() + 6) % 7));
    const start = new Date(thursday);
    start.setUTCMonth(0, 1);
    start.setUTCHours(0, 0, 0, 0);
    const days = Math.floor((thursday.getTime() - start.getTime()) / 86_400_000);
    return `${pad(thursday.getUTCFullYear(), 4)}-W${pad(1 + Math.floor(days / 7))}`;
  },
} as const;

export type PartOfDate = keyof typeof partsOfDates;

/** A part of a date or an instant; null without one. */
export const partOf = (value: Json, part: PartOfDate): string | null =>
  typeof value === "string" ? partsOfDates[part](dayOf(value)) : null;
