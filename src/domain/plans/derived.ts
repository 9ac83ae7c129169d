import type { AccessScope } from "../../access/index.js";
import { exists, from, type RowRef, type Sql, sql } from "../../reading/index.js";
import { Contribution } from "./contribution.js";
import type { ContributionStatus } from "./enums.js";
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
 * The rupiah of one status in a plan or an action. Money that a contribution passes on counts once:
 * a contribution does not count if one in its funding chain counts in the same plan or action.
 */
export function amountIn(
  whole: "plan_id" | "action_id",
  row: RowRef,
  status: ContributionStatus,
  scope: AccessScope,
): Sql {
  const own = row.column("id");
  const contribution = from(Contribution, row);
  const fundedHere = exists(
    Contribution,
    row,
    (funder) => sql`${funder.column("id")} = any(${contribution.column("funding_chain")})
      and ${funder.column(whole)} = ${own} and ${funder.column("status")} <> 'WITHDRAWN'
      and ${narrowedByVisibility(scope, funder)}`,
  );
  // Numeric, because a sum may exceed the limit of one amount.
  return sql`(select coalesce(sum(${contribution.column("amount")}), 0) from ${contribution.source}
    where ${contribution.column(whole)} = ${own}
      and ${contribution.column("status")} = ${status}::contribution_status
      and ${narrowedByVisibility(scope, contribution)} and not ${fundedHere})`;
}
