import type { AccessScope } from "../../access/index.js";
import { allOf, type RowRef, type Sql, sql } from "../../reading/index.js";
import { codeLength, RegionLevel } from "../regions/index.js";
import { countedMeasurement } from "./measurement-visibility.js";

// The figure of a place in a period, in three steps, each by the indicator's own rule (rule 13 of the domain):
// several reporters of one place and period make one figure; the figures of shorter periods make that of a
// longer one without its own; the figures of parts make that of a place without its own. Nothing counts
// twice: a year stands before its quarters, a quarter before its months, a region before its villages.

/** The first and the last day of the period that is asked. */
export interface During {
  starts: Sql;
  ends: Sql;
}

/**
 * The order of several measurements of one place and period: the indicator owner's first, then the one that
 * was accepted last (rule 13 of the domain). A measurement without an organisation belongs to the platform,
 * as does an indicator without an owner.
 */
export function ownersFirst(measurement: RowRef, indicator: RowRef): Sql {
  return sql`(${measurement.column("organisation_id")} is not distinct from ${indicator.column("owner_id")}) desc,
    ${measurement.column("accepted_at")} desc, ${measurement.column("created_at")} desc,
    ${measurement.column("id")} desc`;
}

/** The figures of a measurement. */
const figureColumns = ["value", "numerator", "denominator"] as const;
type Figure = (typeof figureColumns)[number];

/** The condition of an indicator's measurements that count in a period, whole or in part. */
export const countedIn = (
  measurement: RowRef,
  indicator: RowRef,
  { starts, ends }: During,
  scope: AccessScope,
): Sql =>
  sql`${measurement.column("indicator_id")} = ${indicator.column("id")}
    and ${measurement.column("ends_on")} <= ${ends} and ${measurement.column("ends_on")} >= ${starts}
    and ${measurement.column("starts_on")} >= ${starts} and ${countedMeasurement(scope, measurement)}`;

/**
 * The columns of measurements as raw figures: `place` is what is asked about, `code` a region in it, or null
 * for the place itself. The figures are those that are stored, unless `shown` gives others.
 */
export const rawFigure = (
  measurement: RowRef,
  indicator: RowRef,
  { place, code, shown }: { place: Sql; code: Sql; shown?: (figure: Figure) => Sql },
): Sql =>
  sql`${place} as place, ${code} as code, ${sql.join(
    ["id", "period", "starts_on", "ends_on"].map(
      (name) => sql`${measurement.column(name)} as ${sql.ref(name)}`,
    ),
  )}, ${sql.join(
    figureColumns.map(
      (name) => sql`${shown?.(name) ?? measurement.column(name)} as ${sql.ref(name)}`,
    ),
  )}, row_number() over (partition by ${place}, ${code}, ${measurement.column("period")}
    order by ${ownersFirst(measurement, indicator)}) as rank`;

/** The code of a figure of the place itself. */
export const noCode = sql`null::text collate "C"`;

/** The sum of a column over the rows that meet a condition; null if one has none. One number stays as it is. */
const sumOf = (column: string, of: Sql): Sql => {
  const name = sql.ref(column);
  // Decimal numbers, so that 0.1 and 0.2 make 0.3 in any order.
  return sql`case when count(*) filter (where ${of}) = 1 then min(${name}) filter (where ${of})
    when bool_and(${name} is not null) filter (where ${of})
    then (sum(${name}::numeric) filter (where ${of}))::float8 end`;
};

/** The value of figures that add up: of a RATE, the quotient of the sums. */
const addedUp = (indicator: RowRef, of: Sql): Sql => {
  const sum = (column: string) => sql`sum(${sql.ref(column)}::numeric) filter (where ${of})`;
  return sql`case when ${indicator.column("aggregation")} <> 'RATE' then ${sumOf("value", of)}
    when bool_and(numerator is not null and denominator is not null) filter (where ${of})
    then (100 * ${sum("numerator")} / nullif(${sum("denominator")}, 0))::float8 end`;
};

/** The same of one place: a single figure stays as it is. */
const figureOf = (indicator: RowRef, of: Sql): Sql =>
  sql`case when count(*) filter (where ${of}) = 1 then min(value) filter (where ${of})
    else ${addedUp(indicator, of)} end`;

/** One figure of each place, code and period, by the indicator's rule for reporters. */
const reported = (indicator: RowRef, raw: Sql): Sql => sql`
  select place, code, period, starts_on, ends_on, count(*)::int as measured,
    string_agg(id::text, ',') as ids, ${figureOf(indicator, sql`true`)} as value,
    ${sumOf("numerator", sql`true`)} as numerator, ${sumOf("denominator", sql`true`)} as denominator
  from (${raw}) as raw where rank = 1 or ${indicator.column("reporters")} = 'SUM'
  group by place, code, period, starts_on, ends_on`;

/** The number of months from a first to a last day. */
const months = (starts: Sql, ends: Sql): Sql =>
  sql`(12 * (extract(year from ${ends}) - extract(year from ${starts}))
    + extract(month from ${ends}) - extract(month from ${starts}) + 1)`;

/** The figure of the last of shorter periods, by its name. */
const last = (column: string): Sql =>
  sql`(array_agg(${sql.ref(column)} order by ends_on desc) filter (where not exact))[1]`;

