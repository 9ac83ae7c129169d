import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type GraphqlClient, TestHub, tokenFor } from "../testkit/hub/index.js";
import { subscribe } from "../testkit/hub/subscriptions.js";

let hub: TestHub;
let coordinator: GraphqlClient;
const email = "coordinator@disnaker-lebak.example";

beforeAll(async () => {
  hub = await TestHub.start("sample", { DATABASE_POOL_SIZE: "2" });
  coordinator = await hub.as(email);
});
afterAll(() => hub.stop());

const repeat = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));

/** A chain of relations, the first outermost, that ends in a condition. */
const chain = (relations: readonly string[], end: object, wrap = (where: object) => where) =>
  relations.reduceRight<object>((where, name) => wrap({ [name]: where }), end);

const planAndAction = (length: number) =>
  repeat(length, (at) => (at % 2 === 0 ? "plan" : "action"));
const titled = { title: { contains: "q" } };

async function costOf(document: string, variables?: Record<string, unknown>): Promise<number> {
  const { extensions, errors } = await hub.visitor.ask(document, variables);
  if (!extensions?.cost) throw new Error(JSON.stringify(errors));
  return extensions.cost;
}

const regions = (where: object) =>
  costOf("query ($where: RegionFilter) { regions(where: $where, first: 0) { __typename } }", {
    where,
  });
const actions = (where: object) =>
  costOf("query ($where: ActionFilter) { actions(where: $where, first: 0) { __typename } }", {
    where,
  });

describe("The relations of one filter", () => {
  const tooDeep = chain(planAndAction(7), titled);
  const path = planAndAction(7).join(".");
  const list = "query ($where: ChangeFilter) { changes(where: $where) { totalCount } }";

  it("are six at most: the error names the figure, the limit and the place", async () => {
    const { status, errors } = await hub.visitor.ask(list, { where: tooDeep });
    expect(status).toBe(400);
    expect(errors).toEqual([
      {
        message: `The document's relations in one filter: 7 (changes.where.${path}); the limit is 6.`,
        extensions: {
          code: "QUERY_TOO_COMPLEX",
          measure: "relations in one filter",
          figure: 7,
          limit: 6,
          path: `changes.where.${path}`,
        },
      },
    ]);
    const six = await hub.visitor.ask(list, { where: chain(planAndAction(6), titled) });
    expect(six.errors).toBeUndefined();
  });

  it("are counted below `and`, `or` and `not`, and through every kind of relation", async () => {
    const wraps = [
      (where: object) => ({ and: [{}, where] }),
      (where: object) => ({ or: [where] }),
      (where: object) => ({ not: where }),
    ];
    const ways: [list: string, filter: string, relations: string[]][] = [
      ["changes", "ChangeFilter", planAndAction(7)],
      ["regions", "RegionFilter", repeat(7, () => "parent")],
      [
        "deliberations",
        "DeliberationFilter",
        [
          "outcome",
          "deliberation",
          "invitation",
          "deliberation",
          "minutes",
          "deliberation",
          "area",
        ],
      ],
    ];
    for (const [name, filter, relations] of ways) {
      for (const wrap of wraps) {
        const document = `query ($w: ${filter}) { a: ${name}(where: $w) { totalCount } }`;
        const { extensions } = await hub.visitor.error(document, { w: chain(relations, {}, wrap) });
        expect(extensions).toMatchObject({ code: "QUERY_TOO_COMPLEX", figure: 7, limit: 6 });
        expect(extensions.path).toBe(["a", "where", ...relations].join("."));
      }
    }
  });

  it("are counted in literals, in lists of a row, in fragments and with variables inside", async () => {
    const written = `{ outcome: { deliberation: { outcome: { deliberation: { outcome: {
      deliberation: $inner } } } } } }`;
    const document = `query ($inner: DeliberationFilter) { areas { nodes { ...area } } }
      fragment area on Area { deliberations(where: ${written}) { totalCount } }`;
    const { extensions } = await hub.visitor.error(document, { inner: { area: {} } });
    expect(extensions).toMatchObject({ figure: 7, limit: 6 });
    expect(extensions.path).toMatch(/^deliberations\.where\.outcome\..*\.deliberation\.area$/);
    const { errors } = await hub.visitor.ask(document, { inner: {} });
    expect(errors).toBeUndefined();
  });

  it("are counted over sockets, of queries and of subscriptions", async () => {
    const socket = hub.socket(await tokenFor(email));
    for (const document of [
      list,
      "subscription ($where: ChangeFilter) { changes(where: $where) { position } }",
    ]) {
      const refused = subscribe(socket, document, { where: tooDeep }).next();
      await expect(refused).rejects.toMatchObject([
        { extensions: { code: "QUERY_TOO_COMPLEX", figure: 7, limit: 6 } },
      ]);
    }
  });
});

