import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { WebSocket } from "ws";
import { CloseCode } from "../../src/app/sockets/close-code.js";
import { documents, LiveWorld } from "../testkit/live/live-world.js";
import { metricBecomes } from "../testkit/live/measures.js";
import { type Written } from "../testkit/mutations/documents.js";
import { RawSocket, socketUrl } from "../testkit/protocol/tiny-hub.js";

const operations = "rembuk_socket_operations";

describe("A socket that carries live streams", () => {
  let world: LiveWorld;
  let plan: Written;
  beforeAll(async () => {
    world = await LiveWorld.start({
      LIVE_INIT_SECONDS: "0.5",
      LIVE_IDLE_SECONDS: "0.7",
      LIVE_PING_SECONDS: "0.5",
      LIMIT_SUBSCRIPTIONS_PER_SOCKET: "3",
      LIMIT_FRAME_BYTES: "10000",
    });
    plan = await world.plan();
  });
  afterAll(() => world.stop());

  /** A socket with one started stream. */
  async function streaming(id = "1", options?: { autoPong?: boolean }): Promise<RawSocket> {
    const raw = await RawSocket.ready(world.hub, {}, options);
    await begin(raw, id);
    return raw;
  }

  async function begin(raw: RawSocket, id: string): Promise<void> {
    raw.run(id, documents.plan, { id: plan.id, after: plan.position - 1 });
    expect(await raw.next()).toMatchObject({ id, type: "next" });
  }

  it("accepts graphql-transport-ws only", async () => {
    const old = new WebSocket(socketUrl(world.hub), "graphql-ws");
    expect(String(await once(old, "error"))).toMatch(/protocol/i);
    const none = new WebSocket(socketUrl(world.hub));
    const [code] = await once(none, "close");
    expect(code).toBe(CloseCode.protocolRefused);
  });

  it("closes when the client does not initialise in time", async () => {
    const raw = new RawSocket(world.hub);
    expect((await raw.closed).code).toBe(CloseCode.initTimeout);
  });

  it("closes when an id is used while its stream runs, and frees the stream", async () => {
    const raw = await streaming("1");
    raw.run("1", documents.changes);
    expect((await raw.closed).code).toBe(CloseCode.operationExists);
    await metricBecomes(world.hub, operations, 0);
  });

  it("closes on a frame that is too large, and frees its streams", async () => {
    const raw = await streaming();
    raw.run("2", documents.changes, { where: { entity: { eq: "x".repeat(10_000) } } });
    expect((await raw.closed).code).toBe(CloseCode.frameTooLarge);
    await metricBecomes(world.hub, operations, 0);
  });

  it("stays open while a stream is silent, and closes some time after the last one ended", async () => {
    const raw = await streaming();
    const idle = await RawSocket.ready(world.hub);
    expect((await idle.closed).code).toBe(CloseCode.idle);
    const { position } = await world.retitle(plan);
    expect(await raw.next()).toMatchObject({
      payload: { data: { actionPlanChanged: { position } } },
    });
    plan = { ...plan, version: plan.version + 1, position };
    raw.say({ type: "ping", payload: { at: 1 } });
    expect(await raw.next()).toEqual({ type: "pong", payload: { at: 1 } });
    raw.say({ id: "1", type: "complete" });
    expect((await raw.closed).code).toBe(CloseCode.idle);
  });

  it("is closed, and its stream freed, when its client answers no ping", async () => {
    const mute = await streaming("1", { autoPong: false });
    expect((await mute.closed).code).toBe(1006);
    await metricBecomes(world.hub, operations, 0);
  });

  it("has a maximum number of streams, and the others continue", async () => {
    const raw = await streaming("1");
    await begin(raw, "2");
    await begin(raw, "3");
    raw.run("4", documents.changes);
    expect(await raw.next()).toMatchObject({
      id: "4",
      type: "error",
      payload: [{ extensions: { code: "RATE_LIMITED", limit: 3 } }],
    });
    plan = await world.retitle(plan);
    const seen = [await raw.next(), await raw.next(), await raw.next()].map(({ id }) => id);
    expect(seen.sort()).toEqual(["1", "2", "3"]);
    raw.say({ id: "2", type: "complete" });
    await begin(raw, "4");
    raw.socket.terminate();
    await metricBecomes(world.hub, operations, 0);
  });

  it("separates the streams that run on it", async () => {
    const raw = await RawSocket.ready(world.hub);
    const other = await world.plan();
    const after = other.position;
    raw.run("plan", documents.plan, { id: plan.id, after });
    raw.run("other", documents.plan, { id: other.id, after });
    plan = await world.retitle(plan);
    expect(await raw.next()).toMatchObject({ id: "plan", type: "next" });
    await world.retitle(other);
    expect(await raw.next()).toMatchObject({ id: "other", type: "next" });
    raw.say({ id: "plan", type: "complete" });
    await metricBecomes(world.hub, operations, 1);
    plan = await world.retitle(plan);
    await world.action(other);
    expect(await raw.next()).toMatchObject({ id: "other", type: "next" });
    raw.socket.terminate();
  });

  it("is closed with 1001 when the hub stops, streams and all", async () => {
    const own = await LiveWorld.start();
    const { position } = await own.plan();
    const raws = await Promise.all([1, 2, 3].map(() => RawSocket.ready(own.hub)));
    for (const raw of raws) {
      raw.run("1", documents.changes, { after: position - 1 });
      await raw.next();
    }
    await own.stop();
    const closes = await Promise.all(raws.map((raw) => raw.closed));
    expect(closes.map(({ code }) => code)).toEqual([1001, 1001, 1001]);
  });
});
