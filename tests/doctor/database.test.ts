import { randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import {
  databaseChecks,
  everyCheck,
  firstChecks,
  placeChecks,
} from "../../src/app/doctor/checks.js";
import { type Checked, examine, type Report } from "../../src/app/doctor/doctor.js";
import { reportLines } from "../../src/app/doctor/doctor-command.js";
import { withChecks } from "../../src/app/doctor/doctor-reference.js";
import { projectFolder } from "../../src/app/store.js";
import { parseConfig } from "../../src/platform/config.js";
import { makeLogger } from "../../src/platform/logger.js";
import { newSealingKey, Sealing } from "../../src/platform/sealing.js";
import { databaseFaults } from "../testkit/doctor/faults.js";
import { levelAt } from "../testkit/doctor/places.js";
import { type TestDatabase, testDatabase, testFolder } from "../testkit/hub/index.js";
import { DatabaseProxy } from "../testkit/postgres/database-proxy.js";
import { asSuperuser, behindTheGuards, inSession } from "../testkit/postgres/sessions.js";

const folder = mkdtempSync(join(testFolder(), "doctor-"));
const silent = makeLogger({ logLevel: "silent", environment: "test" });

/** What a doctor finds with these settings, on whose data no hub runs. */
const examined = (env: Record<string, string>, checkMs?: number): Promise<Report> =>
  examine({
    load: () => parseConfig({ NODE_ENV: "test", PORT: "0", REMBUK_DATA: folder, ...env }),
    choose: (config) => ({ config, hub: undefined }),
    logger: silent,
    ...(checkMs ? { checkMs } : {}),
  });

const idsOf = (checks: readonly { id: string }[]) => checks.map(({ id }) => id);
const notOk = ({ checks }: Report) => checks.filter(({ level }) => level !== "ok");

describe("the doctor", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase("sample");
  });
  afterAll(() => database.drop());

  it("finds all well on a hub's database, but for the server of the tests, which keeps nothing", async () => {
    const report = await examined({ DATABASE_URL: database.url });
    expect(idsOf(report.checks)).toEqual(idsOf(everyCheck));
    expect(report.unchecked).toBeUndefined();
    // The machine that the tests run on may be small.
    const others = notOk(report).filter(({ id }) => !id.startsWith("machine."));
    const found = Object.fromEntries(others.map(({ id, level }) => [id, level]));
    // Its settings spare the disk.
    expect(found).toEqual({ "server.durability": "fault" });
    expect(report.level).toBe("fault");
    const isSuper = await examined({ DATABASE_URL: asSuperuser(database.url) });
    expect(notOk(isSuper).map(({ id }) => id)).toContain("server.role");
  });

  it("changes nothing: no row, no file", async () => {
    const state = () =>
      inSession(database.url, async (client) => {
        const { rows } = await client.query(
          "select sum(n_tup_ins + n_tup_upd + n_tup_del)::int as n, (select hash from ledger_head) as hash from pg_stat_user_tables",
        );
        return rows[0];
      });
    const files = () => readdirSync(folder, { recursive: true });
    const [before, there] = [await state(), files()];
    await examined({ DATABASE_URL: database.url });
    expect(await state()).toEqual(before);
    expect(files()).toEqual(there);
  });

  it("names what it could not check, where settings or the database are no use", async () => {
    const unusable = await examined({ PORT: "many", DATABASE_POOL_SIZE: "0" });
    expect(idsOf(unusable.checks)).toEqual([firstChecks.configuration.id]);
    expect(unusable.checks[0]?.says).toMatch(/PORT: .*DATABASE_POOL_SIZE: /);
    expect(unusable.unchecked?.ids).toHaveLength(everyCheck.length - 1);
    const [absent, secret] = [join(folder, "nowhere"), "postgres://rembuk:hush@127.0.0.1:1/rembuk"];
    for (const [env, says] of [
      [{ DATABASE_URL_FILE: absent }, `DATABASE_URL_FILE: the file ${absent} cannot be read`],
      [{ DATABASE_URL_FILE: absent, DATABASE_URL: secret }, "DATABASE_URL_FILE: given beside"],
    ] as [Record<string, string>, string][]) {
      const { checks } = await examined(env);
      expect(checks).toEqual([
        expect.objectContaining({ id: firstChecks.configuration.id, level: "fault" }),
      ]);
      expect(checks[0]?.says).toContain(says);
      expect(JSON.stringify(checks)).not.toContain("hush");
    }
    const closed = await examined({ DATABASE_URL: "postgres://rembuk:hush@127.0.0.1:1/rembuk" });
    expect(closed.checks.at(-1)).toMatchObject({ id: firstChecks.database.id, level: "fault" });
    expect(closed.unchecked?.ids).toEqual(idsOf(databaseChecks));
    expect(JSON.stringify(closed)).not.toContain("hush");
    const none = await examined({});
    expect(none.checks.at(-1)).toMatchObject({ id: firstChecks.database.id, level: "ok" });
    expect(none.unchecked?.ids).toHaveLength(databaseChecks.length);
    expect(readdirSync(folder)).toEqual([]);
  });

  it("does not wait for a database that is silent", async () => {
    const proxy = await DatabaseProxy.to(database.url);
    proxy.silence();
    const report = await examined({ DATABASE_URL: proxy.url }, 1000);
    const last = report.checks.at(-1);
    expect([last?.level, last?.says]).toEqual(["fault", "no answer within 1 s"]);
    expect(idsOf(report.checks)).toEqual([
      firstChecks.configuration.id,
      ...idsOf(placeChecks),
      firstChecks.database.id,
    ]);
    await proxy.close();
  });

  it("prints what is to be done last, after what is well", () => {
    const checks: Checked[] = [
      { id: "a.a", level: "fault", says: "broken", todo: "Repair a." },
      { id: "b.b", level: "ok", says: "fine" },
      { id: "c.c", level: "warning", says: "thin", todo: "Add to c." },
    ];
    expect(reportLines({ level: "fault", checks, unchecked: undefined })).toEqual([
      "ok       b.b: fine",
      "WARNING  c.c: thin",
      "         → Add to c.",
      "FAULT    a.a: broken",
      "         → Repair a.",
      "",
      "ok: 1, warnings: 1, faults: 1",
    ]);
  });

  it("has its checks in the operators' reference as `npm run generate` writes them", async () => {
    const path = join(projectFolder(), "docs/reference/operators/doctor.md");
    const page = await readFile(path, "utf8");
    expect(withChecks(page)).toBe(page);
    expect(new Set(idsOf(everyCheck)).size).toBe(everyCheck.length);
  });
});

