import { Field, Float, Int, ObjectType } from "type-graphql";
import type { AccessScope } from "../../../access/index.js";
import { Derived, from, LoadedList, type RowRef, type Sql, sql } from "../../../reading/index.js";
import { ActionPlan } from "../../plans/index.js";
import { Area } from "../../programmes/index.js";
import { Assessment } from "../assessment.js";
import { publishedTo } from "../assessment-visibility.js";
import { Instrument } from "../instruments/instrument.js";
import { correctedSql } from "./agreement.js";

/** The scores of one dimension in the rounds. */
@ObjectType({
  description:
    "The scores of one dimension of a questionnaire in the rounds, side by side. Perbandingan antarputaran.",
})
export class RoundComparison {
  @Field(() => String, { description: "The questionnaire's key." })
  questionnaire!: string;
  @LoadedList(() => Instrument, {
    description:
      "The editions that were answered. If there are several, their questions may differ.",
  })
  instruments!: string[];
  @Field(() => String, { description: "The dimension's key, as `HUMAN`." })
  dimension!: string;
  @Field(() => Float, { nullable: true, description: "The score before the actions, 0 to 100." })
  baseline!: number | null;
  @Field(() => Float, { nullable: true, description: "The score half-way, 0 to 100." })
  midline!: number | null;
  @Field(() => Float, { nullable: true, description: "The score after the actions, 0 to 100." })
  endline!: number | null;
  @Field(() => Float, {
    nullable: true,
    description: "The score of the latest round minus that of the baseline; null until both exist.",
  })
  change!: number | null;
  @Field(() => Int, { description: "The number of universities with an assessment in it." })
  universities!: number;
}

/** The mean of a dimension's scores in one round; each university counts once. */
const inRound = (round: string): Sql => {
  const within = sql`filter (where s.round = ${sql.lit(round)})`;
  return sql`round((sum(s.value * s.share) ${within} / sum(s.share) ${within})::numeric, 2)::float8`;
};

/** The scores of a subject's published assessments without a published correction, with their rounds. */
function scoresOf(subject: "area_id" | "plan_id", row: RowRef, scope: AccessScope): Sql {
  const assessment = from(Assessment, row);
  const instrument = from(Instrument, row);
  const score = row.statement.madeRow();
  const at = (name: string) => assessment.column(name);
  const entry = score.column("entry");
  const key = instrument.column("key");
  return sql`
    select ${key} as key, ${at("instrument_id")} as instrument_id, ${at("university_id")} as university_id,
      ${at("round")}::text as round, ${entry}->>'dimension' as dimension,
      (${entry}->>'value')::float8 as value, ${score.column("place")} as place,
      -- A university may have answered several editions in one round. Together they count once.
      1.0 / count(*) over (
        partition by ${key}, ${at("university_id")}, ${at("round")}, ${entry}->>'dimension') as share
    from ${assessment.source} join ${instrument.source}
      on ${instrument.column("id")} = ${at("instrument_id")}
      cross join lateral jsonb_array_elements(${at("scores")}) with ordinality as ${score.name}(entry, place)
    where ${at(subject)} = ${row.column("id")} and ${at("round")} <> 'AD_HOC'
      and ${entry}->>'value' is not null
      and ${publishedTo(scope, assessment)} and not ${correctedSql(assessment)}`;
}

/**
 * The comparison of one subject: the mean of the universities' scores in each round, over published
 * assessments without a published correction. An AD_HOC assessment belongs to no round.
 */
const comparisonSql =
  (subject: "area_id" | "plan_id") =>
  (row: RowRef, scope: AccessScope): Sql =>
    sql`(
    select coalesce(jsonb_agg(jsonb_build_object('questionnaire', key, 'instruments', instruments,
        'dimension', dimension, 'baseline', baseline, 'midline', midline, 'endline', endline,
        'change', round((coalesce(endline, midline) - baseline)::numeric, 2)::float8,
        'universities', universities) order by key, place, dimension), '[]')
    from (
      select s.key, s.dimension, min(s.place) as place,
        jsonb_agg(distinct s.instrument_id) as instruments,
        count(distinct s.university_id)::int as universities,
        ${inRound("BASELINE")} as baseline, ${inRound("MIDLINE")} as midline, ${inRound("ENDLINE")} as endline
      from (${scoresOf(subject, row, scope)}) as s group by s.key, s.dimension
    ) as dimension)`;

const description =
  "The scores of its published assessments by dimension: baseline, midline and endline side by side. Query it for several subjects to compare them.";

Derived(
  "json",
  { type: () => [RoundComparison], description },
  comparisonSql("area_id"),
)(Area.prototype, "comparison");

Derived(
  "json",
  { type: () => [RoundComparison], description },
  comparisonSql("plan_id"),
)(ActionPlan.prototype, "comparison");
