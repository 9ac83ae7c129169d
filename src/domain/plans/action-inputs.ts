import { ArrayMaxSize, IsUrl, MaxLength, ValidateIf } from "class-validator";
import { Field, InputType } from "type-graphql";
import { DateScalar } from "../../platform/scalars.js";
import {
  ExpectedVersionField,
  GivenField,
  IdField,
  IntField,
  NewIdField,
  type SourceInput,
  SourcesField,
  TextField,
  Visibility,
} from "../common/index.js";
import { PovertyStrategy } from "../programmes/index.js";
import { ActionStage, ActionStatus } from "./enums.js";

/** What a new action needs. */
@InputType({ description: "A new action of a plan; it begins as PLANNED." })
export class AddActionInput {
  @NewIdField()
  id?: string | null;
  @IdField({ description: "The plan." })
  planId!: string;
  @TextField({ max: 300, description: "What is to be done." })
  title!: string;
  @TextField({ max: 5000, nullable: true, clearable: true, description: "How, for whom, where." })
  description?: string | null;
  @Field(() => ActionStage, { description: "Its stage in the chain." })
  stage!: ActionStage;
  @Field(() => PovertyStrategy, { nullable: true, description: "The strategy that it serves." })
  strategy?: PovertyStrategy | null;
  @IdField({
    nullable: true,
    clearable: true,
    description: "The organisation that leads it; the plan's lead when absent.",
  })
  leadId?: string | null;
  @Field(() => DateScalar, { nullable: true, description: "The day it starts." })
  startsOn?: string | null;
  @Field(() => DateScalar, { nullable: true, description: "The day it is due." })
  endsOn?: string | null;
  @SourcesField("create")
  sources?: SourceInput[] | null;
}

/** What may change of an action. */
@InputType({
  description: "Changes of an action; absent fields stay, null empties those that may be empty.",
})
export class UpdateActionInput {
  @IdField({ description: "The action." })
  id!: string;
  @ExpectedVersionField()
  expectedVersion!: number;
  @TextField({ max: 300, nullable: true, description: "What is to be done." })
  title?: string;
  @TextField({ max: 5000, nullable: true, clearable: true, description: "How, for whom, where." })
  description?: string | null;
  @GivenField(() => ActionStage, { description: "Its stage in the chain." })
  stage?: ActionStage;
  @Field(() => PovertyStrategy, {
    nullable: true,
    description: "The strategy that it serves; null for none.",
  })
  strategy?: PovertyStrategy | null;
  @IdField({
    nullable: true,
    clearable: true,
    description: "The organisation that leads it; null for the plan's lead.",
  })
  leadId?: string | null;
  @Field(() => DateScalar, { nullable: true, description: "The day it starts; null when unknown." })
  startsOn?: string | null;
  @Field(() => DateScalar, { nullable: true, description: "The day it is due; null when unknown." })
  endsOn?: string | null;
  @SourcesField("update")
  sources?: SourceInput[];
}

/** An action's next status. */
@InputType({ description: "An action's next status." })
export class ChangeActionStatusInput {
  @IdField({ description: "The action." })
  id!: string;
  @ExpectedVersionField()
  expectedVersion!: number;
  @Field(() => ActionStatus, { description: "Where it goes; the lifecycle says what is allowed." })
  status!: ActionStatus;
}

/** A new milestone. */
@InputType({ description: "A new milestone of an action." })
export class AddMilestoneInput {
  @NewIdField()
  id?: string | null;
  @IdField({ description: "The action." })
  actionId!: string;
  @TextField({ max: 300, description: "What is to be reached." })
  title!: string;
  @Field(() => DateScalar, { description: "The day it is due." })
  dueOn!: string;
}

/** What may change of a milestone. */
@InputType({ description: "Changes of a milestone; absent fields stay." })
export class UpdateMilestoneInput {
  @IdField({ description: "The milestone." })
  id!: string;
  @ExpectedVersionField()
  expectedVersion!: number;
  @TextField({ max: 300, nullable: true, description: "What is to be reached." })
  title?: string;
  @GivenField(() => DateScalar, { description: "The day it is due." })
  dueOn?: string;
}

/** That a milestone was reached. */
@InputType({ description: "That a milestone was reached." })
export class CompleteMilestoneInput {
  @IdField({ description: "The milestone." })
  id!: string;
  @ExpectedVersionField()
  expectedVersion!: number;
  @Field(() => DateScalar, {
    nullable: true,
    description: "The day it was reached, not after today; today when absent.",
  })
  completedOn?: string | null;
}

/** A statement on an action. */
@InputType({
  description: "A dated statement on an action; never edited, corrected by a later one.",
})
export class ReportProgressInput {
  @NewIdField()
  id?: string | null;
  @IdField({ description: "The action." })
  actionId!: string;
  @IntField({ min: 1, max: 2_147_483_647, description: "The version of the action that you saw." })
  expectedVersion!: number;
  @IntField({ min: 0, max: 100, description: "Progress of the action, 0 to 100 per cent." })
  progress!: number;
  @TextField({ max: 5000, nullable: true, clearable: true, description: "What was done." })
  note?: string | null;
  @TextField({ max: 5000, nullable: true, clearable: true, description: "What stands in the way." })
  obstacle?: string | null;
  @Field(() => [String], {
    nullable: true,
    description: "Addresses of evidence (http or https URLs), at most 20.",
  })
  @ValidateIf((_, value) => value !== null && value !== undefined)
  @ArrayMaxSize(20)
  @MaxLength(2000, { each: true })
  @IsUrl({ protocols: ["http", "https"], require_protocol: true }, { each: true })
  evidence?: string[] | null;
  @IdField({
    nullable: true,
    clearable: true,
    description: "The earlier statement on the same action that this one corrects.",
  })
  correctsId?: string | null;
  @Field(() => Visibility, {
    nullable: true,
    description: "Who, of those who may see the plan, may see it; PUBLIC when absent.",
  })
  visibility?: Visibility | null;
  @IdField({
    nullable: true,
    clearable: true,
    description:
      "The organisation on whose behalf; needed by those who could speak for several only when the hub's choice is not theirs.",
  })
  organisationId?: string | null;
}
