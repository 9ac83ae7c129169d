import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Client } from "graphql-ws";
import { WebSocket } from "ws";
import { CloseCode, closeReason } from "../../src/app/sockets/close-code.js";
import {
  liveClient,
  RawSocket,
  type ShownError,
  socketUrl,
  startTinyHub,
  type TinyHub,
} from "../testkit/protocol/tiny-hub.js";

/** All results of an operation, until it completes or fails. */
async function all(client: Client, query: string, variables?: Record<string, unknown>) {
  const results: unknown[] = [];
  for await (const result of client.iterate({ query, variables })) results.push(result);
  return results;
}

/** The answer to a request for a WebSocket that is refused, with the code and message of its error. */
async function refusedUpgrade(url: string, headers: Record<string, string> = {}) {
  const socket = new WebSocket(url, "graphql-transport-ws", { headers });
  const [, response] = (await once(socket, "unexpected-response")) as [unknown, IncomingMessage];
  const { errors } = JSON.parse(await text(response));
  const { message, extensions } = errors[0];
  return { status: response.statusCode, code: extensions.code, message, headers: response.headers };
}

/** A piece of JSON text that stays as it is; TypeScript does not know it yet. */
const { rawJSON } = JSON as unknown as { rawJSON(text: string): Record<string, unknown> };

const silent = "subscription { silent }";

