import { Extensions } from "type-graphql";
import { noteField } from "../model/dictionary.js";
import { NounField } from "../model/field.js";
import { addArguments, type FieldArgument } from "./arguments.js";
import { classOf, type PropertyDecorator, shownAs } from "./property.js";

/** A field whose value is made of other fields of its row. */
export abstract class FieldOfNeeds extends NounField {
  constructor(
    name: string,
    description: string,
    protected readonly needs: readonly string[],
  ) {
    super(name, description);
  }

  override readWith(): readonly string[] {
    return this.needs;
  }
}

/** The options of a field that is made of other fields. */
export interface NeedsOptions {
  /** The row's columns and derived fields that it uses; they are read though nobody selected them. */
  needs: readonly string[];
  description: string;
  nullable?: boolean;
  /** Its part of a document's cost, where an object counts 1. */
  cost?: number;
  args?: Record<string, FieldArgument>;
}

/** Declares such a field, with its arguments and its cost. */
export function declaredField(
  type: () => unknown,
  { description, nullable = false, cost = 0, args = {} }: NeedsOptions,
  make: (name: string) => FieldOfNeeds,
): PropertyDecorator {
  return (prototype, name) => {
    shownAs(type, { nullable, description })(prototype, name);
    Extensions({ cost })(prototype, name);
    addArguments(prototype, name, args);
    noteField(classOf(prototype), make(name));
  };
}
