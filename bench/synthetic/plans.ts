import { areaOf, type DataStep, inEnglish, note, regencyOf } from "./data-step.js";
import { anyOrganisation } from "./organisations.js";
import { parts, type Scale } from "./scale.js";

// Every tenth plan is visible to its participants only, so that the row filters have rows to hide.
const plans = (s: Scale): string => `
insert into action_plan (id, key, title_text, summary, programme_id, area_id, lead_id, lead_status, acceptance, status, starts_on, ends_on, visibility, sources)
select pg_temp.id_of('plan', p), 'synthetic-plan-' || p, ${inEnglish("'Synthetic plan ' || p || ' in ' || regency.name")}, '${note}',
  pg_temp.id_of('programme', (p - 1) % ${s.programmes} + 1), pg_temp.id_of('area', ${areaOf("p")}),
  pg_temp.id_of('organisation', ${s.programmes} + regency.n), 'ACCEPTED', 'ACCEPTED',
  (array['PROPOSED', 'ACTIVE', 'ACTIVE', 'ACTIVE', 'COMPLETED']::action_plan_status[])[1 + pg_temp.draw(6, p, 5)],
  '2023-01-01'::date + pg_temp.draw(7, p, 900), '2029-12-31',
  case when pg_temp.draw(8, p, 10) = 0 then 'PARTICIPANTS'::visibility else 'PUBLIC' end,
  '[{"key": null, "publisher": "Synthetic publisher", "date": "2023", "note": null, "address": null}]'
from generate_series(1, ${s.plans}) p join regency on regency.n = ${regencyOf(areaOf("p"))}`;

// Every plan is funded by its ministry, with its government as the accountable participant; every other
// plan also has an implementing organisation.
const participants = (s: Scale): string => `
insert into participant (id, plan_id, organisation_id, role, status)
select pg_temp.id_of('participant', p * 4 + role), pg_temp.id_of('plan', p),
  case role when 1 then pg_temp.id_of('organisation', (p - 1) % ${s.programmes} + 1)
    when 2 then pg_temp.id_of('organisation', ${s.programmes} + ${regencyOf(areaOf("p"))})
    else ${anyOrganisation(s, 9, "p * 4 + role")} end,
  (enum_range(null::participant_role))[role], 'ACCEPTED'
from generate_series(1, ${s.plans}) p cross join lateral generate_series(1, 3 + p % 2) role`;

const actions = (s: Scale): string => `
insert into action (id, plan_id, programme_id, title_text, description, stage, strategy, lead_id, lead_status, starts_on, ends_on, status, progress)
select pg_temp.id_of('action', a), pg_temp.id_of('plan', p), pg_temp.id_of('programme', (p - 1) % ${s.programmes} + 1),
  ${inEnglish("'Synthetic action ' || a")}, '${note}', (enum_range(null::action_stage))[1 + pg_temp.draw(10, a, 11)],
  (enum_range(null::poverty_strategy))[1 + pg_temp.draw(11, a, 4)],
  case when a % 5 > 0 then ${anyOrganisation(s, 12, "a")} end, case when a % 5 > 0 then 'ACCEPTED'::participant_status end,
  '2024-01-01'::date + pg_temp.draw(13, a, 180), '2025-01-01'::date + pg_temp.draw(14, a, 1400),
  (array['IN_PROGRESS', 'IN_PROGRESS', 'IN_PROGRESS', 'BLOCKED', 'COMPLETED']::action_status[])[1 + pg_temp.draw(15, a, 5)],
  pg_temp.progress_of(a, pg_temp.rounds_of(a, ${s.actions}, ${s.progressUpdates}) - 1)
from generate_series(1, ${s.actions}) a
cross join lateral (select (a - 1) / ${parts.actionsPerPlan} + 1 as p) as plan`;

const milestones = (s: Scale): string => `
insert into milestone (id, action_id, plan_id, title, due_on, completed_on)
select pg_temp.id_of('milestone', m), pg_temp.id_of('action', a), pg_temp.id_of('plan', (a - 1) / ${parts.actionsPerPlan} + 1),
  'Synthetic milestone ' || m, due, case when pg_temp.draw(17, m, 2) = 0 then due - 10 end
from generate_series(1, ${s.actions * parts.milestonesPerAction}) m
cross join lateral (select (m - 1) / ${parts.milestonesPerAction} + 1 as a,
  '2025-01-01'::date + pg_temp.draw(16, m, 1000) as due) as step`;

// The contributions after the first of an action that pass on money of the one before are money too.
const contributions = (s: Scale): string => `
insert into contribution (id, action_id, plan_id, organisation_id, kind, status, amount, quantity, unit, note, visibility, created_at)
select pg_temp.id_of('contribution', c), pg_temp.id_of('action', a), pg_temp.id_of('plan', (a - 1) / ${parts.actionsPerPlan} + 1),
  ${anyOrganisation(s, 18, "c")}, case when money then 'FUNDS'::contribution_kind else 'EQUIPMENT' end,
  (enum_range(null::contribution_status))[1 + pg_temp.draw(19, c, 4)],
  case when money then (1 + pg_temp.draw(20, c, 900)) * 1000000 end,
  case when not money then 0.5 + pg_temp.draw(21, c, 200) end, case when not money then 'set' end, '${note}',
  case when pg_temp.draw(22, c, 20) = 0 then 'PARTICIPANTS'::visibility else 'PUBLIC' end,
  timestamptz '2024-03-01Z' + c * interval '1 minute'
from generate_series(1, ${s.actions * parts.contributionsPerAction}) c
cross join lateral (select (c - 1) / ${parts.contributionsPerAction} + 1 as a, (c - 1) % ${parts.contributionsPerAction} as k) as place
cross join lateral (select case when k = 1 and a % 4 = 0 then 1 when k = 2 and a % 8 = 0 then 2 else 0 end as passed) as chain
cross join lateral (select k = 0 or passed > 0 or a % 3 = 0 as money) as given`;

// On every fourth action the second contribution passes on money of the first one, on every eighth the third
// that of the second.
const fundings = (s: Scale): string => `
insert into funding (id, contribution_id, source_id, amount, status)
select pg_temp.id_of('funding', c), pg_temp.id_of('contribution', c), pg_temp.id_of('contribution', c - 1),
  least(given.amount, source.amount), 'CONFIRMED'
from generate_series(1, ${s.actions * parts.contributionsPerAction}) c
cross join lateral (select (c - 1) / ${parts.contributionsPerAction} + 1 as a, (c - 1) % ${parts.contributionsPerAction} as k) as place
join contribution given on given.id = pg_temp.id_of('contribution', c)
join contribution source on source.id = pg_temp.id_of('contribution', c - 1)
where k = 1 and a % 4 = 0 or k = 2 and a % 8 = 0`;

// Half of the delivered money is paid.
const payments = `
insert into payment (id, contribution_id, amount, paid_on)
select pg_temp.id_of('payment', row_number() over (order by id)), id, amount / 2, '2025-03-01'
from contribution where status = 'DELIVERED' and amount > 1`;

/** The statements that make plans with what belongs to them, but for their reports. */
export const planSteps = (s: Scale): readonly DataStep[] => [
  { title: "action plans", sql: plans(s) },
  { title: "participants", sql: participants(s) },
  { title: "actions", sql: actions(s) },
  { title: "milestones", sql: milestones(s) },
  { title: "contributions", sql: contributions(s) },
  { title: "fundings", sql: fundings(s) },
  { title: "payments", sql: payments },
];
