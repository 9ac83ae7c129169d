import type { AccessScope } from "../../access/index.js";
import { type Sql, sql, todaySql } from "../../reading/index.js";
import { ContributionStatus } from "./enums.js";
import { narrowedByVisibility } from "./plan-visibility.js";

// Formulas that several classes share. They count what the viewer may see and nothing else, so that
// a total never tells what a list hides.

/** That an action is overdue: its due date is past and it is neither completed nor cancelled. */
export const overdueAction = (row: string): Sql =>
  sql`coalesce(${sql.ref(`${row}.ends_on`)} < ${todaySql}
    and ${sql.ref(`${row}.status`)} not in ('COMPLETED', 'CANCELLED'), false)`;

/** That some contribution that was not withdrawn reached the action with this id. */
export const contributedTo = (row: string, scope: AccessScope): Sql =>
  sql`exists (select 1 from contribution c where c.action_id = ${sql.ref(`${row}.id`)}
    and c.status <> 'WITHDRAWN' and ${narrowedByVisibility(scope, "c")})`;

/**
 * The rupiah of one status that reached the plan or action of `row`. Money that a contribution
 * passes on is counted once: not again where one that funded it, near or far along the chain,
 * counts in the same plan or action already.
 */
export function amountIn(
  whole: "plan_id" | "action_id",
  row: string,
  status: ContributionStatus,
  scope: AccessScope,
): Sql {
  const own = sql.ref(`${row}.id`);
  const [counted, funder] = [sql.ref(`c.${whole}`), sql.ref(`f.${whole}`)];
  // Numeric, as a sum may be more than any one amount.
  return sql`(select coalesce(sum(c.amount), 0) from contribution c
    where ${counted} = ${own} and c.status = ${status}::contribution_status
      and ${narrowedByVisibility(scope, "c")}
      and not exists (select 1 from contribution f where f.id = any(c.funding_chain)
        and ${funder} = ${own} and f.status <> 'WITHDRAWN' and ${narrowedByVisibility(scope, "f")}))`;
}
