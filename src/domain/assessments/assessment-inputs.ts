import { IsNumber, Max, Min } from "class-validator";
import { Field, Float, InputType, Int } from "type-graphql";
import { DateScalar, MoneyScalar } from "../../platform/scalars.js";
import {
  ExpectedVersionField,
  IdField,
  NestedField,
  NewIdField,
  type SourceInput,
  SourcesField,
  TextField,
  TextsField,
} from "../common/index.js";
import { AssessmentRound, Verdict } from "./enums.js";

/** A new assessment, assigned or offered. */
@InputType({ description: "A new assessment: of an area or of a plan, in one round." })
export class BeginAssessmentInput {
  @NewIdField()
  id?: string | null;
  @IdField({ description: "The published edition of the instrument that it answers." })
  instrumentId!: string;
  @IdField({
    nullable: true,
    clearable: true,
    description: "The area that it is about; give it or `planId`.",
  })
  areaId?: string | null;
  @IdField({
    nullable: true,
    clearable: true,
    description: "The plan that it is about; give it or `areaId`.",
  })
  planId?: string | null;
  @IdField({
    nullable: true,
    clearable: true,
    description:
      "The programme whose owner accepts and publishes it: needed for an area of no programme; else the plan's or the area's own.",
  })
  programmeId?: string | null;
  @IdField({ description: "The university that assesses." })
  universityId!: string;
  @Field(() => AssessmentRound, { description: "The round." })
  round!: AssessmentRound;
  @Field(() => DateScalar, { nullable: true, description: "The day it is due." })
  dueOn?: string | null;
  @SourcesField("create")
  sources?: SourceInput[] | null;
}

/** A score that a source tells. */
@InputType({ description: "The score of a dimension, as a source tells it." })
export class RecordedScoreInput {
  @TextField({ max: 80, description: "The dimension's key, as `HUMAN`." })
  dimension!: string;
  @Field(() => Float, { description: "The score, 0 to 100." })
  @IsNumber()
  @Min(0)
  @Max(100)
  value!: number;
}

/** A finding that a source tells. */
@InputType({ description: "What a university found, as a source tells it." })
export class RecordedFindingInput {
  @NewIdField()
  id?: string | null;
  @TextField({ max: 5000, description: "What was found." })
  text!: string;
  @TextField({ max: 5000, nullable: true, clearable: true, description: "What is recommended." })
  recommendation?: string | null;
}

/** An assessment that was made without the hub. */
@InputType({
  description:
    "An assessment that was made and published without the hub, with what its sources tell; at least one source is needed.",
})
export class RecordAssessmentInput extends BeginAssessmentInput {
  @TextField({
    max: 2000,
    nullable: true,
    clearable: true,
    description: "The university's declaration of interests, where a source tells it.",
  })
  interests?: string | null;
  @NestedField(() => RecordedScoreInput, {
    max: 20,
    nullable: true,
    clearable: true,
    description: "The scores by dimension, each once.",
  })
  scores?: RecordedScoreInput[] | null;
  @NestedField(() => RecordedFindingInput, {
    max: 100,
    nullable: true,
    clearable: true,
    description: "What was found.",
  })
  findings?: RecordedFindingInput[] | null;
}

/** The answer to one question. */
@InputType({
  description:
    "The answer to one question, in the field of the question's kind; it takes the place of an earlier one.",
})
export class AnswerInput {
  @TextField({ max: 80, description: "The question's key." })
  question!: string;
  @Field(() => Int, { nullable: true, description: "For SCALE." })
  scale?: number | null;
  @Field(() => Float, { nullable: true, description: "For NUMBER." })
  number?: number | null;
  @Field(() => Float, { nullable: true, description: "For PERCENT, 0 to 100." })
  percent?: number | null;
  @Field(() => MoneyScalar, { nullable: true, description: "For MONEY, in whole rupiah." })
  money?: string | null;
  @TextField({
    max: 80,
    nullable: true,
    clearable: true,
    description: "For CHOICE: the key of the option chosen.",
  })
  choice?: string | null;
  @TextsField({
    max: 50,
    length: 80,
    nullable: true,
    clearable: true,
    description: "For MULTI_CHOICE: the keys of the options chosen, at least one.",
  })
  choices?: string[] | null;
  @Field(() => Boolean, { nullable: true, description: "For BOOLEAN." })
  boolean?: boolean | null;
  @TextField({ max: 5000, nullable: true, clearable: true, description: "For TEXT." })
  text?: string | null;
  @TextField({
    max: 2000,
    nullable: true,
    clearable: true,
    description: "A remark; an absent or null one empties an earlier one.",
  })
  note?: string | null;
}

