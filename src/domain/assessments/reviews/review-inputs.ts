import { InputType } from "type-graphql";
import {
  ChangeOf,
  CreationInput,
  IdField,
  InputsField,
  TextField,
  ValueField,
} from "../../common/index.js";
import { Verdict } from "../enums.js";

@InputType({
  description: "The assessment that goes to its review, with the second reader's organisation.",
})
export class BeginReviewInput extends ChangeOf("The assessment.") {
  @IdField({
    presence: "defaulted",
    description:
      "The organisation that gives the second reading; it must not belong to the university. Default: the programme's owner.",
  })
  reviewerId?: string | null;
}

@InputType({ description: "A second reader's comment on one question." })
export class ReviewCommentInput {
  @TextField({ max: 80, description: "The question's key." })
  question!: string;
  @TextField({ max: 2000, lines: "several", description: "The comment." })
  text!: string;
}

@InputType({ description: "A second reader's verdict on an assessment that is in review." })
export class ReviewAssessmentInput extends CreationInput {
  @IdField({ description: "The assessment." })
  assessmentId!: string;
  @ValueField(() => Verdict, { description: "The verdict." })
  verdict!: Verdict;
  @TextField({
    max: 5000,
    lines: "several",
    presence: "nullable",
    description: "The summary in words. RETURN requires a summary or a comment.",
  })
  summary?: string | null;
  @InputsField(() => ReviewCommentInput, {
    max: 500,
    presence: "defaulted",
    description: "The comments on single questions.",
  })
  comments?: ReviewCommentInput[] | null;
}
