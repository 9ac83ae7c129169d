import { describe, expect, it } from "@jest/globals";
import {
  buildSchema,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isObjectType,
} from "graphql";
import { schema } from "../testkit/hub/index.js";

/** Everything of a schema that can be deprecated, by its place. */
function places(of: GraphQLSchema): { place: string; reason: string | null | undefined }[] {
  return Object.values(of.getTypeMap()).flatMap((type) => {
    const at = (name: string, reason: string | null | undefined) => ({
      place: `${type.name}.${name}`,
      reason,
    });
    if (isEnumType(type)) return type.getValues().map((one) => at(one.name, one.deprecationReason));
    if (isInputObjectType(type)) {
      return Object.values(type.getFields()).map((one) => at(one.name, one.deprecationReason));
    }
    if (!isObjectType(type)) return [];
    return Object.values(type.getFields()).flatMap((field) => [
      at(field.name, field.deprecationReason),
      ...field.args.map((arg) => at(`${field.name}(${arg.name}:)`, arg.deprecationReason)),
    ]);
  });
}

/** The deprecations that do not name a replacement and the date of removal, as versions.md promises. */
const faultsOf = (of: GraphQLSchema): string[] =>
  places(of)
    .filter(({ reason }) => reason && !/\S.*\bfrom 20\d\d-\d\d-\d\d\b/.test(reason))
    .map(({ place }) => place);

describe("a deprecation", () => {
  it("names the day from which the thing may be removed", () => {
    expect(faultsOf(schema)).toEqual([]);
  });

  it("is found where it does not", () => {
    const example = buildSchema(`
      enum Colour { RED BLUE @deprecated(reason: "Use RED.") }
      input Paint { colour: Colour, shade: Int @deprecated(reason: "Use colour.") }
      type Query {
        old: Int @deprecated(reason: "Use new; may be removed from 2027-06-01.")
        older(size: Int @deprecated(reason: "It had no effect.")): Int @deprecated
        new(paint: Paint): Int
      }
    `);
    expect(faultsOf(example)).toEqual([
      "Colour.BLUE",
      "Paint.shade",
      "Query.older",
      "Query.older(size:)",
    ]);
  });
});
