import { Float, InputType, Int } from "type-graphql";
import { MoneyScalar } from "../../../platform/scalars.js";
import { ChangeOf, InputsField, TextField, TextsField, ValueField } from "../../common/index.js";

@InputType({
  description:
    "The answer to one question, in the field for the question's kind. It replaces an earlier answer.",
})
export class AnswerInput {
  @TextField({ max: 80, description: "The question's key." })
  question!: string;
  @ValueField(() => Int, { presence: "nullable", description: "For SCALE." })
  scale?: number | null;
  @ValueField(() => Float, { presence: "nullable", description: "For NUMBER." })
  number?: number | null;
  @ValueField(() => Float, { presence: "nullable", description: "For PERCENT, 0 to 100." })
  percent?: number | null;
  @ValueField(() => MoneyScalar, {
    presence: "nullable",
    description: "For MONEY, in whole rupiah.",
  })
  money?: string | null;
  @TextField({
    max: 80,
    presence: "nullable",
    description: "For CHOICE: the key of the chosen option.",
  })
  choice?: string | null;
  @TextsField({
    max: 50,
    length: 80,
    presence: "nullable",
    description: "For MULTI_CHOICE: the keys of the chosen options, at least one.",
  })
  choices?: string[] | null;
  @ValueField(() => Boolean, { presence: "nullable", description: "For BOOLEAN." })
  boolean?: boolean | null;
  @TextField({ max: 5000, lines: "several", presence: "nullable", description: "For TEXT." })
  text?: string | null;
  @TextField({
    max: 2000,
    lines: "several",
    presence: "nullable",
    description: "A remark; when absent or null, an earlier remark is removed.",
  })
  note?: string | null;
}

@InputType({
  description:
    "Answers to one or more questions of an assessment. Questions that are not named do not change.",
})
export class AnswerAssessmentInput extends ChangeOf("The assessment.") {
  @InputsField(() => AnswerInput, {
    max: 500,
    description: "The answers, at most one for each question.",
  })
  answers!: AnswerInput[];
  @TextsField({
    max: 500,
    length: 80,
    presence: "defaulted",
    description: "The keys of questions whose answers are removed.",
  })
  clear?: string[] | null;
}
