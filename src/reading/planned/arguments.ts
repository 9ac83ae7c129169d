import type { FieldNode, GraphQLField } from "graphql";
import type { Arguments } from "../model/arguments.js";
import type { Sql } from "../sql/fragments.js";
import { argumentReader, usesVariables } from "./argument-reader.js";
import { placeholder, type Run } from "./run.js";

/** A field of the document that takes arguments. Those without variables are read once. */
export class ArgumentSource {
  private readonly isFixed: boolean;
  private fixed: Arguments | undefined;
  private fixedShape: string | undefined;
  private readonly read: (variables: Arguments) => Arguments;

  constructor(
    definition: GraphQLField<unknown, unknown>,
    node: FieldNode,
    /** Tells apart the arguments that need another statement. */
    private readonly shapeOf: (values: Arguments) => string,
  ) {
    this.isFixed = !node.arguments?.some(usesVariables);
    this.read = argumentReader(definition, node);
  }

  /** Its arguments with these variables. */
  values(variables: Arguments): Arguments {
    if (this.fixed) return this.fixed;
    const values = this.read(variables);
    if (this.isFixed) this.fixed = values;
    return values;
  }

  /** The shape of its arguments, as `values` gave them. */
  shape(values: Arguments): string {
    if (!this.isFixed) return this.shapeOf(values);
    this.fixedShape ??= this.shapeOf(values);
    return this.fixedShape;
  }
}

/** The arguments of a field while its plan is made: their present values, and placeholders for later ones. */
export class PlannedArguments {
  constructor(
    readonly values: Arguments,
    private readonly at: number,
  ) {}

  /** The arguments of a run. */
  readonly of = (run: Run): Arguments => run.arguments[this.at] ?? {};

  /** The result of `read` on the arguments of a run; where it throws, resolvers answer the request. */
  later(read: (values: Arguments) => unknown): Sql {
    return placeholder((run) => read(this.of(run)));
  }
}

/** The value at a path as `where.area.and.0.key.eq` in the arguments. */
// biome-ignore lint/suspicious/noExplicitAny: the reader of the value knows its type from the schema
export function valueAt(values: unknown, path: string): any {
  let value = values;
  for (const name of path.split(".")) value = (value as Record<string, unknown>)[name];
  return value;
}

/**
 * The form of a value without the parts that a statement takes as parameters: the members of an object,
 * the number of objects in a list; of a text or number only its presence.
 */
export function formOf(value: unknown): string {
  if (value === null || value === undefined || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) {
    const holdsObjects = value.some((one) => typeof one === "object");
    return holdsObjects ? `[${value.map(formOf)}]` : "[]";
  }
  if (typeof value !== "object") return "?";
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return `{${members.map(([name, member]) => `${name}:${formOf(member)}`)}}`;
}
