import { setImmediate } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { publicPlans } from "../../bench/live/plan-copies.js";
import { retitlesBySql } from "../../bench/load/retitle-by-sql.js";
import { type Behind, CatchUp, type CatchUpTurn } from "../../src/live/catch-up.js";
import { LoopShare } from "../../src/platform/loop-share.js";
import { documents, LiveWorld, type PlanChange, watch } from "../testkit/live/live-world.js";
import { StreamStatements } from "../testkit/live/measures.js";
import { inSession } from "../testkit/postgres/sessions.js";

describe("A share of the event loop", () => {
  it("gives all else a turn after each slice, however many pieces wait", async () => {
    const share = new LoopShare();
    const order: string[] = [];
    const { promise: all, resolve } = Promise.withResolvers<void>();
    for (let number = 1; number <= 5; number += 1) {
      share.do(() => {
        order.push("piece");
        // Each takes more than a slice.
        for (const until = performance.now() + 6; performance.now() < until; );
        if (number === 5) resolve();
        return undefined;
      });
    }
    const others = (async () => {
      while (order.filter((one) => one === "piece").length < 5) {
        await setImmediate();
        order.push("other");
      }
    })();
    await all;
    await others;
    expect(order.join(" ")).not.toContain("piece piece");
  });

  it("does a piece whole before the next, unless it waits", async () => {
    const share = new LoopShare();
    const order: string[] = [];
    const waits = Promise.withResolvers<void>();
    share.do(async () => {
      await new Promise((resolve) => process.nextTick(resolve));
      order.push("end of the first");
    });
    share.do(() => waits.promise);
    const done = new Promise<void>((resolve) => {
      share.do(() => {
        order.push("third");
        resolve();
        return undefined;
      });
    });
    await done;
    expect(order).toEqual(["end of the first", "third"]);
    waits.resolve();
  });
});

/** Subscribers who catch up, without a hub. */
class Scene {
  readonly began: string[] = [];
  /** How many had ended when each began. */
  readonly endedBefore: number[] = [];
  readonly paused: string[] = [];
  private ended = 0;
  readonly turns = new Map<string, CatchUpTurn>();
  private told = Promise.withResolvers<void>();

  constructor(private readonly catchUp: CatchUp) {}

  enter(name: string, position: number, { slow = 0, full = false } = {}): void {
    const behind: Behind = {
      position,
      fullAt: full ? 1 : undefined,
      go: () => {
        this.endedBefore.push(this.ended);
        this.tell(this.began, name);
      },
      pause: () => this.tell(this.paused, name),
    };
    this.turns.set(name, this.catchUp.enter(behind, slow));
  }

  /** Ends a turn once this many have begun in all. */
  async endAfter(begun: number, name: string): Promise<void> {
    while (this.began.length < begun) await this.told.promise;
    this.ended += 1;
    this.turns.get(name)?.end();
  }

  private tell(list: string[], name: string): void {
    list.push(name);
    this.told.resolve();
    this.told = Promise.withResolvers();
  }
}

describe("Turns to catch up", () => {
  it("are few at a time, the newest position first, and one in four is the eldest's", async () => {
    const scene = new Scene(new CatchUp(1));
    scene.enter("first", 50);
    for (const position of [10, 20, 30, 40, 45]) scene.enter(`at ${position}`, position);
    const order = ["first", "at 45", "at 40", "at 30", "at 10", "at 20"];
    for (const [at, name] of order.entries()) await scene.endAfter(at + 1, name);
    expect(scene.began).toEqual(order);
  });

  it("end one after another: half of them before the last begin", async () => {
    const scene = new Scene(new CatchUp(4));
    const names = Array.from({ length: 12 }, (_, at) => `${at}`);
    for (const name of names) scene.enter(name, 1);
    for (const [at, name] of names.entries()) await scene.endAfter(at + 1, name);
    expect(scene.began).toEqual(names);
    const tooEarly = scene.endedBefore.filter((ended, at) => ended < at - 3);
    expect(tooEarly).toEqual([]);
  });

  it("pass from a client that takes nothing to those who wait, and come to it after those who read", async () => {
    const scene = new Scene(new CatchUp(1));
    scene.enter("stalled", 90, { full: true });
    scene.enter("slow before", 80, { slow: 1 });
    scene.enter("reads", 10);
    await scene.endAfter(2, "reads");
    await scene.endAfter(3, "slow before");
    expect(scene.paused).toEqual(["stalled"]);
    expect(scene.began).toEqual(["stalled", "reads", "slow before"]);
  });
});

describe("Many who resume far back", () => {
  const changes = 1_300;
  const sockets = 24;
  let world: LiveWorld;
  beforeAll(async () => {
    world = await LiveWorld.start();
  });
  afterAll(() => world.stop());

  it("get each change once and in order, of pages that are made for all of them", async () => {
    const { url } = world.hub.database;
    const [plan] = await publicPlans(url, 1);
    if (!plan) throw new Error("The sample has no public plan");
    const { id } = plan;
    const position = await world.position();
    const titles = Array.from({ length: changes }, (_, at) => `Judul ${at}`);
    const head = await inSession(url, (sql) => retitlesBySql(sql, plan, titles));
    const client = await world.socket();
    const statements = new StreamStatements();
    const { looks, payloads } = await statements.during(async () => {
      const all = Array.from({ length: sockets }, async (_, at) => {
        const after = position + at;
        const stream = watch<PlanChange>(client, { id, after }, documents.plan);
        const seen = (await stream.upTo(head)).map((one) => one.position);
        expect(seen).toEqual(Array.from({ length: head - after }, (__, one) => after + 1 + one));
        await stream.stop();
      });
      await Promise.all(all);
    });
    statements.stop();
    // Each for itself would read some 31,000 payloads.
    expect(payloads).toBeLessThan(4 * changes);
    expect(looks).toBeLessThan(sockets * 2);
  });
});
