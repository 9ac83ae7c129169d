import type { DataStep } from "./data-step.js";
import { figureSteps } from "./figures.js";
import { meetingSteps } from "./meetings.js";
import { actions as actionCount, coordinator, plans as planCount, scale } from "./scale.js";

const { organisations: organisationCount, programmes: programmeCount, progressUpdates } = scale;

/** The first organisations are ministries, one for each programme, then the regencies' governments. */
const firstOther = programmeCount + scale.regencies + 1;
const anyOrganisation = (seed: number, n: string): string =>
  `pg_temp.id_of('organisation', ${firstOther} + pg_temp.draw(${seed}, ${n}, ${organisationCount - firstOther + 1}))`;

const note = "Synthetic: made for measuring; no such thing exists.";

const regencies = `
create temporary table regency on commit drop as
  select row_number() over (order by code) as n, code, name from region where level = 'REGENCY'`;

const organisations = `
insert into organisation (id, key, name, sector, state_owned, region_id, contact, note, created_at)
select pg_temp.id_of('organisation', o), 'synthetic-organisation-' || o,
  case when o <= ${programmeCount} then 'Synthetic Ministry ' || o
    when o < ${firstOther} then 'Synthetic Government of ' || regency.name
    else 'Synthetic Organisation ' || o end,
  case when o <= ${programmeCount} then 'CENTRAL_GOVERNMENT'::sector
    when o < ${firstOther} then 'REGIONAL_GOVERNMENT'
    else (array['VILLAGE_GOVERNMENT', 'PRIVATE_SECTOR', 'UNIVERSITY', 'NGO', 'COMMUNITY_GROUP']::sector[])[1 + pg_temp.draw(1, o, 5)] end,
  false, regency.code, 'Synthetic Street ' || o, '${note}', '2023-01-01'
from generate_series(1, ${organisationCount}) o
left join regency on regency.n = case when o < ${firstOther} then o - ${programmeCount}
  else 1 + pg_temp.draw(2, o, ${scale.regencies}) end`;

const users = `
insert into user_account (id, email, name)
select pg_temp.id_of('user', n), case n when 0 then '${coordinator}' else 'contributor-' || n || '@synthetic.example' end,
  'Synthetic Person ' || n
from generate_series(0, 20) n`;

const memberships = `
insert into membership (id, organisation_id, user_id, role)
select pg_temp.id_of('membership', n), pg_temp.id_of('organisation', n),
  pg_temp.id_of('user', case when n <= ${programmeCount} then 0 else n - ${programmeCount} end),
  case when n <= ${programmeCount} then 'COORDINATOR'::role else 'CONTRIBUTOR' end
from generate_series(1, ${programmeCount} + 20) n`;

const programmes = `
insert into programme (id, key, name, owner_id, legal_basis, policy, starts_on, ends_on, strategies, report_every_months)
select pg_temp.id_of('programme', n), 'synthetic-programme-' || n,
  jsonb_build_object('indonesian', 'Program Sintetis ' || n, 'english', 'Synthetic Programme ' || n),
  pg_temp.id_of('organisation', n), 'Synthetic legal basis ' || n, '${note}', '2023-01-01', '2029-12-31',
  '{RAISE_INCOME,REDUCE_POVERTY_POCKETS}', 3
from generate_series(1, ${programmeCount}) n`;

/** A text in two languages, of which it has the English one. */
const inEnglish = (text: string): string => `jsonb_build_object('english', ${text})`;

const areas = `
insert into area (id, key, name_text, theme, year, characters, region_ids)
select pg_temp.id_of('area', n), 'synthetic-area-' || replace(code, '.', '-'), ${inEnglish("'Synthetic area in ' || name")},
  (array['coffee', 'fisheries', 'tourism', 'furniture', 'weaving'])[1 + pg_temp.draw(3, n, 5)],
  2021 + pg_temp.draw(4, n, 4),
  array[(array['RURAL', 'URBAN'])[1 + pg_temp.draw(5, n, 2)], 'LOCAL_POTENTIAL'],
  coalesce((select array_agg(d.code) from (select code from region
    where parent_id = regency.code order by code limit 3) d), array[regency.code])
from regency`;

