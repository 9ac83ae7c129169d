import { Field, Float, Int, ObjectType } from "type-graphql";
import type { AccessScope } from "../../../access/index.js";
import { Derived, LoadedList, type Sql, sql } from "../../../reading/index.js";
import { ActionPlan } from "../../plans/index.js";
import { Area } from "../../programmes/index.js";
import { publishedTo } from "../assessment-visibility.js";
import { Instrument } from "../instruments/instrument.js";
import { correctedSql } from "./agreement.js";

/** One dimension through the rounds. */
@ObjectType({
  description:
    "The scores of one dimension of a questionnaire through the rounds, side by side. Perbandingan antarputaran.",
})
export class RoundComparison {
  @Field(() => String, { description: "The questionnaire's key." })
  questionnaire!: string;
  @LoadedList(() => Instrument, {
    description:
      "Its editions that were answered; where there are several, their questions may differ.",
  })
  instruments!: string[];
  @Field(() => String, { description: "The dimension's key, as `HUMAN`." })
  dimension!: string;
  @Field(() => Float, { nullable: true, description: "Before the actions, 0 to 100." })
  baseline!: number | null;
  @Field(() => Float, { nullable: true, description: "Half-way, 0 to 100." })
  midline!: number | null;
  @Field(() => Float, { nullable: true, description: "After them, 0 to 100." })
  endline!: number | null;
  @Field(() => Float, {
    nullable: true,
    description: "The latest round that was scored, less the baseline; null until both are there.",
  })
  change!: number | null;
  @Field(() => Int, { description: "How many universities' assessments it rests on." })
  universities!: number;
}

/** The mean of a dimension's scores in one round, each university's counting once. */
const inRound = (round: string): Sql => {
  const within = sql`filter (where s.round = ${sql.lit(round)})`;
  return sql`round((sum(s.value * s.share) ${within} / sum(s.share) ${within})::numeric, 2)::float8`;
};

/**
 * The published assessments of one subject, round by round: the mean of what universities scored, of
 * those that no correction has taken the place of. What was scored AD_HOC belongs to no round.
 */
const comparisonSql =
  (subject: "area_id" | "plan_id") =>
  (row: string, scope: AccessScope): Sql =>
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
      from (
        select ci.key, ca.instrument_id, ca.university_id, ca.round::text as round,
          score.entry->>'dimension' as dimension, (score.entry->>'value')::float8 as value, score.place,
          -- A university may have answered several editions in one round: together they count once.
          1.0 / count(*) over (
            partition by ci.key, ca.university_id, ca.round, score.entry->>'dimension') as share
        from assessment ca join instrument ci on ci.id = ca.instrument_id
          cross join lateral jsonb_array_elements(ca.scores) with ordinality as score(entry, place)
        where ${sql.ref(`ca.${subject}`)} = ${sql.ref(`${row}.id`)} and ca.round <> 'AD_HOC'
          and score.entry->>'value' is not null
          and ${publishedTo(scope, "ca")} and not ${correctedSql("ca")}
      ) as s group by s.key, s.dimension
    ) as dimension)`;

const description =
  "The scores of its published assessments by dimension, baseline, midline and endline side by side; ask it of several to have them side by side too.";

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
