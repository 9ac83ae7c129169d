import type { DataStep } from "./data-step.js";
import type { Scale } from "./scale.js";

/** The actions on which their leads report, with their numbers and what a report repeats of them. */
const reported = (s: Scale): string => `
create temporary table reported on commit drop as
  select a, action.id as action_id, plan_id, coalesce(action.lead_id, action_plan.lead_id) as organisation_id
  from generate_series(1, ${s.actions}) a join action on action.id = pg_temp.id_of('action', a)
  join action_plan on action_plan.id = plan_id order by a`;

// Reports are made in monthly rounds over all actions, so that the rows of one action are far apart in
// the table, as after two years of reporting. The ids are made once for each action: they cost the most.
const round = (s: Scale, round: number): string => `
insert into progress_update (id, action_id, plan_id, organisation_id, user_id, progress, note, obstacle, evidence, reported_at, counts_from, visibility, created_at)
select pg_temp.id_of('progress', u), action_id, plan_id, organisation_id, users[1 + u % 21], pg_temp.progress_of(a, ${round}),
  'Synthetic report ${round + 1} on action ' || a || ': the training went on as planned, with ' || 5 + pg_temp.draw(23, u, 40) || ' people on average.',
  case when pg_temp.draw(24, u, 6) = 0 then 'Synthetic obstacle: tools came late.' end,
  case when pg_temp.draw(25, u, 10) = 0 then array['https://synthetic.example/evidence/' || u] else '{}' end,
  instant, instant, case when pg_temp.draw(26, u, 20) = 0 then 'PARTICIPANTS'::visibility else 'PUBLIC' end, instant
from reported cross join (select array_agg(pg_temp.id_of('user', n) order by n) as users from generate_series(0, 20) n) as writers
cross join lateral (select ${round * s.actions}::bigint + a - 1 as u,
  timestamptz '2024-01-15Z' + ${round} * interval '30 days' + (a - 1) * interval '1 minute' as instant) as report
where a <= ${s.progressUpdates - round * s.actions}`;

/** The statements that make the reports on actions. */
export const reportSteps = (s: Scale): readonly DataStep[] => [
  { title: "reported actions", sql: reported(s) },
  ...Array.from({ length: Math.ceil(s.progressUpdates / s.actions) }, (_, at) => ({
    title: "progress updates",
    sql: round(s, at),
  })),
];
