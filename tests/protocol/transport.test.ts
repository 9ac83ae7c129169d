import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { buildSchema, parse, validate } from "graphql";
import { languageOf } from "../../src/app/http/accept-language.js";
import { kernelSockets } from "../testkit/protocol/kernel-sockets.js";
import { connection, post, rest } from "../testkit/protocol/raw-http.js";
import { type Answered, startTinyHub, type TinyHub } from "../testkit/protocol/tiny-hub.js";

const json = { "content-type": "application/json" };
const origin = (hub: TinyHub) => new URL(hub.url).origin;

async function errorOf(response: Response) {
  const { errors } = (await response.json()) as Answered;
  return { status: response.status, code: errors?.[0]?.extensions.code };
}

describe("The language of an answer", () => {
  it.each([
    [undefined, "en"],
    ["*", "en"],
    ["id", "id"],
    ["id-ID,id;q=0.9,en-US;q=0.8,en;q=0.7", "id"],
    ["en-GB, id;q=0.5", "en"],
    ["jv, id;q=0.3, en;q=0.2", "id"],
    ["fr;q=0.9, nl", "en"],
    ["en;q=0, id;q=0.1", "id"],
    ["id;q=0", "en"],
    ["ID ; Q=0.4 , EN;q=0.399", "id"],
    ["in-ID", "id"],
    [";;;,,q=1,__proto__", "en"],
  ])("for %j is %s", (header, language) => {
    expect(languageOf(header)).toBe(language);
  });
});

