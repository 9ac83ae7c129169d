import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  type GraphQLInputObjectType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
} from "graphql";
import { document, filteredActions, titlesOf } from "../testkit/contract/filtered-actions.js";
import { type CheckedClient, refusalOf } from "../testkit/hub/checked-client.js";
import { schema } from "../testkit/hub/index.js";
import { type Written } from "../testkit/mutations/documents.js";
import { newId, type Party, World } from "../testkit/world/world.js";

let world: World;
let visitor: CheckedClient;
let lead: Party;
let programme: Written;
let plan: Written;

beforeAll(async () => {
  world = await World.start();
  visitor = world.visitor();
  lead = await world.organisation();
  programme = await world.programme(lead);
  plan = await world.plan(programme, lead);
  await filteredActions(world, lead, plan);
});
afterAll(() => world.stop());

const titles = (where: object) => titlesOf(visitor, where);

/** A value that a condition of this type takes. */
const plausible: Record<string, unknown> = {
  ...{ String: "36", ID: newId(), Boolean: true, Int: 1, Float: 1.5, Money: "1" },
  ...{ Date: "2024-01-01", DateTime: "2024-01-01T00:00:00Z", Position: 1 },
  Period: "2024-Q1",
};

/** Every operator of every field of a filter, each as a condition of its own. */
function conditionsOf(filter: GraphQLInputObjectType): object[] {
  return Object.values(filter.getFields()).flatMap(({ name, type }) => {
    const inner = getNamedType(type);
    const isList = isListType(getNullableType(type));
    if (!isInputObjectType(inner)) {
      const value = isEnumType(inner) ? inner.getValues()[0]?.name : plausible[inner.name];
      if (value === undefined) throw new Error(`No value of ${inner.name} is known`);
      return [{ [name]: isList ? [value] : value }];
    }
    // A filter on another noun has a list of its own here, or is reached from one.
    if ("and" in inner.getFields()) return [{ [name]: isList ? [{}] : {} }];
    return conditionsOf(inner).map((condition) => ({ [name]: condition }));
  });
}

/** The filters of all nouns, with a list that each is asked in and the way to it from there. */
const filters = Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap((list) => {
  // What a search is narrowed to has a suite of its own.
  const where = list.args.find(({ name }) => name === "where" && list.name !== "search");
  const filter = getNamedType(where?.type);
  if (!isInputObjectType(filter)) return [];
  const around = Object.values(filter.getFields()).flatMap(({ name, type }) => {
    const inner = getNamedType(type);
    const isNoun = isInputObjectType(inner) && "and" in inner.getFields();
    return isNoun && !["and", "or", "not"].includes(name) ? [{ name, inner }] : [];
  });
  const ways = around.map(({ name, inner }) => ({
    name: `${list.name} by ${name}`,
    list,
    filter,
    inner,
    by: name,
  }));
  return [{ name: list.name, list, filter, inner: filter, by: undefined }, ...ways];
});

describe("Every condition of the contract", () => {
  it.each(filters)("can be asked: $name", async ({ list, filter, inner, by }) => {
    const conditions = conditionsOf(inner).map((one) => (by ? { [by]: one } : one));
    expect(conditions.length).toBeGreaterThan(4);
    for (let at = 0; at < conditions.length; at += 10) {
      const where = { or: conditions.slice(at, at + 10) };
      await visitor.data(
        `query ($where: ${filter.name}) { ${list.name}(where: $where, first: 1) { totalCount } }`,
        { where } as never,
      );
    }
  });
});

describe("A bad filter is BAD_USER_INPUT at its path", () => {
  const bad: [string, object, string][] = [
    ["an unknown enum", { stage: { eq: "HARVEST" } }, "where.stage.eq"],
    ["an unknown enum in a list", { stage: { in: ["MARKETING", "X"] } }, "where.stage.in.1"],
    ["a malformed id", { id: { eq: "x" } }, "where.id.eq"],
    ["a malformed id in a list", { in: [newId(), "x"] }, "where.in.1"],
    ["a malformed id of its own", { eq: "36.02" }, "where.eq"],
    [
      "a malformed id far away",
      { or: [{}, { not: { plan: { id: { not: "x" } } } }] },
      "where.or.1.not.plan.id.not",
    ],
    ["a malformed date", { endsOn: { gte: "2024-02-30" } }, "where.endsOn.gte"],
    ["malformed money", { amountPledged: { gte: "-1" } }, "where.amountPledged.gte"],
    ["money as a number", { contribution: { amount: { eq: 5 } } }, "where.contribution.amount.eq"],
    ["a number too large", { progress: { eq: 3e9 } }, "where.progress.eq"],
    [
      "an instant without an offset",
      { createdAt: { lte: "2024-01-01T00:00:00" } },
      "where.createdAt.lte",
    ],
    [
      "an instant before the first year",
      { createdAt: { lte: "0001-01-01T00:00:00+14:00" } },
      "where.createdAt.lte",
    ],
    [
      "an instant after the last year",
      { createdAt: { lte: "9999-12-31T23:59:59-12:00" } },
      "where.createdAt.lte",
    ],
    ["a null condition", { title: { eq: null } }, "where.title.eq"],
    ["a null field", { title: null }, "where.title"],
    ["a null relation", { plan: null }, "where.plan"],
    ["a null list", { and: null }, "where.and"],
    ["a null in a list", { title: { in: [null] } }, "where.title.in.0"],
    ["an unknown field", { colour: { eq: "red" } }, "where.colour"],
    ["an unknown operator", { title: { like: "%" } }, "where.title.like"],
    ["a NUL character", { title: { contains: "\u0000" } }, "where.title.contains"],
    ["a lone surrogate", { title: { contains: "\udfff" } }, "where.title.contains"],
    [
      "a region's prefix",
      { plan: { area: { region: { within: "36.0" } } } },
      "where.plan.area.region.within",
    ],
  ];

  it.each(bad)("%s", async (_, where, path) => {
    const found = refusalOf(await visitor.error(document, { where }));
    expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", [path]]);
  });

  const long: [string, object, string][] = [
    ["contains", { title: { contains: "x".repeat(201) } }, "where.title.contains"],
    ["contains, of 1 MB", { title: { contains: "x".repeat(1e6) } }, "where.title.contains"],
    ["eq", { title: { eq: "x".repeat(1001) } }, "where.title.eq"],
    ["not", { plan: { title: { not: "x".repeat(1001) } } }, "where.plan.title.not"],
    ["in", { title: { in: ["x", "x".repeat(1001)] } }, "where.title.in.1"],
  ];

  it.each(long)("a text that is longer than a condition takes: %s", async (_, where, path) => {
    const found = refusalOf(await visitor.error(document, { where }));
    expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", [path]]);
  });

  it("a text of 200 characters is searched, and one of 1,000 compared", async () => {
    expect(await titles({ title: { contains: "x".repeat(200) } })).toEqual([]);
    expect(await titles({ title: { in: ["x".repeat(1000)] } })).toEqual([]);
  });

  it("more than 500 conditions are QUERY_TOO_COMPLEX, with the figure and the limit", async () => {
    const of = (count: number) => ({
      or: Array.from({ length: count }, () => ({ stage: { eq: "MARKETING" } })),
    });
    expect(await titles(of(499))).toHaveLength(2);
    for (const count of [500, 5000]) {
      const found = refusalOf(await visitor.error(document, { where: of(count) }));
      expect(found.error.extensions).toMatchObject({ code: "QUERY_TOO_COMPLEX", limit: 500 });
    }
  });
});
