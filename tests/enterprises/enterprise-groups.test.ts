import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { CheckedClient } from "../testkit/hub/checked-client.js";
import { IndicatorInputs, indicatorCast } from "../testkit/indicators/indicator-inputs.js";
import { refused, type Written, write } from "../testkit/mutations/documents.js";
import { type Party, World } from "../testkit/world/world.js";

type Input = Record<string, unknown>;

let world: World;
let inputs: IndicatorInputs;
let partner: Party;
let keeper: CheckedClient;

beforeAll(async () => {
  world = await World.start();
  inputs = await IndicatorInputs.make(world, await indicatorCast(world));
  ({ partner } = inputs.cast);
  keeper = await world.member(partner, "CONTRIBUTOR");
});
afterAll(() => world.stop());

const ask = <T>(client: CheckedClient, document: string, variables: object = {}) =>
  client.data<T>(document, variables as never);

const group = (more: Input = {}) => inputs.do("registerEnterpriseGroup", more);

/** What a viewer is shown of a group's members by sex. */
async function sexesOf({ id }: Written, client: CheckedClient): Promise<object[]> {
  const { enterpriseGroup } = await ask<{ enterpriseGroup: { membersBySex: object[] } }>(
    client,
    "query ($id: ID!) { enterpriseGroup(id: $id) { membersBySex { by value count suppressed } } }",
    { id },
  );
  return enterpriseGroup.membersBySex;
}

const cell = (value: string, count: number | null) => ({
  ...{ by: "SEX", value, count },
  suppressed: count === null,
});

describe("A group of self-employed workers", () => {
  it("is registered as it is, and found from its area", async () => {
    const classification = { code: "10761", version: "KBLI 2020" };
    const more = { journey: "SELLING", formedOn: "2023-07-03", classification, note: "n" };
    const { id } = await group({ ...more, name: "Ekra Coffee" });
    const found = await ask<{ area: { enterpriseGroups: object } }>(
      world.visitor(),
      `query ($area: ID!, $id: ID!) { area(id: $area) { enterpriseGroups(where: { eq: $id }) { totalCount nodes {
        name journey members products { name } classification { code version } formedOn note
        area { id } village { code } organisation { key } visibility } } } }`,
      { area: inputs.area.id, id },
    );
    expect(found.area.enterpriseGroups).toEqual({
      totalCount: 1,
      nodes: [
        {
          ...more,
          ...{ name: "Ekra Coffee", members: 16, products: [{ name: "Kopi" }] },
          ...{ area: { id: inputs.area.id }, village: { code: "36.02.27.2010" } },
          ...{ organisation: { key: partner.key }, visibility: "PUBLIC" },
        },
      ],
    });
  });

  it("may be one person working alone, of whom nothing else is shown", async () => {
    const alone = await group({ members: 1, women: 1, men: null });
    expect(await sexesOf(alone, world.visitor())).toEqual([cell("FEMALE", null)]);
    expect(await sexesOf(alone, keeper)).toEqual([cell("FEMALE", 1)]);
    const unknown = await group({ members: 1, women: null, men: null });
    expect(await sexesOf(unknown, keeper)).toEqual([]);
  });

  it("has as many members as women and men, where both are known", async () => {
    const { id } = await group();
    const change = (fields: Input) => ({ id, expectedVersion: 1, ...fields });
    for (const fields of [{ members: 17 }, { members: 15 }, { women: 11 }, { men: 0 }]) {
      const found = await refused(keeper, "updateEnterpriseGroup", change(fields));
      expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["input.members"]]);
    }
    await write(keeper, "updateEnterpriseGroup", change({ members: 17, women: 11 }));
    await write(keeper, "updateEnterpriseGroup", { ...change({ men: null }), expectedVersion: 2 });
  });
});

describe("Members by sex (rule 6)", () => {
  let small: Written;

  beforeAll(async () => {
    small = await group({ members: 7, women: 4, men: 3 });
  });

  it("a count from 1 to 4 is kept from those who do not take part in the area's plans", async () => {
    const { owner, programmeOwner, lead, other } = inputs.cast;
    const outside = [
      world.visitor(),
      await world.operator,
      await world.member(owner, "ADMIN"),
      await world.member(programmeOwner, "VIEWER"),
    ];
    for (const client of outside) {
      expect(await sexesOf(small, client)).toEqual([cell("FEMALE", null), cell("MALE", null)]);
    }
    const inside = [
      await world.member(partner, "VIEWER"),
      await world.member(lead, "VIEWER"),
      await world.key(other, "READ"),
      await world.member(programmeOwner, "COORDINATOR"),
    ];
    for (const client of inside) {
      expect(await sexesOf(small, client)).toEqual([cell("FEMALE", 4), cell("MALE", 3)]);
    }
    const large = await group({ members: 5, women: 5, men: 0 });
    expect(await sexesOf(large, world.visitor())).toEqual([cell("FEMALE", 5), cell("MALE", 0)]);
  });

  it("no change, conflict or filter shows it, to nobody", async () => {
    const change = { id: small.id, expectedVersion: 1, women: 3, men: 4 };
    await write(keeper, "updateEnterpriseGroup", change);
    const { changes } = await ask<{ changes: { nodes: { fields: { name: string }[] }[] } }>(
      keeper,
      "query ($id: ID!) { changes(where: { entityId: { eq: $id } }) { nodes { fields { name before after } } } }",
      { id: small.id },
    );
    const names = changes.nodes.map(({ fields }) => fields.map(({ name }) => name));
    expect(names[0]).toContain("members");
    for (const name of ["women", "men"]) expect(names.flat()).not.toContain(name);
    expect(names[1]).toEqual([]);
    const stale = await refused(keeper, "updateEnterpriseGroup", change);
    const current = Object.keys(stale.error.extensions.current as object);
    expect([stale.code, current.includes("members")]).toEqual(["CONFLICT", true]);
    for (const name of ["women", "men", "membersBySex"]) expect(current).not.toContain(name);
    for (const name of ["women", "membersBySex"]) {
      const where = `{ ${name}: { eq: 3 } }`;
      const error = await keeper.error(`{ enterpriseGroups(where: ${where}) { totalCount } }`);
      expect(error.extensions.code).toMatch(/BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED/);
    }
    await write(keeper, "updateEnterpriseGroup", {
      ...change,
      expectedVersion: 2,
      women: 4,
      men: 3,
    });
  });
});
