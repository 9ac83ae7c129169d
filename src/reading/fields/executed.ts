import { Extensions } from "type-graphql";
import { noteField } from "../model/dictionary.js";
import { type FieldResolver, NounField } from "../model/field.js";
import type { Row } from "../model/row.js";
import type { PlanSite } from "../model/sites.js";
import type { Json } from "../sql/json.js";
import { addArguments, type FieldArgument } from "./arguments.js";
import { classOf, type PropertyDecorator, shownAs } from "./property.js";

/** Makes a value from fields of a row, the field's arguments and the request's context. */
type Execute = (row: Row, args: never, context: never) => unknown;

/** A field that is made within the request, by further reads. */
class ExecutedField extends NounField {
  readonly type = "executed";

  constructor(
    name: string,
    description: string,
    private readonly needs: readonly string[],
    private readonly execute: Execute,
  ) {
    super(name, description);
  }

  override readWith(): readonly string[] {
    return this.needs;
  }

  override resolver(): FieldResolver {
    // The casts: the declaration types its arguments and the part of the context that it uses.
    return ({ row, context }, args) => this.execute(row, args as never, context as never);
  }

  override written(site: PlanSite): Json {
    return site.resolverOnly();
  }
}

interface ExecutedOptions {
  /** The row's columns and derived fields that `execute` uses. */
  needs: readonly string[];
  description: string;
  nullable?: boolean;
  /** Its part of a document's cost, beside what it reads. */
  cost?: number;
  args?: Record<string, FieldArgument>;
}

/**
 * A field that is made within the request: `execute` gets the fields of the row that it `needs`, the
 * arguments, and the request's context, through which it reads further. Documents with it are read by
 * the resolvers, and their answers are not cached.
 */
export function Executed<A extends object, C extends object>(
  type: () => unknown,
  options: ExecutedOptions,
  execute: (row: Row, args: A, context: C) => unknown,
): PropertyDecorator {
  const { needs, description, nullable = false, cost = 0, args = {} } = options;
  return (prototype, name) => {
    shownAs(type, { nullable, description })(prototype, name);
    Extensions({ cost })(prototype, name);
    addArguments(prototype, name, args);
    const field = new ExecutedField(name, description, needs, execute as Execute);
    noteField(classOf(prototype), field);
  };
}
