import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { isInterfaceType } from "graphql";
import { allNouns, type NounDefinition } from "../../src/reading/index.js";
import { schema, TestHub } from "../testkit/hub/index.js";

describe("The ids of nodes, by which caches know them", () => {
  let hub: TestHub;

  beforeAll(async () => {
    hub = await TestHub.start("sample");
  });
  afterAll(() => hub.stop());

  const node = schema.getType("Node");
  if (!isInterfaceType(node)) throw new Error("Node is no interface");
  const names = schema.getPossibleTypes(node).map(({ name }) => name);
  const nouns = () => allNouns().filter(({ name }) => names.includes(name));
  const idsOf = async ({ table, idColumn }: NounDefinition): Promise<string[]> => {
    const { rows } = await hub.sql.query(`select ${idColumn}::text as id from ${table}`);
    return rows.map(({ id }) => id);
  };

  it("are unique among all types: Relay's store knows an object by its id alone", async () => {
    const clashes: string[] = [];
    const owners = new Map<string, string>();
    for (const noun of nouns()) {
      for (const id of await idsOf(noun)) {
        const other = owners.get(id);
        if (other) clashes.push(`${id}: ${other} and ${noun.name}`);
        owners.set(id, noun.name);
      }
    }
    expect(clashes).toEqual([]);
    expect(
      nouns()
        .map(({ name }) => name)
        .sort(),
    ).toEqual([...names].sort());
  });

  it("lead back to the node and its type, for each type that the sample has", async () => {
    const operator = await hub.operator;
    const found = new Set<string>();
    for (const noun of nouns()) {
      const ids = (await idsOf(noun)).slice(0, 50);
      const { nodes } = await operator.data<{
        nodes: ({ __typename: string; id: string } | null)[];
      }>("query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }", { ids } as never);
      for (const [at, shown] of nodes.entries()) {
        if (!shown) continue;
        expect(shown).toEqual({ __typename: noun.name, id: ids[at] });
        found.add(shown.__typename);
      }
    }
    expect(found.size).toBeGreaterThan(15);
  });
});
