import type { AccessScope } from "../../access/index.js";
import { badField } from "../../platform/errors.js";
import { allOf, type Sql, sql } from "../../reading/index.js";
import { isRegionCode, RegionLevel, withinRegion } from "../regions/index.js";
import { visibleMeasurement } from "./measurement-visibility.js";

// Figures of a whole from its parts. A place's own measurement counts; without it those of its parts,
// the nearest first: a measurement is left out where a region above it, in the same whole, is measured
// too, so that nothing counts twice. Codes nest by prefix, so the regions above one are known from its
// code alone, and Postgres joins them by hash.

const at = (row: string, name: string): Sql => sql.ref(`${row}.${name}`);

/** How long the codes of each level are: `36`, `36.02`, `36.02.27`, `36.02.27.2010`. */
const codeLength: Record<RegionLevel, number> = {
  [RegionLevel.PROVINCE]: 2,
  [RegionLevel.REGENCY]: 5,
  [RegionLevel.DISTRICT]: 8,
  [RegionLevel.VILLAGE]: 13,
};

/** The most places of one answer. */
const mostPlaces = 1000;

/**
 * Of several measurements of one place and period the indicator owner's counts, else the earliest
 * recorded. What no organisation recorded is the platform's, as an indicator without owner is.
 */
export const ownersFirst = (measurement: string, indicator: string): Sql =>
  sql`(${at(measurement, "organisation_id")} is not distinct from ${at(indicator, "owner_id")}) desc,
    ${at(measurement, "created_at")}, ${at(measurement, "id")}`;

const ofPeriod = (indicator: string, period: string, scope: AccessScope): Sql =>
  sql`m.indicator_id = ${at(indicator, "id")} and m.period = ${period}
    and ${visibleMeasurement(scope, "m")}`;

/** That no region above `best` is measured in the same whole; `length` is that of the whole's code. */
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

/**
 * The totals of `counted (place, position, whole, value, numerator, denominator)` as JSON: `whole` says
 * that a measurement is of the place itself, and `name` what the place is called.
 */
const totals = (name: "region" | "area", indicator: string, period: string): Sql => {
  const both = sql`bool_and(numerator is not null and denominator is not null)`;
  // Decimal, so that 0.1 and 0.2 make 0.3, in whatever order.
  const sum = (column: string) => sql`sum(${sql.ref(column)}::numeric)`;
  const known = (column: string) =>
    sql`case when bool_and(${sql.ref(column)} is not null) then ${sum(column)}::float8 end`;
  return sql`select coalesce(jsonb_agg(jsonb_build_object(${sql.lit(name)}, place,
      'period', ${period}::text, 'value', value, 'numerator', numerator, 'denominator', denominator,
      'measured', measured) order by position), '[]')
    from (select place, position, count(*)::int as measured,
        ${known("numerator")} as numerator, ${known("denominator")} as denominator,
        case when bool_or(whole) then min(value)
          when ${at(indicator, "aggregation")} = 'SUM' then ${sum("value")}::float8
          when ${both} then (100 * ${sum("numerator")} / ${sum("denominator")})::float8
        end as value
      from counted where whole or ${at(indicator, "aggregation")} <> 'NONE'
      group by place, position order by position limit ${mostPlaces}) as total`;
};

/** What `byRegion` is asked. */
export interface RegionArguments {
  within?: string | null;
  level: RegionLevel;
  period: string;
}

/** An indicator's figure for each region of a level, as JSON. */
export function byRegion(
  indicator: string,
  scope: AccessScope,
  { within, level, period }: RegionArguments,
): Sql {
  const length = codeLength[level];
  if (within && !isRegionCode(within)) {
    const id = "harus berupa kode wilayah seperti 36.02";
    throw badField("within", "must be a region's code as 36.02", id);
  }
  if (within && within.length > length) return sql`'[]'::jsonb`;
  const inside = within ? withinRegion(sql`m.region_id`, sql`${within}`) : sql`true`;
  return sql`(with best as materialized (
      select distinct on (m.region_id) left(m.region_id, ${sql.lit(length)}) as place,
        m.region_id as code, m.value, m.numerator, m.denominator
      from measurement m where ${ofPeriod(indicator, period, scope)}
        and length(m.region_id) >= ${sql.lit(length)} and ${inside}
      order by m.region_id, ${ownersFirst("m", indicator)}),
    counted as (select *, place as position, length(code) = ${sql.lit(length)} as whole
      from best where ${nothingAbove(length)})
    ${totals("region", indicator, period)})`;
}

/**
 * An indicator's figure for each area, as JSON: an area of one region is that region. The measurements
 * of each part are read apart (offset 0): Postgres misjudges how many lie in a range of codes, and would
 * compare each with each.
 */
export function byArea(indicator: string, scope: AccessScope, { period }: { period: string }): Sql {
  const figures = sql`m.value, m.numerator, m.denominator`;
  return sql`(with own as materialized (
      select distinct on (m.area_id) m.area_id as place, ${figures}
      from measurement m where ${ofPeriod(indicator, period, scope)} and m.area_id is not null
      order by m.area_id, ${ownersFirst("m", indicator)}),
    best as materialized (
      select distinct on (a.id, m.region_id) a.id as place, m.region_id as code,
        cardinality(a.region_ids) = 1 and m.region_id = a.region_ids[1] as whole, ${figures}
      from area a cross join lateral unnest(a.region_ids) as part(code)
      cross join lateral (select * from measurement m where ${ofPeriod(indicator, period, scope)}
        and ${withinRegion(sql`m.region_id`, sql`part.code`)} offset 0) as m
      where a.id not in (select place from own)
      order by a.id, m.region_id, ${ownersFirst("m", indicator)}),
    counted as (select figure.*, a.key as position from (
        select place, true as whole, value, numerator, denominator from own union all
        select place, whole, value, numerator, denominator from best where ${nothingAbove(0)}) as figure
      join area a on a.id = figure.place)
    ${totals("area", indicator, period)})`;
}
