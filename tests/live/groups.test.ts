import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import type { Client } from "graphql-ws";
import { CloseCode } from "../../src/app/sockets/close-code.js";
import { tokenFor } from "../testkit/hub/index.js";
import { holdTimers } from "../testkit/live/held-timers.js";
import {
  type Change,
  documents,
  LiveWorld,
  type PlanChange,
  type Watch,
  watch,
} from "../testkit/live/live-world.js";
import { bytesHeld, metricBecomes, metricOf, StreamStatements } from "../testkit/live/measures.js";
import { type Written } from "../testkit/mutations/documents.js";
import { RawSocket } from "../testkit/protocol/tiny-hub.js";

const operations = "rembuk_socket_operations";
const fifty = Array.from({ length: 50 });

describe("Subscribers with the same subscription", () => {
  let world: LiveWorld;
  let plan: Written;
  let statements: StreamStatements;
  const clients: Client[] = [];
  const streams: Watch<Change>[] = [];
  beforeAll(async () => {
    world = await LiveWorld.start();
    plan = await world.plan();
    for (const _ of fifty) clients.push(await world.socket());
    statements = new StreamStatements();
  });
  afterEach(async () => {
    for (const stream of streams.splice(0)) await stream.stop();
    await metricBecomes(world.hub, operations, 0);
  });
  afterAll(async () => {
    statements.stop();
    await world.stop();
  });

  const open = (client: Client, variables: Record<string, unknown>, document?: string) => {
    const stream = watch(client, variables, document);
    streams.push(stream);
    return stream;
  };

  /** Writes one change; gives its cost and the payloads of the streams. */
  async function change() {
    let shown: Change[] = [];
    const cost = await statements.during(async () => {
      plan = await world.retitle(plan);
      const seen = await Promise.all(streams.map((stream) => stream.upTo(plan.position)));
      shown = seen.flatMap((changes) => changes.slice(-1));
    });
    return { cost, shown };
  }

  it("share one read and one payload for each change, and all get the same", async () => {
    for (const client of clients) open(client, { after: plan.position - 1 });
    await change();
    for (let write = 0; write < 3; write += 1) {
      const { cost, shown } = await change();
      expect(cost).toEqual({ looks: 1, payloads: 1 });
      expect(shown).toHaveLength(50);
      expect(new Set(shown.map((one) => JSON.stringify(one))).size).toBe(1);
      expect(shown[0]).toMatchObject({ position: plan.position, entityId: plan.id });
    }
  });

  it("share them too after different start positions, once they have caught up", async () => {
    const start = plan.position;
    for (let write = 0; write < 5; write += 1) plan = await world.retitle(plan);
    clients.forEach((client, at) => {
      open(client, { after: start - 1 + (at % 6) });
    });
    const caughtUp = await Promise.all(streams.map((stream) => stream.upTo(plan.position)));
    expect(caughtUp.map((seen) => seen.length)).toEqual(clients.map((_, at) => 6 - (at % 6)));
    await change();
    expect((await change()).cost).toEqual({ looks: 1, payloads: 1 });
  });

  it("share with subscribers of the same access scope, and with no others", async () => {
    const after = plan.position - 1;
    const colleagues = ["viewer", "contributor"].map((role) => `${role}@disnaker-lebak.example`);
    const others = ["coordinator@disnaker-lebak.example", "viewer@pemkot-jambi.example"];
    for (const email of [...colleagues, ...others]) open(await world.socket(email), { after });
    for (const client of clients.slice(0, 2)) open(client, { after });
    await change();
    // The two colleagues are one group, the two visitors another.
    expect((await change()).cost).toEqual({ looks: 4, payloads: 4 });
  });

  it("do not share across documents or languages, but across conditions on the change itself", async () => {
    const [client] = clients as [Client];
    const after = plan.position - 1;
    const document =
      "subscription Positions($after: Position) { changes(after: $after) { position } }";
    open(client, { after });
    open(client, { after }, document);
    open(client, { after, where: { entity: { eq: "ActionPlan" } } });
    const connectionParams = { language: "id" };
    open(world.hub.socket(undefined, { connectionParams }), { after });
    await change();
    // The third is in the group of the first, as what it follows is decided without the database.
    expect((await change()).cost).toEqual({ looks: 3, payloads: 3 });
  });

  it("are not woken by a change of another plan", async () => {
    const others = await Promise.all(fifty.slice(0, 8).map(() => world.plan()));
    const after = await world.position();
    const theirs = [...others, ...others].map(({ id }, at) =>
      watch<PlanChange>(clients[at] as Client, { id, after: after - 8 }, documents.plan),
    );
    await Promise.all(theirs.map((stream) => stream.next()));
    open(clients[0] as Client, { after });
    await change();
    expect((await change()).cost).toEqual({ looks: 1, payloads: 1 });
    const [first] = others as [Written];
    const one = await statements.during(async () => {
      const { position } = await world.retitle(first);
      for (const at of [0, 8]) expect((await theirs[at]?.next())?.position).toBe(position);
      await streams[0]?.upTo(position);
    });
    expect(one).toEqual({ looks: 2, payloads: 2 });
    for (const stream of theirs) await stream.stop();
  });

  it("cost nothing after they have left, orderly or abruptly", async () => {
    const after = plan.position - 1;
    const raw = await RawSocket.ready(world.hub);
    raw.run("1", documents.changes, { after });
    const [client] = clients as [Client];
    const stream = watch(client, { after, where: { entity: { eq: "ActionPlan" } } });
    await Promise.all([raw.next(), stream.next()]);
    await stream.stop();
    raw.socket.terminate();
    await metricBecomes(world.hub, operations, 0);
    expect((await change()).cost).toEqual({ looks: 0, payloads: 0 });
  });

  it("leave nothing behind when a thousand come and leave at once", async () => {
    const raw = await RawSocket.ready(world.hub);
    const cycles = async (from: number) => {
      for (let id = from; id < from + 50; id += 1) {
        // Each is a group of its own.
        const where = { entity: { eq: `Entity${id}` } };
        raw.run(`${id}`, documents.changes, { where });
        // Some are cancelled before they have started, some after.
        if (id % 2 === 0) raw.say({ id: `${id}`, type: "complete" });
      }
      await metricBecomes(world.hub, operations, 25);
      for (let id = from + 1; id < from + 50; id += 2) raw.say({ id: `${id}`, type: "complete" });
      await metricBecomes(world.hub, operations, 0);
    };
    await cycles(0);
    const held = bytesHeld();
    for (let from = 50; from < 1050; from += 50) await cycles(from);
    expect(bytesHeld() - held).toBeLessThan(3_000_000);
    expect((await change()).cost).toEqual({ looks: 0, payloads: 0 });
    raw.socket.terminate();
    await raw.closed;
  });

  it("are never confused by an id that is used again before its operation has ended", async () => {
    const raw = await RawSocket.ready(world.hub);
    const { position: after } = plan;
    for (const entity of ["Action", "Milestone", "ActionPlan"]) {
      raw.run("1", documents.changes, { after: after - 1, where: { entity: { eq: entity } } });
      if (entity !== "ActionPlan") raw.say({ id: "1", type: "complete" });
    }
    const positions = async () => {
      const { id, payload } = (await raw.next()) as { id: string; payload: { data: unknown } };
      return { id, data: payload.data };
    };
    expect(await positions()).toMatchObject({ id: "1", data: { changes: { position: after } } });
    await metricBecomes(world.hub, operations, 1);
    const { cost } = await change();
    const { position } = plan;
    expect(await positions()).toMatchObject({ id: "1", data: { changes: { position } } });
    expect(cost.payloads).toBeLessThanOrEqual(1);
    raw.socket.terminate();
  });
});

