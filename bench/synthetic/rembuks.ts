import { type DataStep, inEnglish, note, regencyOf } from "./data-step.js";
import { anyOrganisation } from "./organisations.js";
import { parts, type Scale } from "./scale.js";

// One meeting an area that was held in the hub: with an agenda, twelve invited organisations of which ten
// attended, eight outcomes with eight positions each, and minutes. Every tenth is its participants' alone.

const { actionsPerPlan, plansPerArea } = parts;
const invited = 12;
const attending = 10;
const outcomesEach = 8;
const positionsEach = 8;

/** The number of an organisation of a meeting: the first is that of the regency's government, the convener. */
const organisation = (s: Scale, place: string): string =>
  `case when ${place} = 1 then pg_temp.id_of('organisation', ${s.programmes} + ${regencyOf("d")})
    else ${anyOrganisation(s, 43, `d * 100 + ${place}`)} end`;

const programme = (s: Scale): string => `pg_temp.id_of('programme', d % ${s.programmes} + 1)`;

const day = "'2025-01-01'::date + pg_temp.draw(44, d, 600)";

/** An instant of the meeting's day, as the hub stores it in JSON. */
const at = (hour: string): string =>
  `to_char(${day} + make_interval(hours => ${hour}), 'YYYY-MM-DD"T"HH24:MI:SS".000Z"')`;

const deliberations = (s: Scale): string => `
insert into deliberation (id, key, kind, title_text, summary, status, convener_id, programme_id, area_id, region_id, place, held_from, held_to, opened_at, visibility, agenda)
select pg_temp.id_of('rembuk', d), 'synthetic-rembuk-' || d, 'LOCAL', ${inEnglish("'Synthetic rembuk ' || d || ' in ' || regency.name")},
  '${note}', 'IN_SESSION', ${organisation(s, "1")}, ${programme(s)}, pg_temp.id_of('area', d), regency.code,
  'Synthetic hall ' || d, ${day}, ${day}, (${day} + time '02:00') at time zone 'UTC',
  case when pg_temp.draw(45, d, 10) = 0 then 'PARTICIPANTS'::visibility else 'PUBLIC' end,
  (select jsonb_agg(jsonb_build_object('note', null, 'title', 'Synthetic point ' || n, 'startsAt', ${at("n")}) order by n)
    from generate_series(2, 6) n)
from generate_series(1, ${s.areas}) d join regency on regency.n = ${regencyOf("d")}`;

// An organisation that was drawn twice for a meeting is invited once.
const invitations = (s: Scale): string => `
insert into invitation (id, deliberation_id, organisation_id, sector, delegates, attendance)
select pg_temp.id_of('invitation', d * 100 + place), pg_temp.id_of('rembuk', d), o.id, o.sector,
  array['Synthetic delegate ' || place],
  case when place <= ${attending} then jsonb_build_array(jsonb_build_object('leftAt', null, 'arrivedAt', ${at("2")},
    'arrivalRecordedBy', o.id, 'departureRecordedBy', null)) else '[]' end
from (select distinct on (d, id) d, place, id from generate_series(1, ${s.areas}) d
  cross join generate_series(1, ${invited}) place cross join lateral (select ${organisation(s, "place")} as id) as one
  order by d, id, place) as chosen join organisation o using (id)`;

const outcomes = (s: Scale): string => `
insert into outcome (id, deliberation_id, programme_id, number, statement, status, proposed_by_id, responsible_organisation_ids, due_on, decided_at, decision)
select pg_temp.id_of('rembuk-outcome', d * 100 + number), pg_temp.id_of('rembuk', d), ${programme(s)}, number,
  ${inEnglish("'Synthetic outcome ' || number || ' of rembuk ' || d || ': the training begins in the first village, and moves on.'")},
  case when number = ${outcomesEach} then 'DEFERRED'::outcome_status else 'AGREED' end, ${organisation(s, "1")},
  array[${organisation(s, "1")}, ${organisation(s, "2 + number % 3")}], '2026-01-01'::date + pg_temp.draw(46, d * 100 + number, 600),
  (${day} + time '05:00') at time zone 'UTC',
  jsonb_build_object('agree', 6, 'method', case when number = ${outcomesEach} then 'CONVENER' else 'MUFAKAT' end, 'object', 0,
    'abstain', 1, 'invited', ${invited}, 'attending', ${attending}, 'agreeWithReservation', 1)
from generate_series(1, ${s.areas}) d cross join generate_series(1, ${outcomesEach}) number`;

