import { InputType } from "type-graphql";
import { CreationInput, IdField, TextField } from "../../common/index.js";

@InputType({ description: "An organisation's acknowledgement of minutes." })
export class AcknowledgeMinutesInput extends CreationInput {
  @IdField({ description: "The minutes." })
  minutesId!: string;
  @IdField({ description: "The organisation; it attended." })
  organisationId!: string;
  @TextField({ max: 64, description: "The SHA-256 of the minutes that you saw." })
  sha256!: string;
}
