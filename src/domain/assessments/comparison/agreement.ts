import type { AccessScope } from "../../../access/index.js";
import { type Sql, sql } from "../../../reading/index.js";
import { visibleAssessment } from "../assessment-visibility.js";

/**
 * That a published correction took the place of a row of `assessment`. It is looked up row by row (offset
 * 0): as a join, Postgres would compare all assessments with all, as it misjudges how many are asked for.
 */
export const correctedSql = (row: string): Sql =>
  sql`exists (select 1 from assessment cr where cr.corrects_id = ${sql.ref(`${row}.id`)}
    and cr.status = 'PUBLISHED'::assessment_status offset 0)`;

/**
 * Krippendorff's alpha over the scores of one `unit` (question) by several universities, from a
 * relation `scored(unit, score)`, with the interval metric: 1 - observed / expected disagreement
 * (K. Krippendorff, "Computing Krippendorff's Alpha-Reliability", University of Pennsylvania, 2011).
 * The sum of squared differences of all pairs among m values is m * sum(x²) - sum(x)², so that no pair
 * needs to be made. A unit with a single value tells nothing of agreement and does not count.
 */
const alphaSql: Sql = sql`
  select case when expected > 1e-9 then round((1 - observed / expected)::numeric, 6)::float8 end as alpha, units
  from (
    select coalesce(sum(spread / (m - 1)), 0) / nullif(sum(m), 0) as observed,
      (sum(m) * sum(squares) - sum(total) ^ 2) / nullif(sum(m) * (sum(m) - 1), 0) as expected,
      count(*)::int as units
    from (
      select count(*)::float8 as m, sum(score) as total, sum(score ^ 2) as squares,
        count(*) * sum(score ^ 2) - sum(score) ^ 2 as spread
      from scored group by unit having count(*) > 1
    ) as unit
  ) as disagreement`;

/**
 * How far universities agree, for the assessment of `row` if it is one of those compared: of the same
 * instrument, subject and round, handed in and not corrected since, the latest of each university, of
 * those that the viewer may see.
 */
export function agreementSql(row: string, scope: AccessScope): Sql {
  const own = (name: string): Sql => sql.ref(`${row}.${name}`);
  const peers = sql`
    select distinct on (ag.university_id) ag.id, ag.university_id, ag.created_at from assessment ag
    where ag.instrument_id = ${own("instrument_id")} and ag.round = ${own("round")}
      and (ag.area_id = ${own("area_id")} or ag.plan_id = ${own("plan_id")})
      and ag.status in ('SUBMITTED', 'IN_REVIEW', 'ACCEPTED', 'PUBLISHED')
      and not ${correctedSql("ag")} and ${visibleAssessment(scope, "ag")}
    order by ag.university_id, ag.created_at desc, ag.id`;
  return sql`(
    with peer as (${peers}),
    scored as (select an.question as unit, an.score from answer an
      where an.assessment_id = any(array(select id from peer)) and an.score is not null),
    measured as (${alphaSql})
    select jsonb_build_object('alpha', measured.alpha, 'units', measured.units,
      'assessments', (select jsonb_agg(id order by created_at, id) from peer))
    from measured where (select count(*) from peer) > 1 and ${own("id")} in (select id from peer))`;
}
