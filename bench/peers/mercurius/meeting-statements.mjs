import {
  agenda,
  agreedWithoutAction,
  decision,
  isAttended,
  isOverdue,
  quorum,
  withoutContribution,
} from "../../../dist/bench/hand-written-meetings.js";
import { shown } from "../../../dist/bench/sql-parts.js";

// The statements of meetings, as those of the other tables (statements.mjs).

/** The status of the outcome `o`, which follows from the actions that a visitor may see. */
export const shownStatus = `(select case when o.status <> 'AGREED' or count(*) = 0 then o.status::text
    when bool_and(ac.status = 'COMPLETED') then 'FULFILLED' else 'FOLLOWED_UP' end
  from adoption ad join action ac on ac.id = ad.action_id join action_plan p on p.id = ac.plan_id
  where ad.outcome_id = o.id and ac.status <> 'CANCELLED' and p.visibility = 'PUBLIC')`;

const meetingColumns = `d.id, ${shown("d.title_text")} as title, d.kind, d.status, d.held_from as "heldFrom",
  d.held_to as "heldTo", d.place, d.convener_id as "convenerId", d.area_id as "areaId", d.minutes_id as "minutesId"`;

export const meeting = {
  name: "meeting",
  text: `select ${meetingColumns}, ${agenda} as agenda, ${quorum} as quorum from deliberation d
    where d.key = $1 and d.visibility = 'PUBLIC'`,
};

export const meetings = {
  name: "meetings",
  text: `select ${meetingColumns} from deliberation d where d.id = any($1::uuid[]) and d.visibility = 'PUBLIC'`,
};

export const invitations = {
  name: "invitations",
  text: `select i.deliberation_id as owner, i.organisation_id as "organisationId", ${isAttended} as attended, i.delegates
    from invitation i where i.deliberation_id = any($1::uuid[]) order by i.sector, i.id`,
};

const outcomeColumns = `o.id, ${shown("o.statement")} as text, o.version, ${shownStatus} as status, o.decided_at as "decidedAt",
  o.due_on as "dueOn", ${decision} as decision, o.responsible_organisation_ids as "responsibleIds",
  o.supersedes_id as "supersedesId", o.deliberation_id as "deliberationId"`;

/** $1 meetings, $2 rows of each. */
export const outcomesOfMeetings = {
  name: "outcomes-of-meetings",
  text: `select asked.at::int, found.* from unnest($1::uuid[], $2::int[]) with ordinality as asked(id, rows, at)
    cross join lateral (select ${outcomeColumns}, o.number from outcome o where o.deliberation_id = asked.id
      order by o.number, o.id limit asked.rows) found
    order by asked.at, found.number, found.id`,
};

export const outcomes = {
  name: "outcomes",
  text: `select ${outcomeColumns} from outcome o join deliberation d on d.id = o.deliberation_id
    where o.id = any($1::uuid[]) and d.visibility = 'PUBLIC'`,
};

export const positions = {
  name: "positions",
  text: `select op.outcome_id as owner, op.stance, op.reason, op.organisation_id as "organisationId"
    from outcome_position op join outcome o on o.id = op.outcome_id and o.text_version = op.text_version
    where op.outcome_id = any($1::uuid[]) order by op.created_at, op.id`,
};

const actionColumns = `ac.id, ${shown("ac.title_text")} as title, ac.status, ac.progress, ac.ends_on as "endsOn", ac.plan_id as "planId"`;

export const actionsOfOutcomes = {
  name: "actions-of-outcomes",
  text: `select ad.outcome_id as owner, ${actionColumns} from adoption ad join action ac on ac.id = ad.action_id
    where ad.outcome_id = any($1::uuid[])
      and exists (select from action_plan p where p.id = ac.plan_id and p.visibility = 'PUBLIC')
    order by ac.stage, ac.id`,
};

export const plansOfIds = {
  name: "plans-of-ids",
  text: `select p.id, ${shown("p.title_text")} as title from action_plan p
    where p.id = any($1::uuid[]) and p.visibility = 'PUBLIC'`,
};

export const minutes = {
  name: "minutes",
  text: `select id, closed_at as "closedAt", sha256, document from minutes where id = any($1::uuid[])`,
};

const ofProgramme = "programme_id = (select id from programme where key = $1)";

/** A list with a total: $1 programme, $2 rows. */
const listed = (name, columns, rows, order) => ({
  page: { name, text: `select ${columns} from ${rows} order by ${order} limit $2::int` },
  total: { name: `${name}-total`, text: `select count(*)::int as total from ${rows}` },
});

export const outcomesWithoutAction = listed(
  "outcomes-without-action",
  outcomeColumns,
  `outcome o where o.${ofProgramme} and ${agreedWithoutAction}`,
  "o.number, o.id",
);

const actionsThat = (name, condition) =>
  listed(
    name,
    actionColumns,
    `action ac where ac.${ofProgramme} and ${condition}
      and exists (select from action_plan p where p.id = ac.plan_id and p.visibility = 'PUBLIC')`,
    "ac.stage, ac.id",
  );

export const actionsWithoutContribution = actionsThat(
  "actions-without-contribution",
  withoutContribution,
);
export const overdueActions = actionsThat("overdue-actions", isOverdue);
