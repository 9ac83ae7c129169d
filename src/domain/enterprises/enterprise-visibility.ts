import type { AccessScope } from "../../access/index.js";
import { anyOf, isAmong, type Sql, sql } from "../../reading/index.js";
import { seenByVisibility } from "../common/index.js";
import { involvedInPlan } from "../plans/index.js";

// The row filters of a group and of all that hangs on it, in one place (rule 7 of the domain).

const at = (row: string, name: string): Sql => sql.ref(`${row}.${name}`);

/** That the viewer is on the inside of a plan of the group's area. */
const involvedInArea = (scope: AccessScope, row: string): Sql =>
  sql`exists (select 1 from action_plan gp
    where gp.area_id = ${at(row, "area_id")} and ${involvedInPlan(scope, "gp")})`;

/** What no organisation registered is the platform operator's to see. */
const operators = (scope: AccessScope, row: string): Sql[] =>
  scope.operator ? [sql`${at(row, "organisation_id")} is null`] : [];

/** Which rows of `enterprise_group` the viewer may see. */
export const visibleGroup = (scope: AccessScope, row: string): Sql =>
  anyOf([
    seenByVisibility(scope, row, {
      owner: "organisation_id",
      involved: () => involvedInArea(scope, row),
    }),
    ...operators(scope, row),
  ]);

/** That the group with this id is visible: the filter of everything that follows it. */
const groupVisible = (scope: AccessScope, group: Sql): Sql =>
  sql`exists (select 1 from enterprise_group vg where vg.id = ${group} and ${visibleGroup(scope, "vg")})`;

/** Rows that carry a group's id and are seen by whoever sees the group. */
export const followsGroup = (scope: AccessScope, row: string): Sql =>
  groupVisible(scope, at(row, "group_id"));

/**
 * That the viewer is a participant of a group (rule 6 of the domain): a member of the organisation
 * that registered it, or on the inside of a plan of its area.
 */
export function participatesInGroup(scope: AccessScope, row: string): Sql {
  if (scope.organisations.length === 0) return anyOf(operators(scope, row));
  return anyOf([
    isAmong(at(row, "organisation_id"), scope.organisations, "uuid"),
    involvedInArea(scope, row),
    ...operators(scope, row),
  ]);
}