// Every tenth plan is visible to its participants only, so that the row filters have rows to hide.
const plans = `
insert into action_plan (id, key, title_text, summary, programme_id, area_id, lead_id, lead_status, acceptance, status, starts_on, ends_on, visibility, sources)
select pg_temp.id_of('plan', p), 'synthetic-plan-' || p, ${inEnglish("'Synthetic plan ' || p || ' in ' || regency.name")}, '${note}',
  pg_temp.id_of('programme', programme), pg_temp.id_of('area', regency.n),
  pg_temp.id_of('organisation', ${programmeCount} + regency.n), 'ACCEPTED', 'ACCEPTED',
  (array['PROPOSED', 'ACTIVE', 'ACTIVE', 'ACTIVE', 'COMPLETED']::action_plan_status[])[1 + pg_temp.draw(6, p, 5)],
  '2023-01-01'::date + pg_temp.draw(7, p, 900), '2029-12-31',
  case when pg_temp.draw(8, p, 10) = 0 then 'PARTICIPANTS'::visibility else 'PUBLIC' end,
  '[{"key": null, "publisher": "Synthetic publisher", "date": "2023", "note": null, "address": null}]'
from regency cross join generate_series(1, ${programmeCount}) programme
cross join lateral (select (regency.n - 1) * ${programmeCount} + programme as p) as plan`;

// Every plan is funded by its ministry, with its government as the accountable participant; every other
// plan also has an implementing organisation.
const participants = `
insert into participant (id, plan_id, organisation_id, role, status)
select pg_temp.id_of('participant', p * 4 + role), pg_temp.id_of('plan', p),
  case role when 1 then pg_temp.id_of('organisation', (p - 1) % ${programmeCount} + 1)
    when 2 then pg_temp.id_of('organisation', ${programmeCount} + (p - 1) / ${programmeCount} + 1)
    else ${anyOrganisation(9, "p * 4 + role")} end,
  (enum_range(null::participant_role))[role], 'ACCEPTED'
from generate_series(1, ${planCount}) p cross join lateral generate_series(1, 3 + p % 2) role`;

const actions = `
insert into action (id, plan_id, programme_id, title_text, description, stage, strategy, lead_id, lead_status, starts_on, ends_on, status, progress)
select pg_temp.id_of('action', a), pg_temp.id_of('plan', p), pg_temp.id_of('programme', (p - 1) % ${programmeCount} + 1),
  ${inEnglish("'Synthetic action ' || a")}, '${note}', (enum_range(null::action_stage))[1 + pg_temp.draw(10, a, 11)],
  (enum_range(null::poverty_strategy))[1 + pg_temp.draw(11, a, 4)],
  case when a % 5 > 0 then ${anyOrganisation(12, "a")} end, case when a % 5 > 0 then 'ACCEPTED'::participant_status end,
  '2024-01-01'::date + pg_temp.draw(13, a, 180), '2025-01-01'::date + pg_temp.draw(14, a, 1400),
  (array['IN_PROGRESS', 'IN_PROGRESS', 'IN_PROGRESS', 'BLOCKED', 'COMPLETED']::action_status[])[1 + pg_temp.draw(15, a, 5)],
  pg_temp.progress_of(a, pg_temp.rounds_of(a, ${actionCount}, ${progressUpdates}) - 1)
from generate_series(1, ${actionCount}) a
cross join lateral (select (a - 1) / ${scale.actionsPerPlan} + 1 as p) as plan`;

const milestones = `
insert into milestone (id, action_id, plan_id, title, due_on, completed_on)
select pg_temp.id_of('milestone', m), pg_temp.id_of('action', a), pg_temp.id_of('plan', (a - 1) / ${scale.actionsPerPlan} + 1),
  'Synthetic milestone ' || m, due, case when pg_temp.draw(17, m, 2) = 0 then due - 10 end
from generate_series(1, ${actionCount * scale.milestonesPerAction}) m
cross join lateral (select (m - 1) / ${scale.milestonesPerAction} + 1 as a,
  '2025-01-01'::date + pg_temp.draw(16, m, 1000) as due) as step`;

