import { Arg } from "type-graphql";

/** An argument of a field that is computed. */
export interface FieldArgument {
  type: () => unknown;
  description: string;
  nullable?: boolean;
  /** Its value when it is not given; without one it must be given. */
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
