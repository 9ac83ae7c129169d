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
  description: "A dated report on an action. It is never edited; a later report corrects it.",
})
export class ReportProgressInput extends CreationInput {
  @IdField({ description: "The action." })
  actionId!: string;
  @ExpectedVersionField("The version of the action that you saw.")
  expectedVersion!: number;
  @IntField({ min: 0, max: 100, description: "Progress of the action, 0 to 100 per cent." })
  progress!: number;
  @TextField({ max: 5000, lines: "several", presence: "nullable", description: "The work done." })
  note?: string | null;
  @TextField({ max: 5000, lines: "several", presence: "nullable", description: "The obstacles." })
  obstacle?: string | null;
  @UrlsField({
    max: 20,
    presence: "defaulted",
    description: "Addresses of evidence (http or https URLs), at most 20.",
  })
  evidence?: string[] | null;
  @IdField({
    presence: "nullable",
    description: "The earlier report on the same action that this one corrects.",
  })
  correctsId?: string | null;
  @ValueField(() => Visibility, {
    presence: "defaulted",
    initial: Visibility.PUBLIC,
    description: "The audience among those who can see the plan; PUBLIC when absent.",
  })
  visibility?: Visibility | null;
  @IdField({
    presence: "defaulted",
    description:
      "The organisation on whose behalf you report. Needed only if you can act for several and the hub would choose another one.",
  })
  organisationId?: string | null;
}
