import type { AccessScope } from "../../access/index.js";
import { exists, type RowRef, type Sql, sql } from "../../reading/index.js";
import { ActionPlan } from "./action-plan.js";
import { Contribution } from "./money/contribution.js";
import { narrowedByVisibility } from "./plan-visibility.js";

// Formulas that several classes share. They count only rows that the viewer can see, so that a
// total never reveals what a list hides.

/** The condition that a plan is overdue: its last day is past and it is neither completed nor cancelled. */
export function isOverdue(row: RowRef): Sql {
  return sql`coalesce(${row.column("ends_on")} < ${row.statement.today()}
    and ${row.column("status")} not in ('COMPLETED', 'CANCELLED'), false)`;
}

/**
 * The condition that an action is overdue: as for a plan, and its plan is not cancelled. An action of a
 * completed plan is itself completed or cancelled. Who sees an action sees its plan's status.
 */
export function isActionOverdue(action: RowRef): Sql {
  return sql`(${isOverdue(action)} and ${ofStandingPlan(action)})`;
}

/** The condition that the plan of a row is not cancelled. */
function ofStandingPlan(row: RowRef): Sql {
  return sql`not ${exists(
    ActionPlan,
    row,
    (plan) => sql`${plan.column("id")} = ${row.column("plan_id")}
      and ${plan.column("status")} = 'CANCELLED'`,
  )}`;
}

/** The condition that a milestone is overdue: its day is past, and it is not reached. */
export function isPastDue(milestone: RowRef): Sql {
  return sql`(${milestone.column("completed_on")} is null
    and ${milestone.column("due_on")} < ${milestone.statement.today()})`;
}

/** The condition that an action has a contribution that is not withdrawn. */
export function contributedTo(action: RowRef, scope: AccessScope): Sql {
  return exists(
    Contribution,
    action,
    (contribution) => sql`${contribution.column("action_id")} = ${action.column("id")}
      and ${contribution.column("status")} <> 'WITHDRAWN'
      and ${narrowedByVisibility(scope, contribution)}`,
  );
}
