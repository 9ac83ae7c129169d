import { InputType } from "type-graphql";
import { ChangeOf } from "./input-classes.js";

@InputType({ description: "What is removed or revoked." })
export class RemovalInput extends ChangeOf("Its id.") {}
