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
import { IndicatorAggregation, IndicatorDirection, IndicatorUnit } from "./enums.js";

class IndicatorFields {
  @InputField(() => TranslatedTextInput, { description: "Its title, in full." })
  title!: TranslatedTextInput;
  @TextField({
    max: 5000,
    presence: "nullable",
    description: "What it means, and how it is measured.",
  })
  description?: string | null;
  @ValueField(() => IndicatorDirection, { description: "Which way it is to go." })
  direction!: IndicatorDirection;
  @SourcesField()
  sources?: SourceInput[] | null;
}

@InputType({ description: "A new indicator." })
export class CreateIndicatorInput extends CreationOf(IndicatorFields) {
  @KeyField({
    presence: "defaulted",
    description: "Its stable key; made from the title when absent.",
  })
  key?: string | null;
  @ValueField(() => IndicatorUnit, { description: "What its figures count; never changes." })
  unit!: IndicatorUnit;
  @ValueField(() => IndicatorAggregation, {
    description: "How the figures of parts make that of the whole; never changes.",
  })
  aggregation!: IndicatorAggregation;
  @IdField({
    presence: "nullable",
    description: "The organisation that defines it; absent for the platform's own.",
  })
  ownerId?: string | null;
  @IdField({ presence: "nullable", description: "The programme whose results it shows." })
  programmeId?: string | null;
}

@InputType({
  description:
    "Changes of an indicator; absent fields stay, null empties those that may be empty. Unit and aggregation never change, as its figures are in them.",
})
export class UpdateIndicatorInput extends ChangeOf("The indicator.", IndicatorFields) {}