describe("GraphQL over HTTP", () => {
  let hub: TinyHub;
  beforeAll(async () => {
    hub = await startTinyHub({ CORS_ORIGINS: "https://portal.example", LIMIT_BODY_BYTES: "10000" });
  });
  afterAll(() => hub.close());

  const get = (query: string, headers: Record<string, string> = {}) =>
    fetch(`${hub.url}?query=${encodeURIComponent(query)}`, {
      headers: { "apollo-require-preflight": "1", ...headers },
    });

  it("answers a query with its cost and the position it was read at", async () => {
    const { status, data, extensions, headers } = await hub.ask("{ hello }");
    expect({ status, data }).toEqual({ status: 200, data: { hello: "hello you kept" } });
    expect(extensions).toEqual({ cost: 0, position: 42 });
    expect(headers.get("content-type")).toBe("application/json; charset=utf-8");
    expect(headers.get("rembuk-cost")).toBe("0");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
  });

  it("opens one context for a request and closes it, also after an error", async () => {
    const { opened, closed } = hub.seen;
    await hub.ask("{ hello }");
    await hub.ask('{ fail(kind: "bug") }');
    await hub.ask("{ nothing }");
    expect(hub.seen.opened - opened).toBe(3);
    expect(hub.seen.closed - closed).toBe(3);
  });

  it("answers in the accepted media type, with the status that belongs to it", async () => {
    const accept = "application/graphql-response+json";
    const fine = await hub.ask("{ hello }", { headers: { accept } });
    expect(fine.headers.get("content-type")).toMatch(/^application\/graphql-response\+json/);
    expect((await hub.ask("{ nothing }", { headers: { accept } })).status).toBe(400);
    expect((await hub.ask('{ fail(kind: "forbidden") }')).status).toBe(200);
    expect((await hub.ask("{ hello }", { headers: { accept: "text/csv" } })).status).toBe(406);
  });

  it("keeps graphql-js's codes for documents that cannot be parsed or are invalid", async () => {
    const unreadable = await hub.ask("{ hello");
    expect(unreadable.errors?.[0]).toMatchObject({
      extensions: { code: "GRAPHQL_PARSE_FAILED" },
      locations: [{ line: 1, column: 8 }],
    });
    const invalid = await hub.ask("{ nothing hello(nobody: 1) }");
    const codes = invalid.errors?.map((error) => error.extensions.code);
    expect(codes).toEqual(["GRAPHQL_VALIDATION_FAILED", "GRAPHQL_VALIDATION_FAILED"]);
    expect(unreadable.status).toBe(400);
    expect(invalid.status).toBe(400);
  });

  it("takes queries by GET, and refuses mutations and requests that a foreign page could forge", async () => {
    expect(await (await get("{ hello }")).json()).toMatchObject({
      data: { hello: "hello you kept" },
    });
    const mutation = 'mutation { report(input: { id: "1", progress: 1 }) }';
    const refused = await get(mutation);
    expect(refused.headers.get("allow")).toBe("POST");
    expect(await errorOf(refused)).toEqual({ status: 405, code: "BAD_USER_INPUT" });
    const forged = await fetch(`${hub.url}?query={hello}`);
    expect(await errorOf(forged)).toEqual({ status: 400, code: "BAD_USER_INPUT" });
    expect(hub.seen.reported).toBe(0);
  });

  it("says where subscriptions are served when one comes by POST", async () => {
    const { status, errors } = await hub.ask("subscription { ticks }");
    expect(status).toBe(400);
    expect(errors?.[0]?.message).toMatch(/WebSocket/);
  });

  it.each([
    ["a body that is not JSON", { body: '{"query": ', headers: json }, 400],
    ["a body that is not UTF-8", { body: new Uint8Array([0x22, 0xff, 0x22]), headers: json }, 400],
    ["a batch", { body: '[{"query":"{hello}"}]', headers: json }, 400],
    [
      "variables that are no object",
      { body: '{"query":"{hello}","variables":[]}', headers: json },
      400,
    ],
    ["an empty object", { body: "{}", headers: json }, 400],
    [
      "another content type",
      { body: "{ hello }", headers: { "content-type": "application/graphql" } },
      415,
    ],
    [
      "a form",
      { body: "query={hello}", headers: { "content-type": "application/x-www-form-urlencoded" } },
      415,
    ],
    ["no content type", { body: new Uint8Array([123, 125]) }, 415],
    [
      "another charset",
      { body: "{}", headers: { "content-type": "application/json; charset=utf-16" } },
      415,
    ],
    ["a compressed body", { body: "{}", headers: { ...json, "content-encoding": "gzip" } }, 415],
    [
      "a body above the limit",
      { body: JSON.stringify({ query: "#".repeat(10_001) }), headers: json },
      413,
    ],
  ])("refuses %s", async (_, init, status) => {
    const response = await fetch(hub.url, { method: "POST", ...init });
    expect(await errorOf(response)).toEqual({ status, code: "BAD_USER_INPUT" });
    expect(response.headers.get("x-request-id")).toBeTruthy();
  });

  it("refuses a body above the limit while it is still being sent, and answers before it disconnects", async () => {
    const socket = await connection(hub);
    const received = rest(socket);
    socket.write(post("").replace("Content-Length: 0", "Transfer-Encoding: chunked"));
    socket.write(`800000\r\n${"x".repeat(0x800000)}\r\n0\r\n\r\n`);
    expect(await received).toMatch(/^HTTP\/1.1 413.*"BAD_USER_INPUT"/s);
  });

  it("refuses a body that is too large before a client that expects 100-continue sends it", async () => {
    const socket = await connection(hub);
    const received = rest(socket);
    const [head] = post("x".repeat(20_000), "Expect: 100-continue\r\n").split("\r\n\r\n");
    socket.write(`${head}\r\n\r\n`);
    const text = await received;
    expect(text).toMatch(/^HTTP\/1.1 413/);
    expect(text).not.toMatch(/100 Continue/);
  });

  it("returns a well-formed request id, and makes a new one otherwise", async () => {
    const given = await hub.ask("{ hello }", { headers: { "x-request-id": "portal-7:a.b_c" } });
    expect(given.headers.get("x-request-id")).toBe("portal-7:a.b_c");
    expect(hub.seen.requesters.at(-1)?.requestId).toBe("portal-7:a.b_c");
    for (const id of ["x".repeat(65), "a b", 'a"b', ""]) {
      const made = (await hub.ask("{ hello }", { headers: { "x-request-id": id } })).headers;
      expect(made.get("x-request-id")).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
    }
  });

  it("passes the credential, the language and the requested position to the context", async () => {
    const headers = {
      authorization: "Bearer abc",
      "accept-language": "id",
      "rembuk-position": "17",
    };
    await hub.ask("{ hello }", { headers });
    expect(hub.seen.requesters.at(-1)).toMatchObject({
      credentials: ["abc"],
      language: "id",
      atLeast: 17,
    });
    await hub.ask("{ hello }", { headers: { "x-api-key": "rbk_key" } });
    expect(hub.seen.requesters.at(-1)).toMatchObject({
      credentials: ["rbk_key"],
      atLeast: undefined,
    });
  });

  it.each([
    [{ authorization: "Bearer wrong" }, 401, "UNAUTHENTICATED", { "www-authenticate": "Bearer" }],
    [{ authorization: "Basic abc" }, 401, "UNAUTHENTICATED", { "www-authenticate": "Bearer" }],
    [{ authorization: "Bearer away" }, 503, "UNAVAILABLE", { "retry-after": "5" }],
    [{ "rembuk-position": "-1" }, 400, "BAD_USER_INPUT", {}],
    [{ "rembuk-position": "9007199254740993" }, 400, "BAD_USER_INPUT", {}],
    [{ authorization: "Bearer bug" }, 500, "INTERNAL_SERVER_ERROR", {}],
  ])("answers %j with %i %s", async (headers, status, code, expected) => {
    const answer = await hub.ask("{ hello }", { headers: headers as Record<string, string> });
    expect(answer).toMatchObject({ status, errors: [{ extensions: { code } }] });
    expect(answer.data).toBeUndefined();
    expect(Object.fromEntries(answer.headers)).toMatchObject(expected);
    expect(JSON.stringify(answer.errors)).not.toMatch(/secret/);
  });

  it("shows the hub's own errors in the requester's language", async () => {
    const query = '{ fail(kind: "forbidden") }';
    expect((await hub.ask(query)).errors).toEqual([
      {
        message: "Your roles do not allow this.",
        path: ["fail"],
        locations: [{ line: 1, column: 3 }],
        extensions: { code: "FORBIDDEN" },
      },
    ]);
    const { errors } = await hub.ask(query, { headers: { "accept-language": "id" } });
    expect(errors?.[0]?.message).toBe("Peran Anda tidak mengizinkan tindakan ini.");
  });

  it.each(["bug", "graphql"])(
    "masks an unexpected error (%s) and logs it with an id",
    async (kind) => {
      const { errors } = await hub.ask(`{ fail(kind: "${kind}") }`);
      const [error] = errors ?? [];
      expect(Object.keys(error?.extensions ?? {})).toEqual(["code", "id"]);
      expect(error?.extensions.code).toBe("INTERNAL_SERVER_ERROR");
      expect(JSON.stringify(errors)).not.toMatch(/secret|stack|\/srv/);
      const line = hub.seen.logged.find(({ errorId }) => errorId === error?.extensions.id);
      expect(JSON.stringify(line)).toMatch(/secret/);
    },
  );

  it.each(["statementTimeout", "refused"])(
    "is unavailable when its database is (%s)",
    async (kind) => {
      const { errors } = await hub.ask(`{ fail(kind: "${kind}") }`);
      expect(errors?.[0]?.extensions).toEqual({ code: "UNAVAILABLE" });
      expect(errors?.[0]?.message).not.toMatch(/statement|connect/);
    },
  );

  it("returns a mutation's data when only its position cannot be read", async () => {
    const query = 'mutation { report(input: { id: "7", progress: 1 }) }';
    const answer = await hub.ask(query, { headers: { authorization: "Bearer no-position" } });
    expect(answer.data).toEqual({ report: "7" });
    expect(answer.extensions).toEqual({ cost: 10 });
    expect(answer.errors?.[0]?.extensions.code).toBe("INTERNAL_SERVER_ERROR");
    expect(JSON.stringify(answer.errors)).not.toMatch(/secret/);
  });

  it("closes its contexts when a client disconnects during an answer or during its request", async () => {
    const { closed } = hub.seen;
    const reached = hub.seen.renewSlow();
    const asking = await connection(hub);
    asking.write(post('{"query":"{ slow }"}'));
    await reached;
    asking.resetAndDestroy();
    const sending = await connection(hub);
    sending.write(post("x".repeat(5000)).slice(0, 400));
    sending.resetAndDestroy();
    hub.seen.release();
    expect((await hub.ask("{ hello }")).status).toBe(200);
    expect(hub.seen.closed - closed).toBe(2);
  });

  it("serves health checks, and counts operations and errors", async () => {
    const health = async (path: string) => {
      const response = await fetch(`${origin(hub)}/health/${path}`);
      return [response.status, await response.json()];
    };
    expect(await health("live")).toEqual([200, { status: "live" }]);
    expect(await health("ready")).toEqual([200, { status: "ready" }]);
    hub.seen.ready = false;
    expect(await health("ready")).toEqual([503, { status: "unavailable", reason: "database" }]);
    expect(await health("live")).toEqual([200, { status: "live" }]);
    hub.seen.ready = true;
    expect((await fetch(`${origin(hub)}/health/live`, { method: "HEAD" })).status).toBe(200);
    const metrics = await hub.metrics.registry.metrics();
    expect(metrics).toMatch(
      /rembuk_operation_duration_seconds_count\{operation="anonymous",type="query",transport="http",path="\w+"\} \d/,
    );
    expect(metrics).toMatch(/rembuk_errors_total\{code="FORBIDDEN"\} \d/);
    expect(metrics).toMatch(/process_cpu_user_seconds_total/);
  });

  it("has no GraphiQL unless it is switched on", async () => {
    const response = await get("{ hello }", { accept: "text/html,*/*" });
    expect(response.headers.get("content-type")).toMatch(/json/);
  });
});

