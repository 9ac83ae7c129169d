import type { AccessScope } from "../../../access/index.js";
import {
  exists,
  from,
  type RowRef,
  type Sql,
  shownThroughout,
  sql,
} from "../../../reading/index.js";
import { Answer } from "../answers/answer.js";
import { Assessment } from "../assessment.js";
import { visibleAssessment } from "../assessment-visibility.js";

/**
 * The condition that a published correction replaces an assessment. `offset 0` makes Postgres look it up row
 * by row. With a join it would compare all assessments with all, because it misjudges their number.
 */
export function correctedSql(assessment: RowRef): Sql {
  return exists(
    Assessment,
    assessment,
    (correction) => sql`${correction.column("corrects_id")} = ${assessment.column("id")}
      and ${correction.column("status")} = 'PUBLISHED'::assessment_status offset 0`,
  );
}

/**
 * Krippendorff's alpha over the scores of one `unit` (question) by several universities, from a
 * relation `scored(unit, score)`, with the interval metric: 1 - observed / expected disagreement
 * (K. Krippendorff, "Computing Krippendorff's Alpha-Reliability", University of Pennsylvania, 2011).
 * The sum of squared differences of all pairs among m values is m * sum(x²) - sum(x)², so no pairs are
 * built. A unit with a single value says nothing about agreement and does not count.
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
 * The agreement among universities, for the assessment of `row`; null if that is not among the compared
 * ones. Compared are the assessments that the viewer may see, with the same instrument, subject and round,
 * submitted and not corrected: the latest of each university.
 */
export function agreementSql(row: RowRef, scope: AccessScope): Sql {
  const peer = from(Assessment, row);
  const answer = from(Answer, row);
  const at = (name: string) => peer.column(name);
  const peers = sql`
    select distinct on (${at("university_id")}) ${at("id")} as id, ${at("created_at")} as created_at
    from ${peer.source}
    where ${at("instrument_id")} = ${row.column("instrument_id")} and ${at("round")} = ${row.column("round")}
      and (${at("area_id")} = ${row.column("area_id")} or ${at("plan_id")} = ${row.column("plan_id")})
      and ${at("status")} in ('SUBMITTED', 'IN_REVIEW', 'ACCEPTED', 'PUBLISHED')
      and not ${correctedSql(peer)} and ${visibleAssessment(scope, peer)}
    order by ${at("university_id")}, ${at("created_at")} desc, ${at("id")}`;
  return sql`(
    with peer as (${peers}),
    scored as (select ${answer.column("question")} as unit, ${answer.column("score")} as score
      from ${answer.source} where ${answer.column("assessment_id")} = any(array(select id from peer))
        and ${answer.column("score")} is not null and ${shownThroughout(scope, answer)}),
    measured as (${alphaSql})
    select jsonb_build_object('alpha', measured.alpha, 'units', measured.units,
      'assessments', (select jsonb_agg(id order by created_at, id) from peer))
    from measured
    where (select count(*) from peer) > 1 and ${row.column("id")} in (select id from peer))`;
}
