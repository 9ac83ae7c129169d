import type { DataStep } from "./data-step.js";
import { scale } from "./scale.js";

// Recorded meetings: two a regency, convened by its government, each with agreed outcomes. Three of five
// outcomes have an action.

const { actionsPerPlan, outcomesPerMeeting, programmes, regencies } = scale;

const meetings = regencies * 2;

/** The number of the regency of a meeting. */
const regencyOf = (meeting: string): string => `((${meeting} - 1) / 2 + 1)`;

const deliberations = `
insert into deliberation (id, key, kind, title_text, status, convener_id, programme_id, area_id, region_id, held_from, held_to, visibility, recorded)
select pg_temp.id_of('deliberation', d), 'synthetic-meeting-' || d, 'LOCAL',
  jsonb_build_object('english', 'Synthetic meeting ' || d || ' in ' || regency.name),
  'IN_SESSION', pg_temp.id_of('organisation', ${programmes} + regency.n), pg_temp.id_of('programme', d % ${programmes} + 1),
  pg_temp.id_of('area', regency.n), regency.code, '2024-01-01'::date + pg_temp.draw(28, d, 600),
  '2024-01-01'::date + pg_temp.draw(28, d, 600), 'PUBLIC', true
from generate_series(1, ${meetings}) d join regency on regency.n = ${regencyOf("d")}`;

const outcomes = `
insert into outcome (id, deliberation_id, programme_id, number, statement, status, responsible_organisation_ids, due_on)
select pg_temp.id_of('outcome', o), pg_temp.id_of('deliberation', d), pg_temp.id_of('programme', d % ${programmes} + 1),
  (o - 1) % ${outcomesPerMeeting} + 1, jsonb_build_object('english', 'Synthetic outcome ' || o),
  case when pg_temp.draw(29, o, 10) = 0 then 'DEFERRED'::outcome_status else 'AGREED' end,
  array[pg_temp.id_of('organisation', ${programmes} + ${regencyOf("d")})], '2025-01-01'::date + pg_temp.draw(30, o, 900)
from generate_series(1, ${meetings * outcomesPerMeeting}) o
cross join lateral (select (o - 1) / ${outcomesPerMeeting} + 1 as d) as meeting`;

// An action of the first plan of the meeting's area.
const adoptions = `
insert into adoption (id, outcome_id, deliberation_id, action_id, plan_id, organisation_id)
select pg_temp.id_of('adoption', o), pg_temp.id_of('outcome', o), pg_temp.id_of('deliberation', d), pg_temp.id_of('action', a),
  pg_temp.id_of('plan', (a - 1) / ${actionsPerPlan} + 1), pg_temp.id_of('organisation', ${programmes} + r)
from generate_series(1, ${meetings * outcomesPerMeeting}) o
cross join lateral (select (o - 1) / ${outcomesPerMeeting} + 1 as d) as meeting
cross join lateral (select ${regencyOf("d")} as r) as place
cross join lateral (select (r - 1) * ${programmes * actionsPerPlan} + o % ${actionsPerPlan} + 1 as a) as adopted
join outcome on outcome.id = pg_temp.id_of('outcome', o) and outcome.status = 'AGREED'
where o % 5 < 3`;

// Nothing is added to a closed meeting.
const closing = "update deliberation set status = 'CLOSED' where key like 'synthetic-meeting-%'";

/** The statements that make meetings with their outcomes; after plans and actions. */
export const meetingSteps: readonly DataStep[] = [
  { title: "deliberations", sql: deliberations },
  { title: "outcomes", sql: outcomes },
  { title: "adoptions", sql: adoptions },
  { title: "closed deliberations", sql: closing },
];
