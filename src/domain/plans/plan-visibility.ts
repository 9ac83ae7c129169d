import type { AccessScope } from "../../access/index.js";
import {
  anyOf,
  exists,
  holdsThroughout,
  isAmong,
  type RowRef,
  type Sql,
  seenThroughout,
  sql,
} from "../../reading/index.js";
import { seenByVisibility } from "../common/index.js";
import { coordinatesProgramme, seenOnceAccepted } from "../programmes/index.js";
import { Action } from "./action.js";
import { ActionPlan } from "./action-plan.js";
import { ParticipantStatus, takenUpStatuses } from "./enums.js";
import { Participant } from "./participant.js";

// The row filters of a plan and of the rows that belong to it, in one place (rule 7 of the domain):
// lists, ids, edges, totals and streams all use them. They are function declarations, which exist
// before any class of this folder, because the classes and the filters name each other.
//
// Three circles, each within the one before: who can see a plan for its participants (also an organisation
// that is only invited); who is involved in it (an accepted part); and who is involved by it in its area
// and its programme (once the programme's owner took it up).

/** The condition that a column of ParticipantStatus has one of the values. */
function hasStatus(column: Sql, statuses: readonly ParticipantStatus[]): Sql {
  return sql`${column} in (${sql.join(statuses.map((status) => sql`${sql.lit(status)}::participant_status`))})`;
}

/**
 * The condition that an organisation of the viewer has a part in a plan with one of the statuses, or leads
 * one of its actions with it.
 */
function hasPart(scope: AccessScope, plan: RowRef, statuses: readonly ParticipantStatus[]): Sql {
  const id = plan.column("id");
  return anyOf([
    exists(
      Participant,
      plan,
      (participant) => sql`${participant.column("plan_id")} = ${id}
        and ${isAmong(participant.column("organisation_id"), scope.organisations, "uuid")}
        and ${hasStatus(participant.column("status"), statuses)}`,
    ),
    exists(
      Action,
      plan,
      (action) => sql`${action.column("plan_id")} = ${id}
        and ${isAmong(action.column("lead_id"), scope.organisations, "uuid")}
        and ${hasStatus(action.column("lead_status"), statuses)}`,
    ),
  ]);
}

/**
 * The plans that the viewer can see. An organisation that is invited sees what it is invited to; a plan
 * that an owner has not accepted is seen by its lead and by that owner only.
 */
export function visiblePlan(scope: AccessScope, plan: RowRef): Sql {
  return seenThroughout(scope, plan, visiblePlanThen);
}

function visiblePlanThen(scope: AccessScope, plan: RowRef): Sql {
  const { INVITED, ACCEPTED } = ParticipantStatus;
  const involved = () =>
    anyOf([hasPart(scope, plan, [INVITED, ACCEPTED]), coordinatesProgramme(scope, plan)]);
  const accepted = seenByVisibility(scope, plan, { owner: "lead_id", involved });
  return seenOnceAccepted(scope, plan, { maker: "lead_id", accepted });
}

/**
 * The condition that the viewer is involved in a plan: by an accepted part, as its lead or another, or as
 * a coordinator of its programme's owner.
 */
export function involvedInPlan(scope: AccessScope, plan: RowRef): Sql {
  return holdsThroughout(scope, plan, involvedInPlanThen);
}

function involvedInPlanThen(scope: AccessScope, plan: RowRef): Sql {
  const { ACCEPTED } = ParticipantStatus;
  const leads = sql`(${isAmong(plan.column("lead_id"), scope.organisations, "uuid")}
    and ${hasStatus(plan.column("lead_status"), [ACCEPTED])})`;
  return anyOf([leads, hasPart(scope, plan, [ACCEPTED]), coordinatesProgramme(scope, plan)]);
}

/**
 * The condition that a plan is taken up: its programme's owner accepted and activated it, and it is not
 * cancelled. No other plan gives anybody a part in its area or programme.
 */
export function isTakenUp(plan: RowRef): Sql {
  const statuses = takenUpStatuses.map((status) => sql`${sql.lit(status)}::action_plan_status`);
  return sql`${plan.column("status")} in (${sql.join(statuses)})`;
}

/** The condition that the viewer is involved by a plan in its area and its programme. */
export function involvedByTakenUpPlan(scope: AccessScope, plan: RowRef): Sql {
  return sql`(${isTakenUp(plan)} and ${involvedInPlan(scope, plan)})`;
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
 * The rows with the id of a plan that the viewer sees and is involved in. A coordinator of the programme's
 * owner is involved in plans, too, that are hidden from all but their lead.
 */
export function involvedBySeenPlan(scope: AccessScope, row: RowRef): Sql {
  return exists(
    ActionPlan,
    row,
    (plan) => sql`${plan.column("id")} = ${row.column("plan_id")}
      and ${visiblePlan(scope, plan)} and ${involvedInPlan(scope, plan)}`,
  );
}

/**
 * The rows of an action that may have a narrower audience than their plan: contributions and
 * progress updates. They carry the plan's id, so that the filter does not need the action.
 */
export function narrowedByVisibility(scope: AccessScope, row: RowRef): Sql {
  return seenThroughout(scope, row, narrowedByVisibilityThen);
}

function narrowedByVisibilityThen(scope: AccessScope, row: RowRef): Sql {
  return sql`(${followsPlan(scope, row)} and ${narrowedBelowAction(scope, row)})`;
}

/** The same for rows of an action that the viewer sees. */
export function narrowedBelowAction(scope: AccessScope, row: RowRef): Sql {
  const involved = () => involvedByPlan(scope, row);
  return seenByVisibility(scope, row, { owner: "organisation_id", involved });
}
