import { Field, InputType } from "type-graphql";
import { DateScalar } from "../../platform/scalars.js";
import {
  ExpectedVersionField,
  GivenField,
  IdField,
  KeyField,
  NestedField,
  NewIdField,
  type SourceInput,
  SourcesField,
  TextField,
  Visibility,
} from "../common/index.js";
import { ActionPlanStatus, ParticipantRole } from "./enums.js";

/** A participant of a new plan. */
@InputType({ description: "A participant of a new plan." })
export class ParticipantInput {
  @IdField({ description: "The organisation." })
  organisationId!: string;
  @Field(() => ParticipantRole, { description: "Its role." })
  role!: ParticipantRole;
}

/** What a new plan needs. */
@InputType({ description: "A new plan; it begins as DRAFT." })
export class CreateActionPlanInput {
  @NewIdField()
  id?: string | null;
  @KeyField({
    nullable: true,
    clearable: true,
    description: "Its stable key; made from the title when absent.",
  })
  key?: string | null;
  @TextField({ max: 300, description: "Its title." })
  title!: string;
  @TextField({
    max: 5000,
    nullable: true,
    clearable: true,
    description: "What it is to achieve, in short.",
  })
  summary?: string | null;
  @IdField({ description: "The programme that it belongs to." })
  programmeId!: string;
  @IdField({
    nullable: true,
    clearable: true,
    description: "The area that it is for; absent when nationwide.",
  })
  areaId?: string | null;
  @IdField({ description: "The organisation that leads it." })
  leadId!: string;
  @Field(() => DateScalar, { description: "The day it starts." })
  startsOn!: string;
  @Field(() => DateScalar, { nullable: true, description: "The day it ends; absent while open." })
  endsOn?: string | null;
  @Field(() => Visibility, {
    nullable: true,
    description: "Who may see it; PARTICIPANTS when absent.",
  })
  visibility?: Visibility | null;
  @NestedField(() => ParticipantInput, {
    max: 200,
    nullable: true,
    clearable: true,
    description: "Who takes part.",
  })
  participants?: ParticipantInput[] | null;
  @SourcesField("create")
  sources?: SourceInput[] | null;
}

/** What may change of a plan. */
@InputType({
  description: "Changes of a plan; absent fields stay, null empties those that may be empty.",
})
export class UpdateActionPlanInput {
  @IdField({ description: "The plan." })
  id!: string;
  @ExpectedVersionField()
  expectedVersion!: number;
  @TextField({ max: 300, nullable: true, description: "Its title." })
  title?: string;
  @TextField({
    max: 5000,
    nullable: true,
    clearable: true,
    description: "What it is to achieve, in short.",
  })
  summary?: string | null;
  @IdField({ nullable: true, description: "The organisation that leads it." })
  leadId?: string;
  @GivenField(() => DateScalar, { description: "The day it starts." })
  startsOn?: string;
  @Field(() => DateScalar, { nullable: true, description: "The day it ends; null while open." })
  endsOn?: string | null;
  @GivenField(() => Visibility, { description: "Who may see it." })
  visibility?: Visibility;
  @SourcesField("update")
  sources?: SourceInput[];
}

/** A plan's next status. */
@InputType({ description: "A plan's next status." })
export class ChangeActionPlanStatusInput {
  @IdField({ description: "The plan." })
  id!: string;
  @ExpectedVersionField()
  expectedVersion!: number;
  @Field(() => ActionPlanStatus, {
    description: "Where it goes; the lifecycle says what is allowed.",
  })
  status!: ActionPlanStatus;
}

/** A new participant of a plan. */
@InputType({ description: "A new participant of a plan, or a further role of one." })
export class AddParticipantInput {
  @NewIdField()
  id?: string | null;
  @IdField({ description: "The plan." })
  planId!: string;
  @IdField({ description: "The organisation." })
  organisationId!: string;
  @Field(() => ParticipantRole, { description: "Its role." })
  role!: ParticipantRole;
}
