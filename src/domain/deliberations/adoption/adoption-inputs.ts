import { InputType } from "type-graphql";
import { CreationInput, IdField, InputField } from "../../common/index.js";
import { AddActionInput } from "../../plans/index.js";

@InputType({
  description:
    "The action that results from an outcome: a new action of a plan, or an existing one.",
})
export class AdoptOutcomeInput extends CreationInput {
  @IdField({ description: "The outcome; it must be agreed." })
  outcomeId!: string;
  @IdField({
    presence: "nullable",
    description: "The existing action; give either this or `action`.",
  })
  actionId?: string | null;
  @InputField(() => AddActionInput, {
    presence: "nullable",
    description: "The new action; give either this or `actionId`.",
  })
  action?: AddActionInput | null;
}
