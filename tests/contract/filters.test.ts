import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  type GraphQLInputObjectType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
} from "graphql";
import { type CheckedClient, refusalOf } from "../testkit/hub/checked-client.js";
import { schema } from "../testkit/hub/index.js";
import { type Written, write } from "../testkit/mutations/documents.js";
import { newId, type Party, World } from "../testkit/world/world.js";

let world: World;
let visitor: CheckedClient;
let lead: Party;
let programme: Written;
let plan: Written;

/** An action of the list that is filtered, as the test knows it. */
interface Row {
  id: string;
  title: string;
  description: string | null;
  stage: string;
  strategy: string | null;
  endsOn: string | null;
  progress: number;
  amounts: number[];
}

const drafts: Omit<Row, "id">[] = [
  { title: "Pelatihan menjahit", description: "100% wanita", stage: "COMPETENCY_TRAINING" },
  { title: "PELATIHAN LAS", description: "kode_a", stage: "COMPETENCY_TRAINING", progress: 40 },
  { title: "Pasar 50_50", description: null, stage: "MARKETING", endsOn: "2024-06-30" },
  { title: "Pasar malam \\ siang", description: "kodeXa", stage: "MARKETING", amounts: [500] },
  { title: "Modal é 🐟", description: "100 persen", stage: "CAPITAL_AND_EQUIPMENT", progress: 100 },
  { title: "Peta potensi", description: "", stage: "POTENTIAL_MAPPING", amounts: [1, 2000] },
].map((draft, at) => ({
  strategy: at % 2 ? "RAISE_INCOME" : null,
  endsOn: at % 3 ? `2024-0${at}-15` : null,
  progress: 0,
  amounts: [],
  ...draft,
  description: draft.description || null,
}));

let rows: Row[];

beforeAll(async () => {
  world = await World.start();
  visitor = world.visitor();
  lead = await world.organisation();
  programme = await world.programme(lead);
  plan = await world.plan(programme, lead);
  rows = [];
  for (const draft of drafts) {
    const { title, description, stage, strategy, endsOn } = draft;
    const input = { title, description, stage, strategy, endsOn };
    const action = await world.action(lead, plan, input);
    if (draft.progress > 0) await world.report(lead, action, { progress: draft.progress });
    for (const amount of draft.amounts) {
      await world.pledge(lead, action, { amount: String(amount), quantity: amount / 4, unit: "u" });
    }
    rows.push({ ...draft, id: action.id });
  }
});
afterAll(() => world.stop());

const document = `query ($where: ActionFilter) { actions(where: $where, orderBy: [{ field: ID }]) {
  totalCount nodes { title } } }`;

async function titles(where: object): Promise<string[]> {
  const found = await visitor.data<{ actions: { totalCount: number; nodes: { title: string }[] } }>(
    document,
    { where } as never,
  );
  expect(found.actions.totalCount).toBe(found.actions.nodes.length);
  return found.actions.nodes.map(({ title }) => title).sort();
}

const sum = ({ amounts }: Row) => amounts.reduce((total, amount) => total + amount, 0);
const has = (text: string | null, part: string) =>
  text?.toLowerCase().includes(part.toLowerCase()) ?? false;
const [june, may] = ["2024-06-30", "2024-05-15"];

