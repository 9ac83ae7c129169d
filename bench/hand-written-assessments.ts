import { dataOf, instant, list, shown } from "./sql-parts.js";

// The acceptance queries of assessments as hand-written SQL, as the other shapes (hand-written-sql.ts).

export const isCorrected = (assessment: string): string =>
  `exists (select from assessment k where k.corrects_id = ${assessment}.id and k.status = 'PUBLISHED')`;

/** The published assessments of the area, and those compared with them: the latest of each university. */
const assessments = `
the_area as materialized (select * from area where key = $1),
shown as materialized (
  select s.*, coalesce(s.area_id, s.plan_id) as subject from assessment s
  where s.status = 'PUBLISHED' and (s.area_id = (select id from the_area) or s.plan_id = any(array(
    select p.id from action_plan p where p.area_id = (select id from the_area) and p.visibility = 'PUBLIC')))
  order by s.created_at, s.id limit 20
), compared as materialized (
  select distinct on (g.instrument_id, g.subject, g.round, x.university_id)
    g.instrument_id, g.subject, g.round, x.university_id, x.id, x.created_at
  from (select distinct instrument_id, subject, area_id, plan_id, round from shown) g
  join assessment x on x.instrument_id = g.instrument_id and x.round = g.round
    and (x.area_id = g.area_id or x.plan_id = g.plan_id) and x.status = 'PUBLISHED' and not ${isCorrected("x")}
  order by g.instrument_id, g.subject, g.round, x.university_id, x.created_at desc, x.id
), agreed as materialized (
  select instrument_id, subject, round, array_agg(c.id) as ids,
    ${list("json_build_object('university', json_build_object('name', u.name))", "c.created_at, c.id")} as assessments
  from compared c join organisation u on u.id = c.university_id group by 1, 2, 3 having count(*) > 1
)`;

/** Krippendorff's alpha over the questions that at least two of the assessments with these ids scored. */
export const alphaOf = (
  ids: string,
): string => `(select case when expected > 1e-9 then round((1 - observed / expected)::numeric, 6)::float8 end
  from (select coalesce(sum((m * squares - total ^ 2) / (m - 1)), 0) / nullif(sum(m), 0) as observed,
      (sum(m) * sum(squares) - sum(total) ^ 2) / nullif(sum(m) * (sum(m) - 1), 0) as expected
    from (select count(*)::float8 as m, sum(score) as total, sum(score ^ 2) as squares from answer
      where assessment_id = any(${ids}) and score is not null group by question having count(*) > 1) as unit) as disagreement)`;

const findings = `(select ${list(
  `json_build_object('text', f.text, 'recommendation', f.recommendation, 'actions', (
    select ${list(`json_build_object('id', ac.id, 'title', ${shown("ac.title_text")})`, "at")}
    from unnest(f.action_ids) with ordinality as one(id, at) join action ac on ac.id = one.id
    join action_plan p on p.id = ac.plan_id and p.visibility = 'PUBLIC'))`,
  "f.created_at, f.id",
)} from finding f where f.assessment_id = s.id)`;

export const dimensions = `coalesce(jsonb_path_query_array(i.dimension_details, '$[*].key'), '[]')`;

export const scores = `(select ${list("json_build_object('dimension', score->'dimension', 'value', score->'value')", "at")}
      from jsonb_array_elements(s.scores) with ordinality as one(score, at))`;

export const products = `(select ${list("json_build_object('name', product->'name')", "at")}
        from jsonb_array_elements(g.products) with ordinality as one(product, at))`;

const assessmentNodes = `(select ${list(
  `json_build_object('id', s.id, 'round', s.round, 'status', s.status, 'university', json_build_object('name', u.name),
    'instrument', json_build_object('key', i.key, 'title', ${shown("i.title_text")}, 'version', i.version,
      'dimensions', ${dimensions}),
    'scores', ${scores},
    'findings', ${findings}, 'interests', s.interests,
    'agreement', case when s.id = any(agreed.ids) then json_build_object('alpha', agreed.alpha, 'assessments', agreed.assessments) end)`,
  "s.created_at, s.id",
)} from shown s join organisation u on u.id = s.university_id join instrument i on i.id = s.instrument_id
  left join (select agreed.*, ${alphaOf("agreed.ids")} as alpha from agreed) as agreed using (instrument_id, subject, round))`;

