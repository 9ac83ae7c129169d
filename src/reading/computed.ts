import { Arg, Extensions, Field } from "type-graphql";
import { classOf, type PropertyDecorator } from "./decorators.js";
import { noteField } from "./dictionary.js";
import type { Row } from "./session.js";

/** An argument of a computed field. */
interface ComputedArgument {
  type: () => unknown;
  description: string;
  /** Its value when it is not given; without one it must be given. */
  defaultValue?: unknown;
}

interface ComputedOptions {
  /** The row's columns and derived fields that `compute` uses. */
  needs: readonly string[];
  description: string;
  nullable?: boolean;
  /** What it counts towards a document's cost, where an object counts 1. */
  cost?: number;
  args?: Record<string, ComputedArgument>;
}

/**
 * A field that only code can compute: the reader reads what it needs with the row, and `compute`
 * makes its value of that and of the field's arguments. Not filtered and not ordered by; what SQL
 * can say is a Derived field.
 */
export function Computed<A extends object = Record<string, never>>(
  type: () => unknown,
  options: ComputedOptions,
  compute: (row: Row, args: A) => unknown,
): PropertyDecorator {
  const { needs, description, nullable = false, cost = 0, args = {} } = options;
  return (prototype, name) => {
    Field(type as () => never, { nullable, description })(prototype, name);
    Extensions({ cost })(prototype, name);
    Object.entries(args).forEach(([argument, { type: argumentType, ...rest }], at) => {
      Arg(argument, argumentType as () => never, rest)(prototype, name, at);
    });
    noteField(classOf(prototype), {
      type: "computed",
      name,
      description,
      needs,
      compute: compute as (row: Row, args: Record<string, unknown>) => unknown,
    });
  };
}
