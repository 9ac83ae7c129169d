import { createHash, randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it, jest } from "@jest/globals";
import fc from "fast-check";
import { FeedHealth } from "../../src/ledger/feed/feed-health.js";
import { decodeMessage, encodeMessage, mostChanges } from "../../src/ledger/feed/feed-message.js";
import { type ChainPage, endOf, OutlineChain } from "../../src/ledger/feed/outline-chain.js";
import { ReaderLease } from "../../src/ledger/feed/reader-lease.js";
import type { LinkedOutline } from "../../src/ledger/index.js";
import { makeLogger } from "../../src/platform/logger.js";
import { testDatabase } from "../testkit/hub/index.js";
import { testPool } from "../testkit/postgres/sessions.js";

const hashOf = (past: string, position: number): string =>
  createHash("sha256").update(`${past} ${position}`).digest("hex");

/** A ledger of so many changes; `past` tells one from another of the same length. */
const ledgerOf = (length: number, past = "one"): LinkedOutline[] =>
  Array.from({ length }, (_, at) => ({
    position: at + 1,
    ...{ entity: "Organisation", entityId: randomUUID(), kind: "CREATED" as const },
    ...{ operation: "createOrganisation", organisation: randomUUID(), owner: null },
    ...{ programme: null, plan: null, deliberation: null, area: null, fields: null },
    hash: hashOf(past, at + 1),
  }));

/** The page of a ledger after a position. */
const pageOf = (ledger: readonly LinkedOutline[], from: number, count: number): ChainPage => ({
  from: { position: from, hash: from === 0 ? hashOf("", 0) : (ledger[from - 1]?.hash ?? "") },
  changes: ledger.slice(from, from + count),
});

describe("a chain of outlines", () => {
  it("is a true stretch of the ledger up to its newest page, in whatever order pages come", () => {
    const ledger = ledgerOf(120);
    const pages = fc.array(fc.tuple(fc.nat(119), fc.nat(9)), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(pages, (deliveries) => {
        let chain = new OutlineChain(pageOf(ledger, 0, 0).from);
        let newest = 0;
        for (const [from, count] of deliveries) {
          const page = pageOf(ledger, from, count);
          const taken = chain.take(page);
          expect(taken).not.toBe("fork");
          expect(taken === "gap").toBe(from > newest);
          if (taken === "gap") {
            chain = new OutlineChain(page.from);
            chain.take(page);
          }
          newest = Math.max(newest, endOf(page).position);
          expect(chain.end.position).toBe(newest);
          for (const at of [0, newest >> 1, from, newest]) {
            const held = chain.after(at, 200);
            if (held) expect(held).toEqual(ledger.slice(at, newest));
          }
        }
      }),
    );
  });

  it("tells a page of another past, wherever the two meet", () => {
    const [ledger, other] = [ledgerOf(20), ledgerOf(20, "two")];
    const chain = new OutlineChain(pageOf(ledger, 5, 0).from);
    expect(chain.take(pageOf(ledger, 5, 10))).toBe("continued");
    for (const [from, count] of [
      [15, 0],
      [15, 5],
      [10, 10],
      [10, 5],
      [8, 2],
    ] as const) {
      expect([from, chain.take(pageOf(other, from, count))]).toEqual([from, "fork"]);
    }
    expect(chain.take(pageOf(ledger, 15, 5))).toBe("continued");
  });

  it("holds the last thousand changes, and does not judge what is older", () => {
    const ledger = ledgerOf(3_000);
    const chain = new OutlineChain(pageOf(ledger, 0, 0).from);
    for (let from = 0; from < 3_000; from += 100) chain.take(pageOf(ledger, from, 100));
    expect(chain.after(1_999, 1)).toBeUndefined();
    expect(chain.after(2_000, 1)).toEqual([ledger[2_000]]);
    expect(chain.take(pageOf(ledger, 10, 10))).toBe("known");
  });
});