describe("A subscriber that stops reading", () => {
  let world: LiveWorld;
  beforeAll(async () => {
    world = await LiveWorld.start({ LIVE_STALL_SECONDS: "1.5" });
  });
  afterAll(() => world.stop());

  /** A hundred actions like this one, in one statement, as single mutations would take long. */
  async function multiply({ id }: Written): Promise<void> {
    const sql = await world.hub.sql.connect();
    await sql.query("set session_replication_role = replica");
    await sql.query(
      `insert into action select (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid()))).*
       from action a, generate_series(2, 100) where a.id = $1`,
      [id],
    );
    sql.release(true);
  }

  it("delays nobody, costs little memory, is closed, and resumes without a loss", async () => {
    let plan = await world.plan();
    const description = "Pelatihan berbasis kompetensi. ".repeat(160);
    await multiply(await world.action(plan, { description }));
    // Half a megabyte of data and 1.5 MB of text for each change: the kernel buffers some of them.
    const parts = ["a", "b", "c"].map(
      (part) => `${part}: actions(first: 200) { nodes { description } }`,
    );
    const document = `subscription Large($id: ID!, $after: Position) {
      actionPlanChanged(id: $id, after: $after) { position change { kind } actionPlan { ${parts.join(" ")} } }
    }`;
    const after = await world.position();
    const authorization = `Bearer ${await tokenFor("viewer@disnaker-lebak.example")}`;
    let laggard = await RawSocket.ready(world.hub, { authorization });
    laggard.run("1", document, { id: plan.id, after });
    plan = await world.retitle(plan);
    await laggard.next();
    const taken: number[] = [];
    laggard.socket.on("message", (text) => {
      const { payload } = JSON.parse(String(text));
      if (payload) taken.push(payload.data.actionPlanChanged.position);
    });
    laggard.socket.pause();
    const contributor = await world.socket("contributor@disnaker-lebak.example");
    const reader = watch(contributor, { id: plan.id, after }, document);
    await reader.next();

    const changes = 25;
    const held = bytesHeld();
    let most = 0;
    // A hub that waited for the one who does not read would bring the reader nothing.
    const { release: letGo } = holdTimers("stall");
    for (let write = 0; write < changes; write += 1) {
      plan = await world.retitle(plan);
      expect((await reader.next()).position).toBe(plan.position);
      if (write % 5 === 4) most = Math.max(most, bytesHeld() - held);
    }
    expect(await metricOf(world.hub, operations)).toBe(2);
    letGo();
    expect(most).toBeLessThan(24_000_000);
    // The reader's stream is the only one left.
    await metricBecomes(world.hub, operations, 1);
    laggard.socket.resume();
    expect([CloseCode.tooSlow, 1006]).toContain((await laggard.closed).code);
    const last = taken.at(-1) ?? after + 1;
    expect(taken.length).toBeLessThan(changes);

    // For a subscriber far behind, the hub reads ahead by the length of a page, not by 25 changes.
    laggard = await RawSocket.ready(world.hub, { authorization });
    const statements = new StreamStatements();
    const { payloads } = await statements.during(async () => {
      laggard.run("1", document, { id: plan.id, after });
      await laggard.next();
      laggard.socket.terminate();
    });
    statements.stop();
    expect(payloads).toBeLessThan(10);

    const resumed = watch(contributor, { id: plan.id, after: last }, documents.plan);
    const rest = (await resumed.upTo(plan.position)).map(({ position }) => position);
    const all = Array.from({ length: changes }, (_, at) => after + 2 + at);
    expect([...taken, ...rest]).toEqual(all);
    await Promise.all([reader.stop(), resumed.stop()]);
  });
});
