import { ArrayMaxSize, ValidateIf, ValidateNested } from "class-validator";
import { Field, InputType } from "type-graphql";
import { DateScalar } from "../../platform/scalars.js";
import {
  ExpectedVersionField,
  GivenField,
  IdField,
  IdsField,
  IntField,
  KeyField,
  NewIdField,
  NotNull,
  type SourceInput,
  SourcesField,
  TextField,
  TranslatedTextInput,
} from "../common/index.js";
import { PovertyStrategy } from "./programme.js";

/** What a new programme needs. */
@InputType({ description: "A new programme." })
export class CreateProgrammeInput {
  @NewIdField()
  id?: string | null;
  @KeyField({
    nullable: true,
    clearable: true,
    description: "Its stable key; made from the name when absent.",
  })
  key?: string | null;
  @Field(() => TranslatedTextInput, { description: "Its name." })
  @ValidateNested()
  name!: TranslatedTextInput;
  @IdField({ description: "The organisation that owns it." })
  ownerId!: string;
  @IdField({ nullable: true, clearable: true, description: "The programme that it is part of." })
  parentId?: string | null;
  @TextField({
    max: 500,
    nullable: true,
    clearable: true,
    description: "The law that it rests on, as text.",
  })
  legalBasis?: string | null;
  @TextField({ max: 2000, nullable: true, clearable: true, description: "What it pursues." })
  policy?: string | null;
  @Field(() => DateScalar, { description: "The day it starts." })
  startsOn!: string;
  @Field(() => DateScalar, {
    nullable: true,
    description: "The day it ends; absent while it is open.",
  })
  endsOn?: string | null;
  @Field(() => [PovertyStrategy], {
    nullable: true,
    description: "The strategies that it follows.",
  })
  @ArrayMaxSize(3)
  @ValidateIf((_, value) => value !== null && value !== undefined)
  strategies?: PovertyStrategy[] | null;
  @IntField({
    min: 1,
    max: 60,
    nullable: true,
    clearable: true,
    description: "Every how many months it reports.",
  })
  reportEveryMonths?: number | null;
  @IdsField({
    nullable: true,
    clearable: true,
    description: "The organisations that it reports to.",
  })
  reportToIds?: string[] | null;
  @IdsField({ nullable: true, clearable: true, description: "The organisations that get a copy." })
  reportCopyToIds?: string[] | null;
  @SourcesField("create")
  sources?: SourceInput[] | null;
}

/** What may change of a programme. */
@InputType({
  description: "Changes of a programme; absent fields stay, null empties those that may be empty.",
})
export class UpdateProgrammeInput {
  @IdField({ description: "The programme." })
  id!: string;
  @ExpectedVersionField()
  expectedVersion!: number;
  @Field(() => TranslatedTextInput, { nullable: true, description: "Its name, in full." })
  @ValidateIf((_, value) => value !== undefined)
  @NotNull()
  @ValidateNested()
  name?: TranslatedTextInput;
  @TextField({
    max: 500,
    nullable: true,
    clearable: true,
    description: "The law that it rests on, as text.",
  })
  legalBasis?: string | null;
  @TextField({ max: 2000, nullable: true, clearable: true, description: "What it pursues." })
  policy?: string | null;
  @GivenField(() => DateScalar, { description: "The day it starts." })
  startsOn?: string;
  @Field(() => DateScalar, {
    nullable: true,
    description: "The day it ends; null while it is open.",
  })
  endsOn?: string | null;
  @GivenField(() => [PovertyStrategy], { description: "The strategies that it follows." })
  strategies?: PovertyStrategy[];
  @IntField({
    min: 1,
    max: 60,
    nullable: true,
    clearable: true,
    description: "Every how many months it reports; null without a duty.",
  })
  reportEveryMonths?: number | null;
  @IdsField({ nullable: true, description: "The organisations that it reports to." })
  reportToIds?: string[];
  @IdsField({ nullable: true, description: "The organisations that get a copy." })
  reportCopyToIds?: string[];
  @SourcesField("update")
  sources?: SourceInput[];
}
