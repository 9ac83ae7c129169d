import { describe, expect, it } from "@jest/globals";
import { buildSchema, type FieldNode, type GraphQLField, getArgumentValues, parse } from "graphql";
import { argumentReader } from "../../src/reading/planned/argument-reader.js";

const schema = buildSchema(`
  enum Kind { NEW OLD }
  input Range { from: Int = 1 to: Int kind: Kind = NEW }
  input Filter { name: String ids: [ID!] range: Range! or: [Filter!] }
  input Only @oneOf { id: ID key: String }
  type Query { list(first: Int = 10 where: Filter ids: [ID!] only: Only kind: Kind): Int }
`);
// The cast: of the schema above.
const list = schema.getQueryType()?.getFields().list as GraphQLField<unknown, unknown>;

function fieldOf(given: string): FieldNode {
  const [operation] = parse(`{ list${given} }`).definitions;
  const [field] =
    operation && "selectionSet" in operation ? (operation.selectionSet?.selections ?? []) : [];
  return field as FieldNode;
}

/** What a reading gives: its values, in their order, or that it fails. */
function outcome(read: () => unknown): string {
  try {
    return JSON.stringify(read());
  } catch (error) {
    return (error as Error).message;
  }
}

const fields = [
  "",
  "(first: $number)",
  "(first: 5, where: null, kind: OLD)",
  '(where: { name: "a", range: { to: 3 } })',
  "(where: { range: { to: $number }, name: $text })",
  '(where: { range: $range, ids: [$text, "b"] }, ids: $texts)',
  "(where: { or: [{ range: { from: $number, kind: $kind } }, { range: $range, ids: $texts }], range: {} })",
  "(where: { or: { range: { from: $number } }, range: { to: 1 } })",
  "(ids: $texts, kind: $kind, first: $number)",
  "(only: { id: $text })",
];

const variables: Record<string, unknown>[] = [
  {},
  { number: 7, text: "t", texts: ["x", "y"], range: { from: 1, to: 2 }, kind: "OLD" },
  { number: null, text: null, texts: null, range: null, kind: null },
  { number: 0, text: "", texts: [], range: {}, kind: "NEW" },
  { number: 3 },
];

describe("The reader of arguments", () => {
  it.each(fields)("reads %j as graphql-js does, whatever the variables are", (given) => {
    const field = fieldOf(given);
    const read = argumentReader(list, field);
    for (const one of variables) {
      expect(outcome(() => read(one))).toBe(outcome(() => getArgumentValues(list, field, one)));
    }
  });
});
