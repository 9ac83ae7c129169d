import type { AccessScope } from "../../access/index.js";
import { badField } from "../../platform/errors.js";
import { isId } from "../../platform/ids.js";
import { exists, from, type RowRef, type Sql, sql } from "../../reading/index.js";
import { isSmall } from "../common/index.js";
import { Area } from "../programmes/index.js";
import { Region, withinRegion } from "../regions/index.js";
import {
  countedIn,
  type During,
  figuresOf,
  noCode,
  ownersFirst,
  placedFigures,
  rawFigure,
} from "./figures.js";
import { Indicator } from "./indicator.js";
import { Measurement, shownMeasured } from "./measurement.js";
import {
  areaBelowRegency,
  countedMeasurement,
  participatesInTotals,
} from "./measurement-visibility.js";
import { checkRegionCode, contradictionsOf, periodsOf } from "./roll-up.js";
import { Target } from "./target.js";

// What was achieved of a target (rule 13 of the domain). The share of an INCREASE is actual over target, as
// PermenPANRB 6/2022 has it; that of a DECREASE the way from the baseline to the actual figure over the way to
// the target, as no quotient tells how far a figure has fallen.

/** The rows that belong together: a target, its indicator, and the days of its period. */
export interface Asked {
  target: RowRef;
  indicator: RowRef;
  during: During;
  scope: AccessScope;
}

/** The condition that a measurement is of the target's own place. */
const ofOwnPlace = (measurement: RowRef, target: RowRef): Sql =>
  sql`(${measurement.column("region_id")} is not distinct from ${target.column("region_id")}
    and ${measurement.column("area_id")} is not distinct from ${target.column("area_id")})`;

/** The raw figures of a target: of its own place, and of the regions in it. */
function rawFigures({ target, indicator, during, scope }: Asked): Sql {
  const place = target.column("id");
  const [region, area] = [target.column("region_id"), target.column("area_id")];
  const figures = (where: (measurement: RowRef) => Sql, isOwn = false): Sql => {
    const measurement = from(Measurement, indicator);
    const code = isOwn ? noCode : measurement.column("region_id");
    return sql`select ${rawFigure(measurement, indicator, { place, code })}
      from ${measurement.source}
      where ${countedIn(measurement, indicator, during, scope)} and ${where(measurement)}`;
  };
  const inArea = (measurement: RowRef) =>
    exists(Area, target, (one) => {
      const part = target.statement.madeRow();
      return sql`${one.column("id")} = ${area} and exists (
        select 1 from unnest(${one.column("region_ids")}) as ${part.name}(code)
        where ${withinRegion(measurement.column("region_id"), part.column("code"))})`;
    });
  const branches = [
    figures((one) => ofOwnPlace(one, target), true),
    figures(
      (one) => sql`${one.column("region_id")} <> ${region}
        and ${withinRegion(one.column("region_id"), region)}`,
    ),
    figures((one) => sql`${area} is not null and ${inArea(one)}`),
    figures(
      (one) =>
        sql`${area} is null and ${region} is null and ${one.column("region_id")} is not null`,
    ),
  ];
  return sql.join(branches, sql` union all `);
}

/** True for the figure of the target's own place; an area of one region has the region's. */
function isWhole(target: RowRef): Sql {
  const single = exists(
    Area,
    target,
    (area) => sql`${area.column("id")} = ${target.column("area_id")}
      and cardinality(${area.column("region_ids")}) = 1
      and ${area.column("region_ids")}[1] = figure.code collate "C"`,
  );
  return sql`(figure.code is null or (not bool_or(figure.code is null) over () and ${single}))`;
}

/** The figure with which a decrease begins: the place's baseline, else its earliest before the target's period. */
export function startOf({ target, indicator, during, scope }: Asked): Sql {
  const measurement = from(Measurement, target);
  const at = (name: string) => measurement.column(name);
  return sql`(select ${shownMeasured(measurement, scope)} from ${measurement.source}
    where ${at("indicator_id")} = ${target.column("indicator_id")} and ${ofOwnPlace(measurement, target)}
      and ${at("ends_on")} < ${during.ends} and ${countedMeasurement(scope, measurement)}
    order by ${at("is_baseline")} desc, ${at("ends_on")}, ${at("starts_on")},
      ${ownersFirst(measurement, indicator)} limit 1)`;
}

