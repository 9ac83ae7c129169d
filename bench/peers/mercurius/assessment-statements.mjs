import {
  alphaOf,
  assessed,
  baseline,
  counts,
  dimensions,
  divergence,
  finding,
  indicatorIds,
  isCorrected,
  isSeen,
  people,
  products,
  publishers,
  reply,
  report,
  reported,
  scores,
  value,
} from "../../../dist/bench/hand-written-assessments.js";
import { shown } from "../../../dist/bench/sql-parts.js";

// The statements of assessments, indicators and groups, as those of the other tables (statements.mjs).

/** The agreement of the assessment `s` with those of other universities. */
export const agreement = `(select json_build_object('alpha', ${alphaOf("agreed.ids")}, 'assessments', agreed.assessments)
  from (select array_agg(c.id) as ids, json_agg(json_build_object('university', json_build_object('name', u.name))
      order by c.created_at, c.id) as assessments
    from (select distinct on (x.university_id) x.university_id, x.id, x.created_at from assessment x
      where x.instrument_id = s.instrument_id and x.round = s.round and (x.area_id = s.area_id or x.plan_id = s.plan_id)
        and x.status = 'PUBLISHED' and not ${isCorrected("x")}
      order by x.university_id, x.created_at desc, x.id) c join organisation u on u.id = c.university_id) as agreed
  where cardinality(agreed.ids) > 1 and s.id = any(agreed.ids))`;

/** The value of the measurement `m`, whose indicator decides whether it is suppressed. */
export const measuredValue = `(select ${value} from indicator i where i.id = m.indicator_id)`;

/** Both voices on the action `ac`. */
export const voices = `(select json_build_object('reported', ${reported}, 'assessed', ${assessed},
    'divergence', ${divergence}, 'reply', ${reply})
  from action_plan p cross join ${report} left join ${finding} where p.id = ac.plan_id)`;

export const area = {
  name: "area",
  text: `select id, key, ${shown("name_text")} as name from area where key = $1`,
};

/** $1 areas, $2 rows of each. */
export const assessmentsOfAreas = {
  name: "assessments-of-areas",
  text: `select asked.at::int, found.* from unnest($1::uuid[], $2::int[]) with ordinality as asked(id, rows, at)
    cross join lateral (select s.id, s.round, s.status, s.interests, s.university_id as "universityId",
        s.instrument_id as "instrumentId", s.created_at, ${scores} as scores, ${agreement} as agreement
      from assessment s where s.status = 'PUBLISHED' and (s.area_id = asked.id or s.plan_id = any(array(
        select p.id from action_plan p where p.area_id = asked.id and p.visibility = 'PUBLIC')))
      order by s.created_at, s.id limit asked.rows) found
    order by asked.at, found.created_at, found.id`,
};

export const instruments = {
  name: "instruments",
  text: `select i.id, i.key, ${shown("i.title_text")} as title, i.version, ${dimensions} as dimensions
    from instrument i where i.id = any($1::uuid[])`,
};

export const findings = {
  name: "findings",
  text: `select assessment_id as owner, text, recommendation, action_ids as "actionIds" from finding
    where assessment_id = any($1::uuid[]) order by created_at, id`,
};

export const actionsOfIds = {
  name: "actions-of-ids",
  text: `select ac.id, ${shown("ac.title_text")} as title from action ac where ac.id = any($1::uuid[])
    and exists (select from action_plan p where p.id = ac.plan_id and p.visibility = 'PUBLIC')`,
};

/** $1 areas, $2 rows of each. */
export const indicatorsOfAreas = {
  name: "indicators-of-areas",
  text: `select asked.at::int, found.* from unnest($1::uuid[], $2::int[]) with ordinality as asked(id, rows, at)
    join area b on b.id = asked.id
    cross join lateral (select i.id, i.key, ${shown("i.title_text")} as title, i.unit, i.direction, ${baseline} as baseline
      from indicator i where i.acceptance = 'ACCEPTED' and i.id = any((select ${indicatorIds})::uuid[])
      order by i.key, i.id limit asked.rows) found
    order by asked.at, found.key, found.id`,
};

export const targets = {
  name: "targets",
  text: `select indicator_id as owner, period, value from target where indicator_id = any($1::uuid[])
    order by ends_on, starts_on, id`,
};

/** $1 indicators, $2 rows of each. */
export const measurements = {
  name: "measurements",
  text: `select asked.at::int, m.period, ${measuredValue} as value, ${counts} as disaggregation, ${publishers} as sources
    from unnest($1::uuid[], $2::int[]) with ordinality as asked(id, rows, at)
    cross join lateral (select * from measurement m where m.indicator_id = asked.id and ${isSeen("m")}
      order by m.ends_on, m.starts_on, m.id limit asked.rows) m
    order by asked.at, m.ends_on, m.starts_on, m.id`,
};

/** $1 areas, $2 rows of each. */
export const groupsOfAreas = {
  name: "groups-of-areas",
  text: `select asked.at::int, g.id, g.name, g.journey, ${people("g.members")} as members, ${products} as products
    from unnest($1::uuid[], $2::int[]) with ordinality as asked(id, rows, at)
    cross join lateral (select * from enterprise_group where area_id = asked.id and visibility = 'PUBLIC'
      order by name, id limit asked.rows) g
    order by asked.at, g.name, g.id`,
};

export const groupCounts = {
  name: "group-counts",
  text: `select area_id as owner, count(*)::int as total from enterprise_group
    where area_id = any($1::uuid[]) and visibility = 'PUBLIC' group by area_id`,
};

/** $1 groups, $2 rows of each. */
export const resultsOfGroups = {
  name: "results-of-groups",
  text: `select asked.at::int, m.period, m.revenue::text, ${people("m.jobs")} as jobs
    from unnest($1::uuid[], $2::int[]) with ordinality as asked(id, rows, at)
    cross join lateral (select * from group_measurement where group_id = asked.id
      order by ends_on, starts_on, id limit asked.rows) m
    order by asked.at, m.ends_on, m.starts_on, m.id`,
};

/** $1 actions. */
export const voicesOfActions = {
  name: "voices-of-actions",
  text: `select ac.id, ${voices} as voices from action ac where ac.id = any($1::uuid[])`,
};