describe("The conditions of all filters of a document", () => {
  const lists = (count: number) =>
    `query ($where: OrganisationFilter) { ${repeat(
      count,
      (at) => `a${at}: organisations(where: $where, first: 1) { totalCount }`,
    ).join(" ")} }`;
  const of = (conditions: number) => ({
    or: repeat(conditions - 1, () => ({ stateOwned: { eq: true } })),
  });

  it("are 500 at most together, however many lists they stand in", async () => {
    expect((await coordinator.ask(lists(5), { where: of(100) })).errors).toBeUndefined();
    const { extensions } = await coordinator.error(lists(5), { where: of(101) });
    expect(extensions).toMatchObject({ measure: "filter conditions", figure: 505, limit: 500 });
  });

  it("are counted at each place where a fragment is spread", async () => {
    const document = `query ($where: OrganisationFilter) { a: viewer { ...v } ${repeat(
      6,
      (at) => `b${at}: area(key: "x") { ...area }`,
    ).join(" ")} }
      fragment v on Viewer { kind }
      fragment area on Area { deliberations(where: { convener: $where }) { totalCount } }`;
    const { extensions } = await hub.visitor.error(document, { where: of(100) });
    expect(extensions).toMatchObject({ measure: "filter conditions", figure: 606 });
  });

  it("read 500 tables at most, row filters and derived values included", async () => {
    const where = { or: repeat(60, () => ({ contribution: {} })) };
    const document = "query ($where: ActionFilter) { actions(where: $where) { totalCount } }";
    const { extensions } = await hub.visitor.error(document, { where });
    expect(extensions).toMatchObject({ measure: "tables read by filters", limit: 500 });
    expect(extensions.figure).toBeGreaterThan(500);
  });
});

describe("One condition in the place of a list", () => {
  it("is measured as the list of it, in literals and in variables", async () => {
    const costs = await Promise.all(
      [
        `{ areas(where: { region: { and: [{ eq: "36" }] } }) { totalCount } }`,
        `{ areas(where: { region: { and: { eq: "36" } } }) { totalCount } }`,
        `{ areas(where: { region: { or: { in: "36" } } }) { totalCount } }`,
        `query ($w: [AreaFilter!] = { and: { region: { and: { in: "36" } } } }) {
          areas(where: { or: $w }) { totalCount } }`,
      ].map((document) => costOf(document)),
    );
    expect(costs[0]).toBe(costs[1]);
    expect(costs.every((cost) => cost > 0)).toBe(true);
    const where = { or: { region: { and: { in: "36" } } } };
    const document = "query ($w: AreaFilter) { areas(where: $w) { totalCount } }";
    expect(await costOf(document, { w: where })).toBeGreaterThan(0);
  });

  it("may be absent or null, which the filter itself refuses at its path", async () => {
    for (const where of ["{ and: null }", "{ region: { or: null } }", "{ and: $none }"]) {
      const query = where.includes("$") ? "query ($none: [AreaFilter!])" : "";
      const { errors } = await hub.visitor.ask(
        `${query} { areas(where: ${where}) { totalCount } }`,
      );
      for (const { extensions } of errors ?? []) expect(extensions.code).toBe("BAD_USER_INPUT");
    }
  });
});

