import { InputType } from "type-graphql";
import { DateScalar } from "../../../platform/scalars.js";
import {
  ChangeOf,
  CreationInput,
  IdField,
  IdsField,
  InputField,
  InputsField,
  SourceInput,
  SourcesField,
  TextField,
  ValueField,
} from "../../common/index.js";

const textField = { max: 5000, lines: "several" } as const;
const responsibleField = { description: "The organisations that are responsible for it." };
const dueField = { description: "The due date." };
const reasonLength = 2000;

@InputType({
  description: "A text of an outcome in one or both languages; at least one is needed.",
})
export class OutcomeTextInput {
  @TextField({ ...textField, presence: "nullable", description: "In Indonesian." })
  indonesian?: string | null;
  @TextField({ ...textField, presence: "nullable", description: "In English." })
  english?: string | null;
}

const plainText = {
  ...textField,
  presence: "optional",
  description:
    "Its text, in the language of the request's `Accept-Language`, in Indonesian without one; `statement` names the languages. A new outcome needs one of the two.",
} as const;
const statement = {
  presence: "optional",
  description:
    "Its text by language. A language that is absent here has no text of its own: a new text replaces the earlier one in both languages, since a translation of that would say something else.",
} as const;

@InputType()
abstract class NewOutcomeInput extends CreationInput {
  @IdField({ description: "The deliberation." })
  deliberationId!: string;
  @TextField(plainText)
  text?: string;
  @InputField(() => OutcomeTextInput, statement)
  statement?: OutcomeTextInput;
  @IdsField({ ...responsibleField, presence: "defaulted" })
  responsibleIds?: string[] | null;
  @ValueField(() => DateScalar, { ...dueField, presence: "nullable" })
  dueOn?: string | null;
  @IdField({
    presence: "nullable",
    description:
      "The outcome that this one supersedes once it is agreed: an agreed outcome of an earlier, closed deliberation.",
  })
  supersedesId?: string | null;
  @IdField({
    presence: "nullable",
    description:
      "The outcome that this one takes up again: a deferred outcome of an earlier, closed deliberation.",
  })
  takesUpId?: string | null;
}

@InputType({ description: "An outcome that an attending organisation proposes." })
export class ProposeOutcomeInput extends NewOutcomeInput {
  @IdField({
    description: "The organisation that proposes it: an attending organisation, or the convener.",
  })
  organisationId!: string;
  @SourcesField()
  sources?: SourceInput[] | null;
}

@InputType({ description: "An outcome that was agreed in a meeting held without the hub." })
export class RecordOutcomeInput extends NewOutcomeInput {
  @InputsField(() => SourceInput, {
    min: 1,
    max: 50,
    description: "The sources that report the agreement: at least one.",
  })
  sources!: SourceInput[];
}

@InputType({
  description:
    "A new text of an outcome. An absent field does not change; null empties the due date. The new text has no positions yet.",
})
export class AmendOutcomeInput extends ChangeOf("The outcome.") {
  @IdField({
    presence: "optional",
    description:
      "The organisation that amends it: the one that proposed it, or the convener. Default: the first of the two that the requester may speak for.",
  })
  organisationId?: string;
  @TextField(plainText)
  text?: string;
  @InputField(() => OutcomeTextInput, statement)
  statement?: OutcomeTextInput;
  @IdsField({ ...responsibleField, presence: "optional" })
  responsibleIds?: string[];
  @ValueField(() => DateScalar, { ...dueField, presence: "nullable" })
  dueOn?: string | null;
  @TextField({ max: reasonLength, lines: "several", description: "The reason for the amendment." })
  reason!: string;
}

@InputType({ description: "The outcome that takes a step towards its decision." })
export class OutcomeStepInput extends ChangeOf("The outcome.") {}

@InputType({ description: "The decision to defer or reject an outcome, with the reason." })
export class OutcomeRefusalInput extends OutcomeStepInput {
  @TextField({ max: reasonLength, lines: "several", description: "The reason." })
  reason!: string;
}
