import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { downloadFile } from "../testkit/files/transfers.js";
import type { CheckedClient } from "../testkit/hub/checked-client.js";
import { IndicatorInputs, indicatorCast } from "../testkit/indicators/indicator-inputs.js";
import { type Written, write } from "../testkit/mutations/documents.js";
import { type Party, World } from "../testkit/world/world.js";

// A total of people from 1 to 4 stays from the regency up, and is hidden below it (rule 6).

const village = "36.02.27.2010";

let world: World;
let inputs: IndicatorInputs;
let partner: Party;
let inVillage: Written;
let inRegency: Written;
let group: Written;
let results: Written;

beforeAll(async () => {
  world = await World.start();
  inputs = await IndicatorInputs.make(world, await indicatorCast(world));
  ({ partner } = inputs.cast);
  inVillage = await inputs.measure(inputs.indicator, village, 3, {}, partner);
  inRegency = await inputs.measure(inputs.indicator, "36.02", 3, {}, partner);
  for (const [place, value] of [
    ["36.02.27.2001", 2],
    ["36.02.27.2002", 9],
  ] as const)
    await inputs.measure(inputs.indicator, place, value, {}, partner);
  group = await inputs.do("registerEnterpriseGroup", { members: 3, women: null, men: null });
  const figures = { groupId: group.id, period: "2024", jobs: 2 };
  const keeper = await world.member(partner, "CONTRIBUTOR");
  results = await write(keeper, "recordGroupMeasurement", figures);
});
afterAll(() => world.stop());

const ask = <T>(client: CheckedClient, document: string, variables: object = {}) =>
  client.data<T>(document, variables as never);

const outsiders = async (): Promise<CheckedClient[]> => [
  world.visitor(),
  await world.operator,
  await world.member(await world.organisation(), "ADMIN"),
];

const insiders = async (): Promise<CheckedClient[]> => [
  await world.member(partner, "VIEWER"),
  await world.key(partner, "READ"),
];

