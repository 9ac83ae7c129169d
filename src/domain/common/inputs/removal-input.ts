import { InputType } from "type-graphql";
import { ChangeOf } from "./input-classes.js";

@InputType({ description: "The noun to remove or to revoke." })
export class RemovalInput extends ChangeOf("Its id.") {}
