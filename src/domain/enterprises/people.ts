import type { AccessScope } from "../../access/index.js";
import {
  from,
  type RowRef,
  type Sql,
  shownThroughout,
  sql,
  suppressedValue,
} from "../../reading/index.js";
import { hasSmall, isSuppressed } from "../common/index.js";
import { memberTotal } from "./enterprise-group.js";
import { participatesInGroup } from "./enterprise-visibility.js";
import { GroupMeasurement, jobTotal } from "./group-measurement.js";

// The people in groups of self-employed workers, and their results, as the viewer sees them in a list (rule 6
// of the domain): a sum over groups is a sum of what is shown, never of what is stored.

/** The members of a group by sex; null where the viewer does not see them. */
export function shownBySex(group: RowRef, scope: AccessScope): { women: Sql; men: Sql } {
  const [women, men] = [group.column("women"), group.column("men")];
  const hidden = sql`(${hasSmall([women, men])} and not coalesce(${participatesInGroup(scope, group)}, false))`;
  const shown = (count: Sql) => sql`(case when not ${hidden} then ${count} end)`;
  return { women: shown(women), men: shown(men) };
}

/** The number of a group's members; null where the viewer does not see it. */
export const shownMembers = (group: RowRef, scope: AccessScope): Sql =>
  suppressedValue(memberTotal, group.column("members"), group, scope);

/**
 * The last results of the groups with the ids `found`, as a relation of `id` (the group's), `revenue`, `jobs` and
 * `jobs_hidden`: of the period that ends last, of several such the shortest, then what was recorded last.
 */
export function lastResults(found: Sql, near: RowRef, scope: AccessScope): Sql {
  const result = from(GroupMeasurement, near);
  const at = (name: string) => result.column(name);
  const jobs = suppressedValue(jobTotal, at("jobs"), result, scope);
  return sql`select distinct on (${at("group_id")}) ${at("group_id")} as id, ${at("revenue")} as revenue,
      ${jobs} as jobs, ${isSuppressed("jobs", jobTotal)(result, scope)} as jobs_hidden
    from ${result.source} where ${at("group_id")} in (${found})
      and ${shownThroughout(scope, result)}
    order by ${at("group_id")}, ${at("ends_on")} desc, ${at("starts_on")} desc,
      ${at("created_at")} desc, ${at("id")} desc`;
}
