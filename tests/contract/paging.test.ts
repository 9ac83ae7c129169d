import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type CheckedClient, refusalOf } from "../testkit/hub/checked-client.js";
import { type Written } from "../testkit/mutations/documents.js";
import { type Party, World } from "../testkit/world/world.js";

/** As declared, from upstream to downstream: not the alphabet's order. */
const stages = ["POTENTIAL_MAPPING", "CAPITAL_AND_EQUIPMENT", "MARKETING", "SOCIAL_PROTECTION"];
const strategies = ["REDUCE_EXPENDITURE_BURDEN", "RAISE_INCOME", "REDUCE_POVERTY_POCKETS"];
const ranks: Record<string, string[]> = { stage: stages, strategy: strategies };

interface Row {
  id: string;
  title: string;
  stage: string;
  strategy: string | null;
  endsOn: string | null;
  createdAt: string;
}

interface Page {
  totalCount: number;
  edges: { cursor: string; node: Row }[];
  nodes: { id: string }[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
}

type Term = [field: keyof Row, direction: "ASC" | "DESC"];

let world: World;
let lead: Party;
let plan: Written;
let programme: Written;
let visitor: CheckedClient;

beforeAll(async () => {
  world = await World.start();
  lead = await world.organisation();
  programme = await world.programme(lead);
  plan = await world.plan(programme, lead);
  visitor = world.visitor();
  for (let at = 0; at < 24; at += 1) await row(at);
});
afterAll(() => world.stop());

/** Ties in every field, absent values in two of them. */
const row = (at: number, more: object = {}) =>
  world.action(lead, plan, {
    title: `Kegiatan ${"abc"[at % 3]}`,
    stage: stages[(at * 7) % 4],
    strategy: at % 5 === 0 ? null : strategies[at % 3],
    endsOn: at % 4 === 0 ? null : `2024-0${1 + (at % 3)}-01`,
    ...more,
  });

const document = `query (
  $plan: ID!, $orderBy: [ActionOrder!], $first: Int, $after: String, $last: Int, $before: String
) {
  actions(
    where: { plan: { eq: $plan } }, orderBy: $orderBy,
    first: $first, after: $after, last: $last, before: $before
  ) {
    totalCount
    edges { cursor node { id title stage strategy endsOn createdAt } }
    nodes { id }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

const named = (field: string) => field.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
const orderBy = (terms: readonly Term[]) =>
  terms.map(([field, direction]) => ({ field: named(field), direction }));

async function read(terms: readonly Term[], paging: object, of: Written = plan): Promise<Page> {
  const variables = { plan: of.id, orderBy: orderBy(terms), ...paging };
  const { actions } = await visitor.data<{ actions: Page }>(document, variables as never);
  expect(actions.nodes.map(({ id }) => id)).toEqual(actions.edges.map(({ node }) => node.id));
  expect(actions.pageInfo.startCursor).toBe(actions.edges[0]?.cursor ?? null);
  expect(actions.pageInfo.endCursor).toBe(actions.edges.at(-1)?.cursor ?? null);
  return actions;
}

const idsOf = ({ edges }: Page): string[] => edges.map(({ node }) => node.id);

/** The order as the contract has it: absent values are largest, ties go by id. */
function sorted(rows: readonly Row[], terms: readonly Term[]): string[] {
  const order: Term[] = terms.some(([field]) => field === "id")
    ? [...terms]
    : [...terms, ["id", terms[0]?.[1] ?? "ASC"]];
  const rank = (field: keyof Row, value: string | null): string =>
    value === null ? "\uffff" : String(ranks[field]?.indexOf(value) ?? value);
  return rows
    .toSorted((one, other) => {
      for (const [field, direction] of order) {
        const [a, b] = [rank(field, one[field]), rank(field, other[field])];
        if (a !== b) return a < b === (direction === "ASC") ? -1 : 1;
      }
      return 0;
    })
    .map(({ id }) => id);
}

const orders: Term[][] = [
  [["endsOn", "ASC"]],
  [["endsOn", "DESC"]],
  [["stage", "ASC"]],
  [["strategy", "DESC"]],
  [
    ["strategy", "ASC"],
    ["endsOn", "DESC"],
  ],
  [
    ["endsOn", "DESC"],
    ["stage", "ASC"],
    ["title", "DESC"],
  ],
  [["createdAt", "DESC"]],
  [["id", "DESC"]],
];

describe.each(
  orders.map((terms) => [terms.map((term) => term.join(" ")).join(", "), terms] as const),
)("A list by %s", (_, terms) => {
  it("is in that order, absent values last upwards and first downwards, ties by id", async () => {
    const page = await read(terms, { first: 200 });
    const rows = page.edges.map(({ node }) => node);
    expect(idsOf(page)).toEqual(sorted(rows, terms));
    expect(page.totalCount).toBe(24);
  });

  it.each([1, 7, 24])("is the same in pages of %i, forwards and backwards", async (size) => {
    const whole = idsOf(await read(terms, { first: 200 }));
    const forwards: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const page: Page = await read(terms, { first: size, after });
      expect([page.totalCount, page.pageInfo.hasPreviousPage]).toEqual([24, after !== null]);
      forwards.push(...idsOf(page));
      ({ endCursor: after, hasNextPage: more } = page.pageInfo);
    }
    const backwards: string[] = [];
    for (let before: string | null = null, more = true; more; ) {
      const page: Page = await read(terms, { last: size, before });
      expect([page.totalCount, page.pageInfo.hasNextPage]).toEqual([24, before !== null]);
      backwards.unshift(...idsOf(page));
      ({ startCursor: before, hasPreviousPage: more } = page.pageInfo);
    }
    expect([forwards, backwards]).toEqual([whole, whole]);
  });

  it("goes on from every one of its cursors, both ways", async () => {
    const whole = await read(terms, { first: 200 });
    const all = idsOf(whole);
    const cursors = whole.edges.map(({ cursor }) => cursor);
    for (const at of [0, 11, 23]) {
      const [after, before] = [cursors[at], cursors[at]];
      expect(idsOf(await read(terms, { first: 200, after }))).toEqual(all.slice(at + 1));
      expect(idsOf(await read(terms, { last: 200, before }))).toEqual(all.slice(0, at));
      const from = { after: cursors[2], before: cursors[20] };
      expect(idsOf(await read(terms, { first: 4, ...from }))).toEqual(all.slice(3, 7));
      expect(idsOf(await read(terms, { last: 4, ...from }))).toEqual(all.slice(16, 20));
    }
  });
});

describe("A list that grows between two pages", () => {
  it("shows every row that was there once, and none twice", async () => {
    const other = await world.plan(programme, lead);
    const add = (endsOn: string | null) => world.action(lead, other, { endsOn });
    const days = ["2024-01-01", "2024-02-01", "2024-02-01", "2024-03-01", null, null];
    const first = [];
    for (const endsOn of days) first.push((await add(endsOn)).id);
    const found: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const page: Page = await read([["endsOn", "ASC"]], { first: 2, after }, other);
      found.push(...idsOf(page));
      // One before the place where the reader is, one at it, one after it.
      for (const endsOn of ["2023-01-01", "2024-02-01", null]) {
        if (found.length < 6) await add(endsOn);
      }
      ({ endCursor: after, hasNextPage: more } = page.pageInfo);
    }
    expect(new Set(found).size).toBe(found.length);
    expect(first.filter((id) => !found.includes(id))).toEqual([]);
  });
});

describe("Pages within a list", () => {
  it("are those of each parent, with its own cursors and counts", async () => {
    const plans = [await world.plan(programme, lead), await world.plan(programme, lead)];
    const titles = ["a", "b", "c"];
    for (const of of plans) for (const title of titles) await world.action(lead, of, { title });
    type Nested = { actionPlans: { nodes: { actions: Page & { nodes: { title: string }[] } }[] } };
    const page = async (paging: string) => {
      const { actionPlans } = await visitor.data<Nested>(
        `query ($ids: [ID!]) { actionPlans(where: { in: $ids }) { nodes { actions(orderBy: [{ field: TITLE }], ${paging}) {
          totalCount nodes { title } edges { cursor } pageInfo { hasNextPage hasPreviousPage } } } } }`,
        { ids: plans.map(({ id }) => id) } as never,
      );
      return actionPlans.nodes.map(({ actions }) => actions);
    };
    const first = await page("first: 2");
    expect(first.map(({ totalCount, nodes, pageInfo }) => [totalCount, nodes, pageInfo])).toEqual(
      plans.map(() => [
        3,
        [{ title: "a" }, { title: "b" }],
        { hasNextPage: true, hasPreviousPage: false },
      ]),
    );
    const last = await page("last: 1");
    expect(last.map(({ nodes }) => nodes)).toEqual(plans.map(() => [{ title: "c" }]));
  });

  it("of no rows say whether there are more", async () => {
    const page = await read([["title", "ASC"]], { first: 0 });
    expect([page.totalCount, page.edges, page.pageInfo.hasNextPage]).toEqual([24, [], true]);
  });

  it("hold 50 rows by default", async () => {
    const { regions } = await visitor.data<{ regions: { totalCount: number; nodes: unknown[] } }>(
      "{ regions { totalCount nodes { id } } }",
    );
    expect([regions.nodes.length, regions.totalCount]).toEqual([50, 91_599]);
  });
});

const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const uuid = "01a201c9-ad58-716f-b6ba-74f8d0746a18";

describe("Bad paging is BAD_USER_INPUT at its argument", () => {
  const cases: [string, string, string][] = [
    ["a negative first", "first: -1", "first"],
    ["a first above 200", "first: 201", "first"],
    ["a first that is no number", 'first: "2"', "first"],
    ["a first that no Int holds", "first: 3000000000", "first"],
    ["a negative last", "last: -1", "last"],
    ["a last above 200", "last: 201", "last"],
    ["first and last", "first: 1, last: 1", "last"],
    ["an unknown order", "orderBy: [{ field: COLOUR }]", "orderBy.0.field"],
    ["an unknown direction", "orderBy: [{ field: TITLE, direction: UP }]", "orderBy.0.direction"],
    ["a cursor that is a word", 'after: "x"', "after"],
    ["an empty cursor", 'before: ""', "before"],
    ["a cursor of JSON that is no list", `after: "${base64({})}"`, "after"],
    ["a cursor of too few values", `after: "${base64(["stage+id+", "MARKETING"])}"`, "after"],
    ["a cursor of numbers", `after: "${base64(["stage+id+", 1, 2])}"`, "after"],
    ["a cursor with an unknown enum", `after: "${base64(["stage+id+", "X", uuid])}"`, "after"],
    ["a cursor with no id", `after: "${base64(["stage+id+", "MARKETING", "x"])}"`, "after"],
    ["a cursor with a null id", `after: "${base64(["stage+id+", "MARKETING", null])}"`, "after"],
    [
      "a cursor with no date",
      `orderBy: [{ field: ENDS_ON }], before: "${base64(["endsOn+id+", "2024-02-30", uuid])}"`,
      "before",
    ],
    [
      "a cursor with no instant",
      `orderBy: [{ field: CREATED_AT }], after: "${base64(["createdAt+id+", "2024-02-30 00:00:00+00", uuid])}"`,
      "after",
    ],
    [
      "a cursor with no number",
      `orderBy: [{ field: PROGRESS }], after: "${base64(["progress+id+", "99999999999", uuid])}"`,
      "after",
    ],
    [
      "a cursor with a NUL character",
      `orderBy: [{ field: TITLE }], after: "${base64(["title+id+", "a\u0000", uuid])}"`,
      "after",
    ],
  ];

  it.each(cases)("%s, in a root list and in a nested one", async (_, args, path) => {
    for (const text of [
      `{ actions(${args}) { nodes { id } } }`,
      `{ actions(${args}) { totalCount pageInfo { hasNextPage } } }`,
      `{ actionPlans { nodes { actions(${args}) { edges { cursor } } } } }`,
    ]) {
      const found = refusalOf(await visitor.error(text));
      expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", [path]]);
    }
  });

  it("a cursor of another order", async () => {
    const page = await read([["title", "ASC"]], { first: 1 });
    for (const terms of [[["title", "DESC"]], [["stage", "ASC"]], []] as Term[][]) {
      const variables = { plan: plan.id, orderBy: orderBy(terms), after: page.pageInfo.endCursor };
      const found = refusalOf(await visitor.error(document, variables));
      expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["after"]]);
    }
  });
});
