import type { AccessScope } from "../../access/index.js";
import { anyOf, exists, isAmong, type RowRef, type Sql, sql } from "../../reading/index.js";
import { seenByVisibility } from "../common/index.js";
import { coordinatesProgramme } from "../programmes/index.js";
import { Action } from "./action.js";
import { ActionPlan } from "./action-plan.js";
import { Participant } from "./participant.js";

// The row filters of a plan and of the rows that belong to it, in one place (rule 7 of the domain):
// lists, ids, edges, totals and streams all use them. They are function declarations, which exist
// before any class of this folder, because the classes and the filters name each other.

/**
 * The condition that an organisation of the viewer takes part in a plan, or leads one of its
 * actions.
 */
function takesPart(scope: AccessScope, plan: RowRef): Sql {
  const id = plan.column("id");
  return anyOf([
    exists(
      Participant,
      plan,
      (participant) => sql`${participant.column("plan_id")} = ${id}
        and ${isAmong(participant.column("organisation_id"), scope.organisations, "uuid")}`,
    ),
    exists(
      Action,
      plan,
      (action) => sql`${action.column("plan_id")} = ${id}
        and ${isAmong(action.column("lead_id"), scope.organisations, "uuid")}`,
    ),
  ]);
}

/** The plans that the viewer can see. */
export function visiblePlan(scope: AccessScope, plan: RowRef): Sql {
  const involved = () => anyOf([takesPart(scope, plan), coordinatesProgramme(scope, plan)]);
  return seenByVisibility(scope, plan, { owner: "lead_id", involved });
}

/**
 * The condition that the viewer is involved in a plan: as its lead, as an organisation that takes part,
 * or as a coordinator of its programme's owner.
 */
export function involvedInPlan(scope: AccessScope, plan: RowRef): Sql {
  return anyOf([
    isAmong(plan.column("lead_id"), scope.organisations, "uuid"),
    takesPart(scope, plan),
    coordinatesProgramme(scope, plan),
  ]);
}

/** The rows with the id of a plan that the viewer can see. */
export function followsPlan(scope: AccessScope, row: RowRef): Sql {
  return exists(
    ActionPlan,
    row,
    (plan) => sql`${plan.column("id")} = ${row.column("plan_id")} and ${visiblePlan(scope, plan)}`,
  );
}

/** The rows with the id of a plan that the viewer is involved in. */
export function involvedByPlan(scope: AccessScope, row: RowRef): Sql {
  return exists(
    ActionPlan,
    row,
    (plan) =>
      sql`${plan.column("id")} = ${row.column("plan_id")} and ${involvedInPlan(scope, plan)}`,
  );
}

/**
 * The rows of an action that may have a narrower audience than their plan: contributions and
 * progress updates. They carry the plan's id, so that the filter does not need the action.
 */
export function narrowedByVisibility(scope: AccessScope, row: RowRef): Sql {
  const involved = () => involvedByPlan(scope, row);
  const seen = seenByVisibility(scope, row, { owner: "organisation_id", involved });
  return sql`(${followsPlan(scope, row)} and ${seen})`;
}
