import { Extensions } from "type-graphql";
import type { AccessScope } from "../../access/index.js";
import type { Arguments } from "../model/arguments.js";
import { noteField } from "../model/dictionary.js";
import { type FieldResolver, NounField } from "../model/field.js";
import type { PlanSite } from "../model/sites.js";
import type { Sql } from "../sql/fragments.js";
import type { Json } from "../sql/json.js";
import type { RowRef } from "../sql/statement.js";
import { addArguments, type FieldArgument } from "./arguments.js";
import { classOf, type PropertyDecorator, shownAs } from "./property.js";

type ComputeWith = (row: RowRef, scope: AccessScope, args: Arguments) => Sql;

/** A field that SQL computes, from the row, what the viewer may see, and the field's arguments. */
class FormulaField extends NounField {
  readonly type = "formula";

  constructor(
    name: string,
    description: string,
    private readonly compute: ComputeWith,
  ) {
    super(name, description);
  }

  override resolver(): FieldResolver {
    return (site, args) =>
      site.formula(this.name, args, (row, scope) => this.compute(row, scope, args));
  }

  override written(site: PlanSite): Json {
    return site.json(this.compute(site.row, site.scope, site.arguments()));
  }
}

interface FormulaOptions {
  description: string;
  args: Record<string, FieldArgument>;
  /** The number of rows that its list counts for in a document's cost. */
  rows: number;
}

/**
 * A list that SQL computes from the row and the field's arguments: JSON of the shape of its type. Its SQL
 * counts only rows that the viewer may see. The resolver path computes it in one statement for all rows
 * with the same arguments. A field without arguments is a Derived field.
 */
export function Formula<A extends object>(
  type: () => unknown,
  { description, args, rows }: FormulaOptions,
  compute: (row: RowRef, scope: AccessScope, args: A) => Sql,
): PropertyDecorator {
  return (prototype, name) => {
    shownAs(() => [type()], { description })(prototype, name);
    Extensions({ rows })(prototype, name);
    addArguments(prototype, name, args);
    noteField(classOf(prototype), new FormulaField(name, description, compute as ComputeWith));
  };
}
