import type { AccessScope } from "../../../access/index.js";
import { type Sql, sql, todaySql } from "../../../reading/index.js";
import { followsPlan } from "../../plans/index.js";
import { followsDeliberation } from "../deliberation-visibility.js";
import { present, quorumSql } from "./quorum.js";

// What follows from an outcome's row and what hangs on it. Decisions ask the same SQL as readers.

const at = (row: string, name: string): Sql => sql.ref(`${row}.${name}`);

/** The statuses of the actions that came of an outcome, were not cancelled, and may be seen. */
export const adoptedAction = (row: string, scope: AccessScope): Sql =>
  sql`select aa.status from adoption ad join action aa on aa.id = ad.action_id
    where ad.outcome_id = ${at(row, "id")} and aa.status <> 'CANCELLED' and ${followsPlan(scope, "aa")}`;

/** The status, rolled up from the actions once it is agreed (domain, "Lifecycles"). */
export const shownStatus = (row: string, scope: AccessScope): Sql =>
  sql`(case when ${at(row, "status")} <> 'AGREED' then ${at(row, "status")} else (
    select case when count(*) = 0 then 'AGREED' when bool_and(became.status = 'COMPLETED')
      then 'FULFILLED' else 'FOLLOWED_UP' end::outcome_status
    from (${adoptedAction(row, scope)}) as became) end)`;

/** That an agreed outcome took its place. */
export const superseded = (row: string, scope: AccessScope): Sql =>
  sql`exists (select 1 from outcome so where so.supersedes_id = ${at(row, "id")}
    and so.status = 'AGREED' and ${followsDeliberation(scope, "so")})`;

/** That its due date is past, it is agreed and not fulfilled, and no later outcome took its place. */
export const overdueOutcome = (row: string, scope: AccessScope): Sql =>
  sql`coalesce(${at(row, "due_on")} < ${todaySql}
    and ${shownStatus(row, scope)} in ('AGREED', 'FOLLOWED_UP')
    and not ${superseded(row, scope)}, false)`;

/**
 * That a position counts: it is on the outcome's current text, and its organisation attends, or
 * attended when the outcome was decided.
 */
export const positionCounts = (position: string, outcome: string): Sql =>
  sql`(${at(position, "text_version")} = ${at(outcome, "text_version")} and case
    when ${at(outcome, "status")} <> 'PROPOSED'
      then ${at(position, "organisation_id")} = any(${at(outcome, "counted_organisation_ids")})
    else exists (select 1 from invitation pi
      where pi.deliberation_id = ${at(position, "deliberation_id")}
        and pi.organisation_id = ${at(position, "organisation_id")} and ${present("pi")}) end)`;

/**
 * The positions on an outcome that count, as `positionCounts` says of one: who decides is gathered
 * once for all of them, where a thousand are invited.
 */
const countedPositions = (row: string): Sql =>
  sql`from outcome_position op where op.outcome_id = ${at(row, "id")}
    and op.text_version = ${at(row, "text_version")} and op.organisation_id = any(case
      when ${at(row, "status")} <> 'PROPOSED' then ${at(row, "counted_organisation_ids")}
      else array(select pi.organisation_id from invitation pi
        where pi.deliberation_id = ${at(row, "deliberation_id")} and ${present("pi")}) end)`;

/** The positions that count, by stance, as JSON. */
export const tallySql = (row: string): Sql => sql`(
  select jsonb_build_object('agree', count(*) filter (where op.stance = 'AGREE'),
    'agreeWithReservation', count(*) filter (where op.stance = 'AGREE_WITH_RESERVATION'),
    'object', count(*) filter (where op.stance = 'OBJECT'),
    'abstain', count(*) filter (where op.stance = 'ABSTAIN'))
  ${countedPositions(row)})`;

/** The organisations whose positions count. */
export const countedOrganisations = (row: string): Sql => sql`array(
  select op.organisation_id ${countedPositions(row)} order by op.organisation_id)`;

/** The quorum for a decision: a sector is there when one who attends took a position on the text. */
export const outcomeQuorum = (row: string): Sql => {
  const spoke = (invitation: string) => sql`(${present(invitation)} and exists (
    select 1 from outcome_position qp
    where qp.outcome_id = ${at(row, "id")} and qp.text_version = ${at(row, "text_version")}
      and qp.organisation_id = ${at(invitation, "organisation_id")}))`;
  const quorum = quorumSql(at(row, "deliberation_id"), spoke);
  return sql`(case when ${at(row, "status")} = 'PROPOSED' then ${quorum} end)`;
};
