import { Field, Float, InputType, Int } from "type-graphql";
import { PeriodScalar } from "../../platform/scalars.js";
import {
  Disaggregation,
  ExpectedVersionField,
  GivenField,
  IdField,
  NestedField,
  NewIdField,
  type SourceInput,
  SourcesField,
  TextField,
} from "../common/index.js";
import { mostCounts } from "./measurement-rules.js";

/** One count of a disaggregation. */
@InputType({ description: "One count of a disaggregation." })
export class DisaggregatedCountInput {
  @Field(() => Disaggregation, { description: "What it is broken down by." })
  by!: Disaggregation;
  @TextField({ max: 50, description: "Which part it counts, as `women` or `15-24`." })
  value!: string;
  @Field(() => Int, { description: "How many, 0 or more." })
  count!: number;
}

const disaggregation = "Counts by sex, age band or disability; each part at most once.";

/** What was measured. */
@InputType({
  description: "What an indicator was found to be: in a region, in an area, or nationwide.",
})
export class RecordMeasurementInput {
  @NewIdField()
  id?: string | null;
  @IdField({ description: "The indicator." })
  indicatorId!: string;
  @TextField({
    max: 13,
    nullable: true,
    clearable: true,
    description: "The code of the region that it is of.",
  })
  regionCode?: string | null;
  @IdField({ nullable: true, clearable: true, description: "The area that it is of." })
  areaId?: string | null;
  @Field(() => PeriodScalar, { description: "The period that it is of." })
  period!: string;
  @Field(() => Float, { description: "The figure, in the indicator's unit." })
  value!: number;
  @Field(() => Float, {
    nullable: true,
    description: "How many the figure is about: of a rate, those to whom it applies.",
  })
  numerator?: number | null;
  @Field(() => Float, {
    nullable: true,
    description: "Of a rate: how many there are in all, more than 0.",
  })
  denominator?: number | null;
  @GivenField(() => Boolean, {
    description: "Whether it is what the others are compared with; false when absent.",
  })
  isBaseline?: boolean;
  @NestedField(() => DisaggregatedCountInput, {
    max: mostCounts,
    nullable: true,
    clearable: true,
    description: disaggregation,
  })
  disaggregation?: DisaggregatedCountInput[] | null;
  @TextField({
    max: 2000,
    nullable: true,
    clearable: true,
    description: "A remark, as on the method.",
  })
  note?: string | null;
  @IdField({
    nullable: true,
    clearable: true,
    description: "The action whose effect it measures; who sees its plan sees the measurement.",
  })
  actionId?: string | null;
  @IdField({
    nullable: true,
    clearable: true,
    description:
      "The organisation that records it; needed by those who could record for several only when the hub's choice is not theirs.",
  })
  organisationId?: string | null;
  @SourcesField("create")
  sources?: SourceInput[] | null;
}

/** What may be corrected of a measurement. */
@InputType({
  description:
    "Corrections of a measurement; absent fields stay, null empties those that may be empty.",
})
export class CorrectMeasurementInput {
  @IdField({ description: "The measurement." })
  id!: string;
  @ExpectedVersionField()
  expectedVersion!: number;
  @GivenField(() => PeriodScalar, { description: "The period that it is of." })
  period?: string;
  @GivenField(() => Float, { description: "The figure, in the indicator's unit." })
  value?: number;
  @Field(() => Float, { nullable: true, description: "How many the figure is about." })
  numerator?: number | null;
  @Field(() => Float, { nullable: true, description: "Of a rate: how many there are in all." })
  denominator?: number | null;
  @GivenField(() => Boolean, { description: "Whether it is what the others are compared with." })
  isBaseline?: boolean;
  @NestedField(() => DisaggregatedCountInput, {
    max: mostCounts,
    nullable: true,
    description: disaggregation,
  })
  disaggregation?: DisaggregatedCountInput[];
  @TextField({ max: 2000, nullable: true, clearable: true, description: "A remark." })
  note?: string | null;
  @SourcesField("update")
  sources?: SourceInput[];
}
