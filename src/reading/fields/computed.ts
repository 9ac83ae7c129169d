import { Extensions } from "type-graphql";
import { noteField } from "../model/dictionary.js";
import { type FieldResolver, NounField } from "../model/field.js";
import type { Row } from "../model/row.js";
import type { ComputeInCode, PlanSite } from "../model/sites.js";
import type { Json } from "../sql/json.js";
import { addArguments, type FieldArgument } from "./arguments.js";
import { classOf, type PropertyDecorator, shownAs } from "./property.js";

/** A field that code computes, from other fields of its row and the field's arguments. */
class ComputedField extends NounField {
  readonly type = "computed";

  constructor(
    name: string,
    description: string,
    private readonly needs: readonly string[],
    private readonly compute: ComputeInCode,
  ) {
    super(name, description);
  }

  override readWith(): readonly string[] {
    return this.needs;
  }

  override resolver(): FieldResolver {
    return ({ row }, args) => this.compute(row, args);
  }

  override written(site: PlanSite): Json {
    return site.inCode(this.needs, this.compute);
  }
}

interface ComputedOptions {
  /** The row's columns and derived fields that `compute` uses; they are read though nobody selected them. */
  needs: readonly string[];
  description: string;
  nullable?: boolean;
  /** Its part of a document's cost, where an object counts 1. */
  cost?: number;
  args?: Record<string, FieldArgument>;
}

/**
 * A field that only code can compute: `compute` makes its value from the fields that it `needs` and from
 * the field's arguments. It is neither filtered nor ordered by. A value that SQL can compute is a Derived
 * field.
 */
export function Computed<A extends object = Record<string, never>>(
  type: () => unknown,
  options: ComputedOptions,
  compute: (row: Row, args: A) => unknown,
): PropertyDecorator {
  const { needs, description, nullable = false, cost = 0, args = {} } = options;
  return (prototype, name) => {
    shownAs(type, { nullable, description })(prototype, name);
    Extensions({ cost })(prototype, name);
    addArguments(prototype, name, args);
    const field = new ComputedField(name, description, needs, compute as ComputeInCode);
    noteField(classOf(prototype), field);
  };
}