/** A filter, and which rows hold by the words of the contract. */
const cases: [filter: string, where: object, holds: (row: Row) => boolean][] = [
  ["no condition", {}, () => true],
  ["text eq", { title: { eq: "PELATIHAN LAS" } }, (r) => r.title === "PELATIHAN LAS"],
  ["text eq in another case", { title: { eq: "pelatihan las" } }, () => false],
  ["text not", { title: { not: "Peta potensi" } }, (r) => r.title !== "Peta potensi"],
  ["text not, absent too", { description: { not: "kode_a" } }, (r) => r.description !== "kode_a"],
  ["text in", { title: { in: ["Peta potensi", "x"] } }, (r) => r.title === "Peta potensi"],
  ["text in none", { title: { in: [] } }, () => false],
  [
    "text contains, whatever the case",
    { title: { contains: "pelatihan" } },
    (r) => has(r.title, "pelatihan"),
  ],
  [
    "text contains %, literally",
    { description: { contains: "0%" } },
    (r) => has(r.description, "0%"),
  ],
  ["text contains %, alone", { title: { contains: "%" } }, (r) => has(r.title, "%")],
  [
    "text contains _, literally",
    { description: { contains: "e_a" } },
    (r) => has(r.description, "e_a"),
  ],
  ["text contains \\, literally", { title: { contains: "\\" } }, (r) => has(r.title, "\\")],
  ["text contains \\_", { title: { contains: "\\_" } }, () => false],
  ["text contains a letter with an accent", { title: { contains: "É" } }, (r) => has(r.title, "é")],
  ["text contains a fish", { title: { contains: "🐟" } }, (r) => has(r.title, "🐟")],
  ["text contains a quote", { title: { contains: "'" } }, () => false],
  ["text contains nothing", { title: { contains: "" } }, () => true],
  ["text is absent", { description: { isNull: true } }, (r) => r.description === null],
  ["text is there", { description: { isNull: false } }, (r) => r.description !== null],
  ["enum eq", { stage: { eq: "MARKETING" } }, (r) => r.stage === "MARKETING"],
  ["enum not", { stage: { not: "MARKETING" } }, (r) => r.stage !== "MARKETING"],
  [
    "enum not, absent too",
    { strategy: { not: "RAISE_INCOME" } },
    (r) => r.strategy !== "RAISE_INCOME",
  ],
  ["enum in", { stage: { in: ["MARKETING", "PLACEMENT"] } }, (r) => r.stage === "MARKETING"],
  ["enum is absent", { strategy: { isNull: true } }, (r) => r.strategy === null],
  ["date eq", { endsOn: { eq: june } }, (r) => r.endsOn === june],
  ["date not", { endsOn: { not: june } }, (r) => r.endsOn !== june],
  ["date gte", { endsOn: { gte: may } }, (r) => r.endsOn !== null && r.endsOn >= may],
  ["date lte", { endsOn: { lte: may } }, (r) => r.endsOn !== null && r.endsOn <= may],
  [
    "date between",
    { endsOn: { gte: "2024-02-15", lte: may } },
    (r) => r.endsOn !== null && r.endsOn >= "2024-02-15" && r.endsOn <= may,
  ],
  ["date in", { endsOn: { in: [june, may] } }, (r) => r.endsOn === june || r.endsOn === may],
  ["date is absent", { endsOn: { isNull: true } }, (r) => r.endsOn === null],
  ["number gte", { progress: { gte: 40 } }, (r) => r.progress >= 40],
  ["number lte", { progress: { lte: 39 } }, (r) => r.progress <= 39],
  ["number in", { progress: { in: [40, 100] } }, (r) => r.progress === 40 || r.progress === 100],
  ["number not", { progress: { not: 0 } }, (r) => r.progress !== 0],
  ["derived money gte", { amountPledged: { gte: "501" } }, (r) => sum(r) >= 501],
  ["derived money eq", { amountPledged: { eq: "2001" } }, (r) => sum(r) === 2001],
  [
    "derived money in",
    { amountPledged: { in: ["0", "500"] } },
    (r) => sum(r) === 0 || sum(r) === 500,
  ],
  ["derived boolean", { hasContribution: { eq: true } }, (r) => r.amounts.length > 0],
  ["derived boolean false", { isOverdue: { eq: false } }, (r) => r.endsOn === null],
  ["at least one contribution", { contribution: {} }, (r) => r.amounts.length > 0],
  [
    "a contribution's money",
    { contribution: { amount: { gte: "500" } } },
    (r) => r.amounts.some((a) => a >= 500),
  ],
  [
    "a contribution's quantity",
    { contribution: { quantity: { lte: 0.25 } } },
    (r) => r.amounts.includes(1),
  ],
  [
    "both conditions on one contribution",
    { contribution: { amount: { gte: "500" }, quantity: { lte: 1 } } },
    () => false,
  ],
  [
    "conditions on two contributions",
    {
      and: [
        { contribution: { amount: { gte: "2000" } } },
        { contribution: { amount: { lte: "1" } } },
      ],
    },
    (r) => r.amounts.length === 2,
  ],
  ["no contribution", { not: { contribution: {} } }, (r) => r.amounts.length === 0],
  ["a report", { progressUpdate: { progress: { eq: 100 } } }, (r) => r.progress === 100],
  ["no milestone", { milestone: {} }, () => false],
  [
    "and",
    { and: [{ stage: { eq: "MARKETING" } }, { amountPledged: { gte: "1" } }] },
    (r) => r.stage === "MARKETING" && sum(r) > 0,
  ],
  ["and of none", { and: [] }, () => true],
  [
    "or",
    { or: [{ stage: { eq: "MARKETING" } }, { progress: { eq: 100 } }] },
    (r) => r.stage === "MARKETING" || r.progress === 100,
  ],
  ["or of none", { or: [] }, () => false],
  ["not", { not: { stage: { eq: "MARKETING" } } }, (r) => r.stage !== "MARKETING"],
  ["not of what is absent", { not: { endsOn: { gte: "2000-01-01" } } }, (r) => r.endsOn === null],
  ["not of not", { not: { not: { endsOn: { gte: "2000-01-01" } } } }, (r) => r.endsOn !== null],
  [
    "several fields at once",
    { stage: { eq: "MARKETING" }, strategy: { isNull: true } },
    (r) => r.stage === "MARKETING" && r.strategy === null,
  ],
  ["no organisation that leads", { lead: {} }, () => false],
];

