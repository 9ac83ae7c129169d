import type { AccessScope } from "../../access/index.js";
import { badField } from "../../platform/errors.js";
import { periodDates } from "../../platform/period.js";
import { exists, from, type RowRef, type Sql, sql } from "../../reading/index.js";
import { type Disaggregation, isSmall, summedCounts } from "../common/index.js";
import { Area } from "../programmes/index.js";
import { codeLength, isRegionCode, RegionLevel, withinRegion } from "../regions/index.js";
import { countedIn, type During, figuresOf, noCode, placedFigures, rawFigure } from "./figures.js";
import { Measurement } from "./measurement.js";
import { areaBelowRegency, participatesInTotals } from "./measurement-visibility.js";

// The figures of regions and areas as the API shows them: by `figures.ts`, with what rule 6 of the domain
// hides. Codes nest by prefix: the code alone gives the regions above it, and Postgres joins them by hash.

/** The maximum number of places in one answer. */
const mostPlaces = 1000;

/** The days of a period in SQL. */
export function daysOf(period: string): During {
  const { startsOn, endsOn } = periodDates(period) ?? { startsOn: period, endsOn: period };
  return { starts: sql`${startsOn}::date`, ends: sql`${endsOn}::date` };
}

/** The periods of a text that separates them by commas, each once, as JSON. */
export const periodsOf = (text: Sql): Sql => sql`(
  select coalesce(jsonb_agg(distinct period collate "C" order by period collate "C"), '[]')
  from unnest(string_to_array(${text}, ',')) as period)`;

/**
 * What contradicts the figure of a place as JSON: its shorter periods or its parts that add up to more. None
 * where either is `few`.
 */
export const contradictionsOf = (few: (number: Sql) => Sql): Sql => sql`(
  select coalesce(jsonb_agg(jsonb_build_object('by', by, 'value', sum) order by by), '[]')
  from (values ('PERIODS', total.periods_value), ('PLACES', total.parts_value)) as other(by, sum)
  where sum > total.value and not ${few(sql`sum`)} and not ${few(sql`total.value`)})`;

/** The counts in a total, by the dimensions that are asked, as JSON. */
const countsOf = (
  indicator: RowRef,
  scope: AccessScope,
  dimensions: readonly Disaggregation[],
): Sql => {
  if (dimensions.length === 0) return sql`'[]'::jsonb`;
  const measurement = from(Measurement, indicator);
  const lists = sql`select ${measurement.column("disaggregation")} as cells from ${measurement.source}
    where ${measurement.column("id")} = any(string_to_array(total.ids, ',')::uuid[])`;
  return summedCounts(lists, dimensions, participatesInTotals(scope, indicator));
};

/** The arguments that all totals have. */
interface TotalArguments {
  period: string;
  by?: Disaggregation[] | null;
}

/** The places of totals: the name of their field, their order, and the condition that `place` lies below the regency. */
interface Places {
  name: "region" | "area";
  position: Sql;
  below: Sql;
}

/**
 * The totals of `best` as JSON. A number of people from 1 to 4 below the regency is hidden from all but the
 * indicator's own (rule 6 of the domain).
 */
const totals = (
  { name, position, below }: Places,
  indicator: RowRef,
  scope: AccessScope,
  { period, by }: TotalArguments,
): Sql => {
  const few = sql`(${indicator.column("unit")} = 'PEOPLE' and ${below}
    and not ${participatesInTotals(scope, indicator)})`;
  const hidden = (number: Sql) => sql`coalesce(${isSmall(number)} and ${few}, false)`;
  const kept = (column: string) => {
    const number = sql`total.${sql.ref(column)}`;
    return sql`case when not ${hidden(number)} then ${number} end`;
  };
  return sql`select coalesce(jsonb_agg(jsonb_build_object(${sql.lit(name)}, place,
      'period', ${period}::text, 'value', ${kept("value")}, 'numerator', ${kept("numerator")},
      'denominator', ${kept("denominator")}, 'suppressed', ${hidden(sql`total.value`)},
      'measured', measured, 'periods', ${periodsOf(sql`total.periods`)}, 'isPartial', partial,
      'contradictions', ${contradictionsOf(hidden)},
      'disaggregation', ${countsOf(indicator, scope, by ?? [])}) order by position), '[]')
    from (select placed.*, ${position} as position from (${placedFigures(indicator)}) as placed
      order by position limit ${mostPlaces}) as total`;
};

