import { InputType } from "type-graphql";
import { DateScalar } from "../../platform/scalars.js";
import {
  ChangeOf,
  CreationOf,
  IdField,
  NumberField,
  PlainTextField,
  type SourceInput,
  SourcesField,
  TextField,
  TranslatedField,
  type TranslatedTextInput,
  ValueField,
} from "../common/index.js";
import { PovertyStrategy } from "../programmes/index.js";
import { ActionStage, ActionStatus } from "./enums.js";

class ActionFields {
  @PlainTextField({ max: 300, byName: "titleText", description: "The title: the work to do." })
  title?: string;
  @TranslatedField("The title: the work to do.")
  titleText?: TranslatedTextInput;
  @TextField({
    max: 5000,
    lines: "several",
    presence: "nullable",
    description: "The details: method, beneficiaries, places.",
  })
  description?: string | null;
  @ValueField(() => ActionStage, { description: "Its stage in the chain." })
  stage!: ActionStage;
  @ValueField(() => PovertyStrategy, {
    presence: "nullable",
    description: "The strategy that it serves.",
  })
  strategy?: PovertyStrategy | null;
  @IdField({
    presence: "nullable",
    description: "The organisation that leads it; the plan's lead when absent.",
  })
  leadId?: string | null;
  @ValueField(() => DateScalar, { presence: "nullable", description: "The first day." })
  startsOn?: string | null;
  @ValueField(() => DateScalar, { presence: "nullable", description: "The due date." })
  endsOn?: string | null;
  @NumberField({
    min: 0.001,
    max: 1_000_000,
    presence: "defaulted",
    initial: 1,
    description: "Its weight in the plan's progress, more than 0; 1 for a new action when absent.",
  })
  weight?: number | null;
  @SourcesField()
  sources?: SourceInput[] | null;
}

@InputType({ description: "A new action of a plan; it begins as PLANNED." })
export class AddActionInput extends CreationOf(ActionFields) {
  @IdField({ description: "The plan." })
  planId!: string;
}

@InputType({
  description:
    "Changes to an action. Absent fields stay as they are; null clears a field that may be empty.",
})
export class UpdateActionInput extends ChangeOf("The action.", ActionFields) {}

@InputType({ description: "An action's next status." })
export class ChangeActionStatusInput extends ChangeOf("The action.") {
  @ValueField(() => ActionStatus, { description: "The next status; the lifecycle limits it." })
  status!: ActionStatus;
}
