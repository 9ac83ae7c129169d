import { InputType } from "type-graphql";
import { DateScalar } from "../../../platform/scalars.js";
import {
  ChangeOf,
  CreationInput,
  IdField,
  IdsField,
  InputsField,
  SourceInput,
  SourcesField,
  TextField,
  ValueField,
} from "../../common/index.js";

const textField = { max: 5000, description: "Its text." };
const responsibleField = { description: "The organisations that are to see to it." };
const dueField = { description: "The day it is due." };
const reasonLength = 2000;

@InputType()
abstract class NewOutcomeInput extends CreationInput {
  @IdField({ description: "The deliberation." })
  deliberationId!: string;
  @TextField(textField)
  text!: string;
  @IdsField({ ...responsibleField, presence: "defaulted" })
  responsibleIds?: string[] | null;
  @ValueField(() => DateScalar, { ...dueField, presence: "nullable" })
  dueOn?: string | null;
  @IdField({
    presence: "nullable",
    description:
      "The agreed outcome of an earlier, closed deliberation that it takes the place of once it is agreed.",
  })
  supersedesId?: string | null;
}

@InputType({ description: "An outcome that an attending organisation proposes." })
export class ProposeOutcomeInput extends NewOutcomeInput {
  @IdField({
    description: "The organisation that proposes it: one that attends, or the convener.",
  })
  organisationId!: string;
  @SourcesField()
  sources?: SourceInput[] | null;
}

@InputType({ description: "What was agreed in a meeting held without the hub." })
export class RecordOutcomeInput extends NewOutcomeInput {
  @InputsField(() => SourceInput, {
    min: 1,
    max: 50,
    description: "The sources that report the agreement; at least one.",
  })
  sources!: SourceInput[];
}

@InputType({
  description:
    "A new text of an outcome; absent fields stay, null empties the due date. All positions are cleared.",
})
export class AmendOutcomeInput extends ChangeOf("The outcome.") {
  @IdField({
    presence: "optional",
    description:
      "On whose behalf: the organisation that proposed it, or the convener. When absent, the first of the two for which the requester may speak.",
  })
  organisationId?: string;
  @TextField({ ...textField, presence: "optional" })
  text?: string;
  @IdsField({ ...responsibleField, presence: "optional" })
  responsibleIds?: string[];
  @ValueField(() => DateScalar, { ...dueField, presence: "nullable" })
  dueOn?: string | null;
  @TextField({ max: reasonLength, description: "Why it is amended." })
  reason!: string;
}

@InputType({ description: "A step towards the decision on an outcome." })
export class OutcomeStepInput extends ChangeOf("The outcome.") {}

@InputType({ description: "The decision to defer or reject an outcome, and why." })
export class OutcomeRefusalInput extends OutcomeStepInput {
  @TextField({ max: reasonLength, description: "Why." })
  reason!: string;
}
