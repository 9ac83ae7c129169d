import { Field, Int, ObjectType } from "type-graphql";
import { defineEnum, type MemberOf, type Sql, sql } from "../../../reading/index.js";

// Rule 6 of the domain: only participants see a disaggregated count from 1 to 4; for all others it
// is suppressed, and totals stay. So small a count could identify persons. The raw counts are
// columns that the API does not show; every field that shows them uses `shownCounts`.

/** The dimensions of a disaggregation. */
export const Disaggregation = defineEnum(
  "Disaggregation",
  "A dimension by which a count is broken down. Disagregasi.",
  {
    SEX: "Sex. Jenis kelamin.",
    AGE_BAND: "Age band. Kelompok umur.",
    DISABILITY: "Disability. Disabilitas.",
  },
);
export type Disaggregation = MemberOf<typeof Disaggregation>;

/** One count of a disaggregation, as the API shows it to the viewer. */
@ObjectType({
  description:
    "One count of a disaggregation. A count from 1 to 4 is suppressed for viewers who do not take part (rule 6); totals stay.",
})
export class DisaggregatedCount {
  @Field(() => Disaggregation, { description: "The dimension of the disaggregation." })
  by!: Disaggregation;
  @Field(() => String, { description: "The part that is counted, for example `women` or `15-24`." })
  value!: string;
  @Field(() => Int, { nullable: true, description: "The number of people; null when suppressed." })
  count!: number | null;
  @Field(() => Boolean, {
    description: "True when the count is hidden from the viewer because it is small.",
  })
  suppressed!: boolean;
}

/**
 * The counts of a jsonb list of `{by, value, count}` as the API shows them. Counts from 1 to 4 are
 * suppressed unless the viewer is a `participant`, an SQL condition of the row.
 */
export const shownCounts = (cells: Sql, participant: Sql): Sql => sql`(
  select coalesce(jsonb_agg(cell.value || jsonb_build_object('suppressed', small.suppressed,
    'count', case when not small.suppressed then cell.value->'count' end) order by cell.at), '[]')
  from jsonb_array_elements(${cells}) with ordinality as cell(value, at)
  cross join lateral (select (cell.value->>'count')::int between 1 and 4
    and not coalesce(${participant}, false) as suppressed) as small)`;