// The contributions after the first of an action that pass on money of the one before are money too.
const contributions = `
insert into contribution (id, action_id, plan_id, organisation_id, kind, status, amount, quantity, unit, note, visibility, created_at)
select pg_temp.id_of('contribution', c), pg_temp.id_of('action', a), pg_temp.id_of('plan', (a - 1) / ${scale.actionsPerPlan} + 1),
  ${anyOrganisation(18, "c")}, case when money then 'FUNDS'::contribution_kind else 'EQUIPMENT' end,
  (enum_range(null::contribution_status))[1 + pg_temp.draw(19, c, 4)],
  case when money then (1 + pg_temp.draw(20, c, 900)) * 1000000 end,
  case when not money then 0.5 + pg_temp.draw(21, c, 200) end, case when not money then 'set' end, '${note}',
  case when pg_temp.draw(22, c, 20) = 0 then 'PARTICIPANTS'::visibility else 'PUBLIC' end,
  timestamptz '2024-03-01Z' + c * interval '1 minute'
from generate_series(1, ${actionCount * scale.contributionsPerAction}) c
cross join lateral (select (c - 1) / ${scale.contributionsPerAction} + 1 as a, (c - 1) % ${scale.contributionsPerAction} as k) as place
cross join lateral (select case when k = 1 and a % 4 = 0 then 1 when k = 2 and a % 8 = 0 then 2 else 0 end as passed) as chain
cross join lateral (select k = 0 or passed > 0 or a % 3 = 0 as money) as given`;

// On every fourth action the second contribution passes on money of the first one, on every eighth the third
// that of the second.
const fundings = `
insert into funding (id, contribution_id, source_id, amount, status)
select pg_temp.id_of('funding', c), pg_temp.id_of('contribution', c), pg_temp.id_of('contribution', c - 1),
  least(given.amount, source.amount), 'CONFIRMED'
from generate_series(1, ${actionCount * scale.contributionsPerAction}) c
cross join lateral (select (c - 1) / ${scale.contributionsPerAction} + 1 as a, (c - 1) % ${scale.contributionsPerAction} as k) as place
join contribution given on given.id = pg_temp.id_of('contribution', c)
join contribution source on source.id = pg_temp.id_of('contribution', c - 1)
where k = 1 and a % 4 = 0 or k = 2 and a % 8 = 0`;

// Half of the delivered money is paid.
const payments = `
insert into payment (id, contribution_id, amount, paid_on)
select pg_temp.id_of('payment', row_number() over (order by id)), id, amount / 2, '2025-03-01'
from contribution where status = 'DELIVERED' and amount > 1`;

/** Rows of one statement. It limits the memory of the checks that Postgres queues for them. */
const batch = 100_000;

// Reports are made in monthly rounds over all actions, so that the rows of one action are far apart in
// the table, as after two years of reporting.
const updates = (first: number): string => `
insert into progress_update (id, action_id, plan_id, organisation_id, user_id, progress, note, obstacle, evidence, reported_at, counts_from, visibility, created_at)
select pg_temp.id_of('progress', u), pg_temp.id_of('action', a), pg_temp.id_of('plan', p),
  pg_temp.id_of('organisation', ${programmeCount} + (p - 1) / ${programmeCount} + 1), pg_temp.id_of('user', u % 21),
  pg_temp.progress_of(a, round),
  'Synthetic report ' || round + 1 || ' on action ' || a || ': the training went on as planned, with ' || 5 + pg_temp.draw(23, u, 40) || ' people on average.',
  case when pg_temp.draw(24, u, 6) = 0 then 'Synthetic obstacle: tools came late.' end,
  case when pg_temp.draw(25, u, 10) = 0 then array['https://synthetic.example/evidence/' || u] else '{}' end,
  reported, reported, case when pg_temp.draw(26, u, 20) = 0 then 'PARTICIPANTS'::visibility else 'PUBLIC' end, reported
from generate_series(${first}, ${Math.min(first + batch, progressUpdates) - 1}) u
cross join lateral (select u % ${actionCount} + 1 as a, u / ${actionCount} as round) as place
cross join lateral (select (a - 1) / ${scale.actionsPerPlan} + 1 as p,
  timestamptz '2024-01-15Z' + round * interval '30 days' + (u % ${actionCount}) * interval '1 minute' as reported) as report`;

const starts = Array.from({ length: Math.ceil(progressUpdates / batch) }, (_, at) => at * batch);

/** The statements that make all rows, in the order of their foreign keys. */
export const dataSteps: readonly DataStep[] = [
  { title: "regencies", sql: regencies },
  { title: "organisations", sql: organisations },
  { title: "users", sql: users },
  { title: "memberships", sql: memberships },
  { title: "programmes", sql: programmes },
  { title: "areas", sql: areas },
  { title: "action plans", sql: plans },
  { title: "participants", sql: participants },
  { title: "actions", sql: actions },
  { title: "milestones", sql: milestones },
  { title: "contributions", sql: contributions },
  { title: "fundings", sql: fundings },
  { title: "payments", sql: payments },
  ...figureSteps,
  ...meetingSteps,
  ...starts.map((first) => ({ title: "progress updates", sql: updates(first) })),
];
