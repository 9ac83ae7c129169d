import type { AccessScope } from "../../access/index.js";
import { anyOf, isAmong, type Sql, sql } from "../../reading/index.js";
import { seenByVisibility } from "../common/index.js";
import { coordinatesProgramme } from "../programmes/index.js";

// The row filters of a plan and of all that hangs on it, in one place (rule 7 of the domain). Each is
// SQL on an alias; lists, ids, edges, totals and streams all use them.

const at = (row: string, name: string): Sql => sql.ref(`${row}.${name}`);

/** That an organisation of the viewer takes part in the plan with this id, or leads an action of it. */
const takesPart = (scope: AccessScope, plan: Sql): Sql =>
  anyOf([
    sql`exists (select 1 from participant pt where pt.plan_id = ${plan}
      and ${isAmong(sql`pt.organisation_id`, scope.organisations, "uuid")})`,
    sql`exists (select 1 from action al where al.plan_id = ${plan}
      and ${isAmong(sql`al.lead_id`, scope.organisations, "uuid")})`,
  ]);

/** Which rows of `action_plan` the viewer may see. */
export function visiblePlan(scope: AccessScope, row: string): Sql {
  const involved = () =>
    anyOf([takesPart(scope, at(row, "id")), coordinatesProgramme(scope, at(row, "programme_id"))]);
  return seenByVisibility(scope, row, { owner: "lead_id", involved });
}

/**
 * That the viewer is on the inside of the plan of this row of `action_plan`: of its lead, of an
 * organisation that takes part, or a coordinator of its programme's owner.
 */
export const involvedInPlan = (scope: AccessScope, plan: string): Sql =>
  anyOf([
    isAmong(at(plan, "lead_id"), scope.organisations, "uuid"),
    takesPart(scope, at(plan, "id")),
    coordinatesProgramme(scope, at(plan, "programme_id")),
  ]);

/** That the plan with this id is visible: the filter of everything that follows its plan. */
export const planVisible = (scope: AccessScope, plan: Sql): Sql =>
  sql`exists (select 1 from action_plan ap where ap.id = ${plan} and ${visiblePlan(scope, "ap")})`;

/** Rows that carry a plan's id and are seen by whoever sees the plan. */
export const followsPlan = (scope: AccessScope, row: string): Sql =>
  planVisible(scope, at(row, "plan_id"));

/**
 * Rows of an action that may be narrower than their plan: contributions and progress updates. They
 * carry the plan's id, so that the filter need not pass through the action.
 */
export function narrowedByVisibility(scope: AccessScope, row: string): Sql {
  const plan = at(row, "plan_id");
  const involved = () =>
    sql`exists (select 1 from action_plan ap
      where ap.id = ${plan} and ${involvedInPlan(scope, "ap")})`;
  const seen = seenByVisibility(scope, row, { owner: "organisation_id", involved });
  return sql`(${followsPlan(scope, row)} and ${seen})`;
}
