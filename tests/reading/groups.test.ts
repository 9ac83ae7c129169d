import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type GraphQLObjectType, getNamedType, isEnumType, isObjectType } from "graphql";
import { Kysely, PostgresDialect } from "kysely";
import type pg from "pg";
import { hubSchema } from "../../src/app/schema.js";
import { Planner } from "../../src/reading/index.js";
import { CheckedClient, refusalOf } from "../testkit/hub/checked-client.js";
import { schema, TestHub } from "../testkit/hub/index.js";
import { IndicatorInputs, indicatorCast } from "../testkit/indicators/indicator-inputs.js";
import type { Written } from "../testkit/mutations/documents.js";
import { behindTheGuards, testPool } from "../testkit/postgres/sessions.js";
import { explained, looksOf } from "../testkit/reading/explained.js";
import { readPaths } from "../testkit/reading/read-counts.js";
import { type Party, World } from "../testkit/world/world.js";

// One world, read by resolvers, and by a second hub that plans.

let world: World;
let planning: TestHub;
let inputs: IndicatorInputs;
let lead: Party;
let plan: Written;
let hidden: Written;
let reported: Written;

beforeAll(async () => {
  world = await World.start({ PLANNED_READS: "off", RESPONSE_CACHE_BYTES: "0" });
  planning = await TestHub.start("regions", { RESPONSE_CACHE_BYTES: "0" }, world.hub.database);
  inputs = await IndicatorInputs.make(world, await indicatorCast(world));
  lead = await world.organisation();
  const programme = await world.programme(lead);
  plan = await world.activePlan(programme, lead);
  hidden = await world.activePlan(programme, lead, { visibility: "PARTICIPANTS" });
  for (const [at, startsOn] of ["2024-12-30", "2025-01-05", null, "2025-01-06", null].entries()) {
    const stage = at === 4 ? "PLACEMENT" : "MARKETING";
    const action = await world.action(lead, plan, { startsOn, stage, weight: at + 0.1 });
    if (at < 2) await world.report(lead, action, { progress: 20 });
    if (at === 0) reported = action;
  }
  await world.report(lead, reported, { progress: 20 });
  await world.action(lead, hidden, { weight: 100 });
  for (const members of [3, 10, 7]) {
    await inputs.do("registerEnterpriseGroup", { members, women: null, men: null });
  }
});
afterAll(async () => {
  await planning.stop();
  await world.stop();
});

/** The same viewer at the hub that plans. */
const atPlanning = ({ sent }: CheckedClient) => new CheckedClient(planning.url, sent);

/** What both hubs answer. */
async function both<T>(client: CheckedClient, text: string, variables: object = {}): Promise<T> {
  const resolved = await client.data<T>(text, variables as never);
  let planned: unknown;
  const path = await readPaths(planning, async () => {
    planned = await atPlanning(client).data<T>(text, variables as never);
  });
  expect(path).toEqual(["planned"]);
  expect(planned).toEqual(resolved);
  return resolved;
}

/** The refusal that both hubs give. */
async function refused(text: string): Promise<{ code: string; paths: string[] }> {
  const errors = [];
  for (const client of [world.visitor(), atPlanning(world.visitor())]) {
    const answer = await client.ask(text);
    errors.push(refusalOf(answer.errors?.[0] as never));
  }
  const [one, other] = errors.map(({ code, paths }) => ({ code, paths }));
  expect(other).toEqual(one);
  return one as { code: string; paths: string[] };
}

interface Groups {
  totalCount: number;
  nodes: { key: Record<string, unknown>; measures: { count: number } & Record<string, unknown> }[];
  edges: { cursor: string }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string | null };
  total: { count: number } & Record<string, unknown>;
}

async function groupsOf(
  selection: string,
  { list = "actions", where = `{ plan: { eq: "${plan.id}" } }`, client = world.visitor() } = {},
): Promise<Groups> {
  const text = `{ ${list}(where: ${where}) { groups${selection} } }`;
  return (await both<Record<string, { groups: Groups }>>(client, text))[list]?.groups as Groups;
}

