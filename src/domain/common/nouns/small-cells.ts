import { Field, Int, ObjectType } from "type-graphql";
import { defineEnum, type MemberOf, type Sql, sql } from "../../../reading/index.js";

// Rule 6 of the domain: "A disaggregated count from 1 to 4 is shown as suppressed to whoever is not a
// participant; totals stay." So small a count could point to persons. The raw counts are columns that
// the API does not know; all that shows them goes through `shownCounts`.

/** What a count is broken down by. */
export const Disaggregation = defineEnum(
  "Disaggregation",
  "What a count is broken down by. Disagregasi.",
  {
    SEX: "Sex. Jenis kelamin.",
    AGE_BAND: "Age band. Kelompok umur.",
    DISABILITY: "Disability. Disabilitas.",
  },
);
export type Disaggregation = MemberOf<typeof Disaggregation>;

/** One count of a disaggregation, as the viewer may see it. */
@ObjectType({
  description:
    "One count of a disaggregation. A count from 1 to 4 is suppressed for whoever does not take part (rule 6); totals stay.",
})
export class DisaggregatedCount {
  @Field(() => Disaggregation, { description: "What it is broken down by." })
  by!: Disaggregation;
  @Field(() => String, { description: "Which part it counts, as `women` or `15-24`." })
  value!: string;
  @Field(() => Int, { nullable: true, description: "How many; null where suppressed." })
  count!: number | null;
  @Field(() => Boolean, {
    description: "Whether the count is kept from the viewer, as it is small.",
  })
  suppressed!: boolean;
}

/**
 * The counts of a jsonb list of `{by, value, count}` as the API shows them: those from 1 to 4 are
 * kept from whoever is not a `participant`, an SQL condition of the row.
 */
export const shownCounts = (cells: Sql, participant: Sql): Sql => sql`(
  select coalesce(jsonb_agg(cell.value || jsonb_build_object('suppressed', small.kept,
    'count', case when not small.kept then cell.value->'count' end) order by cell.at), '[]')
  from jsonb_array_elements(${cells}) with ordinality as cell(value, at)
  cross join lateral (select (cell.value->>'count')::int between 1 and 4
    and not coalesce(${participant}, false) as kept) as small)`;
