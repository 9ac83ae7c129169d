import { Float, InputType, Int } from "type-graphql";
import { MoneyScalar } from "../../../platform/scalars.js";
import { ChangeOf, InputsField, TextField, TextsField, ValueField } from "../../common/index.js";

@InputType({
  description:
    "The answer to one question, in the field of the question's kind; it takes the place of an earlier one.",
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
    description: "For CHOICE: the key of the option chosen.",
  })
  choice?: string | null;
  @TextsField({
    max: 50,
    length: 80,
    presence: "nullable",
    description: "For MULTI_CHOICE: the keys of the options chosen, at least one.",
  })
  choices?: string[] | null;
  @ValueField(() => Boolean, { presence: "nullable", description: "For BOOLEAN." })
  boolean?: boolean | null;
  @TextField({ max: 5000, presence: "nullable", description: "For TEXT." })
  text?: string | null;
  @TextField({
    max: 2000,
    presence: "nullable",
    description: "A remark; an absent or null one empties an earlier one.",
  })
  note?: string | null;
}

@InputType({
  description:
    "Answers to questions of an assessment: one, some or all; what is not named stays as it is.",
})
export class AnswerAssessmentInput extends ChangeOf("The assessment.") {
  @InputsField(() => AnswerInput, { max: 500, description: "The answers, each question once." })
  answers!: AnswerInput[];
  @TextsField({
    max: 500,
    length: 80,
    presence: "defaulted",
    description: "The keys of questions whose answers are taken away.",
  })
  clear?: string[] | null;
}