describe("GraphiQL", () => {
  let hub: TinyHub;
  beforeAll(async () => {
    hub = await startTinyHub({ GRAPHIQL: "on" });
  });
  afterAll(() => hub.close());

  it("is shown to a browser, with nothing from another host", async () => {
    const page = await fetch(hub.url, {
      headers: { accept: "text/html,application/xhtml+xml,*/*;q=0.8" },
    });
    const html = await page.text();
    expect(page.status).toBe(200);
    expect(html).toMatch(/ruru-root/);
    expect([...html.matchAll(/https?:\/\/[^"'\s]+/g)]).toEqual([]);
    const policy = page.headers.get("content-security-policy") ?? "";
    expect(policy).toMatch(/script-src 'self' 'sha256-/);
    expect(policy).not.toMatch(/http|\*|script-src[^;]*unsafe/);
    const scripts = [...html.matchAll(/(?:href|from) ?"(\/graphiql-assets\/[^"]+)"/g)];
    for (const [, path] of scripts) {
      const asset = await fetch(origin(hub) + path);
      expect(asset.status).toBe(200);
      expect(asset.headers.get("cache-control")).toMatch(/immutable/);
    }
  });

  it("begins with a query that the hub answers", async () => {
    const page = await fetch(hub.url, { headers: { accept: "text/html" } });
    const [, config = ""] = /RURU_CONFIG = ([\s\S]*?);?\s*<\/script>/.exec(await page.text()) ?? [];
    const { defaultQuery } = JSON.parse(config);
    const contract = buildSchema(await readFile("schema/schema.graphql", "utf8"));
    expect(validate(contract, parse(defaultQuery))).toEqual([]);
  });

  it("does not replace JSON for programs at the same address", async () => {
    const response = await fetch(`${hub.url}?query={hello}`, {
      headers: { ...json, accept: "application/json" },
    });
    expect(await response.json()).toMatchObject({ data: { hello: "hello you kept" } });
  });

  it.each([
    "../package.json",
    "..%2f..%2fpackage.json",
    "2.0.2/../../package.json",
    "2.0.2/__proto__",
    "2.0.2/",
  ])("serves no other files, as %s", async (path) => {
    const socket = await connection(hub);
    const received = rest(socket);
    socket.write(`GET /graphiql-assets/${path} HTTP/1.1\r\nHost: hub\r\nConnection: close\r\n\r\n`);
    expect(await received).toMatch(/^HTTP\/1.1 404/);
  });
});

describe("A hub's timeouts", () => {
  it("close a connection whose request arrives too slowly", async () => {
    const hub = await startTinyHub({}, { timeouts: { headersMs: 150, requestMs: 300 } });
    const [slowHead, slowBody] = await Promise.all([connection(hub), connection(hub)]);
    slowHead.write("POST /graphql HTTP/1.1\r\nHost: hub\r\n");
    slowBody.write(post('{"query":"{ hello }"}').slice(0, -5));
    const answers = await Promise.all([rest(slowHead), rest(slowBody)]);
    for (const answer of answers) expect(answer).toMatch(/^HTTP\/1.1 408/);
    await hub.close();
  });

  it("close a connection whose client never reads its answer", async () => {
    const hub = await startTinyHub({}, { timeouts: { silenceMs: 200 } });
    const socket = await connection(hub);
    socket.pause();
    socket.write(post('{"query":"{ big(characters: 30000000) }"}'));
    await hub.seen.until(() => hub.seen.logged.some(({ msg }) => msg === "answered"));
    // The system holds nothing of it any more.
    expect(kernelSockets(hub.port, "ended").sockets).toBe(0);
    await hub.close();
    await expect(rest(socket)).rejects.toThrow("ECONNRESET");
  });

  /** A hub, and a connection to it that it has ended, whose client has read nothing of an answer of a megabyte. */
  async function unread(lastReadMs: number, kind: string) {
    const hub = await startTinyHub({}, { timeouts: { keepAliveMs: 100, lastReadMs } });
    const socket = await connection(hub);
    socket.pause();
    socket.write(post('{"query":"{ big(characters: 1000000) }"}', `Connection: ${kind}\r\n`));
    await hub.seen.until(() => hub.seen.logged.some(({ msg }) => msg === "answered"));
    const held = (side: "open" | "ended") => kernelSockets(hub.port, side).sockets;
    while (held("open") > 0) await new Promise(setImmediate);
    return { hub, socket, held };
  }

  it.each(["keep-alive", "close"])(
    "let a client read its last answer before they close its connection (%s)",
    async (kind) => {
      const { hub, socket, held } = await unread(3_600_000, kind);
      expect(held("ended")).toBe(1);
      expect((await rest(socket)).length).toBeGreaterThan(1_000_000);
      await hub.close();
    },
  );

  it.each(["keep-alive", "close"])(
    "reset a connection whose client does not read its last answer in time (%s)",
    async (kind) => {
      const { hub, socket, held } = await unread(100, kind);
      while (held("ended") > 0) await new Promise(setImmediate);
      await expect(rest(socket)).rejects.toThrow("ECONNRESET");
      await hub.close();
    },
  );
});

describe("A hub that stops", () => {
  it("finishes running requests, is no longer ready, and accepts no new connections", async () => {
    const hub = await startTinyHub();
    const idle = await connection(hub);
    const running = hub.ask("{ slow }");
    await hub.seen.slowReached;
    const open = await connection(hub);
    const closing = hub.close();
    expect(hub.close()).toStrictEqual(closing);
    const probe = rest(open);
    open.write("GET /health/ready HTTP/1.1\r\nHost: hub\r\n\r\n");
    const answer = await probe;
    expect(answer).toMatch(/^HTTP\/1.1 503.*connection: close.*"stopping"/is);
    expect(answer).toMatch(/^retry-after: 5\r$/im);
    await expect(connection(hub)).rejects.toMatchObject({ code: "ECONNREFUSED" });
    hub.seen.release();
    expect((await running).data).toEqual({ slow: "late" });
    await closing;
    expect(hub.seen.closed).toBe(hub.seen.opened);
    idle.destroy();
  });

  it("breaks requests that do not finish in time", async () => {
    const hub = await startTinyHub({}, { timeouts: { drainMs: 100 } });
    const running = hub.ask("{ slow }");
    await hub.seen.slowReached;
    const outcome = expect(running).rejects.toThrow();
    const closing = hub.close();
    await outcome;
    hub.seen.release();
    await closing;
  });

  it("rejects when its address is taken", async () => {
    const hub = await startTinyHub();
    await expect(startTinyHub({ PORT: String(hub.port) })).rejects.toThrow(
      /is taken .*: set PORT /,
    );
    await hub.close();
  });
});
