import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { filteredActions, type Row, titlesOf } from "../testkit/contract/filtered-actions.js";
import { type CheckedClient } from "../testkit/hub/checked-client.js";
import { type Written, write } from "../testkit/mutations/documents.js";
import { newId, type Party, World } from "../testkit/world/world.js";

let world: World;
let visitor: CheckedClient;
let lead: Party;
let programme: Written;
let plan: Written;

let rows: Row[];

beforeAll(async () => {
  world = await World.start();
  visitor = world.visitor();
  lead = await world.organisation();
  programme = await world.programme(lead);
  plan = await world.plan(programme, lead);
  rows = await filteredActions(world, lead, plan);
});
afterAll(() => world.stop());

const titles = (where: object) => titlesOf(visitor, where);

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
