import type { AccessScope } from "../../access/index.js";
import { from, type RowRef, type Sql, sql } from "../../reading/index.js";
import { ownersFirst } from "./figures.js";
import { Measurement, shownMeasured } from "./measurement.js";
import { countedMeasurement } from "./measurement-visibility.js";

/**
 * The order of places, the widest first: nationwide, then regions by the length of their codes,
 * then areas.
 */
const widestFirst = (measurement: RowRef): Sql =>
  sql`(${measurement.column("area_id")} is not null),
    length(coalesce(${measurement.column("region_id")}, ''))`;

/** An indicator's baseline among the measurements that the viewer can see, as JSON. */
export function baselineSql(indicator: RowRef, scope: AccessScope): Sql {
  const measurement = from(Measurement, indicator);
  const at = (name: string) => measurement.column(name);
  return sql`(
  select jsonb_build_object('period', ${at("period")}, 'value', ${shownMeasured(measurement, scope)},
    'region', ${at("region_id")}, 'area', ${at("area_id")}, 'measurement', ${at("id")})
  from ${measurement.source}
  where ${at("indicator_id")} = ${indicator.column("id")} and ${countedMeasurement(scope, measurement)}
  order by ${at("is_baseline")} desc, ${widestFirst(measurement)}, ${at("ends_on")}, ${at("starts_on")},
    ${ownersFirst(measurement, indicator)}
  limit 1)`;
}
