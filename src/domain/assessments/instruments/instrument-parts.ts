import { Field, Float, ObjectType } from "type-graphql";
import type { Text } from "../../../platform/errors.js";
import { type HeldText, TranslatedText } from "../../common/index.js";
import { QuestionKind } from "../enums.js";

/** A dimension that an instrument scores. */
@ObjectType({ description: "A dimension that an instrument scores. Dimensi." })
export class Dimension {
  @Field(() => String, { description: "Its key, as `HUMAN`." })
  key!: string;
  @Field(() => TranslatedText, { description: "Its title." })
  title!: HeldText;
}

/** An option of a question. */
@ObjectType({ description: "An option of a question. Pilihan." })
export class QuestionOption {
  @Field(() => String, { description: "Its key within the question." })
  key!: string;
  @Field(() => TranslatedText, { description: "Its text." })
  text!: HeldText;
  @Field(() => Float, {
    nullable: true,
    description: "Its score, 0 to 100; null if the question has no score.",
  })
  score!: number | null;
}

/** The condition under which a question applies. */
@ObjectType({
  description:
    "The condition under which a question applies: the answer to an earlier question. Syarat.",
})
export class QuestionCondition {
  @Field(() => String, { description: "The key of the earlier question." })
  question!: string;
  @Field(() => [String], {
    description:
      "It applies if the earlier answer is one of these: keys of options, or `true` and `false`. Empty if the condition is a range.",
  })
  anyOf!: string[];
  @Field(() => Float, {
    nullable: true,
    description: "It applies if the earlier answer is this number or more.",
  })
  minimum!: number | null;
  @Field(() => Float, {
    nullable: true,
    description: "It applies if the earlier answer is this number or less.",
  })
  maximum!: number | null;
}

/** A question of an instrument. */
@ObjectType({ description: "A question of an instrument. Pertanyaan." })
export class Question {
  @Field(() => String, { description: "Its key, unique in the instrument, as `human-1`." })
  key!: string;
  @Field(() => QuestionKind, { description: "The kind of its answer." })
  kind!: QuestionKind;
  @Field(() => TranslatedText, { description: "The question, as text." })
  text!: HeldText;
  @Field(() => TranslatedText, { nullable: true, description: "Guidance for the answer." })
  help!: HeldText | null;
  @Field(() => Boolean, { description: "True if an assessment without its answer is incomplete." })
  required!: boolean;
  @Field(() => Float, { nullable: true, description: "The smallest allowed answer." })
  minimum!: number | null;
  @Field(() => Float, { nullable: true, description: "The largest allowed answer." })
  maximum!: number | null;
  @Field(() => [QuestionOption], {
    description: "Its options; empty for kinds other than CHOICE and MULTI_CHOICE.",
  })
  options!: QuestionOption[];
  @Field(() => QuestionCondition, {
    nullable: true,
    description: "The condition under which it applies; null if it always applies.",
  })
  condition!: QuestionCondition | null;
  @Field(() => String, {
    nullable: true,
    description: "The key of the dimension that it is scored for; null if it has no score.",
  })
  dimension!: string | null;
  @Field(() => Float, {
    nullable: true,
    description: "The weight of its score in the dimension; null if it has no score.",
  })
  weight!: number | null;
  @Field(() => Boolean, { description: "True if a lower answer gives a higher score." })
  reversed!: boolean;
}

/** Questions that belong together. */
@ObjectType({ description: "Questions that belong together. Bagian." })
export class InstrumentSection {
  @Field(() => String, { description: "Its key, unique in the instrument." })
  key!: string;
  @Field(() => TranslatedText, { description: "Its title." })
  title!: HeldText;
  @Field(() => [Question], { description: "Its questions, in order." })
  questions!: Question[];
}

/** The message for a key that is not the key of a question. */
export const noQuestion: Text = {
  en: "is not a question of the instrument",
  id: "bukan pertanyaan instrumen",
};

/** Every question of some sections, in order. */
export const questionsOf = (sections: readonly InstrumentSection[]): Question[] =>
  sections.flatMap(({ questions }) => questions);
