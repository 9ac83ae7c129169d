import { dataOf, instant, list, shown, today } from "./sql-parts.js";

// The acceptance queries of meetings as hand-written SQL, as the other shapes (hand-written-sql.ts).

const organisation = (o: string): string =>
  `json_build_object('name', ${o}.name, 'sector', ${o}.sector)`;

export const agenda = `(select ${list("json_build_object('title', point->'title', 'startsAt', point->'startsAt')", "at")}
  from jsonb_array_elements(d.agenda) with ordinality as one(point, at))`;

const isPresent = "jsonb_array_length(attendance) > 0 and attendance->-1->>'leftAt' is null";

/** The invitations of the meeting, each with its house, and whether an organisation above it is invited or present. */
const invited = `(select i.*, coalesce(part_of_organisation_ids[cardinality(part_of_organisation_ids)], organisation_id) as house,
    ${isPresent} as present, above.*
  from invitation i left join lateral (select true as is_below, bool_or(${isPresent.replaceAll("attendance", "up.attendance")}) as is_spoken_for
    from invitation up where up.deliberation_id = i.deliberation_id and up.organisation_id = any(i.part_of_organisation_ids)
    having count(*) > 0) as above on i.part_of_organisation_ids <> '{}'
  where i.deliberation_id = d.id)`;

/** The quorum of the meeting `d`. One house, one voice: a house attends if one of it does, and stands for the sector of its highest organisation. */
export const quorum = `(select json_build_object('met', attending >= greatest(1, ceil(invited * d.quorum_share / 100.0))
      and represented > 0 and (not d.every_sector or missing = '{}'),
    'attending', attending, 'invited', invited, 'sectorsMissing', to_json(missing))
  from (select count(*) as invited, count(*) filter (where attends) as attending, count(voiced) as represented,
      array(select unnest(array_agg(required)) except select unnest(array_agg(voiced)) order by 1) as missing
    from (select bool_or(present) as attends, min(sector) filter (where is_below is null) as required,
        min(sector) filter (where present and is_spoken_for is not true) as voiced
      from ${invited} as one group by house) as house) as counted
  where invited > 0 and not d.recorded)`;

export const isAttended = "jsonb_array_length(i.attendance) > 0 or i.attended_by_source";

const invitations = `(select ${list(
  `json_build_object('organisation', ${organisation("io")},
    'attended', ${isAttended}, 'delegates', to_json(i.delegates))`,
  "i.sector, i.id",
)} from invitation i join organisation io on io.id = i.organisation_id where i.deliberation_id = d.id)`;

const positions = `(select ${list(
  `json_build_object('stance', op.stance, 'reason', op.reason, 'organisation', ${organisation("oo")})`,
  "op.created_at, op.id",
)} from outcome_position op join organisation oo on oo.id = op.organisation_id
  where op.outcome_id = o.id and op.text_version = o.text_version)`;

/** The actions of the outcome `o` that a visitor may see; also what its status follows from. */
const followUp = `lateral (select
    case when o.status <> 'AGREED' or count(*) filter (where ac.status <> 'CANCELLED') = 0 then o.status::text
      when bool_and(ac.status = 'COMPLETED') filter (where ac.status <> 'CANCELLED') then 'FULFILLED'
      else 'FOLLOWED_UP' end as status,
    ${list(
      `json_build_object('id', ac.id, 'title', ${shown("ac.title_text")}, 'status', ac.status, 'progress', ac.progress,
        'plan', json_build_object('title', ${shown("p.title_text")}))`,
      "ac.stage, ac.id",
    )} as actions
  from adoption ad join action ac on ac.id = ad.action_id join action_plan p on p.id = ac.plan_id
  where ad.outcome_id = o.id and p.visibility = 'PUBLIC') as follow_up`;

const responsible = `(select ${list("json_build_object('name', ro.name)", "at")}
  from unnest(o.responsible_organisation_ids) with ordinality as one(id, at) join organisation ro on ro.id = one.id)`;

export const decision = `case when o.decision is not null then json_build_object('method', o.decision->'method', 'agree', o.decision->'agree',
  'agreeWithReservation', o.decision->'agreeWithReservation', 'object', o.decision->'object', 'abstain', o.decision->'abstain') end`;

/** The earlier outcome that this one supersedes, if a visitor may see it. */
export const supersedes = `(select json_build_object('text', ${shown("e.statement")}) from outcome e
  join deliberation ed on ed.id = e.deliberation_id where e.id = o.supersedes_id and ed.visibility = 'PUBLIC')`;

