import type { FieldResolver } from "../model/field.js";
import type { Row } from "../model/row.js";
import type { PlanSite } from "../model/sites.js";
import type { Json } from "../sql/json.js";
import { declaredField, FieldOfNeeds, type NeedsOptions } from "./field-of-needs.js";
import type { PropertyDecorator } from "./property.js";

/** Makes a value from fields of a row, the field's arguments and the request's context. */
type Execute = (row: Row, args: never, context: never) => unknown;

/** A field that is made within the request, by further reads. */
class ExecutedField extends FieldOfNeeds {
  readonly type = "executed";

  constructor(
    name: string,
    { description, needs }: NeedsOptions,
    private readonly execute: Execute,
  ) {
    super(name, description, needs);
  }

  override resolver(): FieldResolver {
    // The casts: the declaration types its arguments and the part of the context that it uses.
    return ({ row, context }, args) => this.execute(row, args as never, context as never);
  }

  override written(site: PlanSite): Json {
    return site.resolverOnly();
  }
}

/**
 * A field that is made within the request: `execute` gets the fields of the row that it `needs`, the
 * arguments, and the request's context, through which it reads further. Documents with it are read by
 * the resolvers, and their answers are not cached.
 */
export const Executed = <A extends object, C extends object>(
  type: () => unknown,
  options: NeedsOptions,
  execute: (row: Row, args: A, context: C) => unknown,
): PropertyDecorator =>
  declaredField(type, options, (name) => new ExecutedField(name, options, execute as Execute));
