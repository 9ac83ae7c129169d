import { Arg, Extensions, Field } from "type-graphql";
import type { AccessScope } from "../access/index.js";
import { classOf, type PropertyDecorator } from "./decorators.js";
import { noteField } from "./dictionary.js";
import type { Row } from "./session.js";
import type { Sql } from "./sql.js";

/** An argument of a field that is computed. */
interface ComputedArgument {
  type: () => unknown;
  description: string;
  nullable?: boolean;
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

function addArguments(
  prototype: object,
  name: string,
  args: Record<string, ComputedArgument>,
): void {
  Object.entries(args).forEach(([argument, { type, ...rest }], at) => {
    Arg(argument, type as () => never, rest)(prototype, name, at);
  });
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
    addArguments(prototype, name, args);
    noteField(classOf(prototype), {
      type: "computed",
      name,
      description,
      needs,
      compute: compute as (row: Row, args: Record<string, unknown>) => unknown,
    });
  };
}

interface FormulaOptions {
  description: string;
  args: Record<string, ComputedArgument>;
  /** How many rows its list is taken to hold in a document's cost. */
  rows: number;
}

/**
 * A list that SQL computes from the row and the field's arguments, counting only what the viewer may
 * see: JSON of the shape of its type. The reader computes it in one statement for all the rows that
 * ask it with the same arguments. What takes no arguments is a Derived field.
 */
export function Formula<A extends object>(
  type: () => unknown,
  { description, args, rows }: FormulaOptions,
  compute: (row: string, scope: AccessScope, args: A) => Sql,
): PropertyDecorator {
  return (prototype, name) => {
    Field(() => [type()] as never, { description })(prototype, name);
    Extensions({ rows })(prototype, name);
    addArguments(prototype, name, args);
    noteField(classOf(prototype), {
      type: "formula",
      name,
      description,
      sql: compute as (row: string, scope: AccessScope, args: Record<string, unknown>) => Sql,
    });
  };
}