const outcomes = `(select json_build_object('nodes', ${list(
  `json_build_object('id', o.id, 'text', ${shown("o.statement")}, 'version', o.version, 'status', follow_up.status,
    'decidedAt', ${instant("o.decided_at")}, 'dueOn', o.due_on, 'decision', ${decision}, 'positions', ${positions},
    'responsible', ${responsible}, 'actions', follow_up.actions, 'supersedes', ${supersedes})`,
  "o.number, o.id",
)}) from (select * from outcome where deliberation_id = d.id order by number, id limit 20) o cross join ${followUp})`;

const minutes = `(select json_build_object('closedAt', ${instant("m.closed_at")}, 'sha256', m.sha256, 'document', m.document)
  from minutes m where m.id = d.minutes_id)`;

/** The meeting with the key `$1`. */
const rembuk = `
select ${dataOf(`'deliberation', (select json_build_object(
  'id', d.id, 'title', ${shown("d.title_text")}, 'kind', d.kind, 'status', d.status, 'heldFrom', d.held_from,
  'heldTo', d.held_to, 'place', d.place, 'convener', ${organisation("c")},
  'area', case when a.id is not null then json_build_object('name', ${shown("a.name_text")}) end,
  'agenda', ${agenda}, 'invitations', ${invitations}, 'quorum', ${quorum}, 'outcomes', ${outcomes}, 'minutes', ${minutes})
  from deliberation d join organisation c on c.id = d.convener_id left join area a on a.id = d.area_id
  where d.key = $1 and d.visibility = 'PUBLIC')`)}`;

/** The condition that no action that a visitor may see results from the agreed outcome `o` of a public meeting. */
export const agreedWithoutAction = `o.status = 'AGREED'
  and exists (select from deliberation d where d.id = o.deliberation_id and d.visibility = 'PUBLIC')
  and not exists (select from adoption ad join action ac on ac.id = ad.action_id join action_plan p on p.id = ac.plan_id
    where ad.outcome_id = o.id and ac.status <> 'CANCELLED' and p.visibility = 'PUBLIC')`;

/** The condition that the action `ac` has no contribution that a visitor may see. */
export const withoutContribution = `not exists (select from contribution c
  where c.action_id = ac.id and c.status <> 'WITHDRAWN' and c.visibility = 'PUBLIC')`;

/** The condition that the action `ac` is late, if its plan is not cancelled. */
const isLate = `ac.ends_on < ${today} and ac.status not in ('COMPLETED', 'CANCELLED')`;

export const isOverdue = `${isLate} and not exists (
  select from action_plan p where p.id = ac.plan_id and p.status = 'CANCELLED')`;

/** A connection of the first 50 of the rows `found`, with their number. */
const firstOf = (found: string, node: string, order: string): string =>
  `json_build_object('totalCount', (select count(*) from ${found}), 'nodes', (select ${list(node, order)} from ${found}_page))`;

/** The holes in the programme with the key `$1`. */
const holes = `
with programme_id as materialized (select id from programme where key = $1),
agreed as materialized (
  select o.id, o.number from outcome o
  where o.programme_id = (select id from programme_id) and ${agreedWithoutAction}
), agreed_page as (
  select o.*, d.title_text from (select * from agreed order by number, id limit 50) a join outcome o using (id, number)
  join deliberation d on d.id = o.deliberation_id
), shown_action as materialized (
  select ac.id, ac.stage, ${isLate} and p.status <> 'CANCELLED' as overdue
  from action ac join action_plan p on p.id = ac.plan_id
  where ac.programme_id = (select id from programme_id) and p.visibility = 'PUBLIC'
), ungiven as materialized (
  select id, stage from shown_action ac where ${withoutContribution}
), ungiven_page as (
  select ac.*, p.title_text as plan_title from (select * from ungiven order by stage, id limit 50) u join action ac using (id, stage)
  join action_plan p on p.id = ac.plan_id
), late as materialized (select id, stage from shown_action where overdue),
late_page as (select ac.* from (select * from late order by stage, id limit 50) l join action ac using (id, stage))
select ${dataOf(`
  'agreedWithoutAction', ${firstOf("agreed", `json_build_object('text', ${shown("statement")}, 'deliberation', json_build_object('title', ${shown("title_text")}))`, "number, id")},
  'withoutContribution', ${firstOf("ungiven", `json_build_object('title', ${shown("title_text")}, 'plan', json_build_object('title', ${shown("plan_title")}))`, "stage, id")},
  'overdue', ${firstOf("late", `json_build_object('title', ${shown("title_text")}, 'endsOn', ends_on)`, "stage, id")}`)}`;

/** The statements by shape. */
export const meetingStatements = { rembuk, holes };
