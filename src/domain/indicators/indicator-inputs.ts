import { InputType } from "type-graphql";
import {
  ChangeOf,
  CreationOf,
  IdField,
  InputField,
  KeyField,
  type SourceInput,
  SourcesField,
  TextField,
  TranslatedTextInput,
  ValueField,
} from "../common/index.js";
import {
  IndicatorAggregation,
  IndicatorDirection,
  IndicatorPeriods,
  IndicatorReporters,
  IndicatorUnit,
} from "./enums.js";

class IndicatorFields {
  @InputField(() => TranslatedTextInput, { description: "Its title, in full." })
  title!: TranslatedTextInput;
  @TextField({
    max: 5000,
    lines: "several",
    presence: "nullable",
    description: "The meaning, and the method of measurement.",
  })
  description?: string | null;
  @ValueField(() => IndicatorDirection, { description: "The direction in which it should move." })
  direction!: IndicatorDirection;
  @ValueField(() => IndicatorReporters, {
    presence: "optional",
    initial: IndicatorReporters.OFFICIAL,
    description:
      "The way in which several organisations' figures of one place and period make one; OFFICIAL for a new indicator when absent.",
  })
  reporters?: IndicatorReporters;
  @ValueField(() => IndicatorPeriods, {
    presence: "optional",
    initial: IndicatorPeriods.LAST,
    description:
      "The way in which figures of shorter periods make that of a longer one; LAST for a new indicator when absent.",
  })
  periods?: IndicatorPeriods;
  @SourcesField()
  sources?: SourceInput[] | null;
}

@InputType({ description: "A new indicator." })
export class CreateIndicatorInput extends CreationOf(IndicatorFields) {
  @KeyField({
    presence: "defaulted",
    description:
      "Its stable key; derived from the title when absent. In another's programme the hub adds the end of the id to it, so that a key never tells whether a hidden one exists.",
  })
  key?: string | null;
  @ValueField(() => IndicatorUnit, { description: "The unit of its figures; never changes." })
  unit!: IndicatorUnit;
  @ValueField(() => IndicatorAggregation, {
    description: "The way in which figures of parts make the figure of the whole; never changes.",
  })
  aggregation!: IndicatorAggregation;
  @IdField({
    presence: "nullable",
    description: "The organisation that defines it; absent for an indicator of the platform.",
  })
  ownerId?: string | null;
  @IdField({ presence: "nullable", description: "The programme whose results it shows." })
  programmeId?: string | null;
}

@InputType({ description: "An owner's answer to an indicator that others made." })
export class AnswerIndicatorInput extends ChangeOf("The indicator.") {}

@InputType({
  description:
    "Changes to an indicator. Absent fields stay as they are; null clears a field that may be empty. The unit and the aggregation never change, because existing figures depend on them.",
})
export class UpdateIndicatorInput extends ChangeOf("The indicator.", IndicatorFields) {}
