import { InputType } from "type-graphql";
import {
  CreationInput,
  ExpectedVersionField,
  IdField,
  IntField,
  TextField,
  UrlsField,
  ValueField,
  Visibility,
} from "../common/index.js";

@InputType({
  description: "A dated statement on an action; never edited, corrected by a later one.",
})
export class ReportProgressInput extends CreationInput {
  @IdField({ description: "The action." })
  actionId!: string;
  @ExpectedVersionField("The version of the action that you saw.")
  expectedVersion!: number;
  @IntField({ min: 0, max: 100, description: "Progress of the action, 0 to 100 per cent." })
  progress!: number;
  @TextField({ max: 5000, presence: "nullable", description: "What was done." })
  note?: string | null;
  @TextField({ max: 5000, presence: "nullable", description: "What stands in the way." })
  obstacle?: string | null;
  @UrlsField({
    max: 20,
    presence: "defaulted",
    description: "Addresses of evidence (http or https URLs), at most 20.",
  })
  evidence?: string[] | null;
  @IdField({
    presence: "nullable",
    description: "The earlier statement on the same action that this one corrects.",
  })
  correctsId?: string | null;
  @ValueField(() => Visibility, {
    presence: "defaulted",
    description: "Who, of those who may see the plan, may see it; PUBLIC when absent.",
  })
  visibility?: Visibility | null;
  @IdField({
    presence: "defaulted",
    description:
      "The organisation on whose behalf; needed by those who could speak for several only when the hub's choice is not theirs.",
  })
  organisationId?: string | null;
}
