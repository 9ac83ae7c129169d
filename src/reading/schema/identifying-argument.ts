import type { GraphQLField } from "graphql";
import { badUserInput } from "../../platform/errors.js";
import type { Arguments } from "../model/arguments.js";

/** The name of the one identifier that is given; BAD_USER_INPUT where there is not exactly one. */
export function identifyingArgument(
  args: Arguments,
  field: GraphQLField<unknown, unknown>,
): string {
  const given = Object.keys(args).filter((name) => (args[name] ?? null) !== null);
  const [name] = given;
  if (given.length === 1 && name !== undefined) return name;
  const names = field.args.map((arg) => arg.name);
  const message = {
    en: `give exactly one of: ${names.join(", ")}`,
    id: `berikan tepat satu dari: ${names.join(", ")}`,
  };
  throw badUserInput([{ path: names[0] ?? "id", message }]);
}
