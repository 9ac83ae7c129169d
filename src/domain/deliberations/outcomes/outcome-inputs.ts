import { ValidateIf, ValidateNested } from "class-validator";
import { Field, InputType } from "type-graphql";
import { DateScalar } from "../../../platform/scalars.js";
import {
  ExpectedVersionField,
  IdField,
  IdsField,
  IntField,
  NestedField,
  NewIdField,
  SourceInput,
  SourcesField,
  TextField,
} from "../../common/index.js";
import { AddActionInput } from "../../plans/index.js";
import { Stance } from "../enums.js";

/** How long an outcome's text may be, in characters. */
const textLength = 5000;
/** How long a reason may be, in characters. */
const reasonLength = 2000;

/** What every new outcome needs. */
@InputType({ description: "A new outcome." })
class NewOutcomeInput {
  @NewIdField()
  id?: string | null;
  @IdField({ description: "The deliberation." })
  deliberationId!: string;
  @TextField({ max: textLength, description: "Its text." })
  text!: string;
  @IdsField({
    nullable: true,
    clearable: true,
    description: "The organisations that are to see to it.",
  })
  responsibleIds?: string[] | null;
  @Field(() => DateScalar, { nullable: true, description: "The day it is due." })
  dueOn?: string | null;
  @IdField({
    nullable: true,
    clearable: true,
    description:
      "The agreed outcome of an earlier, closed deliberation that it takes the place of once it is agreed.",
  })
  supersedesId?: string | null;
}

/** A proposal. */
@InputType({ description: "An outcome that an attending organisation proposes." })
export class ProposeOutcomeInput extends NewOutcomeInput {
  @IdField({
    description: "The organisation that proposes it: one that attends, or the convener.",
  })
  organisationId!: string;
  @SourcesField("create")
  sources?: SourceInput[] | null;
}

/** An outcome of a meeting that was held without the hub. */
@InputType({ description: "What was agreed in a meeting held without the hub." })
export class RecordOutcomeInput extends NewOutcomeInput {
  @NestedField(() => SourceInput, {
    min: 1,
    max: 50,
    description: "Where it is told that it was agreed; at least one.",
  })
  sources!: SourceInput[];
}

/** An amendment. */
@InputType({
  description:
    "A new text of an outcome; absent fields stay, null empties the due date. All positions are cleared.",
})
export class AmendOutcomeInput {
  @IdField({ description: "The outcome." })
  id!: string;
  @ExpectedVersionField()
  expectedVersion!: number;
  @IdField({
    nullable: true,
    description:
      "On whose behalf: the organisation that proposed it, or the convener. When absent, the first of the two for which the requester may speak.",
  })
  organisationId?: string;
  @TextField({ max: textLength, nullable: true, description: "Its new text." })
  text?: string;
  @IdsField({ nullable: true, description: "The organisations that are to see to it." })
  responsibleIds?: string[];
  @Field(() => DateScalar, { nullable: true, description: "The day it is due." })
  dueOn?: string | null;
  @TextField({ max: reasonLength, description: "Why it is amended." })
  reason!: string;
}

/** A position. */
@InputType({ description: "An organisation's position on an outcome's current text." })
export class TakePositionInput {
  @NewIdField()
  id?: string | null;
  @IdField({ description: "The outcome." })
  outcomeId!: string;
  @IntField({
    min: 1,
    max: 2_147_483_647,
    description: "The number of the text that you saw; one that was replaced gets CONFLICT.",
  })
  textVersion!: number;
  @IdField({ description: "Whose position it is: an organisation that attends." })
  organisationId!: string;
  @Field(() => Stance, { description: "The stance." })
  stance!: Stance;
  @TextField({
    max: reasonLength,
    nullable: true,
    clearable: true,
    description: "The reservation or objection in words; needed with those two.",
  })
  reason?: string | null;
}

/** A position taken anew. */
@InputType({
  description: "Another stance on the same text, as when an objection is withdrawn.",
})
export class ChangePositionInput {
  @IdField({ description: "The position." })
  id!: string;
  @ExpectedVersionField()
  expectedVersion!: number;
  @Field(() => Stance, { description: "The stance." })
  stance!: Stance;
  @TextField({
    max: reasonLength,
    nullable: true,
    clearable: true,
    description: "The reservation or objection in words; needed with those two.",
  })
  reason?: string | null;
}

/** A decision that needs no words. */
@InputType({ description: "A step towards the decision on an outcome." })
export class OutcomeStepInput {
  @IdField({ description: "The outcome." })
  id!: string;
  @ExpectedVersionField()
  expectedVersion!: number;
}

/** A decision not to agree. */
@InputType({ description: "That an outcome is deferred or rejected, and why." })
export class OutcomeRefusalInput extends OutcomeStepInput {
  @TextField({ max: reasonLength, description: "Why." })
  reason!: string;
}

/** What an outcome becomes. */
@InputType({
  description: "What an outcome becomes: a new action of a plan, or one that is there already.",
})
export class AdoptOutcomeInput {
  @NewIdField()
  id?: string | null;
  @IdField({ description: "The outcome; it must be agreed." })
  outcomeId!: string;
  @IdField({
    nullable: true,
    clearable: true,
    description: "The action that it became; give this or `action`.",
  })
  actionId?: string | null;
  @Field(() => AddActionInput, {
    nullable: true,
    description: "The action to make of it; give this or `actionId`.",
  })
  @ValidateIf((_, value) => value !== undefined && value !== null)
  @ValidateNested()
  action?: AddActionInput | null;
}

/** An organisation's acknowledgement of minutes. */
@InputType({ description: "An organisation's acknowledgement of minutes." })
export class AcknowledgeMinutesInput {
  @NewIdField()
  id?: string | null;
  @IdField({ description: "The minutes." })
  minutesId!: string;
  @IdField({ description: "The organisation; it attended." })
  organisationId!: string;
  @TextField({ max: 64, description: "The SHA-256 of the minutes that you saw." })
  sha256!: string;
}