describe("A filter holds for the rows that its words say", () => {
  it.each(cases)("%s", async (_, where, holds) => {
    const expected = rows.filter(holds).map(({ title }) => title);
    expect(await titles(where)).toEqual(expected.sort());
    const negated = rows.filter((row) => !holds(row)).map(({ title }) => title);
    expect(await titles({ not: where })).toEqual(negated.sort());
  });

  it("by id, in whatever case it is written", async () => {
    const [one, two] = rows;
    if (!one || !two) throw new Error("no rows");
    const upper = one.id.toUpperCase();
    expect(await titles({ eq: upper })).toEqual([one.title]);
    expect(await titles({ in: [upper, two.id, newId()] })).toEqual([one.title, two.title].sort());
    expect(await titles({ id: { not: upper } })).toEqual(
      rows
        .filter((row) => row !== one)
        .map(({ title }) => title)
        .sort(),
    );
  });

  it("by what is around it, however far", async () => {
    const all = rows.map(({ title }) => title).sort();
    const near = { plan: { lead: { key: { eq: lead.key } } } };
    const far = {
      plan: { programme: { owner: { eq: lead.key } } },
      programme: { id: { eq: programme.id } },
    };
    expect([await titles(near), await titles(far)]).toEqual([all, all]);
    expect(await titles({ plan: { programme: { owner: { eq: "x" } } } })).toEqual([]);
    expect(await titles({ plan: { not: { lead: { key: { eq: lead.key } } } } })).toEqual([]);
  });

  it("by an instant with any offset", async () => {
    const { action } = await visitor.data<{ action: { createdAt: string } }>(
      "query ($id: ID!) { action(id: $id) { createdAt } }",
      { id: rows[0]?.id } as never,
    );
    const inJakarta = new Date(Date.parse(action.createdAt) + 7 * 3_600_000).toISOString();
    const eq = `${inJakarta.slice(0, -1)}+07:00`;
    expect(await titles({ createdAt: { eq } })).toContain(rows[0]?.title);
    expect(await titles({ createdAt: { gte: eq } })).toHaveLength(rows.length);
  });
});

