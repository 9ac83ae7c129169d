import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { fetchExchange, gql, Client as Urql } from "@urql/core";
import { EventSource } from "eventsource";
import { createClient } from "graphql-sse";
import { TestHub, tokenFor } from "../testkit/hub/index.js";
import { documents, LiveWorld, type PlanChange, type Refusal } from "../testkit/live/live-world.js";
import type { Written } from "../testkit/mutations/documents.js";
import { write } from "../testkit/mutations/documents.js";
import { kernelSockets } from "../testkit/protocol/kernel-sockets.js";

interface Event {
  id?: string;
  event?: string;
  data?: string;
}

/** The events of a response, each as soon as it has come; comments and `retry` aside. */
async function* eventsIn(response: Response): AsyncGenerator<Event> {
  let text = "";
  for await (const chunk of (response.body as ReadableStream<Uint8Array>).pipeThrough(
    new TextDecoderStream() as never,
  ) as ReadableStream<string>) {
    text += chunk;
    const blocks = text.split("\n\n");
    text = blocks.pop() ?? "";
    for (const block of blocks) {
      const fields = block.split("\n").map((line) => /^(\w+): ?(.*)$/.exec(line) ?? []);
      const event = Object.fromEntries(fields.map(([, name, value]) => [name, value])) as Event;
      if (event.event) yield event;
    }
  }
}

const short = `subscription ($id: ID!, $after: Position) {
  actionPlanChanged(id: $id, after: $after) { position actionPlan { title } }
}`;

