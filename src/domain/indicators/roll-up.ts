import type { AccessScope } from "../../access/index.js";
import { badField } from "../../platform/errors.js";
import { allOf, exists, from, type RowRef, type Sql, sql } from "../../reading/index.js";
import { isSmall } from "../common/index.js";
import { Area } from "../programmes/index.js";
import { codeLength, isRegionCode, RegionLevel, withinRegion } from "../regions/index.js";
import { Measurement } from "./measurement.js";
import {
  areaBelowRegency,
  countedMeasurement,
  participatesInTotals,
} from "./measurement-visibility.js";

// The figures of a whole from those of its parts. A place's own measurement counts; without one,
// those of its parts count, the nearest first. A measurement is left out if a region above it, in
// the same whole, is measured too, so that nothing counts twice. Codes nest by prefix: the code
// alone gives the regions above it, and Postgres joins them by hash.

/** The maximum number of places in one answer. */
const mostPlaces = 1000;

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

const ofPeriod = (
  measurement: RowRef,
  indicator: RowRef,
  period: string,
  scope: AccessScope,
): Sql =>
  sql`${measurement.column("indicator_id")} = ${indicator.column("id")}
    and ${measurement.column("period")} = ${period} and ${countedMeasurement(scope, measurement)}`;

/**
 * The condition that no region above `best` is measured in the same whole; `length` is the length
 * of the whole's code.
 */
const nothingAbove = (length: number): Sql => {
  const above = Object.values(codeLength)
    .filter((shorter) => shorter >= length && shorter < codeLength[RegionLevel.VILLAGE])
    .map(
      (shorter) => sql`not exists (select 1 from best above where above.place = best.place
        and above.code = left(best.code, ${sql.lit(shorter)})
        and length(best.code) > ${sql.lit(shorter)})`,
    );
  return allOf(above);
};

/** The places of totals: the name of their field, and the condition that `place` lies below the regency. */
interface Places {
  name: "region" | "area";
  below: Sql;
}

/**
 * The totals of `counted (place, position, whole, value, numerator, denominator)` as JSON: `whole`
 * is true for a measurement of the place itself. A number of people from 1 to 4 below the regency is hidden
 * from all but the indicator's own (rule 6 of the domain).
 */
const totals = (
  { name, below }: Places,
  indicator: RowRef,
  period: string,
  scope: AccessScope,
): Sql => {
  const few = sql`(${indicator.column("unit")} = 'PEOPLE' and ${below}
    and not ${participatesInTotals(scope, indicator)})`;
  const hidden = (column: string) => sql`coalesce(${isSmall(sql.ref(column))} and ${few}, false)`;
  const kept = (column: string) => sql`case when not ${hidden(column)} then ${sql.ref(column)} end`;
  const both = sql`bool_and(numerator is not null and denominator is not null)`;
  // Decimal numbers, so that 0.1 and 0.2 make 0.3 in any order.
  const sum = (column: string) => sql`sum(${sql.ref(column)}::numeric)`;
  const known = (column: string) =>
    sql`case when bool_and(${sql.ref(column)} is not null) then ${sum(column)}::float8 end`;
  return sql`select coalesce(jsonb_agg(jsonb_build_object(${sql.lit(name)}, place,
      'period', ${period}::text, 'value', ${kept("value")}, 'numerator', ${kept("numerator")},
      'denominator', ${kept("denominator")}, 'suppressed', ${hidden("value")},
      'measured', measured) order by position), '[]')
    from (select place, position, count(*)::int as measured,
        ${known("numerator")} as numerator, ${known("denominator")} as denominator,
        case when bool_or(whole) then min(value)
          when ${indicator.column("aggregation")} = 'SUM' then ${sum("value")}::float8
          when ${both} then (100 * ${sum("numerator")} / ${sum("denominator")})::float8
        end as value
      from counted where whole or ${indicator.column("aggregation")} <> 'NONE'
      group by place, position order by position limit ${mostPlaces}) as total`;
};

/** The arguments of `byRegion`. */
export interface RegionArguments {
  within?: string | null;
  level: RegionLevel;
  period: string;
}