/** Answers to questions of an assessment. */
@InputType({
  description:
    "Answers to questions of an assessment: one, some or all; what is not named stays as it is.",
})
export class AnswerAssessmentInput {
  @IdField({ description: "The assessment." })
  id!: string;
  @ExpectedVersionField()
  expectedVersion!: number;
  @NestedField(() => AnswerInput, { max: 500, description: "The answers, each question once." })
  answers!: AnswerInput[];
  @TextsField({
    max: 500,
    length: 80,
    nullable: true,
    clearable: true,
    description: "The keys of questions whose answers are taken away.",
  })
  clear?: string[] | null;
}

/** A declaration of interests. */
@InputType({ description: "A university's declaration of interests (rule 4)." })
export class DeclareInterestsInput {
  @IdField({ description: "The assessment." })
  id!: string;
  @ExpectedVersionField()
  expectedVersion!: number;
  @TextField({
    max: 2000,
    description: "The university's interests in the subject, in words; that there are none, too.",
  })
  interests!: string;
}

/** A step of an assessment. */
@InputType({ description: "A step of an assessment." })
export class AssessmentStepInput {
  @IdField({ description: "The assessment." })
  id!: string;
  @ExpectedVersionField()
  expectedVersion!: number;
}

/** A step that has a reason. */
@InputType({ description: "A step of an assessment that has a reason." })
export class AssessmentReasonInput {
  @IdField({ description: "The assessment." })
  id!: string;
  @ExpectedVersionField()
  expectedVersion!: number;
  @TextField({ max: 2000, description: "Why." })
  reason!: string;
}

/** The beginning of a review. */
@InputType({ description: "The beginning of a review." })
export class BeginReviewInput {
  @IdField({ description: "The assessment." })
  id!: string;
  @ExpectedVersionField()
  expectedVersion!: number;
  @IdField({
    nullable: true,
    clearable: true,
    description:
      "The organisation that gives the second reading, not of the university; the programme's owner when absent.",
  })
  reviewerId?: string | null;
}

@InputType({ description: "What a second reader says to one question." })
export class ReviewCommentInput {
  @TextField({ max: 80, description: "The question's key." })
  question!: string;
  @TextField({ max: 2000, description: "The comment." })
  text!: string;
}

/** A second reader's verdict. */
@InputType({ description: "A second reader's verdict on an assessment that is in review." })
export class ReviewAssessmentInput {
  @NewIdField()
  id?: string | null;
  @IdField({ description: "The assessment." })
  assessmentId!: string;
  @Field(() => Verdict, { description: "The verdict." })
  verdict!: Verdict;
  @TextField({
    max: 5000,
    nullable: true,
    clearable: true,
    description: "The whole, in words; RETURN needs it, or a comment.",
  })
  summary?: string | null;
  @NestedField(() => ReviewCommentInput, {
    max: 500,
    nullable: true,
    clearable: true,
    description: "What is said to single questions.",
  })
  comments?: ReviewCommentInput[] | null;
}

/** A correction of a published assessment. */
@InputType({
  description:
    "A correction of a published assessment: a new one, with its answers, evidence and findings to begin with.",
})
export class CorrectAssessmentInput {
  @NewIdField()
  id?: string | null;
  @IdField({ description: "The published assessment." })
  assessmentId!: string;
}
