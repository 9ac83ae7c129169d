import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import cases from "../../src/seed/cases.json" with { type: "json" };
import { type GraphqlClient, type TestDatabase, TestHub } from "../testkit/hub/index.js";
import {
  type OlderTable,
  olderDatabase,
  olderTables,
  verified,
} from "../testkit/upgrade/older-hub.js";

// A hub that was used before rules 1, 4, 6 and 11 to 16 changed on 29 November 2026.

/** The columns that identify a row, where it is not the id. */
const keys: Record<string, string> = {
  region: "code",
  change: "position",
  ledger_head: "only_row",
};

/** The texts that are in two languages now: the table, the column that it had, and the one that it has. */
const translated = [
  ["area", "name", "name_text"],
  ["action_plan", "title", "title_text"],
  ["action", "title", "title_text"],
  ["deliberation", "title", "title_text"],
  ["outcome", "text", "statement"],
  ["outcome_version", "text", "statement"],
] as const;

const report = (progress: number, key: string) => ({
  progressUpdates: { nodes: [{ progress, organisation: { key } }] },
});

describe("a hub of 30 November 2026 with data of its own, upgraded", () => {
  let hub: TestHub;
  let partner: GraphqlClient;
  let tables: OlderTable[];
  let database: TestDatabase;

  const older = (name: string): Record<string, unknown>[] =>
    JSON.parse(tables.find((table) => table.name === name)?.rows ?? "[]");

  beforeAll(async () => {
    tables = olderTables("2026-11-30");
    database = await olderDatabase(tables, "20261130000000_text_languages");
    hub = await TestHub.start("regions", { REMBUK_SAMPLE: "on" }, database);
    partner = await hub.as("coordinator@mitra-uji.example");
  });
  afterAll(async () => {
    await hub.stop();
    await database.drop();
  });

  it("has every row that it had", async () => {
    for (const { name } of tables) {
      if (name === "schema_migration" || name === "region_catalogue") continue;
      const key = keys[name] ?? "id";
      const ids = older(name).map((row) => String(row[key]));
      const { rows } = await hub.sql.query(
        `select count(*)::int as found from ${name} where ${key}::text = any($1)`,
        [ids],
      );
      expect([name, rows[0].found]).toEqual([name, ids.length]);
    }
  });

  it("has every title that it had, in the language that it is in", async () => {
    const english = new Set(Object.keys(cases.translations.id));
    let compared = 0;
    for (const [table, old, now] of translated) {
      const { rows } = await hub.sql.query<{ id: string; text: Record<string, string> }>(
        `select id::text, ${now} as text from ${table}`,
      );
      const texts = new Map(rows.map(({ id, text }) => [id, text]));
      for (const row of older(table)) {
        const text = String(row[old]);
        const language = english.has(text) ? "english" : "indonesian";
        expect(texts.get(String(row.id))).toMatchObject({ [language]: text });
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(60);
  });

  it("has the sample's titles in both languages, those of a closed meeting as it was closed", async () => {
    const { actionPlan, indicator, deliberation } = await hub.visitor
      .with({ "accept-language": "id" })
      .data<Record<string, object>>(`{
        actionPlan(key: "kasepuhan-plan") { title titleText { english } actions(first: 1) { nodes { titleText { missing } } } }
        indicator(key: "poverty-rate") { title titleText { english } }
        deliberation(key: "rembuk-2022") { title titleText { missing } }
      }`);
    expect(actionPlan).toEqual({
      title: "Rencana kawasan Kasepuhan Lebak",
      titleText: { english: "Area plan Kasepuhan Lebak" },
      actions: { nodes: [{ titleText: { missing: [] } }] },
    });
    expect(indicator).toEqual({
      title: "Tingkat kemiskinan",
      titleText: { english: "Poverty rate" },
    });
    expect(deliberation).toEqual({
      title: "Rembuk Nasional Perluasan Kesempatan Kerja Berbasis Kawasan 2022",
      titleText: { missing: ["EN"] },
    });
  });

  it("has a whole ledger whose old lines are unchanged", async () => {
    const old = older("change")
      .map(({ position, hash }) => [Number(position), hash] as const)
      .sort(([one], [other]) => one - other);
    const { rows } = await hub.sql.query(
      "select position::float8 as position, hash from change where position <= $1 order by position",
      [old.length],
    );
    expect(rows.map(({ position, hash }) => [position, hash])).toEqual(old);
    expect(await verified(database.url)).toMatchObject({ ledger: { whole: true } });
  });

  it("has its sample completed by what the cases say now", async () => {
    const { programmes, klaten, jambi } = await hub.visitor.data<Record<string, unknown>>(`{
      programmes(where: { key: { eq: "pkk-kawasan" } }) { nodes { sectors chain } }
      klaten: deliberation(key: "klaten-2023") { status invitations { attended organisation { key } } }
      jambi: actionPlan(key: "jambi-plan") { summary }
    }`);
    expect(programmes).toMatchObject({ nodes: [{ chain: expect.stringContaining("upstream") }] });
    expect(klaten).toEqual({
      status: "CLOSED",
      invitations: ["kemenkop-ukm", "pemkab-klaten"].map((key) => ({
        ...{ attended: true, organisation: { key } },
      })),
    });
    expect(jambi).toEqual({ summary: expect.stringContaining("Second city") });
  });

  it("shows progress by its lead's word", async () => {
    const { actions } = await partner.data<{ actions: { nodes: object[] } }>(`{
      actions(
        where: { programme: { eq: "program-uji" }, status: { not: CANCELLED } }
        orderBy: [{ field: TITLE, direction: ASC }]
      ) {
        nodes { title status progress progressUpdates { nodes { progress organisation { key } } } }
      }
    }`);
    expect(actions.nodes).toEqual([
      { title: "Kegiatan A", status: "IN_PROGRESS", progress: 30, ...report(30, "dinas-uji") },
      { title: "Kegiatan B", status: "IN_PROGRESS", progress: 0, ...report(100, "mitra-uji") },
      { title: "Kegiatan C", status: "COMPLETED", progress: 100, ...report(42, "dinas-uji") },
      { title: "Kegiatan D", status: "IN_PROGRESS", progress: 55, ...report(55, "mitra-uji") },
    ]);
  });

  it("keeps its chains of contributions, and says which do not fit the rule", async () => {
    const { contributions } = await partner.data<{ contributions: { nodes: object[] } }>(`{
      contributions(
        where: { action: { programme: { eq: "program-uji" } }, amount: { gte: "1" } }
        orderBy: [{ field: AMOUNT, direction: ASC }, { field: STATUS, direction: ASC }]
      ) {
        nodes { amount status funding { nodes { amount claimed source { amount } } } inconsistencies { kind } }
      }
    }`);
    const link = (source: string | null, amount: string, claimed: string | null = null) => ({
      ...{ amount, claimed, source: { amount: source } },
    });
    const row = (amount: string, status: string, links: object[] = [], ...kinds: string[]) => ({
      ...{ amount, status, funding: { nodes: links } },
      inconsistencies: kinds.map((kind) => ({ kind })),
    });
    const tooMuch = link("150000000", "150000000", "500000000");
    const [undelivered, withdrawn] = ["DELIVERED_WITHOUT_PAYMENTS", "FUNDER_WITHDRAWN"] as const;
    expect(contributions.nodes).toEqual([
      row("7000000", "PLEDGED", [link(null, "0", "7000000")], "PASSES_ON_NO_RUPIAH"),
      row("11000000", "PLEDGED"),
      row("90000000", "PLEDGED", [link("90000000", "90000000")], withdrawn),
      row("90000000", "WITHDRAWN"),
      row("150000000", "PLEDGED"),
      row("200000000", "PLEDGED", [link("300000000", "200000000")]),
      row("300000000", "PLEDGED", [link("500000000", "300000000")]),
      row("500000000", "PLEDGED"),
      row("500000000", "DELIVERED", [tooMuch], undelivered, "PASSES_ON_MORE_THAN_GIVEN"),
      row("1500000000000", "DELIVERED", [], undelivered),
    ]);
  });

  it("keeps its open vote, with those who attended when it was opened, and its objection", async () => {
    const { outcomes } = await partner.data<{ outcomes: { nodes: object[] } }>(`{
      outcomes(
        where: { programme: { eq: "program-uji" }, status: { eq: PROPOSED } }
        orderBy: [{ field: NUMBER, direction: ASC }]
      ) {
        nodes { text vote { voices electorate { key } } tally { agree object } }
      }
    }`);
    const electorate = ["dana-uji", "mitra-uji", "dinas-uji"].map((key) => ({ key }));
    expect(outcomes.nodes).toEqual([
      {
        text: "Suara sedang dibuka",
        vote: { voices: 3, electorate },
        tally: { agree: 2, object: 1 },
      },
      { text: "Keberatan lalu pergi", vote: null, tally: { agree: 1, object: 1 } },
    ]);
  });

  it("keeps its figures as accepted, and the words of their parts", async () => {
    const { measurements } = await partner.data<{ measurements: { nodes: object[] } }>(`{
      measurements(where: { indicator: { key: { eq: "trainees" } }, region: { within: "94.04" }, period: { eq: "2025-Q1" } }) {
        totalCount
        nodes { value status region { code } disaggregation { by value words count } }
      }
    }`);
    expect(measurements.nodes).toHaveLength(4);
    expect(measurements.nodes).toEqual(
      expect.arrayContaining([
        {
          ...{ value: 41, status: "ACCEPTED", region: { code: "94.04.01" } },
          disaggregation: [
            { by: "SEX", value: "FEMALE", words: null, count: 20 },
            { by: "SEX", value: "MALE", words: null, count: 21 },
          ],
        },
        {
          ...{ value: 30, status: "ACCEPTED", region: { code: "94.04" } },
          disaggregation: [
            { by: "SEX", value: "FEMALE", words: null, count: 6 },
            { by: "SEX", value: "OTHER", words: "perempuan", count: 7 },
            { by: "AGE_BAND", value: "15-24", words: null, count: null },
            { by: "AGE_BAND", value: "OTHER", words: "remaja", count: null },
            { by: "DISABILITY", value: "WITH_DISABILITY", words: null, count: 5 },
          ],
        },
      ]),
    );
  });

  it("has the minutes that were sealed, byte by byte, and they hold", async () => {
    const sealed = older("minutes").map(({ id, document, sha256 }) => ({ id, document, sha256 }));
    const { rows } = await hub.sql.query("select id, document, sha256 from minutes");
    expect(rows).toEqual(expect.arrayContaining(sealed));
    const { minutes } = await verified(database.url);
    expect(minutes).toEqual({ count: rows.length, holding: rows.length });
  });
});
