import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { placeAt } from "../../src/platform/backup-files/index.js";
import { backUp, restore } from "../testkit/backups/backups.js";
import { emptyDatabase } from "../testkit/backups/databases.js";
import { type TestDatabase, TestHub, testFolder } from "../testkit/hub/index.js";
import { inSession } from "../testkit/postgres/sessions.js";
import { olderDatabase, olderTables } from "../testkit/upgrade/older-hub.js";

const tables = olderTables("2026-11-30");

/** The number of rows of each table, by its name. */
const rowsOf = (url: string): Promise<Record<string, number>> =>
  inSession(url, async (client) => {
    const found: Record<string, number> = {};
    for (const { name } of tables) {
      const { rows } = await client.query(`select count(*)::int as count from "${name}"`);
      found[name] = rows[0].count;
    }
    return found;
  });

describe("a backup whose database lacks migrations of this version", () => {
  let folder: string;
  let older: TestDatabase;
  let target: TestDatabase;
  beforeAll(async () => {
    folder = await mkdtemp(join(testFolder(), "older-backup-"));
    older = await olderDatabase(tables, "20261130000000_text_languages");
    target = await emptyDatabase();
  });
  afterAll(async () => {
    await older.drop();
    await target.drop();
    await rm(folder, { recursive: true });
  });

  it("is restored with all of its rows, and is of this version then", async () => {
    const backup = { place: placeAt(join(folder, "made"), undefined), name: "older.tar" };
    await backUp(older.url, folder, backup);
    const said = await restore(backup, {
      dataFolder: join(folder, "data"),
      databaseUrl: target.url,
    });
    expect(said).toContainEqual(expect.stringMatching(/^verified: ledger, minutes and files hold/));
    // Migrations add lines and rows too, so the database itself is upgraded for comparison.
    const hubs = [older, target].map((database) => TestHub.start("regions", {}, database));
    const [upgraded, restored] = await Promise.all(hubs);
    const { change = 0, ...rows } = await rowsOf(older.url);
    // One line more: the ledger's new epoch.
    expect(await rowsOf(target.url)).toEqual({ ...rows, change: change + 1 });
    await Promise.all([upgraded?.stop(), restored?.stop()]);
  });
});