const pairs = ({ nodes }: Groups) =>
  nodes.map(({ key, measures }) => [...Object.values(key), measures.count]);

describe("The rows of a list in groups", () => {
  it("without a dimension are one group, with a cursor", async () => {
    const { edges, totalCount } = await groupsOf("{ totalCount edges { cursor } }");

    expect([totalCount, edges.length]).toEqual([1, 1]);
  });

  it("are by the regions of the area behind a plan, of actions and of reports", async () => {
    const keys = "key { province { code } regency { code } }";
    const regions = `(by: [PROVINCE, REGENCY]) { nodes { ${keys} measures { count } } total { count } }`;
    for (const list of ["actions", "progressUpdates"]) {
      const { nodes, total } = await groupsOf(regions, { list });
      expect(nodes.reduce((sum, { measures }) => sum + measures.count, 0)).toBe(total.count);
    }
  });

  it("are by an enumeration in its own order, each row in one group", async () => {
    const found = await groupsOf(
      "(by: [STAGE]) { totalCount nodes { key { stage status } measures { count } } total { count } }",
    );
    expect(pairs(found)).toEqual([
      ["MARKETING", null, 4],
      ["PLACEMENT", null, 1],
    ]);
    expect(found).toMatchObject({ totalCount: 2, total: { count: 5 } });
  });

  it("are by a row that they lead to, with its fields, and by what lies behind it", async () => {
    const found = await groupsOf(
      "(by: [PLAN]) { nodes { key { plan { lead { key } } } measures { count } } }",
    );
    expect(pairs(found)).toEqual([[{ lead: { key: lead.key } }, 5]]);
  });

  it("are by the year, quarter, month and ISO week of a date, those without one last", async () => {
    const of = async (part: string) =>
      pairs(
        await groupsOf(
          `(by: [STARTS_ON_${part.toUpperCase()}]) { nodes { key { startsOn${part} } measures { count } } }`,
        ),
      );
    expect(await of("Year")).toEqual([
      ["2024", 1],
      ["2025", 2],
      [null, 2],
    ]);
    expect(await of("Quarter")).toEqual([
      ["2024-Q4", 1],
      ["2025-Q1", 2],
      [null, 2],
    ]);
    expect(await of("Month")).toEqual([
      ["2024-12", 1],
      ["2025-01", 2],
      [null, 2],
    ]);
    expect(await of("Week")).toEqual([
      ["2025-W01", 2],
      ["2025-W02", 1],
      [null, 2],
    ]);
  });

  it("are by the day in Jakarta of an instant", async () => {
    await behindTheGuards(
      world.hub.database.url,
      "update action set created_at = '2024-12-31T18:00:00Z' where plan_id = $1",
      [plan.id],
    );
    const found = await groupsOf(
      "(by: [CREATED_AT_YEAR]) { nodes { key { createdAtYear } measures { count } } }",
    );
    expect(pairs(found)).toEqual([["2025", 5]]);
  });

  it("are one group without a dimension, also where there is no row", async () => {
    const text =
      "{ totalCount nodes { key { stage } measures { count sum { weight } } } total { count sum { weight } } }";
    const all = await groupsOf(text);
    expect(all.nodes).toEqual([{ key: { stage: null }, measures: all.total }]);
    expect(all.total).toEqual({ count: 5, sum: { weight: 10.5 } });
    const none = await groupsOf(text, { where: "{ in: [] }" });
    expect(none.nodes).toEqual([
      { key: { stage: null }, measures: { count: 0, sum: { weight: null } } },
    ]);
    const empty = await groupsOf(
      "(by: [STAGE]) { totalCount nodes { key { stage } } total { count } }",
      {
        where: "{ in: [] }",
      },
    );
    expect(empty).toEqual({ totalCount: 0, nodes: [], total: { count: 0 } });
  });

  it("have sums, means, smallest and largest values, and counts of different ones", async () => {
    const { total } = await groupsOf(`(by: [STAGE]) { total { countDistinct(of: STARTS_ON_YEAR)
      sum { weight } average { weight progress } min { startsOn weight } max { startsOn progress } } }`);
    expect(total).toEqual({
      countDistinct: 2,
      sum: { weight: 10.5 },
      average: { weight: 2.1, progress: 8 },
      min: { startsOn: "2024-12-30", weight: 0.1 },
      max: { startsOn: "2025-01-06", progress: 20 },
    });
  });

  it("below many rows are each row's own", async () => {
    const text = `{ actionPlans(where: { in: ["${plan.id}", "${hidden.id}"] }) { nodes { id
      actions(where: { weight: { gte: 1 } }) { groups(by: [STAGE], first: 1) { totalCount nodes { key { stage } measures { count } } } } } } }`;
    const client = await world.member(lead, "VIEWER");
    const { actionPlans } = await both<{
      actionPlans: { nodes: { id: string; actions: { groups: Groups } }[] };
    }>(client, text);
    const found = actionPlans.nodes.map(({ id, actions: { groups } }) => [
      id,
      groups.totalCount,
      pairs(groups),
    ]);
    expect(found.toSorted()).toEqual(
      [
        [plan.id, 2, [["MARKETING", 3]]],
        [hidden.id, 1, [["MARKETING", 1]]],
      ].toSorted(),
    );
  });
});

