import { type DataStep, regencyOf } from "./data-step.js";
import { parts, type Scale } from "./scale.js";

// Recorded meetings: two an area, convened by its regency's government, each with agreed outcomes. Three of
// five outcomes have an action.

const { actionsPerPlan, outcomesPerMeeting, plansPerArea } = parts;

/** The number of the area of a meeting. */
const areaOf = (meeting: string): string => `((${meeting} - 1) / 2 + 1)`;

/** The organisation that convenes a meeting, and that is responsible for its outcomes. */
const convener = (s: Scale): string =>
  `pg_temp.id_of('organisation', ${s.programmes} + ${regencyOf(areaOf("d"))})`;

const deliberations = (s: Scale): string => `
insert into deliberation (id, key, kind, title_text, status, convener_id, programme_id, area_id, region_id, held_from, held_to, visibility, recorded)
select pg_temp.id_of('deliberation', d), 'synthetic-meeting-' || d, 'LOCAL',
  jsonb_build_object('english', 'Synthetic meeting ' || d || ' in ' || regency.name),
  'IN_SESSION', ${convener(s)}, pg_temp.id_of('programme', d % ${s.programmes} + 1),
  pg_temp.id_of('area', ${areaOf("d")}), regency.code, '2024-01-01'::date + pg_temp.draw(28, d, 600),
  '2024-01-01'::date + pg_temp.draw(28, d, 600), 'PUBLIC', true
from generate_series(1, ${s.areas * 2}) d join regency on regency.n = ${regencyOf(areaOf("d"))}`;

const outcomes = (s: Scale): string => `
insert into outcome (id, deliberation_id, programme_id, number, statement, status, responsible_organisation_ids, due_on)
select pg_temp.id_of('outcome', o), pg_temp.id_of('deliberation', d), pg_temp.id_of('programme', d % ${s.programmes} + 1),
  (o - 1) % ${outcomesPerMeeting} + 1, jsonb_build_object('english', 'Synthetic outcome ' || o),
  case when pg_temp.draw(29, o, 10) = 0 then 'DEFERRED'::outcome_status else 'AGREED' end,
  array[${convener(s)}], '2025-01-01'::date + pg_temp.draw(30, o, 900)
from generate_series(1, ${s.areas * 2 * outcomesPerMeeting}) o
cross join lateral (select (o - 1) / ${outcomesPerMeeting} + 1 as d) as meeting`;

// An action of the first plan of the meeting's area.
const adoptions = (s: Scale): string => `
insert into adoption (id, outcome_id, deliberation_id, action_id, plan_id, organisation_id)
select pg_temp.id_of('adoption', o), pg_temp.id_of('outcome', o), pg_temp.id_of('deliberation', d), pg_temp.id_of('action', a),
  pg_temp.id_of('plan', (a - 1) / ${actionsPerPlan} + 1), ${convener(s)}
from generate_series(1, ${s.areas * 2 * outcomesPerMeeting}) o
cross join lateral (select (o - 1) / ${outcomesPerMeeting} + 1 as d) as meeting
cross join lateral (select ${areaOf("d")} as r) as place
cross join lateral (select (r - 1) * ${plansPerArea * actionsPerPlan} + o % ${actionsPerPlan} + 1 as a) as adopted
join outcome on outcome.id = pg_temp.id_of('outcome', o) and outcome.status = 'AGREED'
where o % 5 < 3`;

// Nothing is added to a closed meeting.
const closing = "update deliberation set status = 'CLOSED' where key like 'synthetic-meeting-%'";

/** The statements that make meetings with their outcomes; after plans and actions. */
export const meetingSteps = (s: Scale): readonly DataStep[] => [
  { title: "deliberations", sql: deliberations(s) },
  { title: "outcomes", sql: outcomes(s) },
  { title: "adoptions", sql: adoptions(s) },
  { title: "closed deliberations", sql: closing },
];
