import { timeZone } from "../../platform/jakarta.js";
import { isDate, PeriodScalar, WeekScalar } from "../../platform/scalars.js";
import { type Sql, sql } from "../sql/fragments.js";
import type { GroupCompute, GroupDimension } from "./grouping.js";
import type { ColumnKind } from "./kinds.js";

/** The parts of dates by which rows are grouped: Postgres' word, the form of its text, and its scalar. */
const parts = {
  Year: { unit: "year", form: "YYYY", type: PeriodScalar, words: "The year" },
  Quarter: { unit: "quarter", form: `YYYY-"Q"Q`, type: PeriodScalar, words: "The quarter" },
  Month: { unit: "month", form: "YYYY-MM", type: PeriodScalar, words: "The month" },
  Week: { unit: "week", form: `IYYY-"W"IW`, type: WeekScalar, words: "The ISO week" },
} as const;

/** A part's value is its first day, which Postgres finds and compares faster than a text. */
function kindOf({ form, type }: (typeof parts)[keyof typeof parts]): ColumnKind {
  const written = (day: Sql) => sql`to_char(${day}, ${sql.lit(form)})`;
  return {
    columnType: "date",
    ormType: "string",
    graphql: type,
    select: written,
    json: "quoted",
    isText: false,
    written,
    reads: isDate,
  };
}

/** The dimensions of a date: `startsOn` has `startsOnYear` and so on. */
export const partsOfDate = (
  name: string,
  description: string,
  day: GroupCompute,
): GroupDimension[] =>
  Object.entries(parts).map(([part, words]) => ({
    name: `${name}${part}`,
    description: `${words.words} of: ${description}`,
    type: () => words.type,
    kind: kindOf(words),
    value: (site) => sql`date_trunc(${sql.lit(words.unit)}, ${day(site)}::timestamp)::date`,
  }));

/** The day of an instant in Jakarta. */
export const dayOfInstant = (instant: Sql): Sql =>
  sql`(${instant} at time zone ${sql.lit(timeZone)})`;