describe("Pages of groups", () => {
  const orders = [
    "",
    ", orderBy: [{ field: STARTS_ON_MONTH, direction: DESC }]",
    ", orderBy: [{ field: SUM_WEIGHT, direction: DESC }]",
    ", orderBy: [{ field: COUNT }, { field: STAGE, direction: DESC }]",
    ", orderBy: [{ field: MIN_STARTS_ON }, { field: AVERAGE_PROGRESS, direction: DESC }]",
  ];
  const fields =
    "nodes { key { stage startsOnMonth } measures { count } } edges { cursor } pageInfo { hasNextPage hasPreviousPage endCursor }";

  it.each(orders)("lie one after the other, by their cursors%s", async (order) => {
    const whole = await groupsOf(`(by: [STAGE, STARTS_ON_MONTH]${order}) { ${fields} }`);
    expect(whole.nodes).toHaveLength(4);
    const walked: unknown[] = [];
    let after = "";
    for (let more = true; more; ) {
      const given: string = after && `, after: "${after}"`;
      const page: Groups = await groupsOf(
        `(by: [STAGE, STARTS_ON_MONTH]${order}, first: 1${given}) { ${fields} }`,
      );
      expect(page.pageInfo.hasPreviousPage).toBe(after !== "");
      expect(page.pageInfo.endCursor).toBe(page.edges[0]?.cursor);
      walked.push(...page.nodes);
      more = page.pageInfo.hasNextPage;
      after = String(page.pageInfo.endCursor);
    }
    expect(walked).toEqual(whole.nodes);
  });

  it("have cursors of their own dimensions and order", async () => {
    const { edges } = await groupsOf("(by: [STAGE], first: 1) { edges { cursor } }");
    const after = `after: "${edges[0]?.cursor}"`;
    const wrong = ["by: [STATUS]", "by: [STAGE], orderBy: [{ field: COUNT }]", ""];
    for (const args of wrong) {
      expect(
        await refused(`{ actions { groups(${args} ${after}) { nodes { key { stage } } } } }`),
      ).toEqual({
        code: "BAD_USER_INPUT",
        paths: ["after"],
      });
    }
  });
});

describe("A fault of the arguments is refused with its place", () => {
  it.each([
    ["by.5", "by: [STAGE, STATUS, STRATEGY, LEAD, PLAN, PROGRAMME]"],
    ["by.1", "by: [STAGE, STAGE]"],
    ["orderBy.1.field", "by: [STAGE], orderBy: [{ field: COUNT }, { field: STATUS }]"],
    ["first", "by: [STAGE], first: 201"],
    ["first", "by: [STAGE], first: -1"],
    ["after", 'by: [STAGE], after: "e30"'],
  ])("%s", async (path, args) => {
    const text = `{ actions { groups(${args}) { nodes { measures { count } } } } }`;
    expect(await refused(text)).toEqual({ code: "BAD_USER_INPUT", paths: [path] });
  });

  it.each([
    "groups(by: [NAME]) { totalCount }",
    "groups(by: [STAGE], orderBy: [{ field: SUM_TITLE }]) { totalCount }",
    "groups(by: null) { totalCount }",
    "groups { total { sum { title } } }",
    "groups { total { min { title } } }",
    "groups { total { sum { version } } }",
    "groups { total { countDistinct } }",
  ])("%s, by the schema", async (selection) => {
    const { code } = await refused(`{ actions { ${selection} } }`);
    expect(["BAD_USER_INPUT", "GRAPHQL_VALIDATION_FAILED"]).toContain(code);
  });
});