describe("GraphQL over WebSockets", () => {
  let hub: TinyHub;
  let client: Client;
  beforeAll(async () => {
    hub = await startTinyHub({
      LIMIT_FRAME_BYTES: "10000",
      LIMIT_SUBSCRIPTIONS_PER_SOCKET: "3",
      LIMIT_DEPTH: "5",
    });
    client = liveClient(hub, { lazy: false });
  });
  afterAll(async () => {
    await client.dispose();
    await hub.close();
  });

  it("carries a subscription's events, and closes its context when it has ended", async () => {
    const { opened, closed } = hub.seen;
    expect(await all(client, "subscription { ticks(from: 5) }")).toEqual([
      { data: { ticks: 5 } },
      { data: { ticks: 6 } },
      { data: { ticks: 7 } },
    ]);
    expect(hub.seen.opened - opened).toBe(2);
    expect(hub.seen.closed - closed).toBe(2);
  });

  it("carries queries and mutations, with cost and position as over HTTP", async () => {
    const extensions = { cost: 0, position: 42 };
    expect(await all(client, "{ hello }")).toEqual([
      { data: { hello: "hello you kept" }, extensions },
    ]);
    const variables = { input: { id: "9", progress: 1 } };
    const mutation = "mutation ($input: ReportInput!) { report(input: $input) }";
    expect(await all(client, mutation, variables)).toEqual([
      { data: { report: "9" }, extensions: { cost: 10, position: 42 } },
    ]);
  });

  it.each([
    ["{ hello", "GRAPHQL_PARSE_FAILED"],
    ["{ nothing }", "GRAPHQL_VALIDATION_FAILED"],
    ["{ plans { nodes { lead { lead { lead { id } } } } } }", "QUERY_TOO_COMPLEX"],
    ["{ plans(where: { status: { eq: DONE } }) { totalCount } }", "BAD_USER_INPUT"],
    ["query A { hello } query B { hello }", "BAD_USER_INPUT"],
  ])("refuses %j with the error that HTTP shows", async (query, code) => {
    const overHttp = await hub.ask(query);
    const refusal = await all(client, query).then(String, (errors: ShownError[]) => errors);
    expect(refusal).toEqual(overHttp.errors);
    expect(overHttp.errors?.[0]?.extensions.code).toBe(code);
  });

  it("shows errors inside results as HTTP does, and masks unexpected ones", async () => {
    const [forbidden] = await all(client, '{ fail(kind: "forbidden") }');
    expect(forbidden).toMatchObject({
      errors: [{ extensions: { code: "FORBIDDEN" }, path: ["fail"] }],
    });
    const [bug] = await all(client, '{ fail(kind: "bug") }');
    expect(bug).toMatchObject({ errors: [{ extensions: { code: "INTERNAL_SERVER_ERROR" } }] });
    expect(JSON.stringify(bug)).not.toMatch(/secret|stack/);
  });

  it("shows the error that ends a stream", async () => {
    const socket = await RawSocket.ready(hub, { language: "id" });
    socket.run("1", "subscription { failing }");
    expect(await socket.next()).toMatchObject({ type: "next", payload: { data: { failing: 1 } } });
    const message = "Peran Anda tidak mengizinkan tindakan ini.";
    expect(await socket.next()).toMatchObject({
      id: "1",
      type: "error",
      payload: [{ message, extensions: { code: "FORBIDDEN" } }],
    });
    socket.socket.terminate();
  });

  it("closes when the credential expires", async () => {
    const socket = await RawSocket.ready(hub, { authorization: "Bearer short" });
    socket.run("1", silent);
    expect(await socket.next()).toMatchObject({ payload: { data: { silent: 0 } } });
    expect((await socket.closed).code).toBe(CloseCode.credentialExpired);
  });

  it("limits the operations of one socket, and refuses the one above the limit", async () => {
    const socket = await RawSocket.ready(hub);
    for (const id of ["1", "2", "3"]) {
      socket.run(id, silent);
      expect(await socket.next()).toMatchObject({ id, type: "next" });
    }
    socket.run("4", silent);
    expect(await socket.next()).toMatchObject({
      id: "4",
      type: "error",
      payload: [{ extensions: { code: "RATE_LIMITED", limit: 3 } }],
    });
    socket.say({ id: "1", type: "complete" });
    socket.run("5", "{ hello }");
    expect(await socket.next()).toMatchObject({ id: "5", type: "next" });
    socket.socket.terminate();
  });

  it.each([
    ["no JSON", "{", CloseCode.badMessage],
    ["an unknown message", '{"type":"hello"}', CloseCode.badMessage],
    ["a message of servers", '{"type":"connection_ack"}', CloseCode.badMessage],
    [
      "an operation before connection_init",
      '{"id":"1","type":"subscribe","payload":{"query":"{ hello }"}}',
      CloseCode.notAcknowledged,
    ],
    [
      "a frame above the limit",
      JSON.stringify({ type: "ping", payload: { a: "x".repeat(10_001) } }),
      CloseCode.frameTooLarge,
    ],
  ])("closes on %s", async (_, text, code) => {
    const socket = new RawSocket(hub);
    await once(socket.socket, "open");
    socket.socket.send(text);
    expect((await socket.closed).code).toBe(code);
  });

  it("closes on a second connection_init and on an id that is in use", async () => {
    const twice = await RawSocket.ready(hub);
    twice.say({ type: "connection_init" });
    expect((await twice.closed).code).toBe(CloseCode.alreadyInitialised);
    const again = await RawSocket.ready(hub);
    again.run("1", silent);
    await again.next();
    again.run("1", silent);
    expect((await again.closed).code).toBe(CloseCode.operationExists);
  });

  it("frees an id when its operation is completed, by either side, and mixes up no messages", async () => {
    const socket = await RawSocket.ready(hub);
    for (const query of [silent, "subscription { big(characters: 10) }", silent]) {
      socket.run("1", query);
      socket.say({ id: "1", type: "complete" });
    }
    const reached = hub.seen.renewSlow();
    socket.run("1", "{ slow }");
    await reached;
    socket.say({ id: "1", type: "complete" });
    socket.run("1", '{ hello(name: "again") }');
    const hello = await socket.next();
    expect(hello).toMatchObject({
      id: "1",
      type: "next",
      payload: { data: { hello: "hello again kept" } },
    });
    expect(await socket.next()).toEqual({ id: "1", type: "complete" });
    // The answer of the first comes to nobody: neither now nor beside that of the next.
    const { closed } = hub.seen;
    hub.seen.release();
    await hub.seen.until(() => hub.seen.closed > closed);
    for (const id of ["1", '"\n', "é", ""]) {
      socket.run(id, "{ nothing }");
      expect(await socket.next()).toMatchObject({ id, type: "error" });
      socket.run(id, "{ language }");
      expect(await socket.next()).toMatchObject({ id, type: "next", payload: { data: {} } });
      expect(await socket.next()).toEqual({ id, type: "complete" });
    }
    socket.socket.terminate();
  });

  it("ignores the completion of an operation that has ended, or never was: it may cross that of the hub", async () => {
    const socket = await RawSocket.ready(hub);
    socket.say({ id: "never", type: "complete" });
    for (const query of ["{ language }", "{ nothing }"]) {
      socket.run("1", query);
      while (!["complete", "error"].includes(String((await socket.next()).type)));
      socket.say({ id: "1", type: "complete" });
    }
    socket.run("1", "{ hello }");
    expect(await socket.next()).toMatchObject({ id: "1", type: "next" });
    socket.socket.terminate();
  });

  it("takes ids of up to 256 characters, which every message repeats", async () => {
    const socket = await RawSocket.ready(hub);
    const longest = "x".repeat(256);
    socket.run(longest, "{ hello }");
    expect(await socket.next()).toMatchObject({ id: longest, type: "next" });
    socket.run(`${longest}x`, "{ hello }");
    expect((await socket.closed).code).toBe(CloseCode.badMessage);
  });

  it("speaks no other protocol", async () => {
    const socket = new WebSocket(socketUrl(hub), "graphql-ws");
    const [error] = await once(socket, "error");
    expect(String(error)).toMatch(/subprotocol|protocol/i);
  });

  it("ends a subscription when its client disconnects abruptly", async () => {
    const { streamsEnded } = hub.seen;
    const socket = await RawSocket.ready(hub);
    socket.run("1", "subscription { big(characters: 1000) }");
    await socket.next();
    socket.socket.terminate();
    await hub.seen.until(() => hub.seen.streamsEnded > streamsEnded);
  });

  it("finishes an operation whose client disconnected, and closes its context", async () => {
    const reached = hub.seen.renewSlow();
    const socket = await RawSocket.ready(hub);
    socket.run("1", "{ slow }");
    await reached;
    const { closed } = hub.seen;
    socket.socket.terminate();
    await socket.closed;
    hub.seen.release();
    await hub.seen.until(() => hub.seen.closed > closed);
  });
});

