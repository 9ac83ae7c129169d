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

@InputType({ description: "One of the things that an instrument scores." })
export class DimensionInput {
  @TextField({ max: 80, description: "Its key, as `HUMAN`." })
  key!: string;
  @InputField(() => TranslatedTextInput, { description: "Its title." })
  title!: TranslatedTextInput;
}

@InputType({ description: "One of the answers that a question offers." })
export class QuestionOptionInput {
  @TextField({ max: 80, description: "Its key within the question." })
  key!: string;
  @InputField(() => TranslatedTextInput, { description: "What it says." })
  text!: TranslatedTextInput;
  @NumberField({
    min: 0,
    max: 100,
    presence: "nullable",
    description: "Its score, 0 to 100; needed where the question is scored.",
  })
  score?: number | null;
}

@InputType({
  description:
    "When a question is asked: only if an earlier one was answered so. Give `anyOf` for options and yes or no, a range for numbers.",
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
  @TextField({ max: 80, description: "Its key, one of a kind in the instrument, as `human-1`." })
  key!: string;
  @ValueField(() => QuestionKind, { description: "What sort of answer it takes." })
  kind!: QuestionKind;
  @InputField(() => TranslatedTextInput, { description: "What is asked." })
  text!: TranslatedTextInput;
  @InputField(() => TranslatedTextInput, {
    presence: "nullable",
    description: "How to find the answer.",
  })
  help?: TranslatedTextInput | null;
  @ValueField(() => Boolean, {
    presence: "defaulted",
    description: "Whether an assessment without its answer is incomplete; true when absent.",
  })
  required?: boolean | null;
  @NumberField({
    presence: "nullable",
    description: "The smallest answer taken; 1 for SCALE and 0 for PERCENT when absent.",
  })
  minimum?: number | null;
  @NumberField({
    presence: "nullable",
    description: "The largest answer taken; 5 for SCALE and 100 for PERCENT when absent.",
  })
  maximum?: number | null;
  @InputsField(() => QuestionOptionInput, {
    max: 50,
    presence: "defaulted",
    description:
      "What can be chosen: at least 2 for CHOICE and MULTI_CHOICE, none for other kinds.",
  })
  options?: QuestionOptionInput[] | null;
  @InputField(() => QuestionConditionInput, {
    presence: "defaulted",
    description: "When it is asked; always when absent.",
  })
  condition?: QuestionConditionInput | null;
  @TextField({
    max: 80,
    presence: "nullable",
    description: "The key of the dimension that it is scored for; not scored when absent.",
  })
  dimension?: string | null;
  @NumberField({
    min: 0.001,
    max: 1000,
    presence: "nullable",
    description: "How much its score counts; 1 when absent.",
  })
  weight?: number | null;
  @ValueField(() => Boolean, {
    presence: "defaulted",
    description: "Whether less is better; false when absent. Not for options, which have scores.",
  })
  reversed?: boolean | null;
}

@InputType({ description: "Questions that belong together." })
export class InstrumentSectionInput {
  @TextField({ max: 80, description: "Its key, one of a kind in the instrument." })
  key!: string;
  @InputField(() => TranslatedTextInput, { description: "Its title." })
  title!: TranslatedTextInput;
  @InputsField(() => QuestionInput, { min: 1, max: 200, description: "Its questions, in order." })
  questions!: QuestionInput[];
}

/** The fields of an edition that change whatever its status. */
class EditionFields {
  @TextField({ max: 2000, presence: "nullable", description: "What it is for." })
  about?: string | null;
  @SourcesField()
  sources?: SourceInput[] | null;
}

class InstrumentFields extends EditionFields {
  @InputField(() => TranslatedTextInput, { description: "Its title, in full." })
  title!: TranslatedTextInput;
  @ValueField(() => ScoreFormula, {
    presence: "defaulted",
    description: "How a dimension is scored; WEIGHTED_MEAN for a new one when absent.",
  })
  formula?: ScoreFormula | null;
  @InputsField(() => DimensionInput, { max: 20, description: "What it scores." })
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
    description: "The questionnaire's key; where it is in use, this becomes its next edition.",
  })
  key!: string;
  @IdField({
    presence: "nullable",
    description: "The organisation that writes it; none for the platform's operator.",
  })
  ownerId?: string | null;
}

@InputType({
  description:
    "Changes of an instrument's draft; absent fields stay, null empties those that may be empty.",
})
export class ReviseInstrumentInput extends ChangeOf("The instrument.", InstrumentFields) {}

@InputType({
  description:
    "Changes of an edition, whatever its status, beside its questions; absent fields stay, null empties those that may be empty.",
})
export class DescribeInstrumentInput extends ChangeOf("The instrument.", EditionFields) {
  @IdField({
    presence: "optional",
    description: "The organisation that looks after it from now on.",
  })
  ownerId?: string;
}

@InputType({ description: "A step of an instrument: published or retired." })
export class InstrumentStepInput extends ChangeOf("The instrument.") {}
