import type { FieldResolver } from "../model/field.js";
import type { Row } from "../model/row.js";
import type { ComputeInCode, PlanSite } from "../model/sites.js";
import type { Json } from "../sql/json.js";
import { declaredField, FieldOfNeeds, type NeedsOptions } from "./field-of-needs.js";
import type { PropertyDecorator } from "./property.js";

/** A field that code computes, from other fields of its row and the field's arguments. */
class ComputedField extends FieldOfNeeds {
  readonly type = "computed";

  constructor(
    name: string,
    { description, needs }: NeedsOptions,
    private readonly compute: ComputeInCode,
  ) {
    super(name, description, needs);
  }

  override resolver(): FieldResolver {
    return ({ row }, args) => this.compute(row, args);
  }

  override written(site: PlanSite): Json {
    return site.inCode(this.needs, this.compute);
  }
}

/**
 * A field that only code can compute: `compute` makes its value from the fields that it `needs` and from
 * the field's arguments. It is neither filtered nor ordered by. A value that SQL can compute is a Derived
 * field.
 */
export const Computed = <A extends object = Record<string, never>>(
  type: () => unknown,
  options: NeedsOptions,
  compute: (row: Row, args: A) => unknown,
): PropertyDecorator =>
  declaredField(
    type,
    options,
    (name) => new ComputedField(name, options, compute as ComputeInCode),
  );
