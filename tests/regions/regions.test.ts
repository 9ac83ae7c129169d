import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { isEnumType } from "graphql";
import { type CheckedClient, refusalOf } from "../testkit/hub/checked-client.js";
import { schema } from "../testkit/hub/index.js";
import { type Written, write } from "../testkit/mutations/documents.js";
import { type Party, World } from "../testkit/world/world.js";

let world: World;
let visitor: CheckedClient;
let operator: CheckedClient;
let lead: Party;
let programme: Written;

beforeAll(async () => {
  world = await World.start();
  visitor = world.visitor();
  operator = await world.operator;
  lead = await world.organisation("REGIONAL_GOVERNMENT", { regionCode: "36.02" });
  programme = await world.programme(lead);
});
afterAll(() => world.stop());

const ask = <T>(document: string, variables: object = {}) =>
  visitor.data<T>(document, variables as never);

interface Regions {
  regions: { totalCount: number; nodes: { code: string }[] };
}

async function codes(where: object): Promise<string[]> {
  const found = await ask<Regions>(
    "query ($where: RegionFilter) { regions(where: $where, first: 200) { totalCount nodes { code } } }",
    { where },
  );
  return found.regions.nodes.map(({ code }) => code);
}

const count = async (where: object): Promise<number> =>
  (
    await ask<Regions>(
      "query ($where: RegionFilter) { regions(where: $where) { totalCount nodes { code } } }",
      { where },
    )
  ).regions.totalCount;

describe("Regions nest by the prefix of their code", () => {
  it("are all there, at their four levels", async () => {
    const counts: Record<string, number> = {};
    for (const level of ["PROVINCE", "REGENCY", "DISTRICT", "VILLAGE"]) {
      counts[level] = await count({ level: { eq: level } });
    }
    expect(counts).toEqual({ PROVINCE: 38, REGENCY: 514, DISTRICT: 7285, VILLAGE: 83_762 });
  });

  it("36 finds itself and all that lies in it, down to the village, and no other", async () => {
    for (const code of ["36", "36.02", "36.02.27", "36.02.27.2010"]) {
      expect(await codes({ within: "36", code: { eq: code } })).toEqual([code]);
      expect(await codes({ within: code, code: { eq: "36.02.27.2010" } })).toEqual([
        "36.02.27.2010",
      ]);
    }
    for (const code of ["35", "37", "3602", "31.36"]) {
      expect(await codes({ within: "36", code: { eq: code } })).toEqual([]);
    }
    expect(await codes({ within: "36.02.27.2010" })).toEqual(["36.02.27.2010"]);
    expect(await codes({ within: "36.02", code: { eq: "36.03" } })).toEqual([]);
    const district = await codes({ within: "36.02.27" });
    expect(district.length).toBeGreaterThan(1);
    expect(district.filter((code) => !/^36\.02\.27(\.\d{4})?$/.test(code))).toEqual([]);
  });

  it("the provinces' parts are the whole", async () => {
    const provinces = await codes({ level: { eq: "PROVINCE" } });
    const parts = await Promise.all(provinces.map((within) => count({ within })));
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(91_599);
  });

  it.each(["3", "36.0", "36.", "36.02.", "36.02.2", "36.02.27.20", "3602", "%", "36%", "", " 36"])(
    "a code cut short or misspelt, as %j, is BAD_USER_INPUT",
    async (within) => {
      const document = "query ($where: RegionFilter) { regions(where: $where) { totalCount } }";
      const found = refusalOf(await visitor.error(document, { where: { within } }));
      expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["where.within"]]);
    },
  );

  it("a code that no region has finds nothing", async () => {
    expect(await codes({ within: "99.99" })).toEqual([]);
    expect(await ask('{ region(code: "99.99") { id } }')).toEqual({ region: null });
  });

  it("can be walked up to the province, and down to children and descendants", async () => {
    const found = await ask<Record<string, Record<string, unknown>>>(`{
      village: region(code: "36.02.27.2010") { level parent { code parent { code parent { code name parent { code } } } } }
      regency: region(code: "36.02") {
        name
        children(first: 1) { totalCount nodes { code parent { code } } }
        descendants(where: { level: { eq: VILLAGE } }) { totalCount }
        all: descendants { totalCount }
      }
    }`);
    expect(found.village).toEqual({
      level: "VILLAGE",
      parent: {
        code: "36.02.27",
        parent: { code: "36.02", parent: { code: "36", name: "Banten", parent: null } },
      },
    });
    expect(found.regency).toEqual({
      name: "Kabupaten Lebak",
      children: {
        totalCount: await count({ parent: { eq: "36.02" } }),
        nodes: [{ code: "36.02.01", parent: { code: "36.02" } }],
      },
      descendants: { totalCount: await count({ within: "36.02", level: { eq: "VILLAGE" } }) },
      all: { totalCount: (await count({ within: "36.02" })) - 1 },
    });
  });

  it("names are found by any part of them, whatever the case", async () => {
    expect(await codes({ name: { contains: "KABUPATEN LEB" } })).toContain("36.02");
    expect(await codes({ name: { contains: "%" } })).toEqual([]);
  });

  it("an area, its organisation and its plans are found by any region around them", async () => {
    const area = await write(operator, "createArea", {
      name: world.unique("Kawasan"),
      regions: ["36.02.27.2010", "33.25", "36.02.27.2010"],
    });
    const plan = await world.activePlan(programme, lead, { areaId: area.id });
    const document = `query ($area: ID!, $plan: ID!, $lead: String!, $code: String!, $id: ID!) {
      areas(where: { id: { eq: $area }, region: { within: $code } }) { totalCount }
      actionPlans(where: { eq: $plan, area: { region: { within: $code } } }) { totalCount }
      organisations(where: { eq: $lead, region: { within: $code } }) { totalCount }
      region(code: $id) { areas(where: { id: { eq: $area } }) { totalCount } }
    }`;
    const seen = async (code: string) => {
      const variables = { area: area.id, plan: plan.id, lead: lead.key, code, id: code };
      type Count = { totalCount: number };
      type Counts = Record<"areas" | "actionPlans" | "organisations", Count>;
      const found = await ask<Counts & { region: { areas: Count } }>(document, variables);
      const lists = [found.areas, found.actionPlans, found.organisations, found.region.areas];
      return lists.map(({ totalCount }) => totalCount);
    };
    expect(await seen("36")).toEqual([1, 1, 1, 1]);
    expect(await seen("36.02")).toEqual([1, 1, 1, 1]);
    expect(await seen("36.02.27")).toEqual([1, 1, 0, 1]);
    expect(await seen("36.02.27.2010")).toEqual([1, 1, 0, 1]);
    expect(await seen("33")).toEqual([1, 1, 0, 1]);
    expect(await seen("33.25.01")).toEqual([0, 0, 0, 0]);
    expect(await seen("35")).toEqual([0, 0, 0, 0]);
    const shown = await ask<{ area: unknown }>(
      "query ($id: ID!) { area(id: $id) { regions { code } } }",
      { id: area.id },
    );
    expect(shown.area).toEqual({ regions: [{ code: "36.02.27.2010" }, { code: "33.25" }] });
  });
});