/** An indicator's figure for each region of a level, as JSON. */
export function byRegion(
  indicator: RowRef,
  scope: AccessScope,
  { within, level, period }: RegionArguments,
): Sql {
  const length = codeLength[level];
  if (within && !isRegionCode(within)) {
    const id = "harus berupa kode wilayah seperti 36.02";
    throw badField("within", "must be a region code like 36.02", id);
  }
  if (within && within.length > length) return sql`'[]'::jsonb`;
  const measurement = from(Measurement, indicator);
  const code = measurement.column("region_id");
  const inside = within ? withinRegion(code, sql`${within}`) : sql`true`;
  return sql`(with best as materialized (
      select distinct on (${code}) left(${code}, ${sql.lit(length)}) as place, ${code} as code,
        ${figuresOf(measurement)}
      from ${measurement.source} where ${ofPeriod(measurement, indicator, period, scope)}
        and length(${code}) >= ${sql.lit(length)} and ${inside}
      order by ${code}, ${ownersFirst(measurement, indicator)}),
    counted as (select *, place as position, length(code) = ${sql.lit(length)} as whole
      from best where ${nothingAbove(length)})
    ${totals({ name: "region", below: sql.lit(length > codeLength[RegionLevel.REGENCY]) }, indicator, period, scope)})`;
}

/** The columns of a measurement's figure, under their names. */
const figuresOf = (measurement: RowRef): Sql =>
  sql.join(
    ["value", "numerator", "denominator"].map(
      (name) => sql`${measurement.column(name)} as ${sql.ref(name)}`,
    ),
  );

/** The measurements of whole areas, as a relation of `place` and the figure. */
function ownFigures(indicator: RowRef, scope: AccessScope, period: string): Sql {
  const measurement = from(Measurement, indicator);
  const area = measurement.column("area_id");
  return sql`
    select distinct on (${area}) ${area} as place, ${figuresOf(measurement)} from ${measurement.source}
    where ${ofPeriod(measurement, indicator, period, scope)} and ${area} is not null
    order by ${area}, ${ownersFirst(measurement, indicator)}`;
}

/**
 * The measurements of the parts of areas that have none of their own, as a relation of `place`,
 * `code`, `whole` and the figure. The query reads the measurements of each part separately (offset
 * 0): Postgres misjudges the number of rows in a range of codes, and would otherwise compare every
 * row with every other.
 */
function partFigures(indicator: RowRef, scope: AccessScope, period: string): Sql {
  const area = from(Area, indicator);
  const measurement = from(Measurement, indicator);
  const part = indicator.statement.madeRow();
  const found = indicator.statement.madeRow();
  const regions = area.column("region_ids");
  const code = found.column("region_id");
  return sql`
    select distinct on (${area.column("id")}, ${code}) ${area.column("id")} as place, ${code} as code,
      cardinality(${regions}) = 1 and ${code} = ${regions}[1] as whole, ${figuresOf(found)}
    from ${area.source} cross join lateral unnest(${regions}) as ${part.name}(code)
    cross join lateral (select ${measurement.name}.* from ${measurement.source}
      where ${ofPeriod(measurement, indicator, period, scope)}
        and ${withinRegion(measurement.column("region_id"), part.column("code"))} offset 0) as ${found.name}
    where ${area.column("id")} not in (select place from own)
    order by ${area.column("id")}, ${code}, ${ownersFirst(found, indicator)}`;
}

/** An indicator's figure for each area, as JSON. An area of one region has the region's figure. */
export function byArea(indicator: RowRef, scope: AccessScope, { period }: { period: string }): Sql {
  const area = from(Area, indicator);
  const below = exists(
    Area,
    indicator,
    (place) => sql`${place.column("id")} = total.place and ${areaBelowRegency(place)}`,
  );
  return sql`(with own as materialized (${ownFigures(indicator, scope, period)}),
    best as materialized (${partFigures(indicator, scope, period)}),
    counted as (select figure.*, ${area.column("key")} as position from (
        select place, true as whole, value, numerator, denominator from own union all
        select place, whole, value, numerator, denominator from best where ${nothingAbove(0)}) as figure
      join ${area.source} on ${area.column("id")} = figure.place)
    ${totals({ name: "area", below }, indicator, period, scope)})`;
}