describe("The origin of a WebSocket", () => {
  let hub: TinyHub;
  beforeAll(async () => {
    hub = await startTinyHub({ CORS_ORIGINS: "https://portal.example" });
  });
  afterAll(() => hub.close());

  const opens = async (origin: string, path = "") => {
    const socket = new WebSocket(socketUrl(hub) + path, "graphql-transport-ws", { origin });
    return await new Promise<string>((resolve) => {
      socket.once("error", (error) => resolve(error.message));
      socket.once("open", () => {
        socket.terminate();
        resolve("open");
      });
    });
  };

  it("must be the hub's own or a listed one", async () => {
    expect(await opens("https://portal.example")).toBe("open");
    expect(await opens(`http://127.0.0.1:${hub.port}`)).toBe("open");
    expect(await opens("https://other.example")).toMatch(/403/);
    expect(await opens("null")).toMatch(/403/);
    expect(await opens("https://portal.example", "/other")).toMatch(/404/);
  });

  it.each([
    ["https://other.example", "", "en", 403, "FORBIDDEN", /CORS_ORIGINS/],
    ["null", "", "id", 403, "FORBIDDEN", /^Halaman dari asal ini/],
    ["https://portal.example", "/other", "en", 404, "NOT_FOUND", /at \/graphql/],
  ])(
    "is refused as HTTP refuses: %s%s in %s",
    async (origin, path, language, status, code, says) => {
      const headers = { origin, "accept-language": language };
      const refused = await refusedUpgrade(socketUrl(hub) + path, headers);
      expect(refused).toMatchObject({ status, code, message: expect.stringMatching(says) });
    },
  );
});

describe("The number of a client's WebSockets", () => {
  it("has a limit, also for all clients of an address, until one is closed", async () => {
    const hub = await startTinyHub({ LIMIT_SOCKETS_PER_CLIENT: "2" });
    const ready = (name: string) => RawSocket.ready(hub, { apiKey: name });
    const opened = await Promise.all([ready("a"), ready("a"), ready("b")]);
    const third = new RawSocket(hub);
    await once(third.socket, "open");
    third.say({ type: "connection_init", payload: { apiKey: "a" } });
    const { code, reason } = await third.closed;
    expect([code, reason]).toEqual([
      CloseCode.tooManySockets,
      expect.stringMatching(/2 connections .*; retry-after=1\d$/),
    ]);
    (opened[0] as RawSocket).socket.close();
    await (opened[0] as RawSocket).closed;
    opened.push(await ready("a"));
    for (const name of ["b", "c", "c", "d", "d"]) opened.push(await ready(name));
    expect(await refusedUpgrade(socketUrl(hub))).toMatchObject({
      ...{
        status: 429,
        code: "RATE_LIMITED",
        headers: { "retry-after": expect.stringMatching(/^1\d$/) },
      },
      message: expect.stringMatching(/address has 8 connections/),
    });
    for (const { socket } of opened) socket.terminate();
    await hub.close();
  });
});

