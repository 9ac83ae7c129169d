import { type Class, from, type RowRef, type Sql, sql } from "../../../reading/index.js";
import { Area } from "../../programmes/index.js";
import {
  commonRegionAt,
  type RegionLevel,
  someWithinRegion,
  withinRegion,
} from "../../regions/index.js";
import { ActionPlan } from "../action-plan.js";
import type { Summed } from "./money-sums.js";

// The wholes whose money is summed: which contributions belong to a programme, an area, a region.

/** The regions whose totals are asked for together. */
export interface RegionArguments {
  level: RegionLevel;
  within?: string | null;
}

/** The ids of a subquery as an array, which Postgres makes once for each whole; then it uses an index by them. */
const isOneOf = (id: Sql, ids: Sql): Sql => sql`${id} = any(array(${ids}))`;

/** The contributions to plans that meet a condition. */
const inPlans =
  (condition: (plan: RowRef) => Sql): Summed =>
  (contribution) => {
    const plan = from(ActionPlan, contribution);
    const ids = sql`select ${plan.column("id")} from ${plan.source} where ${condition(plan)}`;
    return isOneOf(contribution.column("plan_id"), ids);
  };

/** The contributions to plans of programmes with one of the ids. */
export const ofProgrammes = (ids: Sql): Summed =>
  inPlans((plan) => isOneOf(plan.column("programme_id"), ids));

/** The contributions to plans for an area. */
export const ofArea = (area: RowRef): Summed =>
  inPlans((plan) => sql`${plan.column("area_id")} = ${area.column("id")}`);

/** The contributions of organisations with one of the ids. */
export const givenBy =
  (ids: Sql): Summed =>
  (contribution) =>
    isOneOf(contribution.column("organisation_id"), ids);

/** The ids of a row and of all rows below it, by their parents. */
export function partsOf(target: Class, row: RowRef): Sql {
  const part = row.statement.madeRow();
  const child = from(target, row);
  return sql`with recursive ${part.name} (id) as (select ${row.column("id")}
      union select ${child.column("id")} from ${child.source}
        join ${part.name} on ${child.column("parent_id")} = ${part.column("id")})
    select ${part.column("id")} from ${part.name}`;
}

/** The contributions to plans for an area that meets a condition. */
const inAreas = (condition: (area: RowRef) => Sql): Summed =>
  inPlans((plan) => {
    const area = from(Area, plan);
    const ids = sql`select ${area.column("id")} from ${area.source} where ${condition(area)}`;
    return isOneOf(plan.column("area_id"), ids);
  });

/** The codes of an area's regions, as rows with a column `code`. */
function codesOf(area: RowRef): { code: Sql; source: Sql } {
  const part = area.statement.madeRow();
  const source = sql`unnest(${area.column("region_ids")}) as ${part.name}(code)`;
  return { code: part.column("code"), source };
}

/** The condition that an area lies wholly in a region: an index finds those that have a part in it. */
function liesIn(area: RowRef, region: RowRef): Sql {
  const { code, source } = codesOf(area);
  const within = region.column("code");
  return sql`(${someWithinRegion(area.column("region_ids"), within)} and not exists (
    select 1 from ${source} where not ${withinRegion(code, within)}))`;
}

/** The condition that an area lies in no single region whose code has this length. */
function liesAcross(area: RowRef, length: Sql): Sql {
  const { code, source } = codesOf(area);
  return sql`(select count(distinct left(${code}, ${length})) <> 1 or min(length(${code})) < ${length}
    from ${source})`;
}

/** The length of the codes directly below a region; more than any has, below a village. */
const lengthBelow = (region: RowRef): Sql =>
  sql`(case length(${region.column("code")}) when 2 then 5 when 5 then 8 when 8 then 13 else 14 end)`;

/** The contributions to plans whose area lies wholly in a region. */
export const inPlansWithin = (region: RowRef): Summed => inAreas((area) => liesIn(area, region));

/** The same, where the area lies in no single region directly below. */
export const inPlansAcross = (region: RowRef): Summed =>
  inAreas((area) => sql`${liesIn(area, region)} and ${liesAcross(area, lengthBelow(region))}`);

/** The contributions to plans whose area lies in no single province. */
export const inPlansAcrossProvinces: Summed = inAreas((area) => liesAcross(area, sql`2`));

/** The contributions to plans without an area. */
export const inPlansWithoutArea: Summed = inPlans((plan) => sql`${plan.column("area_id")} is null`);

/** The plans whose area lies wholly in one region of a level, as a relation of `plan_id` and `place`. */
export function plansByRegion(near: RowRef, { level, within }: RegionArguments): Sql {
  const plan = from(ActionPlan, near);
  const area = from(Area, near);
  const codes = area.column("region_ids");
  const place = commonRegionAt(codes, level);
  const inside = within
    ? sql`(${someWithinRegion(codes, sql`${within}`)} and ${withinRegion(place, sql`${within}`)})`
    : sql`${place} is not null`;
  return sql`select ${plan.column("id")} as plan_id, ${place} as place
    from ${plan.source} join ${area.source} on ${area.column("id")} = ${plan.column("area_id")}
    where ${inside}`;
}
