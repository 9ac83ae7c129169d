import { ArrayMaxSize, ArrayMinSize, MaxLength, ValidateIf } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import {
  ExpectedVersionField,
  IdField,
  IntField,
  KeyField,
  NewIdField,
  NotNull,
  type SourceInput,
  SourcesField,
  TextField,
} from "../common/index.js";
import { AreaCharacter } from "./area.js";

/** What a new area needs. */
@InputType({ description: "A new area." })
export class CreateAreaInput {
  @NewIdField()
  id?: string | null;
  @KeyField({
    nullable: true,
    clearable: true,
    description: "Its stable key; made from the name when absent.",
  })
  key?: string | null;
  @TextField({ max: 200, description: "Its name." })
  name!: string;
  @TextField({
    max: 500,
    nullable: true,
    clearable: true,
    description: "What its economy turns on.",
  })
  theme?: string | null;
  @IntField({
    min: 1945,
    max: 2200,
    nullable: true,
    clearable: true,
    description: "The year in which it entered.",
  })
  year?: number | null;
  @Field(() => [AreaCharacter], { nullable: true, description: "The criteria that it meets." })
  characters?: AreaCharacter[] | null;
  @Field(() => [ID], { description: "The codes of its regions, 1 to 500." })
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @MaxLength(13, { each: true })
  regions!: string[];
  @IdField({
    nullable: true,
    clearable: true,
    description: "The programme that it belongs to; its owner's coordinators may then create it.",
  })
  programmeId?: string | null;
  @SourcesField("create")
  sources?: SourceInput[] | null;
}

/** What may change of an area. Absent fields stay. */
@InputType({ description: "Changes of an area; absent fields stay." })
export class UpdateAreaInput {
  @IdField({ description: "The area." })
  id!: string;
  @ExpectedVersionField()
  expectedVersion!: number;
  @TextField({ max: 200, nullable: true, description: "Its name." })
  name?: string;
  @TextField({
    max: 500,
    nullable: true,
    clearable: true,
    description: "What its economy turns on; null empties it.",
  })
  theme?: string | null;
  @IntField({
    min: 1945,
    max: 2200,
    nullable: true,
    clearable: true,
    description: "The year in which it entered; null empties it.",
  })
  year?: number | null;
  @Field(() => [AreaCharacter], { nullable: true, description: "The criteria that it meets." })
  @ValidateIf((_, value) => value !== undefined)
  @NotNull()
  @ArrayMaxSize(20)
  characters?: AreaCharacter[];
  @Field(() => [ID], { nullable: true, description: "The codes of its regions, 1 to 500." })
  @ValidateIf((_, value) => value !== undefined)
  @NotNull()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @MaxLength(13, { each: true })
  regions?: string[];
  @SourcesField("update")
  sources?: SourceInput[];
}
