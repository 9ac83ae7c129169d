import type { Fault } from "../../platform/errors.js";
import { fault, refuseFaults } from "../common/index.js";
import { Acceptance } from "../programmes/index.js";
import { categories, isCategory } from "./categories.js";
import { IndicatorAggregation, IndicatorUnit } from "./enums.js";
import type { StoredCount } from "./measurement.js";

// The rules of figures, for mutations and bulk imports alike. Each returns the faults that it
// finds, at paths below the given one.

/** The facts of an indicator that the rules need. */
export interface Measured {
  unit: IndicatorUnit;
  aggregation: IndicatorAggregation;
}

/** The figures of a measurement. */
export interface Figures {
  value?: number | null | undefined;
  numerator?: number | null | undefined;
  denominator?: number | null | undefined;
  disaggregation?: readonly StoredCount[] | null | undefined;
}

/** The maximum number of counts in one measurement's disaggregation. */
export const mostCounts = 50;

/** The largest and the smallest figure apart from 0: their sums and rates stay finite numbers. */
const bounds = { most: 1e18, least: 1e-9 };

const mostCount = 2 ** 31 - 1;

/** The units that are never negative. */
const counting: readonly IndicatorUnit[] = [
  IndicatorUnit.PEOPLE,
  IndicatorUnit.HOUSEHOLDS,
  IndicatorUnit.GROUPS,
  IndicatorUnit.COUNT,
];

/** The units of whole numbers: those that count, and rupiah (rule 13 of the domain). */
const whole: readonly IndicatorUnit[] = [...counting, IndicatorUnit.RUPIAH];

function numberFaults(number: number, path: string): Fault[] {
  const size = Math.abs(number);
  if (number === 0 || (size <= bounds.most && size >= bounds.least)) return [];
  const en = "must be a number: 0, or from 1e-9 to 1e18 in size";
  return [fault(path, en, "harus berupa bilangan: 0, atau besarnya 1e-9 sampai 1e18")];
}

/** The faults of an indicator's figure: a target's or a measurement's. */
export function valueFaults({ unit }: Measured, value: number, path: string): Fault[] {
  const faults = numberFaults(value, path);
  if (faults.length > 0) return faults;
  if (unit === IndicatorUnit.PERCENT && (value < 0 || value > 100)) {
    return [fault(path, "must be from 0 to 100 per cent", "harus 0 sampai 100, sebagai persen")];
  }
  if (counting.includes(unit) && value < 0) {
    return [fault(path, "must not be less than 0", "tidak boleh kurang dari 0")];
  }
  if (whole.includes(unit) && !Number.isInteger(value)) {
    const en = `must be a whole number, because its unit is ${unit}`;
    return [fault(path, en, `harus bilangan bulat, karena satuannya ${unit}`)];
  }
  return [];
}

function rateFaults(
  { aggregation }: Measured,
  { numerator, denominator }: Figures,
  path: (name: string) => string,
): Fault[] {
  const faults: Fault[] = [];
  if (typeof numerator === "number") {
    faults.push(...numberFaults(numerator, path("numerator")));
    if (numerator < 0) {
      faults.push(fault(path("numerator"), "must not be less than 0", "tidak boleh kurang dari 0"));
    }
  }
  if (typeof denominator === "number") {
    faults.push(...numberFaults(denominator, path("denominator")));
    if (denominator <= 0) {
      faults.push(fault(path("denominator"), "must be more than 0", "harus lebih dari 0"));
    }
  }
  if (faults.length > 0 || aggregation !== IndicatorAggregation.RATE) return faults;
  if ((numerator ?? 0) <= (denominator ?? Number.POSITIVE_INFINITY)) return [];
  const id = "tidak boleh lebih dari penyebut";
  return [fault(path("numerator"), "must not be more than the denominator", id)];
}

/** 100 times the numerator over the denominator, of a rate that has both. */
function quotientOf({ unit, aggregation }: Measured, { numerator, denominator }: Figures) {
  const isRate = unit === IndicatorUnit.PERCENT || aggregation === IndicatorAggregation.RATE;
  if (!isRate || typeof numerator !== "number" || !denominator || denominator < 0) return undefined;
  return (100 * numerator) / denominator;
}

/** The value as it is given; without it, that of a rate with numerator and denominator. */
export const figureValue = (indicator: Measured, figures: Figures): number | null =>
  figures.value ?? quotientOf(indicator, figures) ?? null;

/** The number of decimals with which a number is written. */
function decimalsOf(number: number): number {
  const [digits = "", exponent = "0"] = String(number).split("e");
  return Math.max(0, (digits.split(".")[1]?.length ?? 0) - Number(exponent));
}

/**
 * The faults of a rate that is not its numerator over its denominator (rule 13). It may be rounded: it differs
 * by half a unit of its last decimal at most.
 */