describe("The cost of a filter", () => {
  it("is that of what the statement becomes: more for a relation whose row filter is longer", async () => {
    const plain = await actions({ title: { contains: "q" } });
    const byPlan = await actions({ plan: {} });
    const byContribution = await actions({ contribution: {} });
    expect(byPlan).toBeGreaterThan(2 * plain);
    expect(byContribution).toBeGreaterThan(byPlan);
  });

  it("is more where more rows are compared, and less where the rows are named", async () => {
    const named = { name: { contains: "q" } };
    expect(await regions(named)).toBeGreaterThan(10 * (await actions(titled)));
    const parent = "3".repeat(2);
    expect(await regions({ ...named, parent: { eq: parent } })).toBeLessThan(await regions(named));
    const many = repeat(21, (at) => String(at + 11));
    expect(await regions({ ...named, in: many })).toBeGreaterThan(await regions(named));
    // The regions of all provinces' regencies are nearly all regions.
    const far = { ...named, parent: { parent: { in: ["11"] } } };
    expect(await regions(far)).toBeGreaterThan(await regions(named));
  });

  it("is less in a list of one row, and times the rows around it", async () => {
    const below = (first: number) =>
      costOf(`{ regions(first: ${first}) { nodes {
        children(where: { name: { contains: "q" } }, first: 0) { __typename } } } }`);
    const two = await below(2);
    expect(two).toBeLessThan(await regions({ name: { contains: "q" } }));
    expect((await below(20)) - 1).toBe(10 * (two - 1));
  });

  it("grows with the identifiers that a condition is compared with", async () => {
    const among = (count: number) => actions({ title: { in: repeat(count, (at) => `t${at}`) } });
    expect(await among(1000)).toBeGreaterThan(5 * (await among(1)));
  });

  it("refuses what held the database for its whole time", async () => {
    const negation = { not: chain(["parent", "parent", "parent"], { name: { contains: "xK.I" } }) };
    const document = "query ($w: RegionFilter) { regions(where: $w, first: 1) { totalCount } }";
    const { extensions } = await hub.visitor.error(document, {
      w: { and: repeat(60, () => negation) },
    });
    expect(extensions).toMatchObject({ code: "QUERY_TOO_COMPLEX", measure: "cost" });
    const where = chain(planAndAction(6), titled);
    const lists = repeat(45, (at) => `a${at}: changes(where: $where) { totalCount }`);
    const deep = `query ($where: ChangeFilter) { ${lists.join(" ")} }`;
    expect((await hub.visitor.error(deep, { where })).extensions.code).toBe("QUERY_TOO_COMPLEX");
  });
});

describe("The memory of Postgres", () => {
  /** The private memory of the connections of planned reads and of the ORM, in MB. */
  async function largestBackend(): Promise<number> {
    const { rows } = await hub.sql.query<{ pid: number }>(
      `select pid from pg_stat_activity where datname = current_database()
       and application_name in ('rembuk', 'rembuk-reads')`,
    );
    const sizes = rows.map(({ pid }) => {
      const [, kB] = /RssAnon:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
      return Number(kB) / 1024;
    });
    return Math.max(...sizes);
  }

  it("stays below 100 MB a connection for chains of relations below `or`, which it plans once", async () => {
    // Planned anew at each level, this chain alone took 164 MB.
    const relations = [
      ...["milestone", "action", "progressUpdate"],
      ...["action", "contribution", "support"],
    ];
    const optional = (where: object) => ({ or: [where, { in: [] }] });
    const where = chain(relations, {}, optional);
    const lists = repeat(4, (at) => `a${at}: actions(where: $where) { totalCount }`);
    const document = `query ($where: ActionFilter) { ${lists.join(" ")} }`;
    for (const client of [coordinator, await hub.operator]) {
      expect((await client.ask(document, { where })).errors).toBeUndefined();
      expect(await largestBackend()).toBeLessThan(100);
    }
  });
});

describe("Groups", () => {
  it("cost what their rows may cost to read, whatever their page", async () => {
    const groups = (args: string, below = "totalCount", list = "actions") =>
      costOf(`{ ${list} { groups${args} { ${below} } } }`);
    const plain = await groups("(by: [STAGE])");
    expect(plain).toBeGreaterThanOrEqual(50);
    expect(await groups("(by: [STAGE], first: 200)")).toBe(plain);
    // Another noun that is read by its reference is joined; an own look-up of each row costs more.
    const behind = await groups("(by: [STAGE, IS_OVERDUE])");
    expect(behind).toBeGreaterThan(plain);
    expect(
      await groups("(by: [STAGE])", "total { countDistinct(of: IS_OVERDUE) }"),
    ).toBeGreaterThan(plain);
    expect(await groups("", "totalCount", "regions")).toBeGreaterThan(10 * plain);
    const variables =
      "query ($by: [ActionDimension!]!) { actions { groups(by: $by) { totalCount } } }";
    expect(await costOf(variables, { by: ["STAGE", "IS_OVERDUE"] })).toBe(behind);
  });

  it("cost little below each of many rows, and once for each of them", async () => {
    const below = (first: number) =>
      costOf(
        `{ actionPlans(first: ${first}) { nodes { actions { groups(by: [STAGE]) { totalCount } } } } }`,
      );
    expect((await below(21)) - (await below(20))).toBeLessThan(40);
    expect(await below(200)).toBeGreaterThan(9 * (await below(20)));
  });
});
