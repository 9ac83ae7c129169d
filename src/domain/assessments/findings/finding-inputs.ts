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
  @TextField({ max: 5000, description: "What was found." })
  text!: string;
  @TextField({ max: 5000, presence: "nullable", description: "What is recommended." })
  recommendation?: string | null;
  @IdsField({ presence: "defaulted", description: "The actions that it bears on." })
  actionIds?: string[] | null;
  @IdsField({ presence: "defaulted", description: "The measurements that it rests on." })
  measurementIds?: string[] | null;
}

@InputType({ description: "What a university found, and what it recommends." })
export class AddFindingInput extends CreationOf(FindingFields) {
  @IdField({ description: "The assessment." })
  assessmentId!: string;
}

@InputType({
  description: "Changes of a finding; absent fields stay, null empties those that may be empty.",
})
export class UpdateFindingInput extends ChangeOf("The finding.", FindingFields) {}

class ActionFindingFields {
  @ValueField(() => Completion, { description: "How far it was carried out." })
  completion!: Completion;
  @TextField({ max: 5000, presence: "nullable", description: "What this rests on." })
  note?: string | null;
}

@InputType({ description: "How far a university found an action to be carried out." })
export class AssessActionInput extends CreationOf(ActionFindingFields) {
  @IdField({ description: "The assessment." })
  assessmentId!: string;
  @IdField({ description: "The action: of the assessment's plan, or of a plan of its area." })
  actionId!: string;
}

@InputType({
  description:
    "Changes of the finding of an action; absent fields stay, null empties those that may be empty.",
})
export class UpdateActionFindingInput extends ChangeOf(
  "The finding of the action.",
  ActionFindingFields,
) {}

@InputType({ description: "The reply of an action's lead to what a university found of it." })
export class ReplyToFindingInput extends CreationInput {
  @IdField({ description: "The published finding of the action." })
  findingId!: string;
  @TextField({ max: 5000, description: "The reply." })
  text!: string;
}
