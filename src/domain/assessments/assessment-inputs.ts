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

@InputType({ description: "A new assessment of an area or a plan, in one round." })
export class BeginAssessmentInput extends CreationInput {
  @IdField({ description: "The published edition of the instrument that it answers." })
  instrumentId!: string;
  @IdField({
    presence: "nullable",
    description: "The assessed area; give either this or `planId`.",
  })
  areaId?: string | null;
  @IdField({
    presence: "nullable",
    description: "The assessed plan; give either this or `areaId`.",
  })
  planId?: string | null;
  @IdField({
    presence: "defaulted",
    description:
      "The programme whose owner accepts and publishes it. Required for an area without a programme of its own. Default: the programme of the plan or the area.",
  })
  programmeId?: string | null;
  @IdField({ description: "The university that assesses." })
  universityId!: string;
  @ValueField(() => AssessmentRound, { description: "The round." })
  round!: AssessmentRound;
  @ValueField(() => DateScalar, { presence: "nullable", description: "The due date." })
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

@InputType({ description: "A finding of a university, as a source reports it." })
export class RecordedFindingInput extends CreationInput {
  @TextField({ max: 5000, lines: "several", description: "The finding, as text." })
  text!: string;
  @TextField({
    max: 5000,
    lines: "several",
    presence: "nullable",
    description: "The recommendation.",
  })
  recommendation?: string | null;
}

@InputType({
  description:
    "An assessment that was made and published without the hub, with the scores and findings that its sources report. At least one source is required.",
})
export class RecordAssessmentInput extends BeginAssessmentInput {
  @TextField({
    max: 2000,
    lines: "several",
    presence: "nullable",
    description: "The university's declaration of interests, if a source reports it.",
  })
  interests?: string | null;
  @InputsField(() => RecordedScoreInput, {
    max: 20,
    presence: "defaulted",
    isSet: true,
    description: "The scores, at most one for each dimension.",
  })
  scores?: RecordedScoreInput[] | null;
  @InputsField(() => RecordedFindingInput, {
    max: 100,
    presence: "defaulted",
    description: "The findings.",
  })
  findings?: RecordedFindingInput[] | null;
}

@InputType({ description: "A university's declaration of interests (rule 4)." })
export class DeclareInterestsInput extends ChangeOf("The assessment.") {
  @TextField({
    max: 2000,
    lines: "several",
    description:
      "The university's interests in the subject, in words; also required when there are none.",
  })
  interests!: string;
}

@InputType({ description: "The assessment that goes to its next status." })
export class AssessmentStepInput extends ChangeOf("The assessment.") {}

@InputType({ description: "The assessment that goes to its next status, with the reason." })
export class AssessmentReasonInput extends ChangeOf("The assessment.") {
  @TextField({ max: 2000, lines: "several", description: "The reason." })
  reason!: string;
}

@InputType({
  description:
    "A correction of a published assessment: a new assessment that begins with a copy of its answers, evidence and findings.",
})
export class CorrectAssessmentInput extends CreationInput {
  @IdField({ description: "The published assessment." })
  assessmentId!: string;
}
