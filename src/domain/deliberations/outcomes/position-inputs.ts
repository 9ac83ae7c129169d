import { InputType } from "type-graphql";
import {
  ChangeOf,
  CreationInput,
  IdField,
  IntField,
  TextField,
  ValueField,
} from "../../common/index.js";
import { Stance } from "../enums.js";

const stanceField = { description: "The stance." };
const reasonField = {
  max: 2000,
  lines: "several",
  presence: "nullable",
  description:
    "The reservation or objection in words; required for AGREE_WITH_RESERVATION and OBJECT.",
} as const;

@InputType({ description: "An organisation's position on an outcome's current text." })
export class TakePositionInput extends CreationInput {
  @IdField({ description: "The outcome." })
  outcomeId!: string;
  @IntField({
    min: 1,
    max: 2_147_483_647,
    description:
      "The number of the text that you read. The number of a replaced text gets CONFLICT.",
  })
  textVersion!: number;
  @IdField({ description: "The organisation that takes the position; it must attend." })
  organisationId!: string;
  @ValueField(() => Stance, stanceField)
  stance!: Stance;
  @TextField(reasonField)
  reason?: string | null;
}

@InputType({
  description: "A new stance on the same text, for example when an objection is withdrawn.",
})
export class ChangePositionInput extends ChangeOf("The position.") {
  @ValueField(() => Stance, stanceField)
  stance!: Stance;
  @TextField(reasonField)
  reason?: string | null;
}
