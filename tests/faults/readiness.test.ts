import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type ReadinessParts, whyNotReady } from "../../src/app/readiness.js";
import { type TestDatabase, TestHub, testDatabase } from "../testkit/hub/index.js";
import { documents, organisationInput } from "../testkit/ledger/mutations.js";
import { inSession } from "../testkit/postgres/sessions.js";

const light = "{ regions(where: { level: { eq: PROVINCE } }) { totalCount } }";

describe("the readiness of a hub whose disk is full", () => {
  let database: TestDatabase;
  let hub: TestHub;

  beforeAll(async () => {
    database = await testDatabase("sample");
  });
  afterAll(async () => {
    await hub.stop();
    await database.drop();
  });

  const ready = async () => {
    const answer = await fetch(new URL("/health/ready", hub.url));
    return [answer.status, await answer.json()];
  };

  /** Changes a setting of the database, and ends the sessions that have the old one. */
  const alter = (change: string) =>
    inSession(database.url, async (client) => {
      const { rows } = await client.query("select current_database() as name");
      await client.query(`alter database ${rows[0].name} ${change}`);
      await client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid()`,
      );
    });

  it("is gone also when nobody writes, and comes back with the space; reads go on", async () => {
    // The limit on temporary files stands for a full disk: it needs no root.
    await alter("set temp_file_limit = '128kB'");
    hub = await TestHub.start("sample", {}, database);
    expect(await ready()).toEqual([503, { status: "unavailable", reason: "writes" }]);
    expect((await hub.visitor.ask(light)).status).toBe(200);
    await alter("reset temp_file_limit");
    let [status] = await ready();
    while (status !== 200) [status] = await ready();
  });

  it("is gone as soon as a write has failed for it, which is answered with 503", async () => {
    expect(await ready()).toEqual([200, { status: "ready" }]);
    await hub.sql.query(`
      create function refuse() returns trigger language plpgsql as $$
      begin raise exception 'could not extend file' using errcode = 'disk_full'; end $$;
      create trigger refuse before insert on change for each row execute function refuse()`);
    const operator = await hub.operator;
    const { status, headers, errors } = await operator.ask(documents.createOrganisation, {
      input: organisationInput(),
    });
    expect(errors?.map(({ extensions }) => extensions)).toEqual([{ code: "UNAVAILABLE" }]);
    expect([status, headers.get("retry-after")]).toEqual([503, "5"]);
    expect(await ready()).toEqual([503, { status: "unavailable", reason: "writes" }]);
    expect((await hub.visitor.ask(light)).status).toBe(200);
  });
});

describe("a hub is ready", () => {
  const good: ReadinessParts = {
    watch: { silentMs: 100 },
    tail: { ageMs: 100, position: 7, beyond: async () => undefined },
    ledger: { position: async () => 7 },
    writes: { areWorking: async () => true },
  };

  it("if the database answers, live updates follow the ledger, and writes work", async () => {
    expect(await whyNotReady(good)).toBeUndefined();
  });

  it.each<[string, Partial<ReadinessParts>, string]>([
    ["the database was silent for long", { watch: { silentMs: 6_000 } }, "database"],
    [
      "the pool gives no connection",
      { ledger: { position: () => Promise.reject(new Error("timeout")) } },
      "database",
    ],
    ["the tail was not read for long", { tail: { ...good.tail, ageMs: 6_000 } }, "ledger"],
    [
      "the tail stands still while the ledger moves",
      { ledger: { position: async () => 8 } },
      "ledger",
    ],
    ["writes fail", { writes: { areWorking: async () => false } }, "writes"],
  ])("not if %s", async (_, bad, reason) => {
    expect(await whyNotReady({ ...good, ...bad })).toBe(reason);
  });
});
