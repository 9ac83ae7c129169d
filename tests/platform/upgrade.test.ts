import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type TestDatabase, TestHub } from "../testkit/hub/index.js";
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

describe("a hub of 30 November 2026 with data of its own, upgraded", () => {
  let hub: TestHub;
  let tables: OlderTable[];
  let database: TestDatabase;

  const older = (name: string): Record<string, unknown>[] =>
    JSON.parse(tables.find((table) => table.name === name)?.rows ?? "[]");

  beforeAll(async () => {
    tables = olderTables("2026-11-30");
    database = await olderDatabase(tables, "20261130000000_text_languages");
    hub = await TestHub.start("regions", { REMBUK_SAMPLE: "on" }, database);
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

  it("has the minutes that were sealed, byte by byte, and they hold", async () => {
    const sealed = older("minutes").map(({ id, document, sha256 }) => ({ id, document, sha256 }));
    const { rows } = await hub.sql.query("select id, document, sha256 from minutes");
    expect(rows).toEqual(expect.arrayContaining(sealed));
    const { minutes } = await verified(database.url);
    expect(minutes).toEqual({ count: rows.length, holding: rows.length });
  });
});