describe("What a viewer may not see", () => {
  it("is in no group: neither hidden rows, nor what they measure", async () => {
    const where = `{ plan: { in: ["${plan.id}", "${hidden.id}"] } }`;
    const text = "(by: [PLAN]) { totalCount total { count sum { weight } max { weight } } }";
    const open = await groupsOf(text, { where });
    expect(open).toEqual({
      totalCount: 1,
      total: { count: 5, sum: { weight: 10.5 }, max: { weight: 4.1 } },
    });
    const client = await world.member(lead, "VIEWER");
    expect(await groupsOf(text, { where, client })).toEqual({
      totalCount: 2,
      total: { count: 6, sum: { weight: 110.5 }, max: { weight: 100 } },
    });
  });

  it("is none as a key, together with the rows that have none, and is not counted as a value", async () => {
    const text = `query ($id: ID!) { action(id: $id) { progressUpdates { groups(by: [USER]) {
      totalCount nodes { key { user { email } } measures { count countDistinct(of: USER) } } } } } }`;
    const of = async (client: CheckedClient) => {
      const { action } = await both<{ action: { progressUpdates: { groups: Groups } } }>(
        client,
        text,
        {
          id: reported.id,
        },
      );
      return action.progressUpdates.groups;
    };
    await behindTheGuards(
      world.hub.database.url,
      "update progress_update set user_id = null where id = (select max(id::text)::uuid from progress_update where action_id = $1)",
      [reported.id],
    );
    expect(await of(world.visitor())).toEqual({
      totalCount: 1,
      nodes: [{ key: { user: null }, measures: { count: 2, countDistinct: 0 } }],
    });
    const own = await of(await world.member(lead, "CONTRIBUTOR"));
    expect(own.nodes.map(({ measures }) => measures)).toEqual([
      { count: 1, countDistinct: 1 },
      { count: 1, countDistinct: 0 },
    ]);
  });

  it("is in no sum, mean or smallest value where a field suppresses it", async () => {
    const list = "enterpriseGroups";
    const where = "{}";
    const text =
      "(by: [MEMBERS_SUPPRESSED]) { nodes { key { membersSuppressed } measures { count } } total { count sum { members } average { members } min { members } } }";
    const open = await groupsOf(text, { list, where });
    expect(pairs(open)).toEqual([
      [false, 2],
      [true, 1],
    ]);
    expect(open.total).toEqual({
      count: 3,
      sum: { members: 17 },
      average: { members: 8.5 },
      min: { members: 7 },
    });
    const client = await world.member(inputs.cast.partner, "CONTRIBUTOR");
    const own = await groupsOf(text, { list, where, client });
    expect(own.total).toMatchObject({ count: 3, sum: { members: 20 }, min: { members: 3 } });
  });
});

/** Each root list that has groups, with its dimensions. */
const grouped = Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap((list) => {
  const type = getNamedType(list.type);
  const by = isObjectType(type)
    ? type.getFields().groups?.args.find(({ name }) => name === "by")
    : undefined;
  const dimensions = by && getNamedType(by.type);
  if (!isEnumType(dimensions)) return [];
  const noun = getNamedType(list.type).name.replace(/Connection$/, "");
  return [{ list: list.name, noun, dimensions: dimensions.getValues().map(({ name }) => name) }];
});

