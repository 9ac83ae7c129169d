import { InputType } from "type-graphql";
import { DateScalar, InstantScalar } from "../../platform/scalars.js";
import {
  ChangeOf,
  CreationOf,
  IdField,
  InputField,
  InputsField,
  IntField,
  KeyField,
  type SourceInput,
  SourcesField,
  TextField,
  ValueField,
  Visibility,
} from "../common/index.js";
import { DeliberationKind } from "./enums.js";
import { InvitedInput } from "./invitations/invitation-inputs.js";

@InputType({ description: "A point of the agenda." })
export class AgendaItemInput {
  @TextField({ max: 300, description: "What it is about." })
  title!: string;
  @ValueField(() => InstantScalar, { presence: "nullable", description: "When it begins." })
  startsAt?: string | null;
  @TextField({ max: 1000, presence: "nullable", description: "A remark, as who presents it." })
  note?: string | null;
}

@InputType({
  description:
    "A deliberation's quorum (rule 1). An absent field stays; in a new deliberation it has its usual value.",
})
export class QuorumRuleInput {
  @ValueField(() => Boolean, {
    presence: "optional",
    description: "Whether each invited sector must be there; usually true.",
  })
  everySector?: boolean;
  @IntField({
    min: 0,
    max: 100,
    presence: "optional",
    description:
      "The share of the invited organisations that must attend, in per cent; usually 50.",
  })
  share?: number;
}

class DeliberationFields {
  @ValueField(() => DeliberationKind, { description: "What sort of meeting it is." })
  kind!: DeliberationKind;
  @TextField({ max: 300, description: "Its title." })
  title!: string;
  @TextField({ max: 5000, presence: "nullable", description: "What it is to settle, in short." })
  summary?: string | null;
  @IdField({ presence: "nullable", description: "The programme that it is of." })
  programmeId?: string | null;
  @IdField({ presence: "nullable", description: "The area that it is about." })
  areaId?: string | null;
  @TextField({
    max: 13,
    presence: "nullable",
    description: "The code of the region in which it is held.",
  })
  regionCode?: string | null;
  @TextField({ max: 300, presence: "nullable", description: "Where it is held." })
  place?: string | null;
  @ValueField(() => DateScalar, { description: "Its first day." })
  heldFrom!: string;
  @ValueField(() => DateScalar, {
    presence: "defaulted",
    description: "Its last day; a new deliberation ends on its first day when this is absent.",
  })
  heldTo?: string | null;
  @InputsField(() => AgendaItemInput, {
    max: 100,
    presence: "defaulted",
    description: "Its agenda, in order.",
  })
  agenda?: AgendaItemInput[] | null;
  @ValueField(() => Visibility, {
    presence: "defaulted",
    description:
      "Who may see it; a new deliberation is for PARTICIPANTS when this is absent. With ORGANISATION the invited organisations do not find it.",
  })
  visibility?: Visibility | null;
  @InputField(() => QuorumRuleInput, {
    presence: "defaulted",
    description:
      "Its quorum; a new deliberation needs each sector and half of the invited when this is absent.",
  })
  quorumRule?: QuorumRuleInput | null;
  @SourcesField()
  sources?: SourceInput[] | null;
}

@InputType({ description: "A new deliberation; it begins as DRAFT." })
export class ConveneDeliberationInput extends CreationOf(DeliberationFields) {
  @KeyField({
    presence: "defaulted",
    description: "Its stable key; made from the title when absent.",
  })
  key?: string | null;
  @IdField({ description: "The organisation that convenes it." })
  convenerId!: string;
  @InputsField(() => InvitedInput, {
    max: 1000,
    presence: "defaulted",
    description: "The organisations that it invites; more can be invited later.",
  })
  invitations?: InvitedInput[] | null;
  @ValueField(() => Boolean, {
    presence: "defaulted",
    description:
      "Whether it was held without the hub and is recorded afterwards; it then needs sources, and its outcomes come by recordOutcome.",
  })
  recorded?: boolean | null;
}

@InputType({
  description:
    "Changes of a deliberation; absent fields stay, null empties those that may be empty. In session, only summary, place, last day, agenda, visibility and sources change.",
})
export class UpdateDeliberationInput extends ChangeOf("The deliberation.", DeliberationFields) {}

@InputType({ description: "A step of a deliberation's life." })
export class DeliberationStepInput extends ChangeOf("The deliberation.") {}