const positions = (s: Scale): string => `
insert into outcome_position (id, outcome_id, deliberation_id, text_version, organisation_id, stance, reason, taken_at, created_at)
select pg_temp.id_of('position', (d * 100 + number) * 100 + place), pg_temp.id_of('rembuk-outcome', d * 100 + number),
  i.deliberation_id, 1, i.organisation_id, stance, case when stance = 'AGREE_WITH_RESERVATION' then 'Synthetic reservation ' || place end,
  taken, taken
from generate_series(1, ${s.areas}) d
cross join generate_series(1, ${outcomesEach}) number cross join generate_series(1, ${positionsEach}) place
join invitation i on i.id = pg_temp.id_of('invitation', d * 100 + place)
cross join lateral (select (case place when 3 then 'AGREE_WITH_RESERVATION' when 5 then 'ABSTAIN' else 'AGREE' end)::stance as stance,
  (${day} + time '03:00') at time zone 'UTC' + place * interval '1 minute' as taken) as given`;

// The first five outcomes have an action of one of the area's plans.
const adoptions = (s: Scale): string => `
insert into adoption (id, outcome_id, deliberation_id, action_id, plan_id, organisation_id)
select pg_temp.id_of('rembuk-adoption', d * 100 + number), pg_temp.id_of('rembuk-outcome', d * 100 + number),
  pg_temp.id_of('rembuk', d), pg_temp.id_of('action', a), pg_temp.id_of('plan', (a - 1) / ${actionsPerPlan} + 1), ${organisation(s, "1")}
from generate_series(1, ${s.areas}) d cross join generate_series(1, 5) number
cross join lateral (select (d - 1) * ${plansPerArea * actionsPerPlan} + number * 15 as a) as adopted`;

// The minutes' document is canonical JSON.
const minutes = (s: Scale): string => `
insert into minutes (id, deliberation_id, closed_at, document, sha256)
select pg_temp.id_of('minutes', d), pg_temp.id_of('rembuk', d), (${day} + time '06:00') at time zone 'UTC', document,
  encode(sha256(convert_to(document, 'UTF8')), 'hex')
from generate_series(1, ${s.areas}) d
cross join lateral (select format('{"format":"synthetic-1","outcomes":[%s]}', string_agg(format(
    '{"number":%s,"positions":[%s],"text":"%s"}', o.number, stated, o.statement->>'english'), ',' order by o.number)) as document
  from outcome o cross join lateral (select string_agg(format('{"organisation":"%s","stance":"%s"}', organisation_id, stance),
      ',' order by id) as stated from outcome_position where outcome_id = o.id) as taken
  where o.deliberation_id = pg_temp.id_of('rembuk', d)) as written`;

const closing = `
update deliberation d set status = 'CLOSED', minutes_id = m.id from minutes m where m.deliberation_id = d.id`;

/** The statements that make meetings that were held in the hub; after plans and actions. */
export const rembukSteps = (s: Scale): readonly DataStep[] => [
  { title: "deliberations", sql: deliberations(s) },
  { title: "invitations", sql: invitations(s) },
  { title: "outcomes", sql: outcomes(s) },
  { title: "positions", sql: positions(s) },
  { title: "adoptions", sql: adoptions(s) },
  { title: "minutes", sql: minutes(s) },
  { title: "closed deliberations", sql: closing },
];
