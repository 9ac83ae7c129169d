import { InputType } from "type-graphql";
import { DateScalar } from "../../platform/scalars.js";
import { ChangeOf, CreationOf, IdField, TextField, ValueField } from "../common/index.js";

class MilestoneFields {
  @TextField({ max: 300, description: "The result to reach." })
  title!: string;
  @ValueField(() => DateScalar, { description: "The due date." })
  dueOn!: string;
}

@InputType({ description: "A new milestone of an action." })
export class AddMilestoneInput extends CreationOf(MilestoneFields) {
  @IdField({ description: "The action." })
  actionId!: string;
}

@InputType({ description: "Changes to a milestone. Absent fields stay as they are." })
export class UpdateMilestoneInput extends ChangeOf("The milestone.", MilestoneFields) {}

@InputType({ description: "The completion of a milestone." })
export class CompleteMilestoneInput extends ChangeOf("The milestone.") {
  @ValueField(() => DateScalar, {
    presence: "nullable",
    description: "The day on which it was reached, not after today; today when absent.",
  })
  completedOn?: string | null;
}
