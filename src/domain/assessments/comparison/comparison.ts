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
    "The scores of one dimension of a questionnaire in the rounds, side by side. Each round has the mean of all universities that assessed it; the change is over those that assessed both rounds (rule 15). Perbandingan antarputaran.",
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
  @Field(() => Int, { description: "The number of universities in `baseline`." })
  baselineUniversities!: number;
  @Field(() => Int, { description: "The number of universities in `midline`." })
  midlineUniversities!: number;
  @Field(() => Int, { description: "The number of universities in `endline`." })
  endlineUniversities!: number;
  @Field(() => Float, {
    nullable: true,
    description:
      "The score of the latest round minus that of the baseline, as the mean over the universities that assessed both with the same edition. Null if no university did. It may differ from the difference of the rounds' means, which may be of other universities.",
  })
  change!: number | null;
  @Field(() => Int, {
    description:
      "The number of universities in `change`: those that assessed the baseline and the latest round with the same edition.",
  })
  universities!: number;
}

/** The rounds, each with the name of its column below. */
const rounds = ["baseline", "midline", "endline"] as const;

/**
 * The scores of a subject's published assessments without a published correction: one row for each
 * dimension, edition and university, with a column for each round.
 */
function scoresOf(subject: "area_id" | "plan_id", row: RowRef, scope: AccessScope): Sql {
  const assessment = from(Assessment, row);
  const instrument = from(Instrument, row);
  const score = row.statement.madeRow();
  const at = (name: string) => assessment.column(name);
  const entry = score.column("entry");
  const inRound = rounds.map((round) => {
    const within = sql`${at("round")} = ${sql.lit(round.toUpperCase())}::assessment_round`;
    return sql`avg((${entry}->>'value')::float8) filter (where ${within}) as ${sql.ref(round)}`;
  });
  return sql`
    select ${instrument.column("key")} as key, ${at("instrument_id")} as instrument_id,
      ${at("university_id")} as university_id, ${entry}->>'dimension' as dimension,
      min(${score.column("place")}) as place, ${sql.join(inRound)}
    from ${assessment.source} join ${instrument.source}
      on ${instrument.column("id")} = ${at("instrument_id")}
      cross join lateral jsonb_array_elements(${at("scores")}) with ordinality as ${score.name}(entry, place)
    where ${at(subject)} = ${row.column("id")} and ${at("round")} <> 'AD_HOC'
      and ${entry}->>'value' is not null
      and ${publishedTo(scope, assessment)} and not ${correctedSql(assessment)}
    group by ${instrument.column("key")}, ${at("instrument_id")}, ${at("university_id")}, ${entry}->>'dimension'`;
}

/**
 * The scores by dimension and university. A university may have answered several editions in one round:
 * together they count once. Its change is over the editions that it answered in both rounds.
 */
const byUniversity = (scores: Sql): Sql => sql`
  select key, dimension, university_id, min(place) as place, min(instruments) as instruments,
    ${sql.join(rounds.map((round) => sql`avg(${sql.ref(round)}) as ${sql.ref(round)}`))},
    avg((case when ended then endline else midline end) - baseline) as change
  from (
    select edition.*, bool_or(endline is not null) over dimension as ended,
      array_agg(instrument_id) over dimension as instruments
    from (${scores}) as edition window dimension as (partition by key, dimension)) as edition
  group by key, dimension, university_id`;

/** The mean over the universities that have a value in a column, to two decimals. */
const meanOf = (column: Sql): Sql => sql`round(avg(${column})::numeric, 2)::float8`;

/** The columns of the rounds in an answer: each round's mean, and the number of its universities. */
const roundFields = (): Sql =>
  sql.join(
    rounds.flatMap((round) => {
      const column = sql.ref(`university.${round}`);
      return [
        sql`${sql.lit(round)}, ${meanOf(column)}`,
        sql`${sql.lit(`${round}Universities`)}, count(${column})`,
      ];
    }),
  );

/**
 * The comparison of one subject, over published assessments without a published correction. An AD_HOC
 * assessment belongs to no round.
 */
const comparisonSql =
  (subject: "area_id" | "plan_id") =>
  (row: RowRef, scope: AccessScope): Sql =>
    sql`(
    select coalesce(jsonb_agg(compared order by key, place, dimension), '[]')
    from (
      select university.key, university.dimension, min(university.place) as place,
        jsonb_build_object('questionnaire', university.key, 'dimension', university.dimension,
          'instruments', (select jsonb_agg(distinct id) from unnest(min(university.instruments)) as id),
          ${roundFields()}, 'change', ${meanOf(sql.ref("university.change"))},
          'universities', count(university.change)) as compared
      from (${byUniversity(scoresOf(subject, row, scope))}) as university
      group by university.key, university.dimension
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
