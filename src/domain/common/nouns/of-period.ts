import { type PeriodDates, periodDates } from "../../../platform/period.js";
import { type Class, Column } from "../../../reading/index.js";
import { VersionedNoun } from "./noun.js";

/** A noun of one period: a year, half-year, quarter or month. */
export abstract class PeriodNoun extends VersionedNoun {
  period!: string;
  /**
   * The first and the last day, stored beside the period, so that lists can filter and order by
   * them.
   */
  startsOn!: string;
  endsOn!: string;
}

/** Adds the period and its days to a noun; put it below `Versioned`, which gathers the fields. */
export function OfPeriod(): (target: Class) => void {
  return ({ prototype }) => {
    Column("period", { description: "The period." })(prototype, "period");
    Column("date", { order: true, description: "The period's first day." })(prototype, "startsOn");
    Column("date", { order: true, description: "The period's last day." })(prototype, "endsOn");
  };
}

/**
 * The order of lists by period: the earliest first, and a quarter before the year that ends with
 * it.
 */
export const byPeriod = { field: "endsOn", descending: false, thenBy: ["startsOn"] } as const;

/** The stored fields of a period that the Period scalar accepted. */
export function periodFields(period: string): PeriodDates & { period: string } {
  const dates = periodDates(period);
  if (!dates) throw new Error(`${period} is not a period`);
  return { period, ...dates };
}
