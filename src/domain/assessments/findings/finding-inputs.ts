import { IsUrl, MaxLength } from "class-validator";
import { Field, InputType } from "type-graphql";
import {
  ExpectedVersionField,
  GivenField,
  IdField,
  IdsField,
  NewIdField,
  TextField,
} from "../../common/index.js";
import { Completion } from "../enums.js";

/** A finding. */
@InputType({ description: "What a university found, and what it recommends." })
export class AddFindingInput {
  @NewIdField()
  id?: string | null;
  @IdField({ description: "The assessment." })
  assessmentId!: string;
  @TextField({ max: 5000, description: "What was found." })
  text!: string;
  @TextField({ max: 5000, nullable: true, clearable: true, description: "What is recommended." })
  recommendation?: string | null;
  @IdsField({ nullable: true, clearable: true, description: "The actions that it bears on." })
  actionIds?: string[] | null;
  @IdsField({ nullable: true, clearable: true, description: "The measurements that it rests on." })
  measurementIds?: string[] | null;
}

/** What may change of a finding. */
@InputType({ description: "Changes of a finding; absent fields stay." })
export class UpdateFindingInput {
  @IdField({ description: "The finding." })
  id!: string;
  @ExpectedVersionField()
  expectedVersion!: number;
  @TextField({ max: 5000, nullable: true, description: "What was found." })
  text?: string;
  @TextField({
    max: 5000,
    nullable: true,
    clearable: true,
    description: "What is recommended; null empties it.",
  })
  recommendation?: string | null;
  @IdsField({ nullable: true, description: "The actions that it bears on." })
  actionIds?: string[];
  @IdsField({ nullable: true, description: "The measurements that it rests on." })
  measurementIds?: string[];
}

/** How far an action was carried out. */
@InputType({ description: "How far a university found an action to be carried out." })
export class AssessActionInput {
  @NewIdField()
  id?: string | null;
  @IdField({ description: "The assessment." })
  assessmentId!: string;
  @IdField({ description: "The action: of the assessment's plan, or of a plan of its area." })
  actionId!: string;
  @Field(() => Completion, { description: "How far it was carried out." })
  completion!: Completion;
  @TextField({ max: 5000, nullable: true, clearable: true, description: "What this rests on." })
  note?: string | null;
}

/** What may change of it. */
@InputType({ description: "Changes of what was found of an action; absent fields stay." })
export class UpdateActionFindingInput {
  @IdField({ description: "The finding of the action." })
  id!: string;
  @ExpectedVersionField()
  expectedVersion!: number;
  @GivenField(() => Completion, { description: "How far it was carried out." })
  completion?: Completion;
  @TextField({
    max: 5000,
    nullable: true,
    clearable: true,
    description: "What this rests on; null empties it.",
  })
  note?: string | null;
}

/** A reply. */
@InputType({ description: "What an action's lead says to what a university found of it." })
export class ReplyToFindingInput {
  @NewIdField()
  id?: string | null;
  @IdField({ description: "The published finding of the action." })
  findingId!: string;
  @TextField({ max: 5000, description: "The reply." })
  text!: string;
}

/** A link on which an assessment rests. */
@InputType({
  description: "A link on which an assessment rests. Files are uploaded beside GraphQL.",
})
export class AddEvidenceInput {
  @NewIdField()
  id?: string | null;
  @IdField({ description: "The assessment." })
  assessmentId!: string;
  @TextField({
    max: 80,
    nullable: true,
    clearable: true,
    description: "The key of the question whose answer rests on it.",
  })
  question?: string | null;
  @TextField({ max: 300, description: "What it is." })
  title!: string;
  @Field(() => String, { description: "Its address (http or https URL)." })
  @MaxLength(2000)
  @IsUrl({ protocols: ["http", "https"], require_protocol: true })
  address!: string;
}
