import { InputType } from "type-graphql";
import { CreationInput, IdField, InputField } from "../../common/index.js";
import { AddActionInput } from "../../plans/index.js";

@InputType({
  description: "What an outcome becomes: a new action of a plan, or one that is there already.",
})
export class AdoptOutcomeInput extends CreationInput {
  @IdField({ description: "The outcome; it must be agreed." })
  outcomeId!: string;
  @IdField({
    presence: "nullable",
    description: "The action that it became; give this or `action`.",
  })
  actionId?: string | null;
  @InputField(() => AddActionInput, {
    presence: "nullable",
    description: "The action to make of it; give this or `actionId`.",
  })
  action?: AddActionInput | null;
}