/** The indicators of the rows of a table in the regions of the area `b`: one range of the index a region. */
const inRegions = (table: string, condition = "true"): string =>
  `select found.indicator_id from unnest(b.region_ids) as part(code) cross join lateral (
    select m.indicator_id from ${table} m where m.region_id >= part.code collate "C"
      and m.region_id < (part.code || '/') collate "C" and ${condition} offset 0) as found`;

/** The condition that a visitor sees a measurement. */
export const isSeen = (m: string): string =>
  `${m}.status = 'ACCEPTED' and (${m}.plan_id is null or exists (
    select from action_plan p where p.id = ${m}.plan_id and p.visibility = 'PUBLIC'))`;

/** The ids of the indicators with figures or targets of the area `b`, or of a region in it. */
export const indicatorIds = `array(
  select m.indicator_id from measurement m where m.area_id = b.id and ${isSeen("m")}
  union select t.indicator_id from target t where t.area_id = b.id
  union ${inRegions("measurement", isSeen("m"))}
  union ${inRegions("target")})`;

/** A figure, unless it is a number of people from 1 to 4 below the regency. */
export const value = `case when not (m.value > 0 and m.value < 5 and i.unit = 'PEOPLE' and (coalesce(length(m.region_id), 0) > 5 or exists (
  select from area b cross join unnest(b.region_ids) as part(code) where b.id = m.area_id and length(part.code) > 5))) then m.value end`;

/** The counts of a measurement, without those from 1 to 4, and where there is one such, without the next smallest. */
export const counts = `(select ${list(
  `json_build_object('by', cell->'by', 'value', cell->'value', 'count', case when not hidden then cell->'count' end, 'suppressed', hidden)`,
  "at",
)} from (select cell, at, small or (place = 2 and count(*) filter (where small) over (partition by by) = 1) as hidden
  from (select *, row_number() over (partition by by order by small desc, number, at) as place
    from (select cell, at, cell->>'by' as by, (cell->>'count')::int as number, (cell->>'count')::int between 1 and 4 as small
      from jsonb_array_elements(m.disaggregation) with ordinality as one(cell, at)) as counted) as placed) as hideable)`;

/** The baseline of the indicator `i`. */
export const baseline = `(select json_build_object('period', m.period, 'value', ${value}) from measurement m
      where m.indicator_id = i.id and ${isSeen("m")}
      order by m.is_baseline desc, (m.area_id is not null), length(coalesce(m.region_id, '')), m.ends_on, m.starts_on,
        (m.organisation_id is not distinct from i.owner_id) desc,
        m.accepted_at desc, m.created_at desc, m.id desc limit 1)`;

export const publishers = `(select ${list("json_build_object('publisher', source->'publisher')", "at")}
  from jsonb_array_elements(m.sources) with ordinality as one(source, at))`;

const indicators = `(select json_build_object('nodes', ${list(
  `json_build_object('key', i.key, 'title', ${shown("i.title_text")}, 'unit', i.unit, 'direction', i.direction,
    'baseline', ${baseline},
    'targets', (select ${list("json_build_object('period', t.period, 'value', t.value)", "t.ends_on, t.starts_on, t.id")}
      from target t where t.indicator_id = i.id),
    'measurements', json_build_object('nodes', (select ${list(
      `json_build_object('period', m.period, 'value', ${value}, 'disaggregation', ${counts}, 'sources', ${publishers})`,
      "m.ends_on, m.starts_on, m.id",
    )} from (select * from measurement m where m.indicator_id = i.id and ${isSeen("m")}
      order by ends_on, starts_on, id limit 12) m)))`,
  "i.key, i.id",
)}) from (select * from indicator where id = any((select ${indicatorIds} from the_area b)::uuid[]) and acceptance = 'ACCEPTED' order by key, id limit 20) i)`;