describe("Filters on lists within a noun", () => {
  it("on the characters of areas and the strategies of programmes", async () => {
    const operator = await world.operator;
    const area = async (...characters: string[]) => {
      const input = { name: characters.join(" ") || "none", regions: ["36.02"], characters };
      await write(operator, "createArea", input);
    };
    await area("RURAL", "CUSTOMARY_COMMUNITY");
    await area("URBAN");
    await area();
    const names = async (characters: object) => {
      const found = await visitor.data<{ areas: { nodes: { name: string }[] } }>(
        "query ($where: AreaFilter) { areas(where: $where) { nodes { name } } }",
        { where: { characters } } as never,
      );
      return found.areas.nodes.map(({ name }) => name).sort();
    };
    expect(await names({ eq: "RURAL" })).toEqual(["RURAL CUSTOMARY_COMMUNITY"]);
    expect(await names({ in: ["RURAL", "URBAN"] })).toEqual(["RURAL CUSTOMARY_COMMUNITY", "URBAN"]);
    expect(await names({ not: "RURAL" })).toEqual(["URBAN", "none"]);
    expect(await names({ isNull: true })).toEqual(["none"]);
    expect(await names({ isNull: false })).toEqual(["RURAL CUSTOMARY_COMMUNITY", "URBAN"]);
  });

  it("on the organisations that a programme reports to", async () => {
    const [above, beside] = [await world.organisation(), await world.organisation()];
    const { id } = await world.programme(lead, {
      reportToIds: [above.id, above.id],
      reportCopyToIds: [beside.id],
    });
    const found = await visitor.data<Record<string, { nodes: object[] }>>(
      `query ($above: String!, $beside: String!) {
        to: programmes(where: { reportTo: { eq: $above } }) { nodes { id reportsTo { key } reportCopiesTo { key } } }
        copy: programmes(where: { reportCopyTo: { eq: $above } }) { nodes { id } }
        both: programmes(where: { reportTo: { eq: $above }, reportCopyTo: { eq: $beside } }) { nodes { id } }
      }`,
      { above: above.key, beside: beside.key } as never,
    );
    expect(found).toEqual({
      to: {
        nodes: [{ id, reportsTo: [{ key: above.key }], reportCopiesTo: [{ key: beside.key }] }],
      },
      copy: { nodes: [] },
      both: { nodes: [{ id }] },
    });
  });

  it("on the ledger, by operation, subject, kind and place", async () => {
    const found = await visitor.data<Record<string, { totalCount: number; nodes: object[] }>>(
      `query ($plan: ID!) {
        made: changes(where: { plan: { eq: $plan }, kind: { eq: CREATED }, entity: { in: ["Action", "Contribution"] } }) { totalCount nodes { position } }
        told: changes(where: { plan: { eq: $plan }, operation: { eq: "reportProgress" }, kind: { eq: UPDATED } }) { totalCount nodes { fields { name before after } } }
        first: changes(where: { position: { lte: 1 } }) { totalCount nodes { entity } }
      }`,
      { plan: plan.id } as never,
    );
    expect(found.made?.totalCount).toBe(9);
    expect(found.told?.nodes).toEqual(
      [40, 100].map((after) => ({ fields: [{ name: "progress", before: 0, after }] })),
    );
    expect(found.first?.nodes).toEqual([{ entity: "RegionCatalogue" }]);
  });
});

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
  const where = list.args.find(({ name }) => name === "where");
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
    for (let at = 0; at < conditions.length; at += 20) {
      const where = { or: conditions.slice(at, at + 20) };
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

  it("a text of 1 MB finds nothing, and is no fault", async () => {
    expect(await titles({ title: { contains: "x".repeat(1_000_000) } })).toEqual([]);
  });

  it("more than 500 conditions are QUERY_TOO_COMPLEX, with the figure and the limit", async () => {
    const of = (count: number) => ({
      or: Array.from({ length: count }, () => ({ stage: { eq: "MARKETING" } })),
    });
    expect(await titles(of(499))).toHaveLength(2);
    for (const count of [500, 40_000]) {
      const found = refusalOf(await visitor.error(document, { where: of(count) }));
      expect(found.error.extensions).toMatchObject({ code: "QUERY_TOO_COMPLEX", limit: 500 });
    }
  });
});