describe("An order by an enum follows the domain, not the alphabet", () => {
  it("stages go from upstream to downstream", async () => {
    const plan = await world.plan(programme, lead);
    const upstream = [
      "POTENTIAL_MAPPING",
      "PARTNERSHIP_AND_INSTITUTIONS",
      "COMPETENCY_TRAINING",
      "ENTREPRENEURSHIP_TRAINING",
      "CAPITAL_AND_EQUIPMENT",
      "FINANCING_ACCESS",
      "LABOUR_INTENSIVE_WORKS",
      "PRODUCTIVITY",
      "MARKETING",
      "PLACEMENT",
      "SOCIAL_PROTECTION",
    ];
    const type = schema.getType("ActionStage");
    expect(isEnumType(type) && type.getValues().map(({ name }) => name)).toEqual(
      upstream.toSorted(),
    );
    for (const stage of upstream.toSorted()) await world.action(lead, plan, { stage });
    const read = async (direction: string) => {
      const found = await ask<{ actionPlan: { actions: { nodes: { stage: string }[] } } }>(
        `query ($id: ID!) { actionPlan(id: $id) { actions(orderBy: [{ field: STAGE, direction: ${direction} }]) { nodes { stage } } } }`,
        { id: plan.id },
      );
      return found.actionPlan.actions.nodes.map(({ stage }) => stage);
    };
    expect(await read("ASC")).toEqual(upstream);
    expect(await read("DESC")).toEqual(upstream.toReversed());
  });

  it("regions go from the province to the village, sectors from the centre to the community", async () => {
    const levels = await ask<{ regions: { nodes: { level: string }[] } }>(
      `{ regions(where: { within: "36.02.27" }, orderBy: [{ field: LEVEL }], first: 2) { nodes { level } } }`,
    );
    expect(levels.regions.nodes.map(({ level }) => level)).toEqual(["DISTRICT", "VILLAGE"]);
    const sectors = [
      "CENTRAL_GOVERNMENT",
      "NGO",
      "COMMUNITY_GROUP",
      "PRIVATE_SECTOR",
      "UNIVERSITY",
    ];
    const made = [];
    for (const sector of sectors) made.push((await world.organisation(sector)).key);
    const found = await ask<{ organisations: { nodes: { sector: string }[] } }>(
      "query ($keys: [String!]) { organisations(where: { in: $keys }, orderBy: [{ field: SECTOR }]) { nodes { sector } } }",
      { keys: made },
    );
    expect(found.organisations.nodes.map(({ sector }) => sector)).toEqual([
      "CENTRAL_GOVERNMENT",
      "PRIVATE_SECTOR",
      "UNIVERSITY",
      "NGO",
      "COMMUNITY_GROUP",
    ]);
  });
});