describe("A small total of people below the regency", () => {
  const shown = async (client: CheckedClient) =>
    ask<object>(
      client,
      `query ($village: ID!, $regency: ID!, $group: ID!, $results: ID!) {
        village: measurement(id: $village) { value suppressed }
        regency: measurement(id: $regency) { value suppressed }
        enterpriseGroup(id: $group) { members membersSuppressed }
        node(id: $results) { ... on GroupMeasurement { jobs jobsSuppressed } }
      }`,
      { village: inVillage.id, regency: inRegency.id, group: group.id, results: results.id },
    );

  it("is null for those who do not take part, and stays from the regency up", async () => {
    for (const client of await outsiders()) {
      expect(await shown(client)).toEqual({
        village: { value: null, suppressed: true },
        regency: { value: 3, suppressed: false },
        enterpriseGroup: { members: null, membersSuppressed: true },
        node: { jobs: null, jobsSuppressed: true },
      });
    }
    for (const client of await insiders()) {
      expect(await shown(client)).toEqual({
        village: { value: 3, suppressed: false },
        regency: { value: 3, suppressed: false },
        enterpriseGroup: { members: 3, membersSuppressed: false },
        node: { jobs: 2, jobsSuppressed: false },
      });
    }
  });

  it("answers no filter, in any form", async () => {
    const filters = [
      `village: measurements(where: { eq: "${inVillage.id}", value: { eq: 3 } }) { totalCount }`,
      `range: measurements(where: { eq: "${inVillage.id}", value: { gte: 1, lte: 4 } }) { totalCount }`,
      `nested: indicators(where: { measurement: { eq: "${inVillage.id}", value: { gte: 1, lte: 4 } } }) { totalCount }`,
      `group: enterpriseGroups(where: { eq: "${group.id}", members: { lte: 4 } }) { totalCount }`,
      `jobs: enterpriseGroups(where: { measurement: { jobs: { eq: 2 } } }) { totalCount }`,
    ];
    const totals = (found: Record<string, { totalCount: number }>) =>
      Object.values(found).map(({ totalCount }) => totalCount);
    for (const client of await outsiders()) {
      expect(totals(await ask(client, `{ ${filters.join(" ")} }`))).toEqual([0, 0, 0, 0, 0]);
    }
    const [insider] = await insiders();
    if (insider)
      expect(totals(await ask(insider, `{ ${filters.join(" ")} }`))).toEqual([1, 1, 1, 1, 1]);
  });

  it("has no place in an order, and is in no cursor", async () => {
    await inputs.do("registerEnterpriseGroup", { members: 1, women: null, men: null });
    await inputs.do("registerEnterpriseGroup", { members: 7, women: null, men: null });
    const document = `{
      enterpriseGroups(orderBy: [{ field: MEMBERS, direction: DESC }], where: { members: {} }) {
        totalCount edges { cursor node { members } } }
      measurements(orderBy: [{ field: VALUE, direction: ASC }]) { edges { cursor node { value } } }
    }`;
    type Edges = { edges: { cursor: string; node: Record<string, number | null> }[] };
    const found = await ask<Record<string, Edges>>(world.visitor(), document);
    const groups = found.enterpriseGroups?.edges ?? [];
    expect(groups.map(({ node }) => node.members)).toEqual([null, null, 7]);
    for (const { edges } of Object.values(found)) {
      for (const { cursor, node } of edges) {
        const [, value] = JSON.parse(Buffer.from(cursor, "base64url").toString());
        const shown = node.members ?? node.value ?? null;
        expect(value).toBe(shown === null ? null : String(shown));
      }
    }
    const measured = found.measurements?.edges.map(({ node }) => node.value);
    expect(measured).toEqual([3, 9, null, null]);
  });

  it("is in no change and no table of theirs", async () => {
    const document = `query ($ids: [ID!]!) {
      changes(where: { entityId: { in: $ids } }) { nodes { fields { name after } } } }`;
    type Changes = { changes: { nodes: { fields: { name: string; after: unknown }[] }[] } };
    const counts = async (client: CheckedClient) => {
      const ids = [inVillage.id, inRegency.id, group.id, results.id];
      const { changes } = await ask<Changes>(client, document, { ids });
      const fields = changes.nodes.flatMap((one) => one.fields);
      return fields
        .filter(({ name }) => ["value", "members", "jobs"].includes(name))
        .map(({ after }) => after);
    };
    const [insider] = await insiders();
    expect(await counts(world.visitor())).toEqual([null, 3, null, null]);
    if (insider) expect(await counts(insider)).toEqual([3, 3, 3, 2]);
    for (const kind of ["measurements", "enterprise-groups", "group-measurements"]) {
      const { content } = await downloadFile(world.visitor(), `/tables/${kind}.csv`);
      const rows = content.toString().split("\r\n");
      for (const row of rows.filter((line) => /36\.02\.27\.2010|Kelompok/.test(line)))
        expect(row).not.toMatch(/,3,|,2,/);
    }
  });

  it("is hidden in roll-ups and baselines from all but the indicator's own", async () => {
    const document = `query ($id: ID!) { indicator(id: $id) {
      byRegion(level: VILLAGE, period: "2023") { region { code } value suppressed }
      regency: byRegion(level: REGENCY, period: "2023") { value suppressed }
    } }`;
    const byVillage = (small: boolean) =>
      [
        ["36.02.27.2001", 2],
        ["36.02.27.2002", 9],
        [village, 3],
      ].map(([code, value]) => ({
        region: { code },
        value: small && Number(value) < 5 ? null : value,
        suppressed: small && Number(value) < 5,
      }));
    const id = inputs.indicator.id;
    const regency = [{ value: 3, suppressed: false }];
    for (const client of await outsiders()) {
      const found = await ask<object>(client, document, { id });
      expect(found).toEqual({ indicator: { byRegion: byVillage(true), regency } });
    }
    const owner = await world.member(inputs.cast.owner, "VIEWER");
    const found = await ask<object>(owner, document, { id });
    expect(found).toEqual({ indicator: { byRegion: byVillage(false), regency } });
  });
});

describe("A single small count of a dimension", () => {
  it("takes the next smallest with it, which the total would give away", async () => {
    const cells = (counts: Record<string, number>) =>
      Object.entries(counts).map(([value, count]) => ({ by: "AGE_BAND", value, count }));
    const sex = [
      { by: "SEX", value: "women", count: 3 },
      { by: "SEX", value: "men", count: 30 },
    ];
    const disaggregation = [...cells({ "15-24": 40, "25-34": 2, "35-44": 12 }), ...sex];
    const { id } = await inputs.measure(
      inputs.indicator,
      "36",
      54,
      { disaggregation, period: "2022" },
      partner,
    );
    const document =
      "query ($id: ID!) { measurement(id: $id) { disaggregation { value count suppressed } } }";
    type Shown = { measurement: { disaggregation: { count: number | null }[] } };
    const counts = async (client: CheckedClient) =>
      (await ask<Shown>(client, document, { id })).measurement.disaggregation.map(
        ({ count }) => count,
      );
    expect(await counts(world.visitor())).toEqual([40, null, null, null, null]);
    const [insider] = await insiders();
    if (insider) expect(await counts(insider)).toEqual([40, 2, 12, 3, 30]);
  });
});
