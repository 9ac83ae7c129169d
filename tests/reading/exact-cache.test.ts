import { afterAll, beforeAll, describe, expect, it, jest } from "@jest/globals";
import { Kysely, PostgresDialect } from "kysely";
import type pg from "pg";
import "../../src/app/entities.js";
import { type LedgerConnection, Tail } from "../../src/ledger/index.js";
import { Connections, DatabaseWatch } from "../../src/platform/database/index.js";
import { makeLogger } from "../../src/platform/logger.js";
import { SegmentedLru } from "../../src/reading/cache/segmented-lru.js";
import {
  allNouns,
  ChangedTables,
  type Database,
  ExactCache,
  endOfToday,
  tablesChangedWith,
} from "../../src/reading/index.js";
import { type TestDatabase, testDatabase } from "../testkit/hub/index.js";
import { testPool } from "../testkit/postgres/sessions.js";

const logger = makeLogger({ logLevel: "silent", environment: "test" });

let database: TestDatabase;
let pool: pg.Pool;
let kysely: Database;

beforeAll(async () => {
  database = await testDatabase("sample");
  pool = testPool(database.url, { max: 1 });
  kysely = new Kysely({ dialect: new PostgresDialect({ pool }) });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

describe("Every table has an entity of the ledger for its changes", () => {
  it("by its own noun's, or by that which its guard asks for", async () => {
    const { rows } = await pool.query<{ table: string; definition: string }>(
      `select tgrelid::regclass::text as table, pg_get_triggerdef(oid) as definition
       from pg_trigger where tgname like '%\\_has\\_change'`,
    );
    expect(rows.length).toBeGreaterThan(30);
    for (const { table, definition } of rows) {
      const bulk = /ledger_guard_bulk\('(\w+)'\)/.exec(definition)?.[1];
      const noun = allNouns().find((one) => one.table === table);
      expect([table, tablesChangedWith(bulk ?? noun?.name ?? "")]).toEqual([
        table,
        expect.arrayContaining([table]),
      ]);
    }
  });
});

describe("The day in Jakarta", () => {
  const at = (time: string) => Date.parse(time);
  it("is sure until a minute before its midnight, and not for a minute after it", () => {
    const end = at("2026-11-22T16:59:00Z");
    expect(endOfToday(at("2026-11-22T10:00:00Z"))).toBe(end);
    expect(endOfToday(at("2026-11-21T17:01:00Z"))).toBe(end);
    for (const unsure of [
      "2026-11-21T17:00:00Z",
      "2026-11-21T17:00:59.999Z",
      "2026-11-22T16:59:30Z",
    ]) {
      expect(endOfToday(at(unsure))).toBeLessThanOrEqual(at(unsure));
    }
  });
});

describe("What is kept", () => {
  let head = 1;
  let isAway = false;
  let tail: Tail;
  let watch: DatabaseWatch;
  let changed: ChangedTables;

  beforeAll(async () => {
    const { rows } = await pool.query("select position::int from ledger_head");
    head = rows[0].position;
    const options = { url: database.url, statementTimeoutMs: 10_000, logger };
    watch = await DatabaseWatch.open(new Connections(options), logger);
    const read = async () => {
      if (isAway) throw new Error("the database is away");
      return [{ position: head }];
    };
    const listen: LedgerConnection["listen"] = (channel, wake) => watch.listen(channel, wake);
    const unlisten: LedgerConnection["unlisten"] = (channel) => watch.unlisten(channel);
    tail = new Tail({ read, listen, unlisten }, logger);
    await tail.start();
    changed = new ChangedTables(kysely, tail, logger);
    await changed.start();
  });
  afterAll(async () => {
    await changed.stop();
    tail.stop();
    await watch.stop();
  });

  /** Appends a change of each of these entities, together. */
  async function append(...entities: string[]): Promise<void> {
    const common = { at: "2026-11-22T00:00:00Z", actor: "hub", operation: "test", diff: {} };
    const entityId = "00000000-0000-4000-8000-000000000001";
    const lines = entities.map((entity) => ({ ...common, kind: "UPDATED", entity, entityId }));
    const bodies = lines.map((line) => JSON.stringify(line));
    const { rows } = await pool.query("select ledger_append($1) as position", [bodies]);
    head = Number(rows[0].position);
  }

  const kept = (): ExactCache<string> => {
    const cache = new ExactCache<string>(changed, 100_000);
    cache.store("key", "value", 5, {
      tags: ["action"],
      position: head,
      until: Number.POSITIVE_INFINITY,
    });
    return cache;
  };

  const plan = "00000000-0000-4000-8000-00000000000a";
  const otherPlan = "00000000-0000-4000-8000-00000000000b";

  /** Appends changes of actions of a plan, by which these fields were changed, and follows the ledger. */
  async function change(ofPlan: string, fields: string[] = ["title"], times = 1): Promise<void> {
    const diff = Object.fromEntries(fields.map((name) => [name, { before: null, after: null }]));
    const line = {
      ...{ at: "2026-11-22T00:00:00Z", actor: "hub", operation: "test", entity: "Action" },
      ...{ entityId: "00000000-0000-4000-8000-000000000002", kind: "UPDATED", diff, plan: ofPlan },
    };
    const bodies = Array.from({ length: times }, () => JSON.stringify(line));
    const { rows } = await pool.query("select ledger_append($1) as position", [bodies]);
    head = Number(rows[0].position);
    tail.reached(head);
    await untilSo(() => changed.position === head);
  }

  function keptOf(tags: string[], by = changed): ExactCache<string> {
    const cache = new ExactCache<string>(by, 100_000);
    const basis = { tags, position: head, until: Number.POSITIVE_INFINITY };
    cache.store("key", "value", 5, basis);
    return cache;
  }

  it("of one plan outlives the changes of others, and of the whole table none", async () => {
    const [ofPlan, ofAll] = [keptOf([`action plan ${plan}`]), keptOf(["action"])];
    await change(otherPlan);
    expect([ofPlan.find("key")?.position, ofAll.find("key")]).toEqual([head, undefined]);
    await change(plan);
    expect(ofPlan.find("key")).toBeUndefined();
  });

  it("of one row is let go with it, and with no other", async () => {
    const own = keptOf(["action id 00000000-0000-4000-8000-000000000002"]);
    const other = keptOf(["action id 00000000-0000-4000-8000-000000000003"]);
    await change(plan);
    expect([own.find("key"), other.find("key")?.position]).toEqual([undefined, head]);
  });

  it.each(["plan", "programme", "area", "action"])(
    "of a part is let go when any row changes its %s: it may have come from another part",
    async (reference) => {
      const [ofPlan, ofTable] = [keptOf([`milestone plan ${plan}`]), keptOf(["milestone"])];
      await change(otherPlan, [reference]);
      expect([ofPlan.find("key"), ofTable.find("key")?.position]).toEqual([undefined, head]);
    },
  );

  it("of a part is let go where more has changed than is looked at one by one", async () => {
    const [ofPlan, ofTable] = [keptOf([`milestone plan ${plan}`]), keptOf(["milestone"])];
    await change(otherPlan, ["title"], 1001);
    expect([ofPlan.find("key"), ofTable.find("key")?.position]).toEqual([undefined, head]);
  });

  it("of a part that was not followed is not stored where its table has changed since", async () => {
    const before = head;
    await change(otherPlan);
    const cache = new ExactCache<string>(changed, 100_000);
    const unseen = "action plan 00000000-0000-4000-8000-00000000000c";
    const basis = { tags: [unseen], until: Number.POSITIVE_INFINITY };
    cache.store("key", "value", 5, { ...basis, position: before });
    expect(cache.find("key")).toBeUndefined();
    cache.store("key", "value", 5, { ...basis, position: head });
    expect(cache.find("key")?.position).toBe(head);
  });

  it("of parts is followed for so many of them, and let go with the part that is used least", async () => {
    const few = new ChangedTables(kysely, tail, logger, undefined, 2);
    await few.start();
    const first = keptOf([`action plan ${plan}`], few);
    keptOf([`action plan ${otherPlan}`], few);
    expect(first.find("key")).toBeDefined();
    const third = keptOf(["action id 00000000-0000-4000-8000-000000000003"], few);
    expect([first.find("key"), third.find("key")?.position]).toEqual([undefined, head]);
    await few.stop();
  });

  it("is found as of where the ledger is known, and not when more was asked for", () => {
    expect(kept().find("key")).toEqual({ value: "value", position: head });
    expect(kept().find("key", head + 1)).toBeUndefined();
    expect(kept().find("other")).toBeUndefined();
  });

  it("is not found once its time is over", () => {
    const cache = new ExactCache<string>(changed, 100_000);
    const until = Date.now() + 1000;
    cache.store("key", "value", 5, { tags: [], position: head, until });
    expect(cache.find("key")).toBeDefined();
    const clock = jest.spyOn(Date, "now").mockReturnValue(until);
    expect(cache.find("key")).toBeUndefined();
    clock.mockRestore();
  });

  it("is not found while the ledger cannot be looked at, or has not been for too long", async () => {
    const cache = kept();
    isAway = true;
    tail.wake();
    await untilSo(() => !tail.isCurrent);
    expect(cache.find("key")).toBeUndefined();
    isAway = false;
    tail.wake();
    await untilSo(() => tail.isCurrent);
    expect(cache.find("key")).toBeDefined();
    const hours = performance.now() + 3_600_000;
    const clock = jest.spyOn(performance, "now").mockReturnValue(hours);
    expect(cache.find("key")).toBeUndefined();
    clock.mockRestore();
  });

  it("is not found from when more of the ledger is known to be there until it was read", async () => {
    const cache = kept();
    // Of a noun that it was not read from.
    await append("Area");
    tail.reached(head);
    expect(cache.find("key")).toBeUndefined();
    await untilSo(() => changed.position === head);
    expect(cache.find("key")?.position).toBe(head);
  });

  it("is not found where the ledger has another past, as after a failover that lost commits", async () => {
    const goOn = async () => {
      await append("Area");
      tail.reached(head);
      await untilSo(() => changed.position === head);
    };
    const cache = kept();
    await goOn();
    expect(cache.find("key")?.position).toBe(head);
    await pool.query(`begin; set local session_replication_role = replica;
      update change set hash = 'another' where position = ${head}; commit`);
    await goOn();
    expect(cache.find("key")).toBeUndefined();
    await goOn();
    expect(kept().find("key")).toBeDefined();
    head -= 1;
    tail.wake();
    await untilSo(() => !tail.isCurrent);
    head += 1;
    tail.wake();
    await untilSo(() => tail.isCurrent);
  });

  it("is let go by the last of several changes, in whichever order they are counted", async () => {
    for (const entities of [
      ["Unknown", "Unheard"],
      ["Unheard", "Unknown"],
    ]) {
      await append(...entities);
      const cache = new ExactCache<string>(changed, 100_000);
      const position = head - 1;
      cache.store("key", "value", 5, { tags: [], position, until: Number.POSITIVE_INFINITY });
      tail.reached(head);
      await untilSo(() => changed.position === head);
      expect([entities, cache.find("key")]).toEqual([entities, undefined]);
    }
  });

  it("is no more than fits, what is asked again longest, and nothing that takes a tenth", () => {
    const lru = new SegmentedLru<number>(100_000);
    lru.put("large", 0, 10_000);
    expect(lru.get("large")).toBeUndefined();
    for (let at = 0; at < 10; at += 1) {
      lru.put(`regular ${at}`, at, 5000);
      lru.used(`regular ${at}`);
    }
    for (let at = 0; at < 1000; at += 1) {
      lru.put(`once ${at}`, at, 5000);
      expect(lru.bytes).toBeLessThanOrEqual(100_000);
    }
    const regulars = Array.from({ length: 10 }, (_, at) => lru.get(`regular ${at}`));
    expect(regulars).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect([lru.get("once 0"), lru.get("once 999")]).toEqual([undefined, 999]);
    for (let at = 0; at < 30; at += 1) {
      lru.put(`new ${at}`, at, 5000);
      lru.used(`new ${at}`);
    }
    expect([lru.get("regular 0"), lru.get("new 29")]).toEqual([undefined, 29]);
  });
});

/** Resolves when it is so; everything else in this process goes on meanwhile. */
async function untilSo(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise(setImmediate);
}