describe("The hub's timeouts with a WebSocket", () => {
  it("close a socket without connection_init", async () => {
    const hub = await startTinyHub({ LIVE_INIT_SECONDS: "1" });
    const socket = new RawSocket(hub);
    expect((await socket.closed).code).toBe(CloseCode.initTimeout);
    await hub.close();
  });

  it("close a socket when no operation runs, and not while one does", async () => {
    const hub = await startTinyHub({ LIVE_IDLE_SECONDS: "1" });
    const [idle, busy] = await Promise.all([RawSocket.ready(hub), RawSocket.ready(hub)]);
    busy.run("1", silent);
    await busy.next();
    expect((await idle.closed).code).toBe(CloseCode.idle);
    busy.say({ type: "ping" });
    expect(await busy.next()).toEqual({ type: "pong" });
    busy.say({ id: "1", type: "complete" });
    expect((await busy.closed).code).toBe(CloseCode.idle);
    await hub.close();
  });

  it("close a socket whose client no longer answers pings", async () => {
    const hub = await startTinyHub({ LIVE_PING_SECONDS: "1" });
    const mute = await RawSocket.ready(hub, {}, { autoPong: false });
    const alive = await RawSocket.ready(hub);
    await once(mute.socket, "ping");
    expect((await mute.closed).code).toBe(1006);
    alive.run("1", "{ hello }");
    expect(await alive.next()).toMatchObject({ type: "next" });
    await hub.close();
  });
});

describe("A stopping hub", () => {
  it("lets queries finish, starts nothing new, and closes every socket with 1001", async () => {
    const hub = await startTinyHub();
    const [working, listening] = await Promise.all([RawSocket.ready(hub), RawSocket.ready(hub)]);
    listening.run("1", silent);
    await listening.next();
    working.run("1", "{ slow }");
    await hub.seen.slowReached;
    const closing = hub.close();
    expect((await listening.closed).code).toBe(CloseCode.goingAway);
    working.run("2", "{ hello }");
    expect(await working.next()).toMatchObject({
      id: "2",
      payload: [{ extensions: { code: "UNAVAILABLE" } }],
    });
    hub.seen.release();
    expect(await working.next()).toMatchObject({ id: "1", payload: { data: { slow: "late" } } });
    expect((await working.closed).code).toBe(CloseCode.goingAway);
    await closing;
    expect(hub.seen.closed).toBe(hub.seen.opened);
  });

  it("does not wait for a client that does not answer the close", async () => {
    const hub = await startTinyHub();
    const socket = await RawSocket.ready(hub);
    socket.socket.pause();
    await hub.close();
    socket.socket.resume();
    await socket.closed;
  });
});

describe("A subscription that the hub executes itself", () => {
  it("sends data that is JSON text already without parsing it", async () => {
    const text = '{"ticks":  1.50, "same": true}';
    const hub = await startTinyHub(
      {},
      {
        subscribe: async ({ contextValue }) => ({
          async *[Symbol.asyncIterator]() {
            // A parsed number would lose its zero.
            yield { data: rawJSON("1.50") };
            yield { data: { text, secret: contextValue.secret() } };
          },
        }),
      },
    );
    const socket = new WebSocket(socketUrl(hub), "graphql-transport-ws");
    await once(socket, "open");
    const frames: string[] = [];
    socket.on("message", (data) => frames.push(String(data)));
    socket.send('{"type":"connection_init"}');
    await once(socket, "message");
    socket.send('{"id":"1","type":"subscribe","payload":{"query":"subscription { ticks }"}}');
    while (frames.length < 4) await once(socket, "message");
    expect(frames[1]).toBe('{"id":"1","type":"next","payload":{"data":1.50}}');
    expect(frames[3]).toBe('{"id":"1","type":"complete"}');
    socket.terminate();
    await hub.close();
  });

  it("shows an error before its first event, and the socket stays open", async () => {
    const hub = await startTinyHub(
      {},
      {
        subscribe: async () => {
          throw new Error("secret of the start");
        },
      },
    );
    const socket = await RawSocket.ready(hub);
    socket.run("1", "subscription { ticks }");
    const shown = await socket.next();
    expect(shown).toMatchObject({
      payload: { errors: [{ extensions: { code: "INTERNAL_SERVER_ERROR" } }] },
    });
    expect(JSON.stringify(shown)).not.toMatch(/secret/);
    expect(await socket.next()).toEqual({ id: "1", type: "complete" });
    socket.run("2", "{ hello }");
    expect(await socket.next()).toMatchObject({ id: "2", type: "next" });
    socket.socket.terminate();
    await hub.close();
  });
});

describe("A close frame's reason", () => {
  it("is cut to the length that a frame can hold, between characters", () => {
    expect(closeReason("short")).toBe("short");
    expect(Buffer.byteLength(closeReason("é".repeat(200)))).toBe(122);
    expect(Buffer.byteLength(closeReason("🐟".repeat(200)))).toBeLessThanOrEqual(123);
    expect(closeReason("🐟".repeat(200)).isWellFormed()).toBe(true);
  });
});
