import { once } from "node:events";
import { setImmediate } from "node:timers/promises";
import { afterEach, describe, expect, it } from "@jest/globals";
import { EventSource } from "eventsource";
import { parse } from "graphql";
import { createClient as createEventClient } from "graphql-sse";
import { type Client, createClient } from "graphql-ws";
import { WebSocket } from "ws";
import { askedPosition } from "../../src/app/admission/asked-position.js";
import { CloseCode } from "../../src/app/sockets/close-code.js";
import type { Due, LiveStream, Sink } from "../../src/live/index.js";
import { RawSocket, socketUrl, startTinyHub, type TinyHub } from "../testkit/protocol/tiny-hub.js";

const ticks = "subscription Ticks($from: Int!) { ticks(from: $from) }";
const after = "subscription After { ticks }";

/** A stream that gives one payload, and then waits until it is ended. */
class OneTick implements LiveStream {
  readonly position = 1;
  private readonly ended = Promise.withResolvers<void>();

  run(sink: Sink): Promise<void> {
    const payload = Buffer.from('{"data":{"ticks":1}}');
    const due: Due = { payloads: [payload], positions: [1] };
    void sink.take(due);
    return this.ended.promise;
  }

  end(): void {
    this.ended.resolve();
  }
}

/** A hub whose starts wait until a test lets them go on, one by one. */
class HeldHub {
  /** The positions of the starts that have begun, in order. */
  readonly begun: (number | undefined)[] = [];
  private readonly held: (() => void)[] = [];
  private isOpen = false;
  hub!: TinyHub;

  static async start(settings: Record<string, string>): Promise<HeldHub> {
    const held = new HeldHub();
    held.hub = await startTinyHub(
      { RATE_LIMIT_VISITOR: "0", ...settings },
      {
        subscribe: async ({ variableValues }, resumeAfter) => {
          held.begun.push(resumeAfter ?? (variableValues?.from as number));
          if (!held.isOpen) await new Promise<void>((resolve) => held.held.push(resolve));
          return new OneTick();
        },
      },
    );
    return held;
  }

  /** Lets the first start go on that has begun. */
  next(): void {
    this.held.shift()?.();
  }

  /** Lets all go on. */
  open(): void {
    this.isOpen = true;
    for (const resolve of this.held.splice(0)) resolve();
  }

  /** Resolves when so many starts wait. */
  async waiting(count: number): Promise<void> {
    while ((await this.metric("rembuk_waiting_starts")) !== count);
  }

  async metric(name: string): Promise<number> {
    await setImmediate();
    const text = await this.hub.metrics.registry.metrics();
    const line = text.split("\n").find((one) => one.startsWith(`${name} `));
    return Number(line?.slice(name.length + 1) ?? 0);
  }

  /** Resolves when so many starts have begun. */
  async started(count: number): Promise<void> {
    while (this.begun.length < count) await setImmediate();
  }
}