describe("Every dimension of every list", () => {
  it.each(grouped)("of $list puts each row into one group", async ({ list, dimensions }) => {
    for (const client of [
      world.visitor(),
      await world.member(inputs.cast.partner, "CONTRIBUTOR"),
    ]) {
      for (let at = 0; at < dimensions.length; at += 20) {
        const parts = dimensions
          .slice(at, at + 20)
          .map(
            (by) =>
              `${by}: groups(by: [${by}], first: 200) { nodes { measures { count } } total { count } }`,
          );
        const where = list === "regions" ? '(where: { within: "36.02" })' : "";
        const text = `{ ${list}${where} { totalCount ${parts.join(" ")} } }`;
        const found = (
          await atPlanning(client).data<Record<string, Record<string, unknown>>>(text)
        )[list];
        const { totalCount, ...groups } = found as Record<string, Groups> & { totalCount: never };
        for (const { nodes, total } of Object.values(groups)) {
          const sum = nodes.reduce((all, { measures }) => all + measures.count, 0);
          expect([sum, total.count]).toEqual([totalCount, totalCount]);
        }
      }
    }
  });

  it("has a field in the key, and every list but that of changes has groups", () => {
    for (const { noun, dimensions } of grouped) {
      const key = schema.getType(`${noun}GroupKey`) as GraphQLObjectType;
      const names = Object.keys(key.getFields()).map((name) =>
        name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase(),
      );
      expect(names.toSorted()).toEqual(dimensions.toSorted());
    }
    const lists = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(({ args }) =>
      args.some(({ name }) => name === "last"),
    );
    const without = lists
      .map(({ name }) => name)
      .filter((name) => !grouped.some(({ list }) => list === name));
    expect(without).toEqual(["changes"]);
  });
});

describe("The statement of groups", () => {
  let pool: pg.Pool;
  let planner: Planner;
  beforeAll(async () => {
    pool = testPool(world.hub.database.url, { max: 1 });
    const database = new Kysely<Record<string, never>>({ dialect: new PostgresDialect({ pool }) });
    planner = new Planner(await hubSchema(), database);
  });
  afterAll(() => pool.end());

  /** The steps of Postgres' plan for a document, from the outside. */
  async function stepsOf(text: string): Promise<string[]> {
    const steps = await explained(planner, pool, text);
    return steps.map(({ "Node Type": type, "Relation Name": table }) =>
      table ? `${type} ${table}` : type,
    );
  }

  /** How often Postgres looks into a table for a document. */
  const looksInto = async (table: string, text: string): Promise<number> =>
    looksOf(await explained(planner, pool, text, "analyze, timing off, format json"), table);

  it("makes what was achieved in the groups that are shown, not in all", async () => {
    const indicator = await inputs.do("createIndicator", {});
    for (const region of ["36.01", "36.02", "36.03", "36.04"]) {
      await inputs.measure(indicator, region, 12);
    }
    const text = (
      first: number,
      total = "",
    ) => `{ measurements(where: { indicator: { id: { eq: "${indicator.id}" } } }) {
      groups(by: [REGENCY], first: ${first}) { totalCount
        nodes { key { regency { code } } measures { achievement { target actual } } } ${total} } } }`;
    const counts = [text(2), text(4), text(2, "total { count }")].map((one) =>
      looksInto("target", one),
    );
    expect(await Promise.all(counts)).toEqual([2, 4, 2]);
  });

  it("counts by an enumeration in one pass over the noun alone", async () => {
    const steps = await stepsOf(
      "{ organisations { groups(by: [SECTOR]) { nodes { key { sector } measures { count } } } } }",
    );
    expect(steps.filter((step) => step.includes(" organisation"))).toEqual([
      "Seq Scan organisation",
    ]);
    expect(steps.some((step) => /Join|Loop/.test(step))).toBe(false);
  });

  it("finds the total over all in the same pass", async () => {
    const steps = await stepsOf(
      "{ organisations { groups(by: [SECTOR]) { totalCount nodes { key { sector } measures { count } } total { count } } } }",
    );
    expect(steps.filter((step) => step.includes(" organisation"))).toEqual([
      "Seq Scan organisation",
    ]);
  });
});
