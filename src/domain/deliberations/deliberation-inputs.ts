import { ValidateIf, ValidateNested } from "class-validator";
import { Field, InputType } from "type-graphql";
import { DateScalar, InstantScalar } from "../../platform/scalars.js";
import {
  ExpectedVersionField,
  GivenField,
  IdField,
  IntField,
  KeyField,
  NestedField,
  NewIdField,
  NotNull,
  type SourceInput,
  SourcesField,
  TextField,
  TextsField,
  Visibility,
} from "../common/index.js";
import { DeliberationKind } from "./enums.js";

/** A point of the agenda. */
@InputType({ description: "A point of the agenda." })
export class AgendaItemInput {
  @TextField({ max: 300, description: "What it is about." })
  title!: string;
  @Field(() => InstantScalar, { nullable: true, description: "When it begins." })
  startsAt?: string | null;
  @TextField({
    max: 1000,
    nullable: true,
    clearable: true,
    description: "A remark, as who presents it.",
  })
  note?: string | null;
}

/** What a deliberation's quorum asks for. */
@InputType({
  description:
    "What a deliberation's quorum asks for (rule 1). An absent field stays, or is the usual one at first.",
})
export class QuorumRuleInput {
  @GivenField(() => Boolean, {
    description: "Whether each invited sector must be there; usually true.",
  })
  everySector?: boolean;
  @IntField({
    min: 0,
    max: 100,
    nullable: true,
    description:
      "The share of the invited organisations that must attend, in per cent; usually 50.",
  })
  share?: number;
}

/** An organisation to invite with a new deliberation. */
@InputType({ description: "An organisation that a new deliberation invites." })
export class InvitedInput {
  @IdField({ description: "The organisation." })
  organisationId!: string;
  @TextsField({
    max: 50,
    length: 200,
    nullable: true,
    clearable: true,
    description: "Who speaks for it, by name or office.",
  })
  delegates?: string[] | null;
}

/** What a new deliberation needs. */
@InputType({ description: "A new deliberation; it begins as DRAFT." })
export class ConveneDeliberationInput {
  @NewIdField()
  id?: string | null;
  @KeyField({
    nullable: true,
    clearable: true,
    description: "Its stable key; made from the title when absent.",
  })
  key?: string | null;
  @Field(() => DeliberationKind, { description: "What sort of meeting it is." })
  kind!: DeliberationKind;
  @TextField({ max: 300, description: "Its title." })
  title!: string;
  @TextField({
    max: 5000,
    nullable: true,
    clearable: true,
    description: "What it is to settle, in short.",
  })
  summary?: string | null;
  @IdField({ description: "The organisation that convenes it." })
  convenerId!: string;
  @IdField({ nullable: true, clearable: true, description: "The programme that it is of." })
  programmeId?: string | null;
  @IdField({ nullable: true, clearable: true, description: "The area that it is about." })
  areaId?: string | null;
  @TextField({
    max: 13,
    nullable: true,
    clearable: true,
    description: "The code of the region in which it is held.",
  })
  regionCode?: string | null;
  @TextField({ max: 300, nullable: true, clearable: true, description: "Where it is held." })
  place?: string | null;
  @Field(() => DateScalar, { description: "Its first day." })
  heldFrom!: string;
  @Field(() => DateScalar, { nullable: true, description: "Its last day; the first when absent." })
  heldTo?: string | null;
  @NestedField(() => AgendaItemInput, {
    max: 100,
    nullable: true,
    clearable: true,
    description: "Its agenda, in order.",
  })
  agenda?: AgendaItemInput[] | null;
  @Field(() => Visibility, {
    nullable: true,
    description:
      "Who may see it; PARTICIPANTS when absent. With ORGANISATION those who are invited do not find it.",
  })
  visibility?: Visibility | null;
  @Field(() => QuorumRuleInput, {
    nullable: true,
    description: "What its quorum asks for; each sector and half of the invited when absent.",
  })
  @ValidateIf((_, value) => value !== undefined && value !== null)
  @ValidateNested()
  quorumRule?: QuorumRuleInput | null;
  @NestedField(() => InvitedInput, {
    max: 1000,
    nullable: true,
    clearable: true,
    description: "Whom it invites; more can be invited later.",
  })
  invitations?: InvitedInput[] | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether it was held without the hub and is recorded afterwards; it then needs sources, and its outcomes come by recordOutcome.",
  })
  recorded?: boolean | null;
  @SourcesField("create")
  sources?: SourceInput[] | null;
}

/** What may change of a deliberation. */
@InputType({
  description:
    "Changes of a deliberation; absent fields stay, null empties those that may be empty. In session, what it is and how it decides stays: only summary, place, last day, agenda, visibility and sources change.",
})
export class UpdateDeliberationInput {
  @IdField({ description: "The deliberation." })
  id!: string;
  @ExpectedVersionField()
  expectedVersion!: number;
  @GivenField(() => DeliberationKind, { description: "What sort of meeting it is." })
  kind?: DeliberationKind;
  @TextField({ max: 300, nullable: true, description: "Its title." })
  title?: string;
  @TextField({
    max: 5000,
    nullable: true,
    clearable: true,
    description: "What it is to settle, in short.",
  })
  summary?: string | null;
  @IdField({ nullable: true, clearable: true, description: "The programme that it is of." })
  programmeId?: string | null;
  @IdField({ nullable: true, clearable: true, description: "The area that it is about." })
  areaId?: string | null;
  @TextField({
    max: 13,
    nullable: true,
    clearable: true,
    description: "The code of the region in which it is held.",
  })
  regionCode?: string | null;
  @TextField({ max: 300, nullable: true, clearable: true, description: "Where it is held." })
  place?: string | null;
  @GivenField(() => DateScalar, { description: "Its first day." })
  heldFrom?: string;
  @GivenField(() => DateScalar, { description: "Its last day." })
  heldTo?: string;
  @NestedField(() => AgendaItemInput, { max: 100, nullable: true, description: "Its agenda." })
  agenda?: AgendaItemInput[];
  @GivenField(() => Visibility, { description: "Who may see it." })
  visibility?: Visibility;
  @Field(() => QuorumRuleInput, { nullable: true, description: "What its quorum asks for." })
  @ValidateIf((_, value) => value !== undefined)
  @NotNull()
  @ValidateNested()
  quorumRule?: QuorumRuleInput;
  @SourcesField("update")
  sources?: SourceInput[];
}

/** A step of a deliberation's life. */
@InputType({ description: "A step of a deliberation's life." })
export class DeliberationStepInput {
  @IdField({ description: "The deliberation." })
  id!: string;
  @ExpectedVersionField()
  expectedVersion!: number;
}

/** A further invitation. */
@InputType({ description: "A further invitation to a deliberation." })
export class InviteOrganisationInput extends InvitedInput {
  @NewIdField()
  id?: string | null;
  @IdField({ description: "The deliberation." })
  deliberationId!: string;
}

/** Who speaks for an invited organisation. */
@InputType({ description: "Who speaks for an invited organisation." })
export class NameDelegatesInput {
  @IdField({ description: "The invitation." })
  id!: string;
  @ExpectedVersionField()
  expectedVersion!: number;
  @TextsField({ max: 50, length: 200, description: "Who speaks for it, by name or office." })
  delegates!: string[];
}

/** An arrival or a departure. */
@InputType({ description: "That an invited organisation arrives or leaves, now." })
export class AttendanceInput {
  @IdField({ description: "The invitation." })
  id!: string;
  @ExpectedVersionField()
  expectedVersion!: number;
}
