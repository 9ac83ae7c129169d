import { MaxLength } from "class-validator";
import { ID, InputType } from "type-graphql";
import {
  ChangeOf,
  CreationOf,
  IdField,
  IntField,
  KeyField,
  PlainTextField,
  type SourceInput,
  SourcesField,
  TextField,
  TranslatedField,
  type TranslatedTextInput,
  ValuesField,
} from "../common/index.js";
import { AreaCharacter } from "./area.js";

class AreaFields {
  @PlainTextField({ max: 200, byName: "nameText", description: "Its name." })
  name?: string;
  @TranslatedField("Its name.")
  nameText?: TranslatedTextInput;
  @TextField({ max: 500, presence: "nullable", description: "The main economic activity." })
  theme?: string | null;
  @IntField({
    min: 1945,
    max: 2200,
    presence: "nullable",
    description: "The year in which the area was included.",
  })
  year?: number | null;
  @ValuesField(() => AreaCharacter, {
    max: 20,
    presence: "defaulted",
    description: "The criteria that it meets.",
  })
  characters?: AreaCharacter[] | null;
  @ValuesField(
    () => ID,
    { min: 1, max: 500, description: "The codes of its regions, 1 to 500." },
    MaxLength(13, { each: true }),
  )
  regions!: string[];
  @SourcesField()
  sources?: SourceInput[] | null;
}

@InputType({ description: "A new area." })
export class CreateAreaInput extends CreationOf(AreaFields) {
  @KeyField({
    presence: "defaulted",
    description: "Its stable key; derived from the name when absent.",
  })
  key?: string | null;
  @IdField({
    presence: "nullable",
    description:
      "The programme that it belongs to; the coordinators of the programme's owner may then create it.",
  })
  programmeId?: string | null;
}

@InputType({
  description:
    "Changes to an area. Absent fields stay as they are; null clears a field that may be empty.",
})
export class UpdateAreaInput extends ChangeOf("The area.", AreaFields) {}