const monthOf = (day: Sql): Sql => sql`extract(month from ${day})::int`;

/**
 * What is missing of the target's period as JSON: months without a figure, three of a quarter as that quarter,
 * all as the period itself. Where the last figure counts, what comes after it.
 */
function missingPeriods({ target, indicator, during }: Asked): Sql {
  const period = target.column("period");
  const [start, end] = [monthOf(during.starts), monthOf(during.ends)];
  const covered = sql`select case when ${indicator.column("periods")} = 'LAST' then ${start}
        when name like '%-S_' then right(name, 1)::int * 6 - 5
        when name like '%-Q_' then right(name, 1)::int * 3 - 2
        when length(name) = 7 then right(name, 2)::int else 1 end as first,
      case when name like '%-S_' then right(name, 1)::int * 6
        when name like '%-Q_' then right(name, 1)::int * 3
        when length(name) = 7 then right(name, 2)::int else 12 end as last
    from unnest(string_to_array(total.periods, ',')) as name`;
  return sql`(select case when count(*) = ${end} - ${start} + 1 then jsonb_build_array(${period})
      else coalesce(jsonb_agg(name order by month) filter (where absent < 3 or month % 3 = 1), '[]') end
    from (select month, absent, left(${period}, 4) || case when absent = 3
        then '-Q' || (month + 2) / 3 else '-' || lpad(month::text, 2, '0') end as name
      from (select month, count(*) over (partition by (month + 2) / 3) as absent
        from generate_series(${start}, ${end}) as month
        where not exists (select 1 from (${covered}) as known
          where month between known.first and known.last)) as absent) as named)`;
}

/**
 * The regions directly in the target's place that have no figure, where their figures make its own, as JSON.
 * Each kind of place finds its parts by an index: a condition that chose between the kinds would try every
 * region of the country for each target.
 */
function missingPlaces({ target, indicator }: Asked): Sql {
  const part = from(Region, target);
  const [code, parent] = [part.column("code"), part.column("parent_id")];
  const [region, area] = [target.column("region_id"), target.column("area_id")];
  const place = from(Area, target);
  const ofArea = sql`select unnest(${place.column("region_ids")}) from ${place.source}
    where ${place.column("id")} = ${area}`;
  const partsWhere = (condition: Sql) =>
    sql`select ${code} as code from ${part.source} where ${condition}`;
  const parts = [
    partsWhere(sql`${area} is null and ${parent} = ${region}`),
    partsWhere(sql`${area} is null and ${region} is null and ${parent} is null`),
    partsWhere(sql`${code} = any(array(${ofArea}))`),
  ];
  return sql`case when coalesce(total.own, false) or ${indicator.column("aggregation")} = 'NONE'
    then '[]'::jsonb else (select coalesce(jsonb_agg(part.code order by part.code), '[]')
      from (${sql.join(parts, sql` union all `)}) as part
      where not exists (select 1 from best where ${withinRegion(sql`best.code`, sql`part.code`)})) end`;
}

/** A quotient of decimal numbers, from 0, with four decimals: a quotient of floats may end in 0000000004. */
const shareFrom0 = (above: Sql, below: Sql): Sql =>
  sql`greatest(0, round((${above}) / (${below}), 4))::float8`;

/** The share of a figure that is reached, from 0; null where the formula has no meaning. */
function shareOf(aim: Sql, indicator: RowRef): Sql {
  const [start, actual, wanted] = [sql`start::numeric`, sql`actual::numeric`, sql`${aim}::numeric`];
  return sql`case when actual is null then null when ${indicator.column("direction")} = 'INCREASE' then
      case when ${aim} > 0 then ${shareFrom0(actual, wanted)} end
    when start > ${aim} then ${shareFrom0(sql`${start} - ${actual}`, sql`${start} - ${wanted}`)} end`;
}

