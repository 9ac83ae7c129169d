import type { AccessScope } from "../../access/index.js";
import { exists, from, type RowRef, type Sql, sql } from "../../reading/index.js";
import { Action } from "./action.js";
import type { ContributionStatus } from "./enums.js";
import { Contribution } from "./money/contribution.js";
import { passedOnIn } from "./money/sums.js";
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

/**
 * The rupiah of one status in a plan or an action. Money that a contribution passes on counts where it
 * starts, so that it counts once; what stands on a cancelled action counts nowhere.
 */
export function amountIn(
  whole: "plan_id" | "action_id",
  row: RowRef,
  status: ContributionStatus,
  scope: AccessScope,
): Sql {
  const contribution = from(Contribution, row);
  const isLive = exists(
    Action,
    row,
    (action) => sql`${action.column("id")} = ${contribution.column("action_id")}
      and ${action.column("status")} <> 'CANCELLED'`,
  );
  // Numeric, because a sum may exceed the limit of one amount.
  return sql`(select coalesce(sum(${contribution.column("amount")}
      - ${passedOnIn(contribution, scope)}), 0) from ${contribution.source}
    where ${contribution.column(whole)} = ${row.column("id")}
      and ${contribution.column("status")} = ${status}::contribution_status
      and ${narrowedByVisibility(scope, contribution)} and ${isLive})`;
}
