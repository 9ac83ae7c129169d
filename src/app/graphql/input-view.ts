import { type GraphQLLeafType, isEnumType, Kind, print, type ValueNode } from "graphql";
import type { Text } from "../../platform/errors.js";
import { unstorable } from "../../platform/texts.js";
import { depthProblem } from "./json-texts.js";

/**
 * The view of an input value in one of its two forms: JSON of a variable, or a literal of the document.
 * The rules for the types of inputs are written once, over this view.
 */
export interface InputView<V> {
  /** The reason why a text, or a nesting of so many levels, is refused whatever its type. */
  problemOf(value: V, levels: number): Text | undefined;
  /** True for a variable inside a literal, whose own type is checked elsewhere. */
  isVariable(value: V): boolean;
  isNull(value: V): boolean;
  /** The items of a list; undefined for any other value. */
  items(value: V): readonly V[] | undefined;
  /** The fields of an object by name; undefined for any other value. */
  fields(value: V): ReadonlyMap<string, V> | undefined;
  /** The value as its scalar or enum reads it; throws the type's own error, or gives undefined. */
  parse(value: V, type: GraphQLLeafType, hideSuggestions: boolean): unknown;
  /** The value as it is quoted in a message. */
  show(value: V): string;
}

/** True for a text that is no misspelt name: comparing it with names takes as long as it is. */
export const isTooLongToCompare = (text: unknown): boolean =>
  typeof text === "string" && text.length > 100;

/** JSON, whose texts and nesting have been checked before. */
export const jsonView: InputView<unknown> = {
  problemOf: () => undefined,
  isVariable: () => false,
  isNull: (value) => value === null || value === undefined,
  items: (value) => (Array.isArray(value) ? value : undefined),
  fields: (value) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? new Map(Object.entries(value))
      : undefined,
  parse: (value, type, hideSuggestions) =>
    type.parseValue(value, hideSuggestions || isTooLongToCompare(value)),
  show: (value) => JSON.stringify(value),
};

/** Literals of a document. */
export const literalView: InputView<ValueNode> = {
  problemOf: (value, levels) => {
    if (value.kind === Kind.STRING) return unstorable(value.value);
    return value.kind === Kind.OBJECT || value.kind === Kind.LIST
      ? depthProblem(levels)
      : undefined;
  },
  isVariable: ({ kind }) => kind === Kind.VARIABLE,
  isNull: ({ kind }) => kind === Kind.NULL,
  items: (value) => (value.kind === Kind.LIST ? value.values : undefined),
  fields: (value) =>
    value.kind === Kind.OBJECT
      ? new Map(value.fields.map((field) => [field.name.value, field.value]))
      : undefined,
  parse: (value, type, hideSuggestions) =>
    isEnumType(type)
      ? type.parseLiteral(
          value,
          undefined,
          hideSuggestions || ("value" in value && isTooLongToCompare(value.value)),
        )
      : type.parseLiteral(value),
  show: print,
};
