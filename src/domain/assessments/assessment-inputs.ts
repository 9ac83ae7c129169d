import { InputType } from "type-graphql";
import { DateScalar } from "../../platform/scalars.js";
import {
  ChangeOf,
  CreationInput,
  IdField,
  InputsField,
  NumberField,
  type SourceInput,
  SourcesField,
  TextField,
  ValueField,
} from "../common/index.js";
import { AssessmentRound } from "./enums.js";

@InputType({ description: "A new assessment: of an area or of a plan, in one round." })
export class BeginAssessmentInput extends CreationInput {
  @IdField({ description: "The published edition of the instrument that it answers." })
  instrumentId!: string;
  @IdField({
    presence: "nullable",
    description: "The area that it is about; give it or `planId`.",
  })
  areaId?: string | null;
  @IdField({
    presence: "nullable",
    description: "The plan that it is about; give it or `areaId`.",
  })
  planId?: string | null;
  @IdField({
    presence: "defaulted",
    description:
      "The programme whose owner accepts and publishes it: needed for an area of no programme; else the plan's or the area's own.",
  })
  programmeId?: string | null;
  @IdField({ description: "The university that assesses." })
  universityId!: string;
  @ValueField(() => AssessmentRound, { description: "The round." })
  round!: AssessmentRound;
  @ValueField(() => DateScalar, { presence: "nullable", description: "The day it is due." })
  dueOn?: string | null;
  @SourcesField()
  sources?: SourceInput[] | null;
}

@InputType({ description: "The score of a dimension, as a source reports it." })
export class RecordedScoreInput {
  @TextField({ max: 80, description: "The dimension's key, as `HUMAN`." })
  dimension!: string;
  @NumberField({ min: 0, max: 100, description: "The score, 0 to 100." })
  value!: number;
}

@InputType({ description: "What a university found, as a source reports it." })
export class RecordedFindingInput extends CreationInput {
  @TextField({ max: 5000, description: "What was found." })
  text!: string;
  @TextField({ max: 5000, presence: "nullable", description: "What is recommended." })
  recommendation?: string | null;
}

@InputType({
  description:
    "An assessment that was made and published without the hub, with what its sources report; at least one source is needed.",
})
export class RecordAssessmentInput extends BeginAssessmentInput {
  @TextField({
    max: 2000,
    presence: "nullable",
    description: "The university's declaration of interests, where a source reports it.",
  })
  interests?: string | null;
  @InputsField(() => RecordedScoreInput, {
    max: 20,
    presence: "defaulted",
    description: "The scores by dimension, each once.",
  })
  scores?: RecordedScoreInput[] | null;
  @InputsField(() => RecordedFindingInput, {
    max: 100,
    presence: "defaulted",
    description: "What was found.",
  })
  findings?: RecordedFindingInput[] | null;
}

@InputType({ description: "A university's declaration of interests (rule 4)." })
export class DeclareInterestsInput extends ChangeOf("The assessment.") {
  @TextField({
    max: 2000,
    description: "The university's interests in the subject, in words, also where there are none.",
  })
  interests!: string;
}

@InputType({ description: "A step of an assessment." })
export class AssessmentStepInput extends ChangeOf("The assessment.") {}

@InputType({ description: "A step of an assessment that has a reason." })
export class AssessmentReasonInput extends ChangeOf("The assessment.") {
  @TextField({ max: 2000, description: "Why." })
  reason!: string;
}

@InputType({
  description:
    "A correction of a published assessment: a new one, with its answers, evidence and findings to begin with.",
})
export class CorrectAssessmentInput extends CreationInput {
  @IdField({ description: "The published assessment." })
  assessmentId!: string;
}
