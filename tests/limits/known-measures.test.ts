import { beforeAll, describe, expect, it } from "@jest/globals";
import { type GraphQLSchema, type OperationDefinitionNode, parse } from "graphql";
import { KnownMeasures } from "../../src/app/graphql/known-measures.js";
import { coerceVariables } from "../../src/app/graphql/variables.js";
import { fragmentsOf, measureOperation } from "../../src/app/limits/index.js";
import { hubSchema } from "../../src/app/schema.js";

const document = parse(`
  query Plans($where: ActionPlanFilter, $first: Int, $by: [ActionDimension!]!, $ids: [ID!], $plan: ID) {
    actionPlans(where: $where, first: $first) { nodes { title } totalCount }
    actions(where: { plan: { id: { in: $ids } } }) {
      groups(by: $by) { nodes { measures { count } } }
    }
    more: actions(where: { plan: { id: { eq: $plan } } }) { nodes { title } }
  }`);

const id = (digit: number) => `00000000-0000-4000-8000-00000000000${digit}`;

/** Variables in groups: those of one group have the same measure. */
const alike = [
  [
    { by: ["STATUS"], plan: id(1) },
    { by: ["STATUS"], plan: id(2) },
  ],
  [{ by: ["STATUS", "PLAN_STATUS"], plan: id(1) }],
  [{ by: ["STATUS"], first: 7 }],
  [{ by: ["STATUS"], first: 8 }],
  [{ by: ["STATUS"], ids: [id(1)] }],
  [
    { by: ["STATUS"], ids: [id(1), id(2)] },
    { by: ["STATUS"], ids: [id(3), id(4)] },
  ],
  [{ by: ["STATUS"], ids: Array.from({ length: 150 }, () => id(5)) }],
  [{ by: ["STATUS"], where: { title: { contains: "air" } } }],
  [{ by: ["STATUS"], where: { or: [{ title: { contains: "air" } }, { id: { eq: id(1) } }] } }],
  [{ by: ["STATUS"], where: { not: { programme: { id: { eq: id(1) } } } } }],
];

describe("The known measures of operations", () => {
  let schema: GraphQLSchema;
  beforeAll(async () => {
    schema = await hubSchema();
  });

  it("are those that are measured, whichever variables came before", () => {
    const operation = document.definitions[0] as OperationDefinitionNode;
    const known = new KnownMeasures(schema);
    for (const given of [...alike, ...alike.toReversed()].flat()) {
      const { values, faults } = coerceVariables(schema, operation, given, false);
      expect(faults).toEqual([]);
      const measured = measureOperation(schema, fragmentsOf(document), operation, values);
      expect(known.of(document, operation, values)).toEqual(measured);
    }
  });

  it("are measured once for variables that differ in ids alone", () => {
    const operation = document.definitions[0] as OperationDefinitionNode;
    const known = new KnownMeasures(schema);
    const measures = alike.map((group) =>
      group.map((given) => {
        const { values } = coerceVariables(schema, operation, given, false);
        return known.of(document, operation, values);
      }),
    );
    for (const group of measures) expect(new Set(group).size).toBe(1);
    expect(new Set(measures.flat()).size).toBe(alike.length);
  });
});
