import { InputType } from "type-graphql";
import { DateScalar } from "../../platform/scalars.js";
import {
  ChangeOf,
  CreationInput,
  CreationOf,
  IdField,
  InputsField,
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
import { ActionPlanStatus, ParticipantRole } from "./enums.js";

@InputType({ description: "A participant of a new plan." })
export class ParticipantInput {
  @IdField({ description: "The organisation." })
  organisationId!: string;
  @ValueField(() => ParticipantRole, { description: "Its role." })
  role!: ParticipantRole;
}

class PlanFields {
  @PlainTextField({ max: 300, byName: "titleText", description: "Its title." })
  title?: string;
  @TranslatedField("Its title.")
  titleText?: TranslatedTextInput;
  @TextField({
    max: 5000,
    lines: "several",
    presence: "nullable",
    description: "Its aims, in short.",
  })
  summary?: string | null;
  @IdField({ description: "The organisation that leads it." })
  leadId!: string;
  @ValueField(() => DateScalar, { description: "The first day." })
  startsOn!: string;
  @ValueField(() => DateScalar, {
    presence: "nullable",
    description: "The last day; none for an open end.",
  })
  endsOn?: string | null;
  @ValueField(() => Visibility, {
    presence: "defaulted",
    initial: Visibility.PARTICIPANTS,
    description: "Its audience; PARTICIPANTS for a new plan when absent.",
  })
  visibility?: Visibility | null;
  @SourcesField()
  sources?: SourceInput[] | null;
}

@InputType({ description: "A new plan." })
export class CreateActionPlanInput extends CreationOf(PlanFields) {
  @KeyField({
    presence: "defaulted",
    description:
      "Its stable key; derived from the title when absent. The hub adds the end of the id to it, so that a key never tells whether a hidden one exists.",
  })
  key?: string | null;
  @IdField({ description: "The programme that it belongs to." })
  programmeId!: string;
  @IdField({
    presence: "nullable",
    description: "The area that it is for; absent for a nationwide plan.",
  })
  areaId?: string | null;
  @InputsField(() => ParticipantInput, {
    max: 200,
    presence: "defaulted",
    isSet: true,
    description: "The organisations that take part, with their roles.",
  })
  participants?: ParticipantInput[] | null;
}

@InputType({
  description:
    "Changes to a plan. Absent fields stay as they are; null clears a field that may be empty.",
})
export class UpdateActionPlanInput extends ChangeOf("The plan.", PlanFields) {}

@InputType({ description: "A plan's next status." })
export class ChangeActionPlanStatusInput extends ChangeOf("The plan.") {
  @ValueField(() => ActionPlanStatus, { description: "The next status; the lifecycle limits it." })
  status!: ActionPlanStatus;
}

@InputType({ description: "An owner's answer to a plan that others made." })
export class AnswerActionPlanInput extends ChangeOf("The plan.") {}

@InputType({ description: "An organisation's answer to its part in a plan." })
export class AnswerPartInput extends ChangeOf(
  "The part: the participant, the plan or the action.",
) {}

@InputType({ description: "A new participant of a plan, or another role of a participant." })
export class AddParticipantInput extends CreationInput {
  @IdField({ description: "The plan." })
  planId!: string;
  @IdField({ description: "The organisation." })
  organisationId!: string;
  @ValueField(() => ParticipantRole, { description: "Its role." })
  role!: ParticipantRole;
}
