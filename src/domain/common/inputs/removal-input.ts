import { InputType } from "type-graphql";
import { ExpectedVersionField, IdField } from "./input-fields.js";

/** What is removed, and the version of it that was seen. */
@InputType({ description: "What is removed or revoked." })
export class RemovalInput {
  @IdField({ description: "Its id." })
  id!: string;
  @ExpectedVersionField()
  expectedVersion!: number;
}
