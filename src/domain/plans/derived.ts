import type { AccessScope } from "../../access/index.js";
import { exists, type RowRef, type Sql, sql } from "../../reading/index.js";
import { Contribution } from "./money/contribution.js";
import { narrowedByVisibility } from "./plan-visibility.js";

// Formulas that several classes share. They count only rows that the viewer can see, so that a
// total never reveals what a list hides.

/** The condition that an action or a plan is overdue: its last day is past and it is neither completed nor cancelled. */
export function isOverdue(row: RowRef): Sql {
  return sql`coalesce(${row.column("ends_on")} < ${row.statement.today()}
    and ${row.column("status")} not in ('COMPLETED', 'CANCELLED'), false)`;
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