describe("Starts of subscriptions", () => {
  const closing: (() => unknown)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
  });

  const heldHub = async (settings: Record<string, string>) => {
    const held = await HeldHub.start(settings);
    closing.push(() => {
      held.open();
      return held.hub.close();
    });
    return held;
  };
  const socket = async (held: HeldHub, payload?: Record<string, unknown>) => {
    const raw = await RawSocket.ready(held.hub, payload);
    closing.push(() => raw.socket.terminate());
    return raw;
  };
  it("wait for their turn, the newest positions first, those without one before all", async () => {
    const held = await heldHub({ LIVE_STARTS_AT_ONCE: "1" });
    const sockets: AbortController[] = [];
    const follow = (position: number | undefined) => {
      const stop = new AbortController();
      sockets.push(stop);
      const headers = {
        accept: "text/event-stream",
        "content-type": "application/json",
        ...(position === undefined ? {} : { "last-event-id": `${position}` }),
      };
      const body = JSON.stringify({ query: after });
      void fetch(held.hub.url, { method: "POST", headers, body, signal: stop.signal }).catch(
        () => undefined,
      );
    };
    closing.push(() => {
      for (const stop of sockets) stop.abort();
    });
    follow(5);
    await held.started(1);
    const positions = [10, 40, 20, undefined, 30];
    for (const [at, position] of positions.entries()) {
      follow(position);
      await held.waiting(at + 1);
    }
    for (let start = 1; start <= positions.length; start += 1) {
      held.next();
      await held.started(start + 1);
    }
    expect(held.begun).toEqual([5, undefined, 40, 30, 20, 10]);
  });

  it("are refused above the bound, those that have most to catch up first, with the time after which to retry", async () => {
    const held = await heldHub({ LIVE_STARTS_AT_ONCE: "1", LIVE_STARTS_WAITING: "4" });
    const ask = (position: number, client: string) =>
      fetch(held.hub.url, {
        method: "POST",
        headers: {
          ...{ accept: "text/event-stream", "content-type": "application/json" },
          ...{ "last-event-id": `${position}`, "x-api-key": client },
        },
        body: JSON.stringify({ query: after }),
      });
    const first = ask(1, "a");
    await held.started(1);
    const oldest = ask(10, "a");
    await held.waiting(1);
    const others = [ask(20, "a"), ask(30, "b"), ask(40, "b")];
    await held.waiting(4);
    // One client has at most half of the places.
    const refusals = [ask(50, "a"), ask(5, "c")];
    for (const response of await Promise.all(refusals)) {
      expect(response.status).toBe(503);
      expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
      const { errors } = (await response.json()) as {
        errors: [{ extensions: Record<string, unknown> }];
      };
      expect(errors[0].extensions).toMatchObject({
        ...{ code: "UNAVAILABLE", measure: "starts" },
        retryAfter: Number(response.headers.get("retry-after")),
      });
    }
    const newest = ask(60, "c");
    expect((await oldest).status).toBe(503);
    held.open();
    const served = await Promise.all([first, newest, ...others]);
    expect(served.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(held.begun).toEqual([1, 60, 40, 30, 20]);
    for (const { body } of served) await body?.cancel();
  });

  it("are refused after LIVE_START_WAIT_SECONDS, on a socket by a reason that says when to retry", async () => {
    const held = await heldHub({ LIVE_STARTS_AT_ONCE: "1", LIVE_START_WAIT_SECONDS: "0.3" });
    const [busy, idle, lively] = await Promise.all([socket(held), socket(held), socket(held)]);
    lively.run("1", ticks, { from: 1 });
    await held.started(1);
    held.next();
    expect(await lively.next()).toMatchObject({ id: "1", type: "next" });
    busy.run("1", ticks, { from: 1 });
    await held.started(2);
    idle.run("1", ticks, { from: 1 });
    lively.run("2", ticks, { from: 1 });
    // A socket on which nothing runs is closed: its client reconnects by itself.
    const { code, reason } = await idle.closed;
    expect([code, reason]).toEqual([
      CloseCode.tryAgainLater,
      expect.stringMatching(/^The hub has too many .*; retry-after=\d+$/),
    ]);
    // One with a stream keeps it.
    expect(await lively.next()).toMatchObject({
      ...{ id: "2", type: "error" },
      payload: [{ extensions: { code: "UNAVAILABLE", retryAfter: expect.any(Number) } }],
    });
    expect(lively.socket.readyState).toBe(WebSocket.OPEN);
  });

  it("wait no longer when their client is gone or has completed them", async () => {
    const held = await heldHub({ LIVE_STARTS_AT_ONCE: "1" });
    const [busy, gone, other] = await Promise.all([socket(held), socket(held), socket(held)]);
    busy.run("1", ticks, { from: 1 });
    await held.started(1);
    gone.run("1", ticks, { from: 2 });
    other.run("1", ticks, { from: 3 });
    await held.waiting(2);
    gone.socket.terminate();
    await held.waiting(1);
    other.say({ id: "1", type: "complete" });
    other.run("2", ticks, { from: 4 });
    await held.waiting(2);
    held.open();
    expect(await other.next()).toMatchObject({ id: "2", type: "next" });
    expect(held.begun).toEqual([1, 4]);
  });

  it("of one client above LIMIT_STARTS_PER_CLIENT a second wait, and are RATE_LIMITED where that is too long", async () => {
    const held = await heldHub({ LIMIT_STARTS_PER_CLIENT: "4", LIVE_START_WAIT_SECONDS: "0.6" });
    held.open();
    const [fast, other] = await Promise.all([
      socket(held, { apiKey: "a" }),
      socket(held, { apiKey: "b" }),
    ]);
    for (let id = 1; id <= 20; id += 1) fast.run(`${id}`, ticks, { from: id });
    const codes: (string | undefined)[] = [];
    while (codes.length < 20) {
      const { type, payload } = (await fast.next()) as {
        type: string;
        payload?: { errors?: [{ extensions: Record<string, unknown> }] };
      };
      if (type !== "next") continue;
      const { code, measure, limit, retryAfter } = payload?.errors?.[0].extensions ?? {};
      if (code) expect([measure, limit, typeof retryAfter]).toEqual(["starts", 4, "number"]);
      codes.push(code as string | undefined);
    }
    // Others do not wait for its pace.
    other.run("1", ticks, { from: 99 });
    expect(await other.next()).toMatchObject({ type: "next", payload: { data: { ticks: 1 } } });
    // A second's worth at once, and what comes within the wait.
    const refused = codes.filter((code) => code === "RATE_LIMITED").length;
    expect(codes.length - refused).toBeGreaterThanOrEqual(6);
    expect(refused).toBeGreaterThan(5);
    expect(await held.metric('rembuk_start_refusals_total{reason="rate"}')).toBe(refused);
  });

  it("of a stopping hub are spread by the reason of each close, and by `retry` of each stream", async () => {
    const held = await heldHub({});
    held.open();
    const sockets = await Promise.all(Array.from({ length: 20 }, () => socket(held)));
    const stream = await fetch(held.hub.url, {
      method: "POST",
      headers: { accept: "text/event-stream", "content-type": "application/json" },
      body: JSON.stringify({ query: after }),
    });
    const closed = held.hub.close();
    for (const { closed: one } of sockets) {
      expect(await one).toEqual({
        code: CloseCode.goingAway,
        reason: expect.stringMatching(/^The hub is stopping; retry-after=[1-9]\d*$/),
      });
    }
    expect(await stream.text()).toMatch(/\nretry: [1-9]\d*000\n\n$/);
    await closed;
  });

  describe("that are refused", () => {
    /** A hub that has no room for a start until it is opened. */
    const fullHub = async () => {
      const held = await heldHub({
        ...{ LIVE_STARTS_AT_ONCE: "1", LIVE_STARTS_WAITING: "1" },
        LIVE_START_WAIT_SECONDS: "0.2",
      });
      const busy = await socket(held);
      busy.run("1", ticks, { from: 1 });
      await held.started(1);
      return held;
    };
    const refused = async (held: HeldHub) => {
      const count = async () =>
        (await held.metric('rembuk_start_refusals_total{reason="late"}')) +
        (await held.metric('rembuk_start_refusals_total{reason="full"}'));
      while ((await count()) === 0);
    };
    /** A client is refused, and has its payload once there is room. */
    const getsThrough = async (held: HeldHub, client: Pick<Client, "iterate">) => {
      const stream = client.iterate({ query: ticks, variables: { from: 1 } });
      const payload = stream.next();
      await refused(held);
      held.open();
      expect((await payload).value).toEqual({ data: { ticks: 1 } });
      await stream.return?.();
    };

    it("reconnect by graphql-ws with its own retries", async () => {
      const held = await fullHub();
      const client: Client = createClient({
        ...{ url: socketUrl(held.hub), webSocketImpl: WebSocket, retryAttempts: 5 },
        retryWait: () => new Promise((resolve) => setTimeout(resolve, 50)),
      });
      closing.push(() => client.dispose());
      await getsThrough(held, client);
    });

    it("reconnect by graphql-sse with its own retries", async () => {
      const held = await fullHub();
      const client = createEventClient({
        ...{ url: held.hub.url, retryAttempts: 20 },
        retry: () => new Promise((resolve) => setTimeout(resolve, 50)),
      });
      closing.push(() => client.dispose());
      await getsThrough(held, client);
    });

    it("reconnect by an EventSource, after the time that the hub says", async () => {
      const held = await fullHub();
      const source = new EventSource(`${held.hub.url}?${new URLSearchParams({ query: after })}`);
      closing.push(() => source.close());
      const came = new Promise((resolve) => source.addEventListener("next", resolve));
      await refused(held);
      held.open();
      expect(await came).toMatchObject({ data: '{"data":{"ticks":1}}' });
    });
  });

  it("keep a socket waiting for its credentials to be checked, and refuse an upgrade with `Retry-After` where too many wait", async () => {
    let release = () => {};
    const holding = new Promise<void>((resolve) => {
      release = resolve;
    });
    let opened = 0;
    const hub = await startTinyHub(
      { LIVE_STARTS_AT_ONCE: "1", LIVE_STARTS_WAITING: "2", LIVE_START_WAIT_SECONDS: "60" },
      {
        openContext: async () => {
          opened += 1;
          await holding;
          throw new Error("nobody gets in");
        },
      },
    );
    const sockets = await Promise.all(
      Array.from({ length: 4 }, async () => {
        const raw = new RawSocket(hub);
        await once(raw.socket, "open");
        return raw;
      }),
    );
    for (const one of sockets) one.say({ type: "connection_init" });
    // One is checked, one waits: half of two places is for one client.
    const closedCodes = await Promise.all(sockets.slice(2).map(({ closed }) => closed));
    for (const { code, reason } of closedCodes) {
      expect(code).toBe(CloseCode.tryAgainLater);
      expect(reason).toMatch(/; retry-after=\d+$/);
    }
    expect(opened).toBe(1);
    release();
    for (const { socket: one } of sockets) one.terminate();
    await hub.close();
  });
});

describe("The position of a start", () => {
  const of = (text: string, variableValues?: Record<string, unknown>) =>
    askedPosition({ document: parse(text), variableValues });

  it("is that of the argument `after` of its field, and none where it starts now", () => {
    const byVariable = "subscription ($a: Position) { changes(after: $a) { position } }";
    expect(of(byVariable, { a: 7 })).toBe(7);
    expect(of("subscription { changes(after: 12) { position } }")).toBe(12);
    for (const now of [of(byVariable), of(byVariable, { a: null })]) expect(now).toBeUndefined();
    expect(of("subscription { changes(after: null) { position } }")).toBeUndefined();
    expect(of("subscription { ...F } fragment F on Subscription { changes { position } }")).toBe(
      undefined,
    );
  });
});
