import type { AccessScope } from "../../access/index.js";
import { from, type RowRef, type Sql, sql } from "../../reading/index.js";
import { smallestRegion } from "../regions/index.js";
import { reachedOf, startOf } from "./achievement.js";
import { type During, figuresOf, noCode, placedFigures, rawFigure } from "./figures.js";
import { Indicator } from "./indicator.js";
import { Measurement, shownMeasured } from "./measurement.js";
import { countedMeasurement } from "./measurement-visibility.js";
import { Target } from "./target.js";

// What a group of measurements of one indicator achieved (rule 13 of the domain): the figure that they make by
// the indicator's rules for reporters, periods and places, and the target of their place and period. They count
// as the viewer sees them: a filter could tell one hidden figure from a sum that holds it.

/** The measurements of a group, and what its keys say of their place and period. */
export type MeasuredGroup = {
  /** The ids as an array. */
  ids: Sql;
  /** The code of the group's region. */
  region?: Sql;
} & Partial<During>;

/**
 * What is asked of the counted measurements, as one row with the columns of a target: the indicator, the place
 * that holds all of them (unless the keys say it), and their period; and the number of indicators.
 */
function askedOf(counted: RowRef, { region, starts, ends }: MeasuredGroup): Sql {
  const at = (name: string) => counted.column(name);
  const codes = sql`array_agg(${at("region_id")}) filter (where ${at("region_id")} is not null)`;
  const isNationwide = sql`bool_or(${at("region_id")} is null and ${at("area_id")} is null)`;
  const ofRows = sql`case when not ${isNationwide} then ${smallestRegion(codes)} end`;
  const isOneArea = sql`count(${at("area_id")}) = count(*) and count(distinct ${at("area_id")}) = 1`;
  return sql`select (array_agg(${at("indicator_id")}))[1] as indicator_id,
      count(distinct ${at("indicator_id")}) as indicators,
      case when not (${isOneArea}) then coalesce(${region ?? sql`null`}, ${ofRows}) end as region_id,
      case when ${isOneArea} then (array_agg(${at("area_id")}))[1] end as area_id,
      ${starts ?? sql`min(${at("starts_on")})`} as starts_on,
      ${ends ?? sql`max(${at("ends_on")})`} as ends_on,
      count(*) filter (where ${at("shown_value")} is null)::int as hidden
    from ${counted.name}`;
}

/** The figures of a measurement as it is shown, by their names among the columns of `counted`. */
const shown = {
  value: "shown_value",
  numerator: "shown_numerator",
  denominator: "shown_denominator",
};

/** The measurements of a group that count, with what the viewer sees of their figures. */
function countedOf(near: RowRef, scope: AccessScope, { ids }: MeasuredGroup): Sql {
  const measurement = from(Measurement, near);
  const figures = (Object.keys(shown) as (keyof typeof shown)[]).map(
    (name) => sql`${shownMeasured(measurement, scope, name)} as ${sql.ref(shown[name])}`,
  );
  return sql`select ${measurement.name}.*, ${sql.join(figures)} from ${measurement.source}
    where ${measurement.column("id")} = any(${ids}) and ${countedMeasurement(scope, measurement)}`;
}

/** The raw figures of what is asked: of its place, and of the regions in it. */
function rawFigures(counted: RowRef, asked: RowRef, indicator: RowRef): Sql {
  const at = (name: string) => counted.column(name);
  const [region, area] = [asked.column("region_id"), asked.column("area_id")];
  const isOwn = sql`(${area} is not null or ${at("region_id")} is not distinct from ${region})`;
  const code = sql`case when not ${isOwn} then ${at("region_id")} else ${noCode} end`;
  return sql`select ${rawFigure(counted, indicator, {
    place: sql`1`,
    code,
    shown: (name) => at(shown[name]),
  })} from ${counted.name}
    where ${at("shown_value")} is not null and (${area} is not null or ${at("area_id")} is null)
      and ${at("starts_on")} >= ${asked.column("starts_on")} and ${at("ends_on")} <= ${asked.column("ends_on")}`;
}

/** The raw figures of the targets of what is asked. */
function rawTargets(asked: RowRef): Sql {
  const target = from(Target, asked);
  const at = (name: string) => target.column(name);
  return sql`select 1 as place, ${noCode} as code, ${at("id")} as id, ${at("period")} as period,
      ${at("starts_on")} as starts_on, ${at("ends_on")} as ends_on, ${at("value")} as value,
      null::float8 as numerator, null::float8 as denominator, 1 as rank
    from ${target.source} where ${at("indicator_id")} = ${asked.column("indicator_id")}
      and ${at("region_id")} is not distinct from ${asked.column("region_id")}
      and ${at("area_id")} is not distinct from ${asked.column("area_id")}
      and ${at("starts_on")} >= ${asked.column("starts_on")} and ${at("ends_on")} <= ${asked.column("ends_on")}`;
}

/** What a group of measurements achieved, as JSON; null where they are of several indicators, or none counts. */
export function groupAchievement(near: RowRef, scope: AccessScope, group: MeasuredGroup): Sql {
  const counted = near.statement.madeRow();
  const asked = near.statement.madeRow();
  const aim = near.statement.madeRow();
  const indicator = from(Indicator, near);
  const during = { starts: asked.column("starts_on"), ends: asked.column("ends_on") };
  const isIncrease = sql`${indicator.column("direction")} = 'INCREASE'`;
  const start = startOf({ target: asked, indicator, during, scope });
  return sql`(with ${counted.name} as materialized (${countedOf(near, scope, group)})
    select (with best as materialized (select *, figure.code is null as whole
        from (${figuresOf(indicator, during, rawFigures(counted, asked, indicator))}) as figure)
      select jsonb_build_object('indicator', ${asked.column("indicator_id")},
        'region', ${asked.column("region_id")}, 'area', ${asked.column("area_id")},
        'target', aim, 'actual', actual, ${reachedOf(sql`aim`, indicator)}, 'start', start,
        'measured', coalesce(measured, 0), 'suppressed', ${asked.column("hidden")},
        'isPartial', coalesce(partial, false))
      from (select total.value as actual, total.measured, total.partial, wanted.aim,
          case when not ${isIncrease} then ${start} end as start
        from (select 1) as one left join lateral (${placedFigures(indicator)}) as total on true
          left join lateral (select ${aim.column("value")} as aim
            from (${figuresOf(indicator, during, rawTargets(asked))}) as ${aim.name}
            where not ${aim.column("partial")}) as wanted on true) as known)
    from (${askedOf(counted, group)}) as ${asked.name}
      join ${indicator.source} on ${indicator.column("id")} = ${asked.column("indicator_id")}
    where ${asked.column("indicators")} = 1)`;
}
