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
  presence: "nullable",
  description: "The reservation or objection in words; needed with those two.",
} as const;

@InputType({ description: "An organisation's position on an outcome's current text." })
export class TakePositionInput extends CreationInput {
  @IdField({ description: "The outcome." })
  outcomeId!: string;
  @IntField({
    min: 1,
    max: 2_147_483_647,
    description: "The number of the text that you saw; one that was replaced gets CONFLICT.",
  })
  textVersion!: number;
  @IdField({ description: "Whose position it is: an organisation that attends." })
  organisationId!: string;
  @ValueField(() => Stance, stanceField)
  stance!: Stance;
  @TextField(reasonField)
  reason?: string | null;
}

@InputType({
  description: "Another stance on the same text, as when an objection is withdrawn.",
})
export class ChangePositionInput extends ChangeOf("The position.") {
  @ValueField(() => Stance, stanceField)
  stance!: Stance;
  @TextField(reasonField)
  reason?: string | null;
}
