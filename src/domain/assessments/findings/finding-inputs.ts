import { InputType } from "type-graphql";
import {
  ChangeOf,
  CreationInput,
  CreationOf,
  IdField,
  IdsField,
  TextField,
  ValueField,
} from "../../common/index.js";
import { Completion } from "../enums.js";

class FindingFields {
  @TextField({ max: 5000, lines: "several", description: "The finding, as text." })
  text!: string;
  @TextField({
    max: 5000,
    lines: "several",
    presence: "nullable",
    description: "The recommendation.",
  })
  recommendation?: string | null;
  @IdsField({ presence: "defaulted", description: "The actions that it concerns." })
  actionIds?: string[] | null;
  @IdsField({ presence: "defaulted", description: "The measurements that it is based on." })
  measurementIds?: string[] | null;
}

@InputType({ description: "A university's finding, with its recommendation." })
export class AddFindingInput extends CreationOf(FindingFields) {
  @IdField({ description: "The assessment." })
  assessmentId!: string;
}

@InputType({
  description:
    "Changes of a finding. An absent field does not change; null empties an optional field.",
})
export class UpdateFindingInput extends ChangeOf("The finding.", FindingFields) {}

class ActionFindingFields {
  @ValueField(() => Completion, { description: "The degree to which the action was carried out." })
  completion!: Completion;
  @TextField({
    max: 5000,
    lines: "several",
    presence: "nullable",
    description: "The basis of the finding, in words.",
  })
  note?: string | null;
}

@InputType({ description: "A university's finding on how far an action was carried out." })
export class AssessActionInput extends CreationOf(ActionFindingFields) {
  @IdField({ description: "The assessment." })
  assessmentId!: string;
  @IdField({ description: "The action: of the assessment's plan, or of a plan of its area." })
  actionId!: string;
}

@InputType({
  description:
    "Changes of the finding about an action. An absent field does not change; null empties an optional field.",
})
export class UpdateActionFindingInput extends ChangeOf(
  "The finding about the action.",
  ActionFindingFields,
) {}

@InputType({
  description: "The reply of an action's lead to a university's finding about the action.",
})
export class ReplyToFindingInput extends CreationInput {
  @IdField({ description: "The published finding about the action." })
  findingId!: string;
  @TextField({ max: 5000, lines: "several", description: "The reply." })
  text!: string;
}
