import type { AccessScope } from "../../../access/index.js";
import { exists, from, type RowRef, type Sql, sql } from "../../../reading/index.js";
import { Action, followsPlan } from "../../plans/index.js";
import { Adoption } from "../adoption/adoption.js";
import { followsDeliberation } from "../deliberation-visibility.js";
import { Invitation } from "../invitations/invitation.js";
import { Outcome } from "./outcome.js";
import { OutcomePosition } from "./outcome-position.js";
import { present, quorumSql } from "./quorum.js";

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

/** The condition that an outcome is overdue: past its due date, agreed, not fulfilled, not superseded. */
export function overdueOutcome(outcome: RowRef, scope: AccessScope): Sql {
  return sql`coalesce(${outcome.column("due_on")} < ${outcome.statement.today()}
    and ${shownStatus(outcome, scope)} in ('AGREED', 'FOLLOWED_UP')
    and not ${superseded(outcome, scope)}, false)`;
}

/**
 * The condition that a position counts: it is on the outcome's current text, and its organisation
 * attends now, or attended when the outcome was decided.
 */
export function positionCounts(position: RowRef, outcome: RowRef): Sql {
  const organisation = position.column("organisation_id");
  const attends = exists(
    Invitation,
    position,
    (
      invitation,
    ) => sql`${invitation.column("deliberation_id")} = ${position.column("deliberation_id")}
      and ${invitation.column("organisation_id")} = ${organisation} and ${present(invitation)}`,
  );
  return sql`(${position.column("text_version")} = ${outcome.column("text_version")} and case
    when ${outcome.column("status")} <> 'PROPOSED'
      then ${organisation} = any(${outcome.column("counted_organisation_ids")})
    else ${attends} end)`;
}

/**
 * FROM and WHERE for the positions on an outcome that count. The condition is that of `positionCounts`,
 * but the attending organisations are gathered once for all positions: a thousand may be invited.
 */
function countedPositions(outcome: RowRef, position: RowRef): Sql {
  const invitation = from(Invitation, outcome);
  return sql`from ${position.source} where ${position.column("outcome_id")} = ${outcome.column("id")}
    and ${position.column("text_version")} = ${outcome.column("text_version")}
    and ${position.column("organisation_id")} = any(case
      when ${outcome.column("status")} <> 'PROPOSED' then ${outcome.column("counted_organisation_ids")}
      else array(select ${invitation.column("organisation_id")} from ${invitation.source}
        where ${invitation.column("deliberation_id")} = ${outcome.column("deliberation_id")}
          and ${present(invitation)}) end)`;
}

/** The numbers of positions that count, by stance, as JSON. */
export function tallySql(outcome: RowRef): Sql {
  const position = from(OutcomePosition, outcome);
  const of = (stance: string) =>
    sql`count(*) filter (where ${position.column("stance")} = ${sql.lit(stance)})`;
  return sql`(
    select jsonb_build_object('agree', ${of("AGREE")},
      'agreeWithReservation', ${of("AGREE_WITH_RESERVATION")},
      'object', ${of("OBJECT")}, 'abstain', ${of("ABSTAIN")})
    ${countedPositions(outcome, position)})`;
}

/** The organisations whose positions count. */
export function countedOrganisations(outcome: RowRef): Sql {
  const position = from(OutcomePosition, outcome);
  const organisation = position.column("organisation_id");
  return sql`array(select ${organisation} ${countedPositions(outcome, position)} order by ${organisation})`;
}

/**
 * The quorum for a decision: a sector is present when an attending organisation of it has a position on
 * the current text.
 */
export function outcomeQuorum(outcome: RowRef): Sql {
  const tookPosition = (invitation: RowRef) =>
    exists(
      OutcomePosition,
      invitation,
      (position) => sql`${position.column("outcome_id")} = ${outcome.column("id")}
        and ${position.column("text_version")} = ${outcome.column("text_version")}
        and ${position.column("organisation_id")} = ${invitation.column("organisation_id")}`,
    );
  const counts = (invitation: RowRef) =>
    sql`(${present(invitation)} and ${tookPosition(invitation)})`;
  const quorum = quorumSql(outcome, outcome.column("deliberation_id"), counts);
  return sql`(case when ${outcome.column("status")} = 'PROPOSED' then ${quorum} end)`;
}
