import { areaOf, type DataStep, inEnglish, note, regencyOf } from "./data-step.js";
import { parts, type Scale } from "./scale.js";

// Three universities assessed each area, and one each plan: twenty questions in five dimensions, two findings,
// and for a plan a finding about every other action, to half of which its lead replied.

const { actionsPerPlan, assessmentsPerArea } = parts;
const dimensions = ["HUMAN", "SOCIAL", "NATURAL", "PHYSICAL", "FINANCIAL"];
const questionsEach = 4;
const questions = dimensions.length * questionsEach;
const dimension = (place: string): string =>
  `(array[${dimensions.map((name) => `'${name}'`)}])[1 + ${place}]`;

const instrument = `
insert into instrument (id, key, edition, title_text, about, status, dimension_details, sections, published_at)
select pg_temp.id_of('instrument', 1), 'synthetic-instrument', 1, ${inEnglish("'Synthetic instrument'")}, '${note}', 'PUBLISHED',
  jsonb_agg(jsonb_build_object('key', ${dimension("n")}, 'title', ${inEnglish(dimension("n"))}) order by n), '[]', '2024-01-01'
from generate_series(0, ${dimensions.length - 1}) n`;

/** The universities, numbered, of which each assessment takes one after the other. */
const universities = `
create temporary table university on commit drop as
  select row_number() over (order by key) as n, id from organisation
  where key like 'synthetic-organisation-%' and sector = 'UNIVERSITY'`;

/** A score of the `place`-th question or dimension of the assessment `n`: near that of its subject. */
const score = (n: string, place: string): string =>
  `((pg_temp.draw(51, subject * 100 + ${place}, 4) + pg_temp.draw(52, ${n} * 100 + ${place}, 2)) * 25)`;

/** Assessments of areas, then of plans: `subject` is the number of either, `at` that of its university. */
const numbered = (s: Scale): string => `(
  select n, 'area-assessment' as kind, (n - 1) / ${assessmentsPerArea} + 1 as subject, (n - 1) / ${assessmentsPerArea} + 1 as area
  from generate_series(1, ${s.areas * assessmentsPerArea}) n
  union all select n, 'plan-assessment', n, ${areaOf("n")} from generate_series(1, ${s.plans}) n) as numbered`;

const assessments = (s: Scale): string => `
insert into assessment (id, instrument_id, area_id, plan_id, programme_id, university_id, round, status, assigned, interests, completeness, scores, answered_at, submissions, submitted_at, published_at, created_at)
select pg_temp.id_of(kind, numbered.n), pg_temp.id_of('instrument', 1),
  case kind when 'area-assessment' then pg_temp.id_of('area', subject) end,
  case kind when 'plan-assessment' then pg_temp.id_of('plan', subject) end,
  pg_temp.id_of('programme', case kind when 'area-assessment' then subject else subject - 1 end % ${s.programmes} + 1), university.id,
  case kind when 'area-assessment' then 'BASELINE'::assessment_round else 'MIDLINE' end, 'ACCEPTED', true,
  'Synthetic: no interests.', 100, (select jsonb_agg(jsonb_build_object('dimension', ${dimension("place")},
    'value', ${score("numbered.n", "place")}) order by place) from generate_series(0, ${dimensions.length - 1}) place),
  made, 1, made, made + interval '30 days', made
from ${numbered(s)} join university on university.n = (numbered.n - 1) % (select count(*) from university) + 1
cross join lateral (select timestamptz '2025-01-01Z' + numbered.n * interval '1 minute' as made) as time`;

const answers = (s: Scale): string => `
insert into answer (id, assessment_id, question, number, scale, score)
select pg_temp.id_of(kind || '-answer', n * 100 + place), pg_temp.id_of(kind, n),
  lower(${dimension(`place / ${questionsEach}`)}) || '-' || place % ${questionsEach} + 1, place + 1, points / 25 + 1, points
from ${numbered(s)} cross join generate_series(0, ${questions - 1}) place
cross join lateral (select least(100, ${score("n", "place")}) as points) as given`;

const findings = (s: Scale): string => `
insert into finding (id, assessment_id, text, recommendation, action_ids)
select pg_temp.id_of(kind || '-finding', n * 10 + place), pg_temp.id_of(kind, n),
  'Synthetic finding ' || place || ': the training reached half of the people of the village.', 'Synthetic recommendation ' || place,
  array[pg_temp.id_of('action', a), pg_temp.id_of('action', a + 7)]
from ${numbered(s)} cross join generate_series(1, 2) place
cross join lateral (select (case kind when 'plan-assessment' then subject - 1 else (area - 1) * 4 + n % 4 end)
  * ${actionsPerPlan} + place as a) as named`;

const actionFindings = (s: Scale): string => `
insert into action_finding (id, assessment_id, action_id, plan_id, university_id, completion, note)
select pg_temp.id_of('action-finding', a), assessment.id, pg_temp.id_of('action', a), pg_temp.id_of('plan', p), university_id,
  (enum_range(null::completion))[1 + pg_temp.draw(53, a, 5)], '${note}'
from generate_series(1, ${s.actions}, 2) a cross join lateral (select (a - 1) / ${actionsPerPlan} + 1 as p) as plan
join assessment on assessment.id = pg_temp.id_of('plan-assessment', p)`;

const replies = (s: Scale): string => `
insert into finding_reply (id, finding_id, action_id, organisation_id, text)
select pg_temp.id_of('reply', a), pg_temp.id_of('action-finding', a), pg_temp.id_of('action', a),
  pg_temp.id_of('organisation', ${s.programmes} + ${regencyOf(areaOf(`((a - 1) / ${actionsPerPlan} + 1)`))}), 'Synthetic reply on action ' || a
from generate_series(1, ${s.actions}, 4) a`;

const publication = "update assessment set status = 'PUBLISHED' where status = 'ACCEPTED'";

/** The statements that make assessments; after plans and actions. */
export const assessmentSteps = (s: Scale): readonly DataStep[] => [
  { title: "instruments", sql: instrument },
  { title: "universities", sql: universities },
  { title: "assessments", sql: assessments(s) },
  { title: "answers", sql: answers(s) },
  { title: "findings", sql: findings(s) },
  { title: "findings about actions", sql: actionFindings(s) },
  { title: "replies", sql: replies(s) },
  { title: "published assessments", sql: publication },
];
