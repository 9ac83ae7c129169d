import type { FieldResolver } from "../model/field.js";
import type { Row } from "../model/row.js";
import type { ExecuteInRequest, PlanSite } from "../model/sites.js";
import type { Json } from "../sql/json.js";
import { declaredField, FieldOfNeeds, type NeedsOptions } from "./field-of-needs.js";
import type { PropertyDecorator } from "./property.js";

/** A field that is made within the request, by further reads. */
class ExecutedField extends FieldOfNeeds {
  readonly type = "executed";

  constructor(
    name: string,
    { description, needs }: NeedsOptions,
    private readonly execute: ExecuteInRequest,
  ) {
    super(name, description, needs);
  }

  override resolver(): FieldResolver {
    return ({ row, context }, args) => this.execute(row, args, context);
  }

  override written(site: PlanSite): Json {
    return site.executed(this.needs, this.execute);
  }
}

/**
 * A field that is made within the request: `execute` gets the fields of the row that it `needs`, the
 * arguments, and the request's context, through which it reads further. It reads nothing else, and knows
 * of the viewer only what the context tells: a planned answer with it may be cached.
 */
export const Executed = <A extends object, C extends object>(
  type: () => unknown,
  options: NeedsOptions,
  execute: (row: Row, args: A, context: C) => unknown,
): PropertyDecorator =>
  // The cast: the declaration types its arguments and the part of the context that it uses.
  declaredField(
    type,
    options,
    (name) => new ExecutedField(name, options, execute as ExecuteInRequest),
  );
