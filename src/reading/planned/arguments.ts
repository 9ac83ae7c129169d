import { type FieldNode, type GraphQLField, getArgumentValues } from "graphql";
import type { Sql } from "../sql/fragments.js";
import { placeholder, type Run } from "./run.js";

/** The arguments of one field, as GraphQL gives them to a resolver. */
export type Values = Record<string, unknown>;

/** A field of the document that takes arguments, and what of them decides over the statement's text. */
export interface ArgumentSource {
  definition: GraphQLField<unknown, unknown>;
  node: FieldNode;
  shape(values: Values): string;
}

/** The arguments of a source with these variables. */
export const valuesOf = ({ definition, node }: ArgumentSource, variables: Values): Values =>
  getArgumentValues(definition, node, variables);

/** The arguments of a field while its plan is made: their present values, and holes for those to come. */
export class Given {
  constructor(
    readonly values: Values,
    private readonly at: number,
  ) {}

  /** The arguments of a run. */
  readonly of = (run: Run): Values => run.arguments[this.at] ?? {};

  /** What `read` makes of the arguments when the plan runs; a fault there sends the request elsewhere. */
  later(read: (values: Values) => unknown): Sql {
    return placeholder((run) => read(this.of(run)));
  }
}

/** The value at a path as `where.area.and.0.key.eq` in the arguments. */
export function valueAt(values: unknown, path: string): unknown {
  let value = values;
  for (const name of path.split(".")) value = (value as Record<string, unknown>)[name];
  return value;
}

/**
 * The form of a value without what a statement takes as a parameter: which members an object has, how
 * many objects a list holds; of a text or number only that it is there.
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