/** What shorter periods make of a column, by the indicator's rule. */
function ofPeriods(indicator: RowRef, column: string, summed: Sql): Sql {
  const name = sql.ref(column);
  return sql`case ${indicator.column("periods")} when 'SUM' then ${summed} when 'LAST' then ${last(column)}
    else case when count(*) filter (where not exact) = 1 then min(${name}) filter (where not exact)
      when ${sql.lit(column === "value")} and bool_and(${name} is not null) filter (where not exact)
      then ((sum(${name}::numeric * months) filter (where not exact))
        / sum(months) filter (where not exact))::float8 end end`;
}

/** The text of several texts, of which only the last counts where the indicator takes the last period. */
const textOfPeriods = (indicator: RowRef, column: string): Sql =>
  sql`case when ${indicator.column("periods")} = 'LAST' then ${last(column)}
    else string_agg(${sql.ref(column)}, ',' order by starts_on) filter (where not exact) end`;

/**
 * The figures of a period as a relation, one for each place and code of `raw`: value, numerator, denominator;
 * the number and ids of the measurements in it; its periods; whether some are missing; and what the shorter
 * periods add up to where the place has its own figure.
 */
export function figuresOf(indicator: RowRef, during: During, raw: Sql): Sql {
  const { starts, ends } = during;
  const inner = sql`not exact`;
  const parts = {
    value: ofPeriods(indicator, "value", figureOf(indicator, inner)),
    numerator: ofPeriods(indicator, "numerator", sumOf("numerator", inner)),
    denominator: ofPeriods(indicator, "denominator", sumOf("denominator", inner)),
  };
  const either = (column: keyof typeof parts) =>
    sql`case when bool_or(exact) then min(${sql.ref(column)}) filter (where exact)
      else ${parts[column]} end as ${sql.ref(column)}`;
  const isLast = sql`${indicator.column("periods")} = 'LAST'`;
  const isMean = sql`${indicator.column("periods")} = 'AVERAGE' and count(*) filter (where not exact) > 1`;
  return sql`
    select place, code, ${sql.join((Object.keys(parts) as (keyof typeof parts)[]).map(either))},
      case when bool_or(exact) then max(measured) filter (where exact)
        when ${isLast} then ${last("measured")} else sum(measured)::int end as measured,
      case when bool_or(exact) then max(ids) filter (where exact)
        when ${isMean} then null else ${textOfPeriods(indicator, "ids")} end as ids,
      case when bool_or(exact) then max(period) filter (where exact)
        else ${textOfPeriods(indicator, "period")} end as periods,
      not bool_or(exact) and case when ${isLast} then max(ends_on) <> ${ends}
        else sum(months) <> ${months(starts, ends)} end as partial,
      case when bool_or(exact) and ${indicator.column("periods")} = 'SUM'
        and ${indicator.column("aggregation")} <> 'RATE' and min(value) filter (where not exact) >= 0
        then ${sumOf("value", inner)} end as periods_value
    from (select *, ${months(sql`starts_on`, sql`ends_on`)} as months,
        max(ends_on) filter (where not exact) over (partition by place, code
          order by starts_on, ends_on desc rows between unbounded preceding and 1 preceding) as before
      from (select *, starts_on = ${starts} and ends_on = ${ends} as exact
        from (${reported(indicator, raw)}) as reported) as one) as kept
    where exact or before is null or before < ends_on group by place, code`;
}

/** The condition that no other part above `best` is measured in the same place. */
const nothingAbove = (): Sql =>
  allOf(
    Object.values(codeLength)
      .filter((length) => length < codeLength[RegionLevel.VILLAGE])
      .map(
        (length) => sql`not exists (select 1 from best above where above.place = best.place
          and not above.whole and above.code = left(best.code, ${sql.lit(length)})
          and length(best.code) > ${sql.lit(length)})`,
      ),
  );

/**
 * One figure of each place as a relation, from `best`, the figures of its codes, where `whole` tells the
 * place's own: that, else what its parts make, by the indicator's aggregation; and what the parts add up to
 * where the place has its own.
 */
export function placedFigures(indicator: RowRef): Sql {
  const isParted = sql`${indicator.column("aggregation")} <> 'NONE'`;
  const part = sql`not whole`;
  const either = (column: string, parts: Sql, own: Sql = sql`min(${sql.ref(column)})`) =>
    sql`case when bool_or(whole) then ${own} filter (where whole) else ${parts} end as ${sql.ref(column)}`;
  const joined = (column: string) =>
    either(column, sql`string_agg(${sql.ref(column)}, ',')`, sql`max(${sql.ref(column)})`);
  return sql`
    select place, bool_or(whole) as own, ${either("value", addedUp(indicator, part))},
      ${either("numerator", sumOf("numerator", part))},
      ${either("denominator", sumOf("denominator", part))},
      ${either("measured", sql`sum(measured)::int`)}, ${joined("ids")}, ${joined("periods")},
      ${either("partial", sql`bool_or(partial)`, sql`bool_or(partial)`)},
      max(periods_value) filter (where whole) as periods_value,
      case when bool_or(whole) and ${indicator.column("aggregation")} = 'SUM'
        and min(value) filter (where not whole) >= 0 then ${sumOf("value", part)} end as parts_value
    from best where whole or (${isParted} and ${nothingAbove()}) group by place`;
}
