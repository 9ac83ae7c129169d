import { IsNumber, Max, Min, ValidateIf, ValidateNested } from "class-validator";
import { Field, Float, InputType } from "type-graphql";
import {
  ExpectedVersionField,
  GivenField,
  IdField,
  KeyField,
  NestedField,
  NewIdField,
  NotNull,
  type SourceInput,
  SourcesField,
  TextField,
  TextsField,
  TranslatedTextInput,
} from "../../common/index.js";
import { QuestionKind, ScoreFormula } from "../enums.js";

type Decorator = (prototype: object, name: string) => void;

/** A number that may be absent. */
const NumberField =
  (description: string, range?: { min: number; max: number }): Decorator =>
  (prototype, name) => {
    Field(() => Float, { nullable: true, description })(prototype, name);
    ValidateIf((_, value) => value !== undefined && value !== null)(prototype, name);
    IsNumber()(prototype, name);
    if (!range) return;
    Min(range.min)(prototype, name);
    Max(range.max)(prototype, name);
  };

/** A text in one or both languages that must be there. */
const TranslatedField =
  (description: string): Decorator =>
  (prototype, name) => {
    Field(() => TranslatedTextInput, { description })(prototype, name);
    ValidateNested()(prototype, name);
  };

@InputType({ description: "One of the things that an instrument scores." })
export class DimensionInput {
  @TextField({ max: 80, description: "Its key, as `HUMAN`." })
  key!: string;
  @TranslatedField("Its title.")
  title!: TranslatedTextInput;
}

@InputType({ description: "One of the answers that a question offers." })
export class QuestionOptionInput {
  @TextField({ max: 80, description: "Its key within the question." })
  key!: string;
  @TranslatedField("What it says.")
  text!: TranslatedTextInput;
  @NumberField("Its score, 0 to 100; needed where the question is scored.", { min: 0, max: 100 })
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
    nullable: true,
    clearable: true,
    description: "The earlier answer is one of these: keys of options, or `true` and `false`.",
  })
  anyOf?: string[] | null;
  @NumberField("The earlier answer is this number or more.")
  minimum?: number | null;
  @NumberField("The earlier answer is this number or less.")
  maximum?: number | null;
}

@InputType({ description: "A question of an instrument." })
export class QuestionInput {
  @TextField({ max: 80, description: "Its key, one of a kind in the instrument, as `human-1`." })
  key!: string;
  @Field(() => QuestionKind, { description: "What sort of answer it takes." })
  kind!: QuestionKind;
  @TranslatedField("What is asked.")
  text!: TranslatedTextInput;
  @Field(() => TranslatedTextInput, { nullable: true, description: "How to find the answer." })
  @ValidateIf((_, value) => value !== undefined && value !== null)
  @ValidateNested()
  help?: TranslatedTextInput | null;
  @Field(() => Boolean, {
    nullable: true,
    description: "Whether an assessment without its answer is incomplete; true when absent.",
  })
  required?: boolean | null;
  @NumberField("The smallest answer taken; 1 for SCALE and 0 for PERCENT when absent.")
  minimum?: number | null;
  @NumberField("The largest answer taken; 5 for SCALE and 100 for PERCENT when absent.")
  maximum?: number | null;
  @NestedField(() => QuestionOptionInput, {
    max: 50,
    nullable: true,
    clearable: true,
    description:
      "What can be chosen: at least 2 for CHOICE and MULTI_CHOICE, none for other kinds.",
  })
  options?: QuestionOptionInput[] | null;
  @Field(() => QuestionConditionInput, {
    nullable: true,
    description: "When it is asked; always when absent.",
  })
  @ValidateIf((_, value) => value !== undefined && value !== null)
  @ValidateNested()
  condition?: QuestionConditionInput | null;
  @TextField({
    max: 80,
    nullable: true,
    clearable: true,
    description: "The key of the dimension that it is scored for; not scored when absent.",
  })
  dimension?: string | null;
  @NumberField("How much its score counts; 1 when absent.", { min: 0.001, max: 1000 })
  weight?: number | null;
  @Field(() => Boolean, {
    nullable: true,
    description: "Whether less is better; false when absent. Not for options, which have scores.",
  })
  reversed?: boolean | null;
}