/** Refuses an argument that is no region's code. */
export function checkRegionCode(code: string, path: string): void {
  if (isRegionCode(code)) return;
  throw badField(
    path,
    "must be a region code like 36.02",
    "harus berupa kode wilayah seperti 36.02",
  );
}

/** The arguments of `byRegion`. */
export interface RegionArguments extends TotalArguments {
  within?: string | null;
  level: RegionLevel;
}

/** An indicator's figure for each region of a level, as JSON. */
export function byRegion(indicator: RowRef, scope: AccessScope, args: RegionArguments): Sql {
  const { within, level, period } = args;
  const length = codeLength[level];
  if (within) checkRegionCode(within, "within");
  if (within && within.length > length) return sql`'[]'::jsonb`;
  const measurement = from(Measurement, indicator);
  const code = measurement.column("region_id");
  const during = daysOf(period);
  const inside = within ? withinRegion(code, sql`${within}`) : sql`true`;
  const place = sql`left(${code}, ${sql.lit(length)})`;
  const raw = sql`select ${rawFigure(measurement, indicator, { place, code })}
    from ${measurement.source} where ${countedIn(measurement, indicator, during, scope)}
      and length(${code}) >= ${sql.lit(length)} and ${inside}`;
  const below = sql.lit(length > codeLength[RegionLevel.REGENCY]);
  const places: Places = { name: "region", position: sql`place`, below };
  return sql`(with best as materialized (select *, length(code) = ${sql.lit(length)} as whole
      from (${figuresOf(indicator, during, raw)}) as figure)
    ${totals(places, indicator, scope, args)})`;
}

/** The raw figures of areas themselves, without a code. */
function ofAreas(indicator: RowRef, during: During, scope: AccessScope): Sql {
  const measurement = from(Measurement, indicator);
  const place = measurement.column("area_id");
  return sql`select ${rawFigure(measurement, indicator, { place, code: noCode })}
    from ${measurement.source}
    where ${countedIn(measurement, indicator, during, scope)} and ${place} is not null`;
}

/**
 * The raw figures of the regions in areas. The query reads the measurements of each part separately (offset
 * 0): Postgres misjudges the number of rows in a range of codes, and would otherwise compare every row with
 * every other.
 */
function ofParts(indicator: RowRef, during: During, scope: AccessScope): Sql {
  const area = from(Area, indicator);
  const measurement = from(Measurement, indicator);
  const part = indicator.statement.madeRow();
  const found = indicator.statement.madeRow();
  const [place, code] = [area.column("id"), found.column("region_id")];
  // A region that the area names twice, in itself and in a region above it, is one figure.
  return sql`select ${rawFigure(found, indicator, { place, code })}
    from ${area.source} cross join lateral (select distinct on (measured.id) measured.*
      from unnest(${area.column("region_ids")}) as ${part.name}(code)
      cross join lateral (select ${measurement.name}.* from ${measurement.source}
        where ${countedIn(measurement, indicator, during, scope)}
          and ${withinRegion(measurement.column("region_id"), part.column("code"))} offset 0) as measured)
      as ${found.name}`;
}

/** An indicator's figure for each area, as JSON. An area of one region has the region's figure. */
export function byArea(indicator: RowRef, scope: AccessScope, args: TotalArguments): Sql {
  const area = from(Area, indicator);
  const during = daysOf(args.period);
  const raw = sql`${ofAreas(indicator, during, scope)} union all ${ofParts(indicator, during, scope)}`;
  const ofPlace = (row: RowRef) => sql`${row.column("id")} = placed.place`;
  const below = exists(
    Area,
    indicator,
    (place) => sql`${place.column("id")} = total.place and ${areaBelowRegency(place)}`,
  );
  const keyed = from(Area, indicator);
  const position = sql`(select ${keyed.column("key")} from ${keyed.source} where ${ofPlace(keyed)})`;
  return sql`(with best as materialized (select figure.*, figure.code is null
        or (cardinality(${area.column("region_ids")}) = 1
          and figure.code collate "C" = ${area.column("region_ids")}[1] and not bool_or(figure.code is null) over (partition by figure.place)) as whole
      from (${figuresOf(indicator, during, raw)}) as figure
      join ${area.source} on ${area.column("id")} = figure.place)
    ${totals({ name: "area", position, below }, indicator, scope, args)})`;
}