describe("the checks of a database", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase("sample");
  });
  afterAll(() => database.drop());

  /** What takes back the fault of a test. */
  const repairs: string[] = [];
  afterEach(async () => {
    for (const statement of repairs.splice(0)) await behindTheGuards(database.url, statement);
  });

  const level = (id: string, env: Record<string, string> = {}, unlike = {}) =>
    levelAt(id, database.url, { REMBUK_DATA: folder, ...env }, unlike);

  /** Breaks something that a check is to find, after it has found all well. */
  const broken = async (id: string, statement: string, repair: string, env = {}) => {
    expect([id, await level(id, env)]).toEqual([id, "ok"]);
    await behindTheGuards(database.url, statement);
    repairs.push(repair);
    return level(id, env);
  };

  it.each(databaseFaults)("find by $id that $what", async ({ before, ...fault }) => {
    if (before) await behindTheGuards(database.url, before);
    expect(await broken(fault.id, fault.cause, fault.repair, fault.env)).toBe(fault.level);
  });

  it("find the hub's role as the owner of the ledger, in production", async () => {
    const production = {
      ...{ NODE_ENV: "production", OIDC_ISSUER: "https://sso.example", OIDC_AUDIENCE: "rembuk" },
    };
    const owned = { ...production, DATABASE_URL: asSuperuser(database.url) };
    expect(await level("schema.owner", owned)).toBe("warning");
    expect(await level("schema.owner", production)).toBe("ok");
    expect(await level("schema.extensions")).toBe("ok");
  });

  it("find clocks that differ", async () => {
    expect(await level("clock.database")).toBe("ok");
    const ahead = (ms: number) => ({ system: { now: () => Date.now() + ms } });
    expect(await level("clock.database", {}, ahead(30_000))).toBe("warning");
    expect(await level("clock.database", {}, ahead(-172_800_000))).toBe("fault");
  });

  it("find a replica that does not answer, and one that is no replica", async () => {
    expect(await level("services.replicas")).toBe("ok");
    const urls = [database.url, "postgres://rembuk@127.0.0.1:1/rembuk"];
    for (const url of urls) {
      expect(await level("services.replicas", { DATABASE_READ_URLS: url })).toBe("warning");
    }
  });

  it("find a row whose file is not there, and a file without a row", async () => {
    const hash = "a1".repeat(32);
    const archive = `insert into ledger_archive values (900000, 900001, 'change_nowhere', '', '', now(), '${hash}', '${hash}', 1)`;
    const remove = "delete from ledger_archive where first_position = 900000";
    expect(await broken("jobs.files", archive, remove)).toBe("fault");
    expect(await level("jobs.unowned-files")).toBe("ok");
    mkdirSync(join(folder, "files", "a1"), { recursive: true });
    writeFileSync(join(folder, "files", "a1", hash.slice(2)), "x");
    expect([await level("jobs.files"), await level("jobs.unowned-files")]).toEqual(["ok", "ok"]);
    await behindTheGuards(database.url, remove);
    expect(await level("jobs.unowned-files")).toBe("warning");
  });

  it("find secrets that no key here opens, and webhooks that fail", async () => {
    const [id, keys] = [randomUUID(), [newSealingKey(), newSealingKey()]];
    const sealed = new Sealing(keys.slice(0, 1)).seal("whsec_x", id);
    const webhook = `insert into webhook (id, organisation_id, name, address, status)
      select '${id}', id, 'a', 'https://a.example', 'ACTIVE' from organisation limit 1;
      insert into webhook_state (webhook_id, position) values ('${id}', 0);
      insert into webhook_secret (webhook_id, sealed) values ('${id}', '${sealed}')`;
    const env = { WEBHOOK_KEYS: keys[1] ?? "" };
    const remove = `delete from webhook_secret; delete from webhook_state; delete from webhook where id = '${id}'`;
    expect(await broken("jobs.secrets", webhook, remove, env)).toBe("fault");
    expect(await level("jobs.secrets", { WEBHOOK_KEYS: keys[0] ?? "" })).toBe("ok");
    expect(await level("jobs.webhooks")).toBe("ok");
    await behindTheGuards(database.url, "update webhook_state set failures = 3");
    expect(await level("jobs.webhooks")).toBe("warning");
  });

  it("find a schedule that has made no backup", async () => {
    const env = { BACKUP_EVERY: "1d", BACKUP_TO: join(folder, "backups") };
    expect(await level("jobs.backups")).toBe("ok");
    expect(await level("jobs.backups", env)).toBe("warning");
  });
});
