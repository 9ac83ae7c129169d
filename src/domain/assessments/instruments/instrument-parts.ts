import { Field, Float, ObjectType } from "type-graphql";
import type { Text } from "../../../platform/errors.js";
import { TranslatedText } from "../../common/index.js";
import { QuestionKind } from "../enums.js";

/** One of the things that an instrument scores. */
@ObjectType({ description: "One of the things that an instrument scores. Dimensi." })
export class Dimension {
  @Field(() => String, { description: "Its key, as `HUMAN`." })
  key!: string;
  @Field(() => TranslatedText, { description: "Its title." })
  title!: TranslatedText;
}

/** One of the answers that a question offers. */
@ObjectType({ description: "One of the answers that a question offers. Pilihan." })
export class QuestionOption {
  @Field(() => String, { description: "Its key within the question." })
  key!: string;
  @Field(() => TranslatedText, { description: "What it says." })
  text!: TranslatedText;
  @Field(() => Float, {
    nullable: true,
    description: "Its score, 0 to 100; given where the question is scored.",
  })
  score!: number | null;
}

/** When a question is asked. */
@ObjectType({
  description: "When a question is asked: only if an earlier one was answered so. Syarat.",
})
export class QuestionCondition {
  @Field(() => String, { description: "The key of the earlier question." })
  question!: string;
  @Field(() => [String], {
    description:
      "It is asked when the earlier answer is one of these: keys of options, or `true` and `false`. Empty where a range is meant.",
  })
  anyOf!: string[];
  @Field(() => Float, {
    nullable: true,
    description: "It is asked when the earlier answer is this number or more.",
  })
  minimum!: number | null;
  @Field(() => Float, {
    nullable: true,
    description: "It is asked when the earlier answer is this number or less.",
  })
  maximum!: number | null;
}

/** A question of an instrument. */
@ObjectType({ description: "A question of an instrument. Pertanyaan." })
export class Question {
  @Field(() => String, { description: "Its key, one of a kind in the instrument, as `human-1`." })
  key!: string;
  @Field(() => QuestionKind, { description: "What sort of answer it takes." })
  kind!: QuestionKind;
  @Field(() => TranslatedText, { description: "What is asked." })
  text!: TranslatedText;
  @Field(() => TranslatedText, { nullable: true, description: "How to find the answer." })
  help!: TranslatedText | null;
  @Field(() => Boolean, { description: "Whether an assessment without its answer is incomplete." })
  required!: boolean;
  @Field(() => Float, { nullable: true, description: "The smallest answer taken." })
  minimum!: number | null;
  @Field(() => Float, { nullable: true, description: "The largest answer taken." })
  maximum!: number | null;
  @Field(() => [QuestionOption], { description: "What can be chosen; empty for other kinds." })
  options!: QuestionOption[];
  @Field(() => QuestionCondition, {
    nullable: true,
    description: "When it is asked; null when always.",
  })
  condition!: QuestionCondition | null;
  @Field(() => String, {
    nullable: true,
    description: "The key of the dimension that its score counts in; null when it is not scored.",
  })
  dimension!: string | null;
  @Field(() => Float, {
    nullable: true,
    description: "How much its score counts in the dimension; null when it is not scored.",
  })
  weight!: number | null;
  @Field(() => Boolean, { description: "Whether less is better: the score is then turned round." })
  reversed!: boolean;
}

/** Questions that belong together. */
@ObjectType({ description: "Questions that belong together. Bagian." })
export class InstrumentSection {
  @Field(() => String, { description: "Its key, one of a kind in the instrument." })
  key!: string;
  @Field(() => TranslatedText, { description: "Its title." })
  title!: TranslatedText;
  @Field(() => [Question], { description: "Its questions, in order." })
  questions!: Question[];
}

/** What is wrong with a key that names none of the questions. */
export const noQuestion: Text = {
  en: "is no question of the instrument",
  id: "bukan pertanyaan instrumen",
};

/** Every question of some sections, in order. */
export const questionsOf = (sections: readonly InstrumentSection[]): Question[] =>
  sections.flatMap(({ questions }) => questions);