/** How far a figure is reached, as members of JSON, from `actual` and `start`. */
export function reachedOf(aim: Sql, indicator: RowRef): Sql {
  const isIncrease = sql`${indicator.column("direction")} = 'INCREASE'`;
  const [actual, wanted] = [sql`actual::numeric`, sql`${aim}::numeric`];
  return sql`'share', ${shareOf(aim, indicator)},
    'isReached', case when ${isIncrease} then actual >= ${aim} else actual <= ${aim} end,
    'missing', case when actual is not null and ${aim} is not null then greatest(0, case when ${isIncrease}
      then ${wanted} - ${actual} else ${actual} - ${wanted} end)::float8 end`;
}

/** The condition that a number is one of few people below the regency, which the viewer may not see. */
const fewIn =
  ({ target, indicator, scope }: Asked) =>
  (number: Sql): Sql => {
    const ofArea = exists(
      Area,
      target,
      (area) =>
        sql`${area.column("id")} = ${target.column("area_id")} and ${areaBelowRegency(area)}`,
    );
    return sql`coalesce(${isSmall(number)} and ${indicator.column("unit")} = 'PEOPLE'
      and (coalesce(length(${target.column("region_id")}), 0) > 5 or ${ofArea})
      and not ${participatesInTotals(scope, indicator)}, false)`;
  };

/** What was achieved of a target, as JSON. */
export function achievementOf(target: RowRef, scope: AccessScope): Sql {
  const indicator = from(Indicator, target);
  const during = { starts: target.column("starts_on"), ends: target.column("ends_on") };
  const asked: Asked = { target, indicator, during, scope };
  const aim = target.column("value");
  const few = fewIn(asked);
  const isIncrease = sql`${indicator.column("direction")} = 'INCREASE'`;
  return sql`(with best as materialized (select *, ${isWhole(target)} as whole
      from (select figure.* from ${indicator.source}
        cross join lateral (${figuresOf(indicator, during, rawFigures(asked))}) as figure
        where ${indicator.column("id")} = ${target.column("indicator_id")}) as figure)
    select jsonb_build_object('target', ${aim}, 'actual', actual, ${reachedOf(aim, indicator)},
      'start', start, 'of', ${target.column("id")}, 'suppressed', ${few(sql`total.value`)}, 'measured', coalesce(total.measured, 0),
      'periods', ${periodsOf(sql`total.periods`)}, 'missingPeriods', ${missingPeriods(asked)},
      'missingPlaces', ${missingPlaces(asked)},
      'isPartial', coalesce(total.partial, false), 'contradictions', ${contradictionsOf(few)})
    from ${indicator.source} left join lateral (${placedFigures(indicator)}) as total on true
      cross join lateral (select case when not ${few(sql`total.value`)} then total.value end as actual,
        case when not ${isIncrease} then ${startOf(asked)} end as start) as known
    where ${indicator.column("id")} = ${target.column("indicator_id")})`;
}

/** The arguments of `Indicator.achievements`. */
export interface AchievementArguments {
  period: string;
  region?: string | null;
  area?: string | null;
}

/** What was achieved of an indicator's targets of a period, as JSON: of all places, or of one. */
export function achievementsOf(
  indicator: RowRef,
  scope: AccessScope,
  { period, region, area }: AchievementArguments,
): Sql {
  if (region) checkRegionCode(region, "region");
  if (area && !isId(area)) throw badField("area", "must be an id", "harus berupa id");
  const target = from(Target, indicator);
  const at = (name: string) => target.column(name);
  const ofRegion = region ? sql`${at("region_id")} = ${region}` : sql`true`;
  const ofArea = area ? sql`${at("area_id")} = ${area}::uuid` : sql`true`;
  return sql`(select coalesce(jsonb_agg(achievement order by area, region), '[]')
    from (select ${achievementOf(target, scope)} as achievement,
        ${at("area_id")} as area, coalesce(${at("region_id")}, '') as region
      from ${target.source} where ${at("indicator_id")} = ${indicator.column("id")}
        and ${at("period")} = ${period} and ${ofRegion} and ${ofArea}
      order by area, region limit 1000) as achieved)`;
}