describe("A stream of Server-Sent Events", () => {
  let world: LiveWorld;
  let plan: Written;

  beforeAll(async () => {
    world = await LiveWorld.start({ LIVE_PING_SECONDS: "0.2" });
    plan = await world.plan();
  });
  afterAll(() => world.stop());

  const retitle = async () => {
    plan = await world.retitle(plan);
    return plan.position;
  };
  const post = (body: object, headers: Record<string, string> = {}, signal?: AbortSignal) =>
    fetch(world.hub.url, {
      method: "POST",
      headers: {
        accept: "text/event-stream",
        "content-type": "application/json",
        ...headers,
      },
      body: JSON.stringify(body),
      ...(signal ? { signal } : {}),
    });
  const address = (variables: object, query = short) =>
    `${world.hub.url}?${new URLSearchParams({ query, variables: JSON.stringify(variables) })}`;
  /** The positions of the next events. */
  const positionsOf = async (events: AsyncGenerator<Event>, count: number) => {
    const found: number[] = [];
    while (found.length < count) {
      const { value, done } = await events.next();
      if (done) throw new Error(`The stream ended after ${found}`);
      expect(JSON.parse(value.data ?? "").data.actionPlanChanged.position).toBe(Number(value.id));
      found.push(Number(value.id));
    }
    return found;
  };

  it("is what a WebSocket brings, for a client of graphql-sse", async () => {
    const client = createClient({ url: world.hub.url, retryAttempts: 0 });
    const before = await world.position();
    const changed = await retitle();
    const variables = { id: plan.id, after: before };
    const stream = client.iterate<Record<string, PlanChange>>({ query: documents.plan, variables });
    const { value } = await stream.next();
    expect(value?.data?.actionPlanChanged).toMatchObject({
      position: changed,
      change: { kind: "UPDATED", entity: "ActionPlan", organisation: { key: "disnaker-lebak" } },
      actionPlan: { id: plan.id, version: plan.version },
    });
    const next = await retitle();
    const second = await stream.next();
    expect(second.value?.data?.actionPlanChanged?.position).toBe(next);
    await stream.return?.();
    client.dispose();
  });

  it("goes on after the last event of an EventSource that was cut off", async () => {
    const before = await world.position();
    let cut: AbortController | undefined;
    const lastIds: (string | undefined)[] = [];
    const source = new EventSource(address({ id: plan.id, after: before }), {
      fetch: (input, init) => {
        lastIds.push(init.headers["Last-Event-ID"]);
        cut = new AbortController();
        const signal = AbortSignal.any([cut.signal, init.signal].filter(Boolean) as AbortSignal[]);
        return fetch(input, { ...init, signal });
      },
    });
    const ids: string[] = [];
    let wake = () => {};
    source.addEventListener("next", ({ lastEventId }) => {
      ids.push(lastEventId);
      wake();
    });
    const got = async (count: number) => {
      while (ids.length < count) await new Promise<void>((resolve) => (wake = resolve));
    };
    const expected = [await retitle(), await retitle()];
    await got(2);
    cut?.abort(new TypeError("The connection was cut"));
    expected.push(await retitle(), await retitle());
    await got(4);
    source.close();
    expect(ids).toEqual(expected.map(String));
    expect(lastIds).toEqual([undefined, String(expected[1])]);
  });

  it("is a line of text at a time for curl, with comments that keep it open", async () => {
    const hasCurl = await promisify(execFile)("curl", ["--version"]).then(
      () => true,
      () => false,
    );
    const before = await world.position();
    const changed = await retitle();
    const url = address({ id: plan.id, after: before });
    // The same bytes by hand where the machine has no curl.
    const lines = hasCurl ? linesOfCurl(url) : linesOfSocket(url);
    const found: string[] = [];
    for await (const line of lines.read) {
      found.push(line);
      if (line === ":" && found.includes("event: next")) break;
    }
    lines.end();
    expect(found).toEqual(
      expect.arrayContaining([
        "retry: 2000",
        `id: ${changed}`,
        "event: next",
        expect.stringMatching(/^data: \{"data":\{"actionPlanChanged":\{"position":/),
      ]),
    );
  });

  it("comes to urql beside JSON for its queries, which accepts both", async () => {
    const urql = new Urql({
      url: world.hub.url,
      preferGetMethod: false,
      exchanges: [fetchExchange],
      fetchSubscriptions: true,
    });
    const query = await urql.query(gql`{ viewer { kind } }`, {}).toPromise();
    expect(query.data).toEqual({ viewer: { kind: "VISITOR" } });
    const before = await world.position();
    const changed = await retitle();
    const { promise, resolve } = Promise.withResolvers<number>();
    const { unsubscribe } = urql
      .subscription(gql(short), { id: plan.id, after: before })
      .subscribe(({ data }) => resolve(data?.actionPlanChanged.position));
    expect(await promise).toBe(changed);
    unsubscribe();
  });

  it("goes on at another node, without loss or doubles, when its own stops", async () => {
    const other = await TestHub.start("sample", {}, world.hub.database);
    const before = await world.position();
    const response = await fetch(
      `${other.url}${new URL(address({ id: plan.id, after: before })).search}`,
      { headers: { accept: "text/event-stream" } },
    );
    const events = eventsIn(response);
    const expected = [await retitle()];
    expect(await positionsOf(events, 1)).toEqual(expected);
    await other.stop();
    // The end of the response without `complete`: the client comes again.
    expect(await events.next()).toEqual({ done: true, value: undefined });
    expected.push(await retitle(), await retitle());
    const headers = { "last-event-id": String(expected[0]) };
    const again = eventsIn(await post({ query: short, variables: { id: plan.id } }, headers));
    expect(await positionsOf(again, 2)).toEqual(expected.slice(1));
    await again.return(undefined);
  });

  it("ends with an error and `complete` when its viewer's access changes", async () => {
    const member = await world.member("disnaker-lebak");
    const headers = { authorization: `Bearer ${await tokenFor(member.email)}` };
    const events = eventsIn(await post({ query: short, variables: { id: plan.id } }, headers));
    const changed = await retitle();
    expect(await positionsOf(events, 1)).toEqual([changed]);
    const input = { id: member.id, expectedVersion: member.version };
    await write(world.operator, "removeMember", input);
    const { value: refused } = await events.next();
    expect(refused?.event).toBe("next");
    expect(JSON.parse(refused?.data ?? "").errors[0].extensions.code).toBe("FORBIDDEN");
    expect((await events.next()).value).toEqual({ event: "complete", data: "" });
    expect((await events.next()).done).toBe(true);
  });

  it("is one event and `complete` for a query, and for what cannot start", async () => {
    const all = async (response: Response) => {
      expect(response.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
      expect(response.status).toBe(200);
      const events: Event[] = [];
      for await (const event of eventsIn(response)) events.push(event);
      expect(events.map(({ event }) => event)).toEqual(["next", "complete"]);
      return JSON.parse(events[0]?.data ?? "");
    };
    expect((await all(await post({ query: "{ viewer { kind } }" }))).data.viewer.kind).toBe(
      "VISITOR",
    );
    const invalid = await all(await post({ query: "subscription { nothing }" }));
    expect(invalid.errors[0].extensions.code).toBe("GRAPHQL_VALIDATION_FAILED");
    const late = { id: plan.id, after: 999_999_999 };
    const tooLate = await all(await post({ query: short, variables: late }));
    expect(tooLate.errors[0].extensions.code).toBe("BAD_USER_INPUT");
    expect(tooLate.errors[0].extensions.fields[0].path).toBe("after");
  });

  it("is refused with a status where no stream may begin", async () => {
    const ask = { query: short, variables: { id: plan.id } };
    const refusal = async (response: Response) => {
      const { errors } = (await response.json()) as { errors: [{ extensions: Refusal }] };
      const { code, fields } = errors[0].extensions;
      return { status: response.status, code, path: fields?.[0]?.path };
    };
    expect(await refusal(await post(ask, { authorization: "Bearer nothing" }))).toMatchObject({
      status: 401,
      code: "UNAUTHENTICATED",
    });
    expect(await refusal(await post(ask, { "last-event-id": "one" }))).toEqual({
      status: 400,
      code: "BAD_USER_INPUT",
      path: "Last-Event-ID",
    });
    const json = { accept: "application/json", "x-a": "1" };
    expect(await refusal(await fetch(address(ask.variables), { headers: json }))).toMatchObject({
      code: "BAD_USER_INPUT",
    });
  });

  it("is cut where its client does not read, and holds no more than a page meanwhile", async () => {
    const hub = await TestHub.start("sample", { LIVE_STALL_SECONDS: "0.5" }, world.hub.database);
    const socket = connect(Number(new URL(hub.url).port), "127.0.0.1");
    await once(socket, "connect");
    // Each event has some 150 kB: 40 of them are more than the kernel takes for one that does not read.
    const copies = Array.from({ length: 50 }, (_, at) => `c${at}: summary`).join(" ");
    const large = `subscription ($id: ID!) { actionPlanChanged(id: $id) { position actionPlan { ${copies} } } }`;
    const search = new URL(address({ id: plan.id }, large)).search;
    socket.pause();
    socket.write(`GET /graphql${search} HTTP/1.1\r\nhost: a\r\naccept: text/event-stream\r\n\r\n`);
    const metric = async () =>
      Number(/^rembuk_open_streams (\d+)$/m.exec(await (await fetch(hub.metricsUrl)).text())?.[1]);
    while ((await metric()) !== 1) await new Promise((resolve) => setImmediate(resolve));
    const summary = "Ringkasan. ".repeat(270);
    while ((await metric()) === 1) plan = await world.retitle(plan, { summary });
    // The system holds nothing of it any more.
    expect(kernelSockets(Number(new URL(hub.url).port), "ended").sockets).toBe(0);
    const reset = once(socket, "error");
    socket.resume();
    expect(String(await reset)).toContain("ECONNRESET");
    await hub.stop();
  });
});

function linesOfCurl(url: string) {
  const curl = spawn("curl", ["-sN", "-H", "accept: text/event-stream", url]);
  return { read: createInterface(curl.stdout), end: () => curl.kill() };
}

function linesOfSocket(url: string): { read: AsyncIterable<string>; end(): void } {
  const { port, search } = new URL(url);
  const socket: Socket = connect(Number(port), "127.0.0.1", () =>
    socket.write(`GET /graphql${search} HTTP/1.1\r\nhost: a\r\naccept: text/event-stream\r\n\r\n`),
  );
  return { read: createInterface(socket), end: () => socket.destroy() };
}
