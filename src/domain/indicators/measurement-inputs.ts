import { Float, InputType, Int } from "type-graphql";
import { PeriodScalar } from "../../platform/scalars.js";
import {
  ChangeOf,
  CreationOf,
  Disaggregation,
  IdField,
  InputsField,
  type SourceInput,
  SourcesField,
  TextField,
  ValueField,
} from "../common/index.js";
import { mostCounts } from "./measurement-rules.js";

@InputType({ description: "One count of a disaggregation." })
export class DisaggregatedCountInput {
  @ValueField(() => Disaggregation, { description: "What it is broken down by." })
  by!: Disaggregation;
  @TextField({ max: 50, description: "Which part it counts, as `women` or `15-24`." })
  value!: string;
  @ValueField(() => Int, { description: "How many, 0 or more." })
  count!: number;
}

class MeasurementFields {
  @ValueField(() => PeriodScalar, { description: "The period that it is of." })
  period!: string;
  @ValueField(() => Float, { description: "The figure, in the indicator's unit." })
  value!: number;
  @ValueField(() => Float, {
    presence: "nullable",
    description: "How many the figure is about: of a rate, those to whom it applies.",
  })
  numerator?: number | null;
  @ValueField(() => Float, {
    presence: "nullable",
    description: "Of a rate: how many there are in all, more than 0.",
  })
  denominator?: number | null;
  @ValueField(() => Boolean, {
    presence: "optional",
    description:
      "Whether it is what the others are compared with; false for a new one when absent.",
  })
  isBaseline?: boolean;
  @InputsField(() => DisaggregatedCountInput, {
    max: mostCounts,
    presence: "defaulted",
    description: "Counts by sex, age band or disability; each part at most once.",
  })
  disaggregation?: DisaggregatedCountInput[] | null;
  @TextField({ max: 2000, presence: "nullable", description: "A remark, as on the method." })
  note?: string | null;
  @SourcesField()
  sources?: SourceInput[] | null;
}

@InputType({
  description: "A measured figure of an indicator: in a region, in an area, or nationwide.",
})
export class RecordMeasurementInput extends CreationOf(MeasurementFields) {
  @IdField({ description: "The indicator." })
  indicatorId!: string;
  @TextField({
    max: 13,
    presence: "nullable",
    description: "The code of the region that it is of.",
  })
  regionCode?: string | null;
  @IdField({ presence: "nullable", description: "The area that it is of." })
  areaId?: string | null;
  @IdField({
    presence: "nullable",
    description: "The action whose effect it measures; who sees its plan sees the measurement.",
  })
  actionId?: string | null;
  @IdField({
    presence: "defaulted",
    description:
      "The organisation that records it; needed by those who could record for several only when the hub's choice is not theirs.",
  })
  organisationId?: string | null;
}

@InputType({
  description:
    "Corrections of a measurement; absent fields stay, null empties those that may be empty.",
})
export class CorrectMeasurementInput extends ChangeOf("The measurement.", MeasurementFields) {}
