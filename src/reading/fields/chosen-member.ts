import type { Arguments } from "../model/arguments.js";
import { noteField } from "../model/dictionary.js";
import { type FieldResolver, NounField } from "../model/field.js";
import type { Json } from "../sql/json.js";
import { addArguments, type FieldArgument } from "./arguments.js";
import { classOf, type PropertyDecorator, shownAs } from "./property.js";

type Choose = (args: Arguments) => string;

/** A field of an object beside the nouns that shows one of the object's members, by its arguments. */
class ChosenMemberField extends NounField {
  readonly type = "member";

  constructor(
    name: string,
    description: string,
    private readonly choose: Choose,
  ) {
    super(name, description);
  }

  override memberName(args: Arguments): string {
    return this.choose(args);
  }

  override resolver(): FieldResolver {
    return ({ row }, args) => row[this.choose(args)];
  }

  override written(): Json {
    throw new Error(`${this.name} is a member of an object, and no field of a row`);
  }
}

/** A field of an object that is no noun: one of the object's other members, which its arguments choose. */
export function ChosenMember<A extends object>(
  type: () => unknown,
  { description, args }: { description: string; args: Record<string, FieldArgument> },
  choose: (args: A) => string,
): PropertyDecorator {
  return (prototype, name) => {
    shownAs(type, { description })(prototype, name);
    addArguments(prototype, name, args);
    const field = new ChosenMemberField(name, description, choose as Choose);
    noteField(classOf(prototype), field);
  };
}
