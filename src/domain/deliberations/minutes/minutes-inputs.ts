import { InputType } from "type-graphql";
import { CreationInput, IdField, TextField } from "../../common/index.js";

@InputType({ description: "An organisation's acknowledgement of minutes." })
export class AcknowledgeMinutesInput extends CreationInput {
  @IdField({ description: "The minutes." })
  minutesId!: string;
  @IdField({ description: "The organisation; it must have attended." })
  organisationId!: string;
  @TextField({ max: 64, description: "The SHA-256 of the minutes that you read." })
  sha256!: string;
}
