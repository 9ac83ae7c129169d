import { ValidateIf, ValidateNested } from "class-validator";
import { Field, Float, InputType } from "type-graphql";
import { PeriodScalar } from "../../platform/scalars.js";
import {
  ExpectedVersionField,
  GivenField,
  IdField,
  KeyField,
  NewIdField,
  NotNull,
  type SourceInput,
  SourcesField,
  TextField,
  TranslatedTextInput,
} from "../common/index.js";
import { IndicatorAggregation, IndicatorDirection, IndicatorUnit } from "./enums.js";

/** What a new indicator needs. */
@InputType({ description: "A new indicator." })
export class CreateIndicatorInput {
  @NewIdField()
  id?: string | null;
  @KeyField({
    nullable: true,
    clearable: true,
    description: "Its stable key; made from the title when absent.",
  })
  key?: string | null;
  @Field(() => TranslatedTextInput, { description: "Its title." })
  @ValidateNested()
  title!: TranslatedTextInput;
  @TextField({
    max: 5000,
    nullable: true,
    clearable: true,
    description: "What it means, and how it is measured.",
  })
  description?: string | null;
  @Field(() => IndicatorUnit, { description: "What its figures count; stays as it is." })
  unit!: IndicatorUnit;
  @Field(() => IndicatorDirection, { description: "Which way it is to go." })
  direction!: IndicatorDirection;
  @Field(() => IndicatorAggregation, {
    description: "How the figures of parts make that of the whole; stays as it is.",
  })
  aggregation!: IndicatorAggregation;
  @IdField({
    nullable: true,
    clearable: true,
    description: "The organisation that defines it; absent for the platform's own.",
  })
  ownerId?: string | null;
  @IdField({
    nullable: true,
    clearable: true,
    description: "The programme whose results it shows.",
  })
  programmeId?: string | null;
  @SourcesField("create")
  sources?: SourceInput[] | null;
}

/** What may change of an indicator. */
@InputType({
  description:
    "Changes of an indicator; absent fields stay, null empties those that may be empty. Unit and aggregation stay, as its figures are in them.",
})
export class UpdateIndicatorInput {
  @IdField({ description: "The indicator." })
  id!: string;
  @ExpectedVersionField()
  expectedVersion!: number;
  @Field(() => TranslatedTextInput, { nullable: true, description: "Its title, in full." })
  @ValidateIf((_, value) => value !== undefined)
  @NotNull()
  @ValidateNested()
  title?: TranslatedTextInput;
  @TextField({
    max: 5000,
    nullable: true,
    clearable: true,
    description: "What it means, and how it is measured.",
  })
  description?: string | null;
  @GivenField(() => IndicatorDirection, { description: "Which way it is to go." })
  direction?: IndicatorDirection;
  @SourcesField("update")
  sources?: SourceInput[];
}

/** What a new target needs. */
@InputType({
  description: "What an indicator is to reach: in a region, in an area, or nationwide.",
})
export class SetTargetInput {
  @NewIdField()
  id?: string | null;
  @IdField({ description: "The indicator." })
  indicatorId!: string;
  @TextField({
    max: 13,
    nullable: true,
    clearable: true,
    description: "The code of the region that it is for.",
  })
  regionCode?: string | null;
  @IdField({ nullable: true, clearable: true, description: "The area that it is for." })
  areaId?: string | null;
  @Field(() => PeriodScalar, { description: "The period by whose end it is to be reached." })
  period!: string;
  @Field(() => Float, { description: "The figure, in the indicator's unit." })
  value!: number;
  @SourcesField("create")
  sources?: SourceInput[] | null;
}

/** What may change of a target. */
@InputType({ description: "Changes of a target; absent fields stay." })
export class UpdateTargetInput {
  @IdField({ description: "The target." })
  id!: string;
  @ExpectedVersionField()
  expectedVersion!: number;
  @GivenField(() => PeriodScalar, { description: "The period by whose end it is to be reached." })
  period?: string;
  @GivenField(() => Float, { description: "The figure, in the indicator's unit." })
  value?: number;
  @SourcesField("update")
  sources?: SourceInput[];
}