export const people = (count: string): string =>
  `case when not ${count} between 1 and 4 then ${count} end`;

const groups = `(select json_build_object('totalCount', (select count(*) from enterprise_group
    where area_id = (select id from the_area) and visibility = 'PUBLIC'),
  'nodes', ${list(
    `json_build_object('name', g.name, 'journey', g.journey, 'members', ${people("g.members")},
      'products', ${products},
      'measurements', json_build_object('nodes', (select ${list(
        `json_build_object('period', period, 'revenue', revenue::text, 'jobs', ${people("jobs")})`,
        "ends_on, starts_on, id",
      )} from (select * from group_measurement where group_id = g.id order by ends_on, starts_on, id limit 4) m)))`,
    "g.name, g.id",
  )}) from (select * from enterprise_group where area_id = (select id from the_area) and visibility = 'PUBLIC'
    order by name, id limit 20) g)`;

/** The area with the key `$1`. */
const areaAssessments = `
with ${assessments}
select ${dataOf(`'area', (select json_build_object('name', ${shown("the_area.name_text")},
  'assessments', json_build_object('nodes', ${assessmentNodes}), 'indicators', ${indicators}, 'enterpriseGroups', ${groups})
  from the_area)`)}`;

/** The step of a completion, from 1 to 4. */
const step = (completion: string): string =>
  `array_position(array['NOT_STARTED', 'LIMITED', 'SUBSTANTIAL', 'COMPLETE'], ${completion})`;

/** The report of the action's lead, or of its plan's where it has none, with the completion that follows. */
export const report = `lateral (select counting.*, case
    when ac.status = 'COMPLETED' or counting.progress = 100 then 'COMPLETE' when counting.progress >= 50 then 'SUBSTANTIAL'
    when counting.progress > 0 then 'LIMITED' when counting.progress = 0 then 'NOT_STARTED' end as completion
  from (select 1) as one left join lateral (select u.progress, u.reported_at from progress_update u
    where u.action_id = ac.id and u.visibility = 'PUBLIC' and u.organisation_id = coalesce(
      case when ac.lead_status = 'ACCEPTED' then ac.lead_id end, case when p.lead_status = 'ACCEPTED' then p.lead_id end)
    order by u.counts_from desc, u.reported_at desc, u.id desc limit 1) as counting on true) as report`;

/** The finding of the assessment that was published last. */
export const finding = `lateral (select f.university_id, f.completion::text as completion, s.published_at, u.name from action_finding f
  join assessment s on s.id = f.assessment_id join organisation u on u.id = f.university_id
  where f.action_id = ac.id and s.status = 'PUBLISHED' and not ${isCorrected("s")}
  order by s.published_at desc, f.id desc limit 1) as found on true`;

export const reply = `(select r.text from finding_reply r join action_finding f on f.id = r.finding_id
  where r.action_id = ac.id and f.university_id = found.university_id order by r.created_at desc, r.id desc limit 1)`;

export const reported = `case when report.completion is not null then json_build_object('completion', report.completion,
  'progress', report.progress, 'at', ${instant("report.reported_at")}) end`;

export const assessed = `case when found.name is not null then json_build_object('completion', found.completion,
  'at', ${instant("found.published_at")}, 'university', json_build_object('name', found.name)) end`;

export const divergence = `${step("report.completion")} - ${step("found.completion")}`;

/** The plan with the id `$1`. */
const twoVoices = `
select ${dataOf(`'actionPlan', (select json_build_object('actions', json_build_object('nodes', (select ${list(
  `json_build_object('title', ${shown("ac.title_text")},
    'reported', ${reported}, 'assessed', ${assessed}, 'divergence', ${divergence}, 'reply', ${reply})`,
  "ac.stage, ac.id",
)} from (select * from action where plan_id = p.id order by stage, id limit 50) ac cross join ${report} left join ${finding})))
  from action_plan p where p.id = $1 and p.visibility = 'PUBLIC')`)}`;

/** The statements by shape. */
export const assessmentStatements = { areaAssessments, twoVoices };