describe("a message of the feed", () => {
  const key = "the key of a term";
  const page = pageOf(ledgerOf(3), 0, 3);
  const message = { term: 7, page };

  it("says the outlines of its page, to who has the key", () => {
    expect(decodeMessage(encodeMessage(message, key), key)).toEqual(message);
    expect(decodeMessage(encodeMessage(message, key), "another key")).toBeUndefined();
  });

  it("holds nothing of a change beyond its outline and hash", () => {
    const [change] = page.changes as [LinkedOutline];
    const wide = { ...change, diff: { name: "secret" }, actor: "secret" };
    const bytes = encodeMessage({ term: 7, page: { ...page, changes: [wide] } }, key);
    expect(Buffer.from(bytes).toString("latin1")).not.toContain("secret");
  });

  it("is none where any byte was altered, added or taken away", () => {
    const bytes = encodeMessage(message, key);
    for (let at = 0; at < bytes.length; at += 1) {
      const altered = Uint8Array.from(bytes);
      altered[at] = (altered[at] as number) ^ 1;
      expect(decodeMessage(altered, key)).toBeUndefined();
    }
    expect(decodeMessage(bytes.subarray(0, -1), key)).toBeUndefined();
    expect(decodeMessage(Buffer.concat([bytes, Buffer.from(" ")]), key)).toBeUndefined();
    expect(decodeMessage(new Uint8Array(0), key)).toBeUndefined();
  });

  it("is none where it is sealed and malformed, as by a node with a fault", () => {
    const [change] = page.changes as [LinkedOutline];
    const wrong: Partial<LinkedOutline>[] = [
      { hash: "short" },
      { entityId: "no id" },
      { kind: "GONE" as LinkedOutline["kind"] },
      { entity: "x".repeat(1_000) },
      { plan: 5 as unknown as string },
    ];
    for (const part of wrong) {
      const changes = [{ ...change, ...part }];
      const bytes = encodeMessage({ term: 7, page: { ...page, changes } }, key);
      expect([part, decodeMessage(bytes, key)]).toEqual([part, undefined]);
    }
    const long = pageOf(ledgerOf(mostChanges + 1), 0, mostChanges + 1);
    expect(decodeMessage(encodeMessage({ term: 7, page: long }, key), key)).toBeUndefined();
    expect(decodeMessage(encodeMessage({ term: -1, page }, key), key)).toBeUndefined();
  });
});

describe("the lease of the reader", () => {
  it("is held by one node, passes on when it is given up or runs out, and each term has its key", async () => {
    const database = await testDatabase("regions");
    const pool = testPool(database.url);
    const connection = {
      read: async <T extends object>(text: string) => (await pool.query(text)).rows as T[],
    };
    const [one, two] = [0, 1].map(() => new ReaderLease(connection, randomUUID())) as [
      ReaderLease,
      ReaderLease,
    ];
    const holders = () => [one, two].filter(({ isMine }) => isMine);
    await two.look(false);
    expect([two.isMine, two.term]).toEqual([false, undefined]);
    await Promise.all([one.look(true), two.look(true)]);
    expect(holders()).toHaveLength(1);
    const [first] = holders() as [ReaderLease];
    const other = first === one ? two : one;
    await first.look(true);
    await other.look(true);
    expect(holders()).toEqual([first]);
    expect(other.term).toEqual(first.term);
    const keys = [first.term?.key];

    await first.release();
    await other.look(true);
    expect(holders()).toEqual([other]);
    keys.push(other.term?.key);

    // It runs out by Postgres' clock, whatever the node that has it believes.
    await pool.query("update ledger_feed set until = clock_timestamp() - interval '1 second'");
    await first.look(true);
    await other.look(true);
    expect(holders()).toEqual([first]);
    keys.push(first.term?.key);
    expect(first.term?.number).toBe(3);
    expect(new Set(keys).size).toBe(3);
    expect(keys.every((key) => key?.length === 64)).toBe(true);
    expect(one.ledger).toBe(two.ledger);
    await pool.end();
    await database.drop();
  });
});

describe("the health of the feed", () => {
  let now: jest.SpiedFunction<() => number>;
  let time: number;
  const after = (ms: number) => {
    time += ms;
    now.mockReturnValue(time);
  };
  beforeEach(() => {
    time = 1_000_000;
    now = jest.spyOn(performance, "now").mockReturnValue(time);
  });
  afterEach(() => {
    now.mockRestore();
  });

  const logger = makeLogger({ logLevel: "silent", environment: "test" });
  const warn = jest.spyOn(logger, "warn");
  beforeEach(() => {
    warn.mockClear();
  });

  it("tells a start without NATS once, after five seconds, and each later turn once", () => {
    const health = new FeedHealth(logger, () => undefined);
    for (let beat = 0; beat < 100; beat += 1) {
      health.note("disconnected");
      expect(warn).toHaveBeenCalledTimes(beat * 250 > 5_000 ? 1 : 0);
      after(250);
    }
    health.note(undefined);
    after(500);
    expect(health.note(undefined)).toBe(true);
    expect([health.isWorking, health.reason]).toEqual([true, undefined]);
    expect(health.note("silent")).toBe(true);
    for (let beat = 0; beat < 100; beat += 1) expect(health.note("disconnected")).toBe(false);
    expect(health.reason).toBe("disconnected");
    expect(warn).toHaveBeenCalledTimes(2);
  });

  it("waits twice as long after each problem that soon follows the last, half a minute at most", () => {
    const health = new FeedHealth(logger, () => undefined);
    /** The milliseconds without a problem until changes come by NATS again. */
    const wait = (): number => {
      const began = time;
      while (!health.note(undefined)) after(100);
      return time - began;
    };
    const waits = Array.from({ length: 10 }, () => {
      const waited = wait();
      health.note("silent");
      return waited;
    });
    expect(waits).toEqual([
      500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000, 30_000,
    ]);
    wait();
    after(60_000);
    health.note("silent");
    expect(wait()).toBe(500);
  });
});
