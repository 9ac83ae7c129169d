import { InputType } from "type-graphql";
import {
  ChangeOf,
  CreationOf,
  IdField,
  InputField,
  InputsField,
  KeyField,
  NumberField,
  type SourceInput,
  SourcesField,
  TextField,
  TextsField,
  TranslatedTextInput,
  ValueField,
} from "../../common/index.js";
import { QuestionKind, ScoreFormula } from "../enums.js";
import { usualRange } from "./instrument-rules.js";

@InputType({ description: "A dimension that an instrument scores." })
export class DimensionInput {
  @TextField({ max: 80, description: "Its key, as `HUMAN`." })
  key!: string;
  @InputField(() => TranslatedTextInput, { description: "Its title." })
  title!: TranslatedTextInput;
}

@InputType({ description: "An option of a question." })
export class QuestionOptionInput {
  @TextField({ max: 80, description: "Its key within the question." })
  key!: string;
  @InputField(() => TranslatedTextInput, { description: "Its text." })
  text!: TranslatedTextInput;
  @NumberField({
    min: 0,
    max: 100,
    presence: "nullable",
    description: "Its score, 0 to 100; required if the question has a dimension.",
  })
  score?: number | null;
}

@InputType({
  description:
    "The condition under which a question applies: the answer to an earlier question. Give `anyOf` for options and BOOLEAN, a range for numbers.",
})
export class QuestionConditionInput {
  @TextField({ max: 80, description: "The key of the earlier question." })
  question!: string;
  @TextsField({
    max: 50,
    length: 80,
    presence: "nullable",
    description: "The earlier answer is one of these: keys of options, or `true` and `false`.",
  })
  anyOf?: string[] | null;
  @NumberField({ presence: "nullable", description: "The earlier answer is this number or more." })
  minimum?: number | null;
  @NumberField({ presence: "nullable", description: "The earlier answer is this number or less." })
  maximum?: number | null;
}

@InputType({ description: "A question of an instrument." })
export class QuestionInput {
  @TextField({ max: 80, description: "Its key, unique in the instrument, as `human-1`." })
  key!: string;
  @ValueField(() => QuestionKind, { description: "The kind of its answer." })
  kind!: QuestionKind;
  @InputField(() => TranslatedTextInput, { description: "The question, as text." })
  text!: TranslatedTextInput;
  @InputField(() => TranslatedTextInput, {
    presence: "nullable",
    description: "Guidance for the answer.",
  })
  help?: TranslatedTextInput | null;
  @ValueField(() => Boolean, {
    presence: "defaulted",
    initial: true,
    description: "True if an assessment without its answer is incomplete. Default: true.",
  })
  required?: boolean | null;
  @NumberField({
    presence: "nullable",
    initial: ({ kind }: QuestionInput) => usualRange[kind]?.[0],
    description: "The smallest allowed answer. Default: 1 for SCALE, 0 for PERCENT.",
  })
  minimum?: number | null;
  @NumberField({
    presence: "nullable",
    initial: ({ kind }: QuestionInput) => usualRange[kind]?.[1],
    description: "The largest allowed answer. Default: 5 for SCALE, 100 for PERCENT.",
  })
  maximum?: number | null;
  @InputsField(() => QuestionOptionInput, {
    max: 50,
    presence: "defaulted",
    description: "Its options: at least 2 for CHOICE and MULTI_CHOICE, none for other kinds.",
  })
  options?: QuestionOptionInput[] | null;
  @InputField(() => QuestionConditionInput, {
    presence: "defaulted",
    description: "The condition under which it applies. Default: always.",
  })
  condition?: QuestionConditionInput | null;
  @TextField({
    max: 80,
    presence: "nullable",
    description: "The key of the dimension that it is scored for. Default: not scored.",
  })
  dimension?: string | null;
  @NumberField({
    min: 0.001,
    max: 1000,
    presence: "nullable",
    initial: 1,
    description: "The weight of its score. Default: 1.",
  })
  weight?: number | null;
  @ValueField(() => Boolean, {
    presence: "defaulted",
    initial: false,
    description:
      "True if a lower answer gives a higher score. Not for options, which have scores of their own. Default: false.",
  })
  reversed?: boolean | null;
}

@InputType({ description: "Questions that belong together." })
export class InstrumentSectionInput {
  @TextField({ max: 80, description: "Its key, unique in the instrument." })
  key!: string;
  @InputField(() => TranslatedTextInput, { description: "Its title." })
  title!: TranslatedTextInput;
  @InputsField(() => QuestionInput, { min: 1, max: 200, description: "Its questions, in order." })
  questions!: QuestionInput[];
}

/** The fields of an edition that may change in any status. */
class EditionFields {
  @TextField({ max: 2000, lines: "several", presence: "nullable", description: "Its purpose." })
  about?: string | null;
  @SourcesField()
  sources?: SourceInput[] | null;
}

class InstrumentFields extends EditionFields {
  @InputField(() => TranslatedTextInput, { description: "Its title, in full." })
  title!: TranslatedTextInput;
  @ValueField(() => ScoreFormula, {
    presence: "defaulted",
    initial: ScoreFormula.WEIGHTED_MEAN,
    description:
      "The formula for the score of a dimension. Default in a new edition: WEIGHTED_MEAN.",
  })
  formula?: ScoreFormula | null;
  @InputsField(() => DimensionInput, { max: 20, description: "The dimensions that it scores." })
  dimensions!: DimensionInput[];
  @InputsField(() => InstrumentSectionInput, {
    min: 1,
    max: 30,
    description: "Its sections, in order; at most 500 questions in all.",
  })
  sections!: InstrumentSectionInput[];
}

@InputType({ description: "A new edition of an instrument, as a draft." })
export class DraftInstrumentInput extends CreationOf(InstrumentFields) {
  @KeyField({
    description: "The questionnaire's key. If the key exists, this becomes its next edition.",
  })
  key!: string;
  @IdField({
    presence: "nullable",
    description: "The organisation that writes it; null for the platform's operator.",
  })
  ownerId?: string | null;
}

@InputType({
  description:
    "Changes of an instrument's draft. An absent field does not change; null empties an optional field.",
})
export class ReviseInstrumentInput extends ChangeOf("The instrument.", InstrumentFields) {}

@InputType({
  description:
    "Changes of an edition in any status, except of its questions. An absent field does not change; null empties an optional field.",
})
export class DescribeInstrumentInput extends ChangeOf("The instrument.", EditionFields) {
  @IdField({
    presence: "optional",
    description: "The organisation that is responsible for it from now on.",
  })
  ownerId?: string;
}

@InputType({ description: "The instrument that goes to its next status." })
export class InstrumentStepInput extends ChangeOf("The instrument.") {}
