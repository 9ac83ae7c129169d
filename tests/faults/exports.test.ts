import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type pg from "pg";
import { developmentIssuer } from "../../src/access/development-issuer.js";
import { faultsAfterCrash } from "../testkit/faults/crash-check.js";
import { CheckedClient } from "../testkit/hub/checked-client.js";
import { HubProcess } from "../testkit/hub/hub-process.js";
import { type TestDatabase, testDatabase, testFolder } from "../testkit/hub/index.js";
import { hold, testPool, untilBlocked } from "../testkit/postgres/sessions.js";

describe("an export whose hub is killed while it is made", () => {
  const folder = join(testFolder(), `exports_${randomUUID()}`);
  const nodes: HubProcess[] = [];
  let database: TestDatabase;
  let sql: pg.Pool;

  const start = async () => {
    const env = { DATABASE_URL: database.url, EXPORT_LEASE_SECONDS: "2" };
    const node = await HubProcess.start(folder, env);
    nodes.push(node);
    return node;
  };

  beforeAll(async () => {
    database = await testDatabase("regions");
    sql = testPool(database.url, { max: 1 });
  });
  afterAll(async () => {
    for (const node of nodes) await node.kill();
    await sql.end();
    await database.drop();
  });

  it("is made by another, once", async () => {
    const first = await start();
    const held = await hold(database.url, "lock table region in access exclusive mode");
    const id = randomUUID();
    const input = { id, list: "regions", columns: ["code"], format: "CSV" };
    const operator = await first.as();
    await operator.data(
      "mutation ($input: StartExportInput!) { startExport(input: $input) { position } }",
      { input },
    );
    await untilBlocked(database.url, 1);
    const second = await start();
    await first.kill();
    await untilBlocked(database.url, 1);
    await held.release();
    const issuer = await developmentIssuer(folder);
    const token = await issuer.sign({ email: "operator@rembuk.example", operator: true });
    const client = new CheckedClient(second.url, { authorization: `Bearer ${token}` });
    const job = async () =>
      (
        await client.data<{ export: { status: string; address: string; rows: number } }>(
          "query ($id: ID!) { export(id: $id) { status address rows } }",
          { id },
        )
      ).export;
    while ((await job()).status !== "DONE") await delay(50);
    const { address, rows } = await job();
    const response = await fetch(new URL(address, second.url), { headers: client.sent });
    const text = await response.text();
    const count = await sql.query("select count(*)::int as count from region");
    expect(rows).toBe(count.rows[0].count);
    expect(text.split("\r\n")).toHaveLength(rows + 2);
    const steps = await sql.query(
      "select operation from change where entity_id = $1 and operation <> 'reportExport' order by position",
      [id],
    );
    expect(steps.rows.map(({ operation }) => operation)).toEqual([
      ...["startExport", "beginExport", "finishExport"],
    ]);
    const leases = await sql.query("select count(*)::int as count from export_lease");
    expect(leases.rows).toEqual([{ count: 0 }]);
    expect(await faultsAfterCrash(database.url, [])).toEqual([]);
  });
});