@InputType({ description: "Questions that belong together." })
export class InstrumentSectionInput {
  @TextField({ max: 80, description: "Its key, one of a kind in the instrument." })
  key!: string;
  @TranslatedField("Its title.")
  title!: TranslatedTextInput;
  @NestedField(() => QuestionInput, { min: 1, max: 200, description: "Its questions, in order." })
  questions!: QuestionInput[];
}

const dimensionsField = { max: 20, description: "What it scores." };
const sectionsField = {
  min: 1,
  max: 30,
  description: "Its sections, in order; at most 500 questions in all.",
};

/** What a new edition of an instrument needs. */
@InputType({ description: "A new edition of an instrument, as a draft." })
export class DraftInstrumentInput {
  @NewIdField()
  id?: string | null;
  @KeyField({
    description: "The questionnaire's key; where it is in use, this becomes its next edition.",
  })
  key!: string;
  @TranslatedField("Its title.")
  title!: TranslatedTextInput;
  @TextField({ max: 2000, nullable: true, clearable: true, description: "What it is for." })
  about?: string | null;
  @IdField({
    nullable: true,
    clearable: true,
    description: "The organisation that writes it; none for the platform's operator.",
  })
  ownerId?: string | null;
  @Field(() => ScoreFormula, {
    nullable: true,
    description: "How a dimension is scored; WEIGHTED_MEAN when absent.",
  })
  formula?: ScoreFormula | null;
  @NestedField(() => DimensionInput, dimensionsField)
  dimensions!: DimensionInput[];
  @NestedField(() => InstrumentSectionInput, sectionsField)
  sections!: InstrumentSectionInput[];
  @SourcesField("create")
  sources?: SourceInput[] | null;
}

/** What may change of a draft. */
@InputType({ description: "Changes of an instrument's draft; absent fields stay." })
export class ReviseInstrumentInput {
  @IdField({ description: "The instrument." })
  id!: string;
  @ExpectedVersionField()
  expectedVersion!: number;
  @Field(() => TranslatedTextInput, { nullable: true, description: "Its title, in full." })
  @ValidateIf((_, value) => value !== undefined)
  @NotNull()
  @ValidateNested()
  title?: TranslatedTextInput;
  @TextField({
    max: 2000,
    nullable: true,
    clearable: true,
    description: "What it is for; null empties it.",
  })
  about?: string | null;
  @GivenField(() => ScoreFormula, { description: "How a dimension is scored." })
  formula?: ScoreFormula;
  @NestedField(() => DimensionInput, { ...dimensionsField, nullable: true })
  dimensions?: DimensionInput[];
  @NestedField(() => InstrumentSectionInput, { ...sectionsField, nullable: true })
  sections?: InstrumentSectionInput[];
  @SourcesField("update")
  sources?: SourceInput[];
}

/** What is said of an edition, whatever its status. */
@InputType({
  description:
    "What is said of an edition beside its questions, which stay; absent fields stay too.",
})
export class DescribeInstrumentInput {
  @IdField({ description: "The instrument." })
  id!: string;
  @ExpectedVersionField()
  expectedVersion!: number;
  @TextField({
    max: 2000,
    nullable: true,
    clearable: true,
    description: "What it is for; null empties it.",
  })
  about?: string | null;
  @IdField({ nullable: true, description: "The organisation that looks after it from now on." })
  ownerId?: string;
  @SourcesField("update")
  sources?: SourceInput[];
}

/** A step of an instrument. */
@InputType({ description: "A step of an instrument: published or retired." })
export class InstrumentStepInput {
  @IdField({ description: "The instrument." })
  id!: string;
  @ExpectedVersionField()
  expectedVersion!: number;
}
