import { Arg } from "type-graphql";

/** An argument of a computed field. */
export interface FieldArgument {
  type: () => unknown;
  description: string;
  nullable?: boolean;
  /** The default; an argument without one is required, unless it is nullable. */
  defaultValue?: unknown;
}

/** Declares the arguments of a field to type-graphql. */
export function addArguments(
  prototype: object,
  name: string,
  args: Record<string, FieldArgument>,
): void {
  Object.entries(args).forEach(([argument, { type, ...rest }], at) => {
    Arg(argument, type as () => never, rest)(prototype, name, at);
  });
}
