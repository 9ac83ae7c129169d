import { today, touches } from "./sql-parts.js";

// The shapes of groups as hand-written SQL, as those of rows (hand-written-sql.ts).

/** The condition that a visitor may see the action `ac` of the plan `p`. */
const isPublic = "p.visibility = 'PUBLIC'";

const answer = (groups: string): string =>
  `json_build_object('data', json_build_object('actions', json_build_object('groups', json_build_object(${groups}))))::text`;

/** The actions of the programme `$1` in the stage `$2`, by status. */
const actionStatuses = `
with grouped as (
  select ac.status, count(*) as count from action ac join action_plan p on p.id = ac.plan_id
  where ac.programme_id = $1 and ac.stage = $2::action_stage and ${isPublic} group by ac.status
)
select ${answer(`'nodes', coalesce(json_agg(json_build_object('key', json_build_object('status', status),
  'measures', json_build_object('count', count)) order by status), '[]')`)} from grouped`;

/** The province in which all regions of the area `a` lie. */
const province = `case when length(a.region_ids[1]) >= 2
  and left(a.region_ids[1], 2) collate "C" <= all(a.region_ids)
  and left(a.region_ids[1], 2) collate "C" || '/' > all(a.region_ids)
  then left(a.region_ids[1], 2) end`;

const quarterMeasures = (count: string, progress: string): string =>
  `json_build_object('count', ${count}, 'average', json_build_object('progress', (${progress} / nullif(${count}, 0))::float8))`;

/**
 * The actions of the programme `$1` by province and quarter, with totals. The province is found once for each
 * plan, and the totals are made of the groups.
 */
const actionQuarters = `
with plans as materialized (
  select p.id, ${province} as province from action_plan p left join area a on a.id = p.area_id
  where p.programme_id = $1 and ${isPublic}
), grouped as materialized (
  select province, date_trunc('quarter', ac.starts_on)::date as quarter, count(*) as count,
    sum(ac.progress)::numeric as progress
  from action ac join plans on plans.id = ac.plan_id where ac.programme_id = $1 group by 1, 2
)
select ${answer(`'nodes', coalesce(json_agg(json_build_object(
    'key', json_build_object('province', case when province is not null then json_build_object('code', province) end,
      'startsOnQuarter', to_char(quarter, 'YYYY-"Q"Q')),
    'measures', ${quarterMeasures("count", "progress")}) order by province, quarter), '[]'),
  'total', ${quarterMeasures("coalesce(sum(count), 0)", "sum(progress)")}`)} from grouped`;

/** The actions of the province `$1` by the sector of their lead, with the overdue ones. */
const overdueSectors = `
with plans as materialized (
  select p.id, p.status = 'CANCELLED' as cancelled from action_plan p join area a on a.id = p.area_id
  where ${isPublic} and ${touches}
), grouped as (
  select o.sector, count(*) as count, avg(ac.progress)::float8 as progress,
    count(*) filter (where ac.ends_on < ${today}
      and ac.status not in ('COMPLETED', 'CANCELLED') and not plans.cancelled) as overdue
  from action ac join plans on plans.id = ac.plan_id left join organisation o on o.id = ac.lead_id
  group by o.sector
)
select ${answer(`'nodes', coalesce(json_agg(json_build_object('key', json_build_object('leadSector', sector),
  'measures', json_build_object('count', count, 'overdue', overdue,
    'average', json_build_object('progress', progress))) order by sector), '[]')`)} from grouped`;

/** The statements by shape. */
export const groupStatements = { actionStatuses, actionQuarters, overdueSectors };
