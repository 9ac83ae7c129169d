import { Extensions, Field } from "type-graphql";
import { noteField } from "../model/dictionary.js";
import {
  classOf,
  NounField,
  type PropertyDecorator,
  type Resolver,
  type WrittenAt,
} from "../model/field.js";
import type { Json } from "../planned/json.js";
import { openValue } from "../planned/open-values.js";
import type { Row } from "../rows/session.js";
import { addArguments, type FieldArgument } from "./arguments.js";

type Compute = (row: Row, args: Record<string, unknown>) => unknown;

/** A field that code computes, from other fields of its row and the field's arguments. */
export class ComputedField extends NounField {
  readonly type = "computed";

  constructor(
    name: string,
    description: string,
    /** The columns and derived fields that are read for it, though nobody asked for them. */
    private readonly needs: readonly string[],
    private readonly compute: Compute,
  ) {
    super(name, description);
  }

  override readWith(): readonly string[] {
    return this.needs;
  }

  override resolver(): Resolver {
    return (row, args) => this.compute(row, args);
  }

  override written(at: WrittenAt): Json {
    return openValue(at, this.needs, this.compute);
  }
}

interface ComputedOptions {
  /** The row's columns and derived fields that `compute` uses. */
  needs: readonly string[];
  description: string;
  nullable?: boolean;
  /** What it counts towards a document's cost, where an object counts 1. */
  cost?: number;
  args?: Record<string, FieldArgument>;
}

/**
 * A field that only code can compute: what it needs is read with the row, and `compute` makes its value
 * of that and of the field's arguments. Not filtered and not ordered by; what SQL can say is a Derived
 * field.
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
    const field = new ComputedField(name, description, needs, compute as Compute);
    noteField(classOf(prototype), field);
  };
}
