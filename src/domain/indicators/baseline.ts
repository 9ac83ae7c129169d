import type { AccessScope } from "../../access/index.js";
import { type Sql, sql } from "../../reading/index.js";
import { visibleMeasurement } from "./measurement-visibility.js";
import { ownersFirst } from "./roll-up.js";

/** The wider a place, the sooner: nationwide, then regions by the length of their codes, then areas. */
const widestFirst = (row: string): Sql =>
  sql`(${sql.ref(`${row}.area_id`)} is not null), length(coalesce(${sql.ref(`${row}.region_id`)}, ''))`;

/** An index in the order in which baselines are looked for, so that one row is read of many. */
export const baselineIndex = `create index measurement_baseline on measurement (indicator_id, is_baseline desc, (area_id is not null), length(coalesce(region_id, '')), ends_on, starts_on)`;

/** An indicator's baseline among the measurements that the viewer may see, as JSON. */
export const baselineSql = (row: string, scope: AccessScope): Sql => sql`(
  select jsonb_build_object('period', b.period, 'value', b.value, 'region', b.region_id,
    'area', b.area_id, 'measurement', b.id)
  from measurement b where b.indicator_id = ${sql.ref(`${row}.id`)} and ${visibleMeasurement(scope, "b")}
  order by b.is_baseline desc, ${widestFirst("b")}, b.ends_on, b.starts_on, ${ownersFirst("b", row)}
  limit 1)`;
