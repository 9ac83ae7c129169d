import type { AccessScope } from "../../../access/index.js";
import { exists, from, type RowRef, type Sql, sql } from "../../../reading/index.js";
import { Action, followsPlan } from "../../plans/index.js";
import { Adoption } from "../adoption/adoption.js";
import { followsDeliberation } from "../deliberation-visibility.js";
import { Outcome } from "./outcome.js";

// The SQL of values that are derived from an outcome and its rows. Reads and decisions use the same SQL.
// They are function declarations, because the classes and these functions import each other.

/** The statuses of the visible actions that result from an outcome and are not cancelled. */
export function adoptedAction(outcome: RowRef, scope: AccessScope): Sql {
  const adoption = from(Adoption, outcome);
  const action = from(Action, outcome);
  return sql`select ${action.column("status")} from ${adoption.source} join ${action.source}
      on ${action.column("id")} = ${adoption.column("action_id")}
    where ${adoption.column("outcome_id")} = ${outcome.column("id")}
      and ${action.column("status")} <> 'CANCELLED' and ${followsPlan(scope, action)}`;
}

/** The status; for an agreed outcome it is derived from the actions (domain, "Lifecycles"). */
export function shownStatus(outcome: RowRef, scope: AccessScope): Sql {
  const status = outcome.column("status");
  const became = outcome.statement.madeRow();
  return sql`(case when ${status} <> 'AGREED' then ${status} else (
    select case when count(*) = 0 then 'AGREED'
      when bool_and(${became.column("status")} = 'COMPLETED')
      then 'FULFILLED' else 'FOLLOWED_UP' end::outcome_status
    from (${adoptedAction(outcome, scope)}) as ${became.name}) end)`;
}

/** The condition that an agreed outcome supersedes this one. */
export function superseded(outcome: RowRef, scope: AccessScope): Sql {
  return exists(
    Outcome,
    outcome,
    (later) => sql`${later.column("supersedes_id")} = ${outcome.column("id")}
      and ${later.column("status")} = 'AGREED' and ${followsDeliberation(scope, later)}`,
  );
}

/** The condition that an outcome of a later deliberation takes up this one, which was deferred. */
export function takenUp(outcome: RowRef, scope: AccessScope): Sql {
  return exists(
    Outcome,
    outcome,
    (later) => sql`${later.column("takes_up_id")} = ${outcome.column("id")}
      and ${followsDeliberation(scope, later)}`,
  );
}

/** The condition that an outcome is overdue: past its due date, agreed, not fulfilled, not superseded. */
export function overdueOutcome(outcome: RowRef, scope: AccessScope): Sql {
  return sql`coalesce(${outcome.column("due_on")} < ${outcome.statement.today()}
    and ${shownStatus(outcome, scope)} in ('AGREED', 'FOLLOWED_UP')
    and not ${superseded(outcome, scope)}, false)`;
}
