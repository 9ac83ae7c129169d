import {
  type GraphQLInputType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
} from "graphql";
import { newId } from "../world/world.js";
import { type Input, inputFieldsOf } from "./documents.js";

/** A value of each scalar but `String`. */
const scalars: Record<string, () => unknown> = {
  ID: newId,
  Int: () => 1,
  Float: () => 1,
  Boolean: () => true,
  Date: () => "2024-01-02",
  DateTime: () => "2024-01-02T03:04:05Z",
  PartialDate: () => "2024",
  Period: () => "2024",
  Money: () => "1",
  Position: () => 0,
};

/** Where the texts of a filled input are, as faults name them; a list of texts is one place. */
type Places = string[];

function filled(type: GraphQLInputType, text: string, path: string, places: Places): unknown {
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    const isTexts = String(getNullableType(nullable.ofType)) === "String";
    return [filled(nullable.ofType, text, isTexts ? path : `${path}.0`, places)];
  }
  if (isInputObjectType(nullable)) {
    const fields = Object.values(nullable.getFields());
    const entries = fields.map(({ name, type }) => [
      name,
      filled(type, text, `${path}.${name}`, places),
    ]);
    return Object.fromEntries(entries);
  }
  if (isEnumType(nullable)) return nullable.getValues()[0]?.name;
  const scalar = String(nullable);
  if (scalar !== "String") return scalars[scalar]?.();
  places.push(path);
  return text;
}

/** A mutation's input with every field that its type has, and `text` in each `String`. */
export function filledInput(mutation: string, text: string): { input: Input; places: Places } {
  const places: Places = [];
  const entries = inputFieldsOf(mutation).map(({ name, type }) => [
    name,
    filled(type, text, `input.${name}`, places),
  ]);
  return { input: Object.fromEntries(entries), places };
}
