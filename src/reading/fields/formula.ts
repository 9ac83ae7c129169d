import { Extensions, Field } from "type-graphql";
import type { AccessScope } from "../../access/index.js";
import { type NounDefinition, noteField } from "../model/dictionary.js";
import {
  classOf,
  NounField,
  type PropertyDecorator,
  type Resolver,
  type WrittenAt,
} from "../model/field.js";
import type { Json } from "../planned/json.js";
import { jsonValue } from "../planned/structures.js";
import type { Sql } from "../sql/fragments.js";
import { addArguments, type FieldArgument } from "./arguments.js";

type Compute = (row: string, scope: AccessScope, args: Record<string, unknown>) => Sql;

/** A field that only SQL computes, from the row, what the viewer may see, and the field's arguments. */
export class FormulaField extends NounField {
  readonly type = "formula";

  constructor(
    name: string,
    description: string,
    /** The SQL of its value, with these arguments. */
    readonly value: Compute,
  ) {
    super(name, description);
  }

  override resolver(noun: NounDefinition | undefined): Resolver | undefined {
    if (!noun) return undefined;
    return async (row, args, context) =>
      (await context.reader()).formula(noun, this, String(row.$id), args);
  }

  override written({ compiler, row, asked }: WrittenAt): Json {
    // Its arguments decide over its text, so each set of them is a statement of its own.
    const { values } = compiler.given(asked, JSON.stringify);
    return jsonValue(
      compiler,
      asked,
      asked.definition.type,
      this.value(row, compiler.scope, values),
    );
  }
}

interface FormulaOptions {
  description: string;
  args: Record<string, FieldArgument>;
  /** How many rows its list is taken to hold in a document's cost. */
  rows: number;
}

/**
 * A list that SQL computes from the row and the field's arguments, counting only what the viewer may
 * see: JSON of the shape of its type. The resolver path computes it in one statement for all the rows
 * that ask it with the same arguments. What takes no arguments is a Derived field.
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
    noteField(classOf(prototype), new FormulaField(name, description, compute as Compute));
  };
}
