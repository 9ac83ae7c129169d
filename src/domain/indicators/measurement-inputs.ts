import { Float, InputType, Int } from "type-graphql";
import { PeriodScalar } from "../../platform/scalars.js";
import {
  ChangeOf,
  CreationOf,
  Disaggregation,
  ExpectedVersionField,
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
  @ValueField(() => Disaggregation, { description: "The dimension of the disaggregation." })
  by!: Disaggregation;
  @TextField({
    max: 50,
    description:
      "The part that is counted: `FEMALE`, `MALE`; `0-14`, `15-24`, `25-34`, `35-44`, `45-54`, `55-64`, `65+`; `WITH_DISABILITY`, `WITHOUT_DISABILITY`; or a usual word for it, as `women`, `perempuan`, `P`.",
  })
  value!: string;
  @ValueField(() => Int, { description: "The number of people, 0 or more." })
  count!: number;
}

class MeasurementFields {
  @ValueField(() => PeriodScalar, { description: "The period." })
  period!: string;
  @ValueField(() => Float, {
    presence: "defaulted",
    description:
      "The figure, in the indicator's unit. Of a rate with numerator and denominator it may be left out, and must else be 100 times the one over the other, in its decimals.",
  })
  value?: number | null;
  @ValueField(() => Float, {
    presence: "nullable",
    description: "The number that the figure is about; for a rate, the number to which it applies.",
  })
  numerator?: number | null;
  @ValueField(() => Float, {
    presence: "nullable",
    description: "For a rate: the total number, more than 0.",
  })
  denominator?: number | null;
  @ValueField(() => Boolean, {
    presence: "optional",
    initial: false,
    description:
      "True for the baseline, with which the others are compared; false for a new measurement when absent.",
  })
  isBaseline?: boolean;
  @InputsField(() => DisaggregatedCountInput, {
    max: mostCounts,
    presence: "defaulted",
    isSet: true,
    description:
      "Counts by sex, age band or disability; each part at most once. By each of these they are not more than the whole: the value, if it counts people, else the numerator.",
  })
  disaggregation?: DisaggregatedCountInput[] | null;
  @TextField({
    max: 2000,
    lines: "several",
    presence: "nullable",
    description: "A remark, for example on the method.",
  })
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
    description: "The code of its region.",
  })
  regionCode?: string | null;
  @IdField({ presence: "nullable", description: "Its area." })
  areaId?: string | null;
  @IdField({
    presence: "nullable",
    description:
      "The action whose effect it measures. The audience of the action's plan sees the measurement.",
  })
  actionId?: string | null;
  @IdField({
    presence: "defaulted",
    description:
      "The organisation that records it. Needed only if you can act for several and the hub would choose another one.",
  })
  organisationId?: string | null;
}

@InputType({
  description:
    "Corrections of a measurement. Absent fields stay as they are; null clears a field that may be empty.",
})
export class CorrectMeasurementInput extends ChangeOf("The measurement.", MeasurementFields) {}

@InputType({ description: "The acceptance of a figure by the indicator's owner." })
export class AcceptMeasurementInput extends ChangeOf("The measurement.") {}

@InputType({ description: "A measurement that is accepted, at the version that you saw." })
export class SeenMeasurementInput {
  @IdField({ description: "The measurement." })
  id!: string;
  @ExpectedVersionField()
  expectedVersion!: number;
}

@InputType({ description: "The acceptance of several figures by the owner of their indicators." })
export class AcceptMeasurementsInput {
  @InputsField(() => SeenMeasurementInput, {
    min: 1,
    max: 200,
    description: "The measurements, 1 to 200; all are accepted, or none.",
  })
  measurements!: SeenMeasurementInput[];
}

@InputType({ description: "The refusal of a figure by the indicator's owner." })
export class RefuseMeasurementInput extends ChangeOf("The measurement.") {
  @TextField({ max: 2000, lines: "several", description: "The reason." })
  reason!: string;
}

@InputType({ description: "The retraction of a figure that was recorded in error." })
export class RetractMeasurementInput extends ChangeOf("The measurement.") {
  @TextField({ max: 2000, lines: "several", description: "The reason." })
  reason!: string;
}