function quotientFaults(indicator: Measured, figures: Figures, path: string): Fault[] {
  const quotient = quotientOf(indicator, figures);
  const { value } = figures;
  if (quotient === undefined || typeof value !== "number") return [];
  const decimals = decimalsOf(value);
  const allowed = 0.5 * 10 ** -decimals + Math.abs(quotient) * 1e-12;
  if (Math.abs(value - quotient) <= allowed) return [];
  const shown = Number(quotient.toPrecision(12));
  const { numerator, denominator } = figures;
  const term = `100 × ${numerator} ÷ ${denominator}`;
  return [fault(path, `must be ${shown}, which is ${term}`, `harus ${shown}, yaitu ${term}`)];
}

/** The faults of one count: its part, given once, and its number. */
function cellFaults(cell: StoredCount, known: Set<string>, path: string): Fault[] {
  const { by, value, count, words = "" } = cell;
  const faults: Fault[] = [];
  const name = `${by} ${value} ${words}`;
  const at = `${path}.value`;
  if (!isCategory(cell)) {
    const list = categories[by].join(", ");
    const [en, id] = [`must be one of ${list}`, `harus salah satu dari ${list}`];
    faults.push(fault(at, `${en}, or a usual word for it`, `${id}, atau kata yang lazim untuknya`));
  } else if (known.has(name)) {
    faults.push(fault(at, `is ${value}, already counted`, `adalah ${value}, sudah dihitung`));
  }
  known.add(name);
  if (!Number.isInteger(count) || count < 0 || count > mostCount) {
    const en = `must be a whole number from 0 to ${mostCount}`;
    const id = `harus bilangan bulat dari 0 sampai ${mostCount}`;
    faults.push(fault(`${path}.count`, en, id));
  }
  return faults;
}

function countFaults(counts: readonly StoredCount[], path: string): Fault[] {
  if (counts.length > mostCounts) {
    return [fault(path, `has at most ${mostCounts} counts`, `paling banyak ${mostCounts} angka`)];
  }
  const known = new Set<string>();
  return counts.flatMap((cell, at) => cellFaults(cell, known, `${path}.${at}`));
}

/**
 * The number of which the counts of people are parts: the figure itself, if it counts people; else the
 * number that it is about, if it is known.
 */
function wholeOf({ unit }: Measured, { value, numerator, denominator }: Figures) {
  if (unit === IndicatorUnit.PEOPLE) return value;
  return numerator ?? (counting.includes(unit) ? value : denominator);
}

/** The faults of the parts by one dimension that are more than their whole (rule 13). */
function partFaults(indicator: Measured, figures: Figures, path: string): Fault[] {
  const whole = wholeOf(indicator, figures) ?? Number.POSITIVE_INFINITY;
  const sums = new Map<string, number>();
  for (const { by, count } of figures.disaggregation ?? []) {
    sums.set(by, (sums.get(by) ?? 0) + count);
  }
  return [...sums].flatMap(([by, sum]) => {
    if (sum <= whole) return [];
    const en = `has more by ${by}, ${sum}, than the whole, ${whole}`;
    return [fault(path, en, `menurut ${by}, ${sum}, melebihi keseluruhannya, ${whole}`)];
  });
}

/**
 * The faults of a measurement's figures; `path` is the path of their input, for example `input`.
 */
export function figureFaults(indicator: Measured, figures: Figures, path: string): Fault[] {
  const below = (name: string) => `${path}.${name}`;
  const { value } = figures;
  const faults = [
    ...(typeof value === "number"
      ? valueFaults(indicator, value, below("value"))
      : [fault(below("value"), missingValue.en, missingValue.id)]),
    ...rateFaults(indicator, figures, below),
    ...countFaults(figures.disaggregation ?? [], below("disaggregation")),
  ];
  if (faults.length > 0) return faults;
  return [
    ...quotientFaults(indicator, figures, below("value")),
    ...partFaults(indicator, figures, below("disaggregation")),
  ];
}

const missingValue = {
  en: "must be given; only a rate with numerator and denominator can do without",
  id: "harus diisi; hanya tingkat dengan pembilang dan penyebut yang boleh tanpanya",
};

/** The faults of a place: a region, an area, or neither, which is nationwide; but not both. */
export function placeFaults(
  region: string | null | undefined,
  area: string | null | undefined,
  path: string,
): Fault[] {
  if (!region || !area) return [];
  return [
    fault(
      `${path}.areaId`,
      "give a region or an area, not both",
      "pilih wilayah atau kawasan saja",
    ),
  ];
}

const notAccepted = {
  en: "is not accepted by its programme's owner",
  id: "belum diterima pemilik programnya",
};

/** The faults of an indicator that takes no figures: so nothing that is public hangs on a hidden one. */
export const acceptanceFaults = (
  { acceptance }: { acceptance: Acceptance },
  path: string,
): Fault[] =>
  acceptance === Acceptance.ACCEPTED ? [] : [fault(path, notAccepted.en, notAccepted.id)];

/** Passes for an indicator that takes figures; else BAD_USER_INPUT. */
export function checkTakesFigures(indicator: { acceptance: Acceptance }, path: string): void {
  refuseFaults(acceptanceFaults(indicator, path));
}
