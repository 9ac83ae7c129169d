import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import pg from "pg";
import { ChangeKind, canonicalBody } from "../../src/ledger/index.js";
import { type TestDatabase, TestHub, testDatabase } from "../testkit/hub/index.js";
import { LiveWorld, watch } from "../testkit/live/live-world.js";
import { DatabaseProxy } from "../testkit/postgres/database-proxy.js";

const positionsOf = (changes: readonly { position: number }[]) => changes.map((c) => c.position);

/** The number of connections to a port that the process attempts while `work` runs. */
async function attempts(port: number, work: () => Promise<unknown>): Promise<number> {
  const { connect } = pg.Client.prototype;
  let made = 0;
  pg.Client.prototype.connect = function (this: pg.Client, ...args: never) {
    if (Number(this.port) === port) made += 1;
    return connect.apply(this, args);
  } as typeof connect;
  await work();
  pg.Client.prototype.connect = connect;
  return made;
}

/** The interval of the hubs' poll of the ledger, in milliseconds. */
const pollMs = 1000;

/** The polls of the hubs that start from now on in this process: a test runs them itself, if it holds them. */
class Polls {
  isHeld = false;
  private readonly polls: (() => void)[] = [];
  private readonly setInterval = globalThis.setInterval;

  constructor() {
    globalThis.setInterval = ((work: () => void, ms: number) => {
      if (ms !== pollMs) return this.setInterval(work, ms);
      this.polls.push(work);
      return this.setInterval(() => this.isHeld || work(), ms);
    }) as typeof setInterval;
  }

  /** Lets each hub poll once. */
  run(): void {
    for (const poll of this.polls) poll();
  }

  stop(): void {
    globalThis.setInterval = this.setInterval;
  }
}

describe("Streams of two nodes on one database", () => {
  let polls: Polls;
  let database: TestDatabase;
  let proxy: DatabaseProxy;
  /** A node with its own proxy to the database. */
  let near: LiveWorld;
  let far: LiveWorld;
  beforeAll(async () => {
    polls = new Polls();
    database = await testDatabase("sample");
    proxy = await DatabaseProxy.to(database.url);
    const shared = { ...database, url: proxy.url };
    near = await LiveWorld.over(await TestHub.start("sample", {}, shared));
    far = await LiveWorld.over(await TestHub.start("sample", {}, database));
  });
  afterAll(async () => {
    polls.stop();
    await near.stop();
    await far.stop();
    await proxy.close();
    await database.drop();
  });

  const listeners = async () => {
    const { rows } = await far.hub.sql.query(
      `select pid from pg_stat_activity
       where datname = current_database() and application_name = 'rembuk-watch'
         and query like '%ledger_head'`,
    );
    return rows.map(({ pid }) => pid as number);
  };

  it("bring the changes of another node at once", async () => {
    let plan = await far.plan();
    const stream = watch(await near.socket(), { after: plan.position });
    // Without the poll only notifications bring them.
    polls.isHeld = true;
    for (let write = 0; write < 4; write += 1) {
      plan = await far.retitle(plan);
      expect((await stream.next()).position).toBe(plan.position);
    }
    polls.isHeld = false;
    await stream.stop();
  });

  it("bring them with the next poll even if every notification is lost, and are notified again later", async () => {
    let plan = await far.plan();
    const stream = watch(await near.socket(), { after: plan.position });
    const lost = await listeners();
    expect(lost).toHaveLength(2);
    polls.isHeld = true;
    await far.hub.sql.query("select pg_terminate_backend(pid) from unnest($1::int[]) as pid", [
      lost,
    ]);
    plan = await far.retitle(plan);
    polls.run();
    expect((await stream.next()).position).toBe(plan.position);

    while ((await listeners()).length < 2) await far.hub.sql.query("select pg_sleep(0.005)");
    for (let write = 0; write < 4; write += 1) {
      plan = await far.retitle(plan);
      expect((await stream.next()).position).toBe(plan.position);
    }
    polls.isHeld = false;
    await stream.stop();
  });

  it("survive an outage of the database without a loss, and try few connections meanwhile", async () => {
    let plan = await far.plan();
    const stream = watch(await near.socket(), { after: plan.position - 1 });
    await stream.next();
    const began = performance.now();
    const made = await attempts(proxy.port, async () => {
      proxy.cut();
      for (let write = 0; write < 5; write += 1) plan = await far.retitle(plan);
      // Long enough for three polls and three attempts to listen again.
      await setTimeout(3600);
    });
    expect(made).toBeGreaterThan(2);
    // Two a second, however long it took.
    const polled = (performance.now() - began) / pollMs;
    expect(made).toBeLessThan(2 * polled + 1);
    proxy.restore();
    const seen = await stream.upTo(plan.position);
    expect(positionsOf(seen)).toEqual(seen.map((_, at) => plan.position - 4 + at));
    expect(seen).toHaveLength(5);
    await stream.stop();
  });
});

describe("The first stream after a long time", () => {
  let world: LiveWorld;
  beforeAll(async () => {
    world = await LiveWorld.start();
  });
  afterAll(() => world.stop());

  /** Bulk changes of hidden subjects; one in a hundred changes access. */
  const bulk = (count: number) =>
    Array.from({ length: count }, (_, at) =>
      canonicalBody({
        at: new Date().toISOString(),
        ...{ actor: "hub", operation: "import", kind: ChangeKind.UPDATED, diff: {} },
        entity: at % 100 === 0 ? "Membership" : "Organisation",
        entityId: randomUUID(),
      }),
    );

  it("starts at once, from now and from an early position, and misses no later change", async () => {
    let plan = await world.plan();
    const early = plan.position;
    plan = await world.retitle(plan);
    const before = plan.position;
    await world.hub.sql.query("select ledger_append($1::text[])", [bulk(3500)]);
    const [now, long] = [await world.socket(), await world.socket()];
    const streams = [
      watch(now, { after: await world.position() }),
      watch(long, { after: early }),
    ] as const;
    plan = await world.retitle(plan);
    expect(plan.position).toBe(before + 3501);
    expect((await streams[1].next()).position).toBe(before);
    for (const stream of streams) {
      expect((await stream.next()).position).toBe(plan.position);
      await stream.stop();
    }
  });
});

describe("A stream whose payload the database cannot give", () => {
  let world: LiveWorld;
  beforeAll(async () => {
    world = await LiveWorld.start({ STATEMENT_TIMEOUT_MS: "400" });
  });
  afterAll(() => world.stop());

  it("ends instead of sending a change without it, and resumes with the complete change", async () => {
    const plan = await world.plan();
    const document = `subscription Plan($id: ID!, $after: Position) {
      actionPlanChanged(id: $id, after: $after) {
        position actionPlan { money { paid } }
      }
    }`;
    const variables = { id: plan.id, after: plan.position };
    const client = await world.socket();
    const stream = watch(client, variables, document);
    const hold = await world.hold("payment");
    const { position } = await world.retitle(plan);
    expect(await stream.refusal()).toMatchObject({ code: "UNAVAILABLE" });
    await hold.release();
    const resumed = watch(client, variables, document);
    expect(await resumed.next()).toEqual({
      position,
      actionPlan: { money: { paid: "0" } },
    });
    await resumed.stop();
  });
});
