import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { getNullableType, isListType, isObjectType } from "graphql";
import pg from "pg";
import { TestDeliberation } from "../testkit/deliberations/test-deliberation.js";
import { CheckedClient } from "../testkit/hub/checked-client.js";
import { schema, TestHub, tokenFor } from "../testkit/hub/index.js";
import { World } from "../testkit/world/world.js";
import { Branches, email, many } from "./statements/branches.js";
import {
  asked,
  cases,
  edgesOf,
  type Field,
  groupedCases,
  isConnection,
  leafOf,
  query,
} from "./statements/list-fields.js";

// A list costs the same number of statements for one parent and for many: where resolvers answer, as
// many as it has steps, and where a plan does, one. Both hubs run in this process, so what their Postgres
// client sends is seen here: every statement of a snapshot counts, and every planned one.

type Sent = (this: pg.Client, ...args: unknown[]) => unknown;

const client = pg.Client.prototype as unknown as { query: Sent };
const send = client.query;
const reading = new WeakSet<pg.Client>();
let statements: string[] = [];
let plans: string[] = [];

const textOf = (config: unknown): string =>
  typeof config === "string" ? config : String((config as { text?: unknown } | null)?.text ?? "");

function counted(this: pg.Client, ...args: unknown[]): unknown {
  const text = textOf(args[0]);
  if (/isolation level repeatable read/i.test(text)) reading.add(this);
  else if (/^\s*(commit|rollback)/i.test(text)) reading.delete(this);
  else if (reading.has(this)) statements.push(text);
  else if (text.includes("(select position from ledger_head)::text")) plans.push(text);
  return send.apply(this, args);
}

let world: World;
let branches: Branches;
let requester: CheckedClient;
/** A node that plans, on the same database. */
let planning: TestHub;
let planned: CheckedClient;

beforeAll(async () => {
  client.query = counted;
  world = await World.start({ PLANNED_READS: "off" });
  branches = await Branches.make(world);
  requester = new CheckedClient(world.hub.url, {
    authorization: `Bearer ${await tokenFor(email)}`,
  });
  planning = await TestHub.start("regions", { RESPONSE_CACHE_BYTES: "0" }, world.hub.database);
  const authorization = `Bearer ${await tokenFor(email)}`;
  planned = new CheckedClient(planning.url, { authorization });
});
afterAll(async () => {
  await planning.stop();
  await world.stop();
  client.query = send;
});

const times = Array.from({ length: many }, (_, at) => at);

/** What resolvers answer; a plan answers the same, in one statement. */
async function bothAnswer<T>(text: string, variables: object = {}): Promise<T> {
  statements = [];
  const data = await requester.data<T>(text, variables as never);
  const askPlanned = async () => {
    plans = [];
    expect(await planned.data<T>(text, variables as never)).toEqual(data);
  };
  await askPlanned();
  // A statement may meet a line of the ledger of a noun that it did not expect. The next one expects it.
  if (plans.some((plan) => plan.includes("unexpected_line"))) await askPlanned();
  expect(plans).toHaveLength(1);
  return data;
}

/** How many statements the document costs for so many of the root list's rows; `last` is what it ends in. */
async function costOf(
  root: Field,
  trail: readonly Field[],
  rows: number,
  last = leafOf(trail.at(-1) ?? root),
): Promise<number> {
  const nested = trail.toReversed().reduce((inner, field) => asked(field, inner), last);
  const where =
    root.name === "changes"
      ? { entityId: { in: branches.full.actions }, kind: { eq: "CREATED" } }
      : { in: (branches.full[root.name] ?? []).slice(0, rows) };
  const type = root.args.find(({ name }) => name === "where")?.type;
  // One text for one row and for many: it is validated, compiled and prepared once.
  const text = `query ($rows: Int!, $where: ${type}) {
    ${root.name}(first: $rows, where: $where) { nodes { ${nested} } } }`;
  const found = await bothAnswer<Record<string, { nodes: unknown[] }>>(text, { rows, where });
  expect(found[root.name]?.nodes.length).toBe(rows);
  return statements.length;
}

