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
  PlainTextField,
  type SourceInput,
  SourcesField,
  TextField,
  TranslatedField,
  type TranslatedTextInput,
  ValueField,
  Visibility,
} from "../common/index.js";
import { DeliberationKind } from "./enums.js";
import { InvitedInput } from "./invitations/invitation-inputs.js";

@InputType({ description: "A point of the agenda." })
export class AgendaItemInput {
  @TextField({ max: 300, description: "Its subject." })
  title!: string;
  @ValueField(() => InstantScalar, {
    presence: "nullable",
    description: "The instant at which it begins.",
  })
  startsAt?: string | null;
  @TextField({
    max: 1000,
    lines: "several",
    presence: "nullable",
    description: "A remark, for example the name of the speaker.",
  })
  note?: string | null;
}

@InputType({
  description:
    "A deliberation's quorum (rule 1). An absent field does not change; in a new deliberation it has its default.",
})
export class QuorumRuleInput {
  @ValueField(() => Boolean, {
    presence: "optional",
    initial: true,
    description: "True if each invited sector must be present. Default: true.",
  })
  everySector?: boolean;
  @IntField({
    min: 0,
    max: 100,
    presence: "optional",
    initial: 50,
    description:
      "The share of the invited organisations that must attend, in per cent. Default: 50.",
  })
  share?: number;
}

class DeliberationFields {
  @ValueField(() => DeliberationKind, { description: "The kind of meeting." })
  kind!: DeliberationKind;
  @PlainTextField({ max: 300, byName: "titleText", description: "Its title." })
  title?: string;
  @TranslatedField("Its title.")
  titleText?: TranslatedTextInput;
  @TextField({
    max: 5000,
    lines: "several",
    presence: "nullable",
    description: "Its purpose, in short.",
  })
  summary?: string | null;
  @IdField({ presence: "nullable", description: "The programme that it belongs to." })
  programmeId?: string | null;
  @IdField({ presence: "nullable", description: "The area that it is about." })
  areaId?: string | null;
  @TextField({
    max: 13,
    presence: "nullable",
    description: "The code of the region where it is held.",
  })
  regionCode?: string | null;
  @TextField({ max: 300, presence: "nullable", description: "The place where it is held." })
  place?: string | null;
  @ValueField(() => DateScalar, { description: "Its first day." })
  heldFrom!: string;
  @ValueField(() => DateScalar, {
    presence: "defaulted",
    initial: ({ heldFrom }: DeliberationFields) => heldFrom,
    description: "Its last day. Default in a new deliberation: its first day.",
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
    initial: Visibility.PARTICIPANTS,
    description:
      "The viewers who may see it. Default in a new deliberation: PARTICIPANTS. With ORGANISATION, the invited organisations cannot see it.",
  })
  visibility?: Visibility | null;
  @InputField(() => QuorumRuleInput, {
    presence: "defaulted",
    description:
      "Its quorum. Default in a new deliberation: each invited sector, and half of the invited organisations.",
  })
  quorumRule?: QuorumRuleInput | null;
  @SourcesField()
  sources?: SourceInput[] | null;
}

@InputType({ description: "A new deliberation. Its first status is DRAFT." })
export class ConveneDeliberationInput extends CreationOf(DeliberationFields) {
  @KeyField({
    presence: "defaulted",
    description:
      "Its stable key; derived from the title when absent. The hub adds the end of the id to it, so that a key never tells whether a hidden one exists.",
  })
  key?: string | null;
  @IdField({ description: "The organisation that convenes it." })
  convenerId!: string;
  @InputsField(() => InvitedInput, {
    max: 1000,
    presence: "defaulted",
    isSet: true,
    description: "The organisations that it invites. More can be invited later.",
  })
  invitations?: InvitedInput[] | null;
  @ValueField(() => Boolean, {
    presence: "defaulted",
    initial: false,
    description:
      "True for a meeting that was held without the hub and is recorded afterwards. It needs sources, and its outcomes are added by recordOutcome. Default: false.",
  })
  recorded?: boolean | null;
}

@InputType({
  description:
    "Changes of a deliberation. An absent field does not change; null empties an optional field. In session, only summary, place, last day, agenda, visibility and sources may change.",
})
export class UpdateDeliberationInput extends ChangeOf("The deliberation.", DeliberationFields) {}

@InputType({ description: "The deliberation that goes to its next status." })
export class DeliberationStepInput extends ChangeOf("The deliberation.") {
  @TextField({
    max: 2000,
    lines: "several",
    presence: "nullable",
    description: "The reason of `cancelDeliberation`, which participants see; of no other step.",
  })
  reason?: string | null;
}
