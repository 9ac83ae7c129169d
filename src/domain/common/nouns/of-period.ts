import { type PeriodDates, periodDates } from "../../../platform/period.js";
import { type Class, Column } from "../../../reading/index.js";
import { VersionedNoun } from "./noun.js";

/** A noun that is of a period: a year, half-year, quarter or month. */
export abstract class PeriodNoun extends VersionedNoun {
  period!: string;
  /** The period's days, kept beside it, so that lists are filtered and ordered by them. */
  startsOn!: string;
  endsOn!: string;
}

/** Adds the period and its days to a noun; put it below `Versioned`, which gathers the fields. */
export function OfPeriod(): (target: Class) => void {
  return ({ prototype }) => {
    Column("period", { description: "The period that it is of." })(prototype, "period");
    Column("date", { order: true, description: "The period's first day." })(prototype, "startsOn");
    Column("date", { order: true, description: "The period's last day." })(prototype, "endsOn");
  };
}

/** Lists by period: the earliest first, a quarter before the year that ends with it. */
export const byPeriod = { field: "endsOn", descending: false, thenBy: ["startsOn"] } as const;

/** The stored fields of a period that the Period scalar let pass. */
export function periodFields(period: string): PeriodDates & { period: string } {
  const dates = periodDates(period);
  if (!dates) throw new Error(`${period} is no period`);
  return { period, ...dates };
}