describe("A list costs as many statements for many rows as for one", () => {
  it("is counted where the hub reads, and counts what is read row by row", async () => {
    statements = [];
    await requester.data("{ actions { nodes { id } } }");
    const one = statements.length;
    statements = [];
    await requester.data(
      "{ a: actions { nodes { id } } b: actions(first: 1) { nodes { title } } }",
    );
    expect(statements.length).toBe(one + 1);
  });

  it.each(cases)("$name", async ({ root, trail }) => {
    const one = await costOf(root, trail, 1);
    const more = await costOf(root, trail, many);
    expect(more).toBe(one);
    // The head of the ledger, the list, and at most a page and a total for each step.
    expect(one).toBeLessThanOrEqual(2 + 2 * trail.length);
  });

  it.each(groupedCases)("the groups of $name", async ({ root, trail, selection }) => {
    const above = trail.slice(0, -1);
    const one = await costOf(root, above, 1, selection);
    expect(await costOf(root, above, many, selection)).toBe(one);
    // Above what the lists cost: the groups and their total.
    expect(one).toBeLessThanOrEqual(4 + 2 * above.length);
  });

  it("nodes(ids), whatever their number", async () => {
    const costs = [];
    for (const count of [1, many]) {
      const ids = branches.full.actions?.slice(0, count);
      const text = "query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Action { plan { id } } } }";
      await bothAnswer(text, { ids });
      costs.push(statements.length);
    }
    expect(costs[1]).toBe(costs[0]);
  });

  it("who is missing from a quorum, and the pages of minutes, whatever their number", async () => {
    const convener = await world.organisation();
    const empty: TestDeliberation[] = [];
    for (const _ of times) {
      const guests = [await world.organisation()];
      const more = { present: [], visibility: "PUBLIC" };
      const deliberation = await TestDeliberation.inSession(world, convener, guests, more);
      await deliberation.propose(convener);
      empty.push(deliberation);
    }
    const missing = "quorum { organisationsMissing { key } }";
    const open = await branches.keysOf("deliberation", empty);
    for (const [keys, fields, holds] of [
      [open, `${missing} outcomes { nodes { ${missing} } }`, '"organisationsMissing":[{'],
      [branches.full.deliberations ?? [], "minutes { html }", '"html":"<'],
    ] as const) {
      const costs = [];
      for (const count of [1, many]) {
        const { deliberations: found } = await bothAnswer<{ deliberations: { nodes: object[] } }>(
          `query ($keys: [String!]!) { deliberations(where: { in: $keys }, first: ${many}) { nodes { ${fields} } } }`,
          { keys: keys.slice(0, count) },
        );
        expect(found.nodes.map((node) => JSON.stringify(node).includes(holds))).toEqual(
          times.slice(0, count).map(() => true),
        );
        costs.push(statements.length);
      }
      expect(costs[1]).toBe(costs[0]);
    }
  });

  it("an indicator's baseline and its figures by region and area, whatever their number", async () => {
    const fields = `baseline { region { code } area { key } measurement { id } }
      byRegion(level: REGENCY, period: "2024") { region { code } } byArea(period: "2024") { area { key } }`;
    const costs = [];
    for (const count of [1, many]) {
      const found = await bothAnswer<{ indicators: { nodes: { byRegion: object[] }[] } }>(
        `query ($keys: [String!]!) { indicators(where: { in: $keys }) { nodes { ${fields} } } }`,
        { keys: branches.full.indicators?.slice(0, count) },
      );
      for (const { byRegion } of found.indicators.nodes) expect(byRegion).toHaveLength(1);
      costs.push(statements.length);
    }
    // The head, the list, both kinds of figures, and regions, areas and measurements by their ids.
    expect(costs[1]).toBe(costs[0]);
    expect(costs[0]).toBeLessThanOrEqual(8);
  });

  it("the nodes of a search, whatever their number", async () => {
    const costs = [];
    for (const count of [1, many]) {
      const { search } = await bothAnswer<{ search: { nodes: { node: object }[] } }>(
        `query ($first: Int!) { search(text: "Rumusan kedua", first: $first) { totalCount nodes {
          node { __typename id ... on Outcome { deliberation { id } } } } } }`,
        { first: count },
      );
      const outcome = { node: expect.objectContaining({ __typename: "Outcome" }) };
      expect(search.nodes).toEqual(times.slice(0, count).map(() => outcome));
      costs.push(statements.length);
    }
    expect(costs[1]).toBe(costs[0]);
  });

  it("the viewer's memberships, whatever their number", async () => {
    await bothAnswer("{ viewer { memberships { organisation { key } } user { email } } }");
    // The head, the organisations, the person.
    expect(statements.length).toBe(3);
  });
});

describe("Every list of the schema", () => {
  it("was among them", () => {
    const lists = Object.values(schema.getTypeMap())
      .filter(isObjectType)
      .filter((type) => type !== query && type.getInterfaces().length > 0)
      .flatMap((type) =>
        Object.values(type.getFields())
          .filter((field) => isConnection(field) || isListType(getNullableType(field.type)))
          .filter((field) => edgesOf(type).includes(field))
          .map((field) => `${type.name}.${field.name}`),
      );
    const tried = new Set(cases.map(({ name }) => name));
    expect(lists.length).toBeGreaterThan(15);
    expect(lists.filter((list) => !tried.has(list))).toEqual([]);
  });
});
