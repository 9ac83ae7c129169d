import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { tokenFor } from "../testkit/hub/index.js";
import { answerBytes } from "../testkit/metrics/answer-bytes.js";
import { startTinyHub } from "../testkit/protocol/tiny-hub.js";
import { idOf, manifestOf, sha256 } from "../testkit/protocol/wire-forms.js";
import { readPaths, untilCached } from "../testkit/reading/read-counts.js";
import { World } from "../testkit/world/world.js";

interface Stored {
  status: number;
  headers: [string, string][];
  body: string;
  at: number;
  maxAge: number;
  vary: string[];
  url: string | undefined;
  sent: IncomingMessage["headers"];
}

/** A shared cache before a hub: it stores, revalidates and answers as RFC 9111 allows it, and no better. */
class CachingProxy {
  /** The requests that went on to the hub, and the statuses of its answers. */
  readonly passed: number[] = [];
  readonly stored: Stored[] = [];
  now = 0;
  private readonly server: Server;

  constructor(private readonly hub: string) {
    this.server = createServer((req, res) => {
      this.answer(req).then(
        ({ status, headers, body }) => {
          res.writeHead(status, headers.flat()).end(body);
        },
        (error) => res.destroy(error),
      );
    });
  }

  async start(): Promise<string> {
    await once(this.server.listen(0, "127.0.0.1"), "listening");
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
  }

  private found(req: IncomingMessage): Stored | undefined {
    return this.stored.find(
      ({ vary, sent, url }) =>
        url === req.url && vary.every((name) => sent[name] === req.headers[name]),
    );
  }

  private async answer(req: IncomingMessage): Promise<Stored> {
    const known = this.found(req);
    if (known && this.now - known.at < known.maxAge) return known;
    const tag = known?.headers.find(([name]) => name === "etag")?.[1];
    const { host: _, connection: __, ...headers } = req.headers as Record<string, string>;
    const response = await fetch(new URL(req.url ?? "/", this.hub), {
      method: req.method ?? "GET",
      headers: tag === undefined ? headers : { ...headers, "if-none-match": tag },
      ...(req.method === "POST" ? { body: await text(req) } : {}),
    });
    this.passed.push(response.status);
    if (known && response.status === 304) {
      known.at = this.now;
      return known;
    }
    const fresh = await this.received(req, response);
    if (known) this.stored.splice(this.stored.indexOf(known), 1);
    const control = response.headers.get("cache-control") ?? "";
    if (req.method === "GET" && response.status === 200 && /\bpublic\b/.test(control)) {
      this.stored.push(fresh);
    }
    return fresh;
  }

  private async received(req: IncomingMessage, response: Response): Promise<Stored> {
    const control = response.headers.get("cache-control") ?? "";
    const vary = (response.headers.get("vary") ?? "").toLowerCase().split(/,\s*/);
    const own = ["transfer-encoding", "content-length", "connection", "keep-alive"];
    return {
      status: response.status,
      headers: [...response.headers].filter(([name]) => !own.includes(name)),
      body: await response.text(),
      at: this.now,
      maxAge: /no-cache/.test(control) ? 0 : Number(/max-age=(\d+)/.exec(control)?.[1] ?? 0),
      vary: vary.filter((name) => name !== ""),
      url: req.url,
      sent: req.headers,
    };
  }
}

const query = "query All { organisations(first: 50) { totalCount nodes { key name } } }";
const personal = "query Me { viewer { email } }";
const search = `?documentId=${idOf(query)}`;
const accept = { accept: "application/graphql-response+json", "apollo-require-preflight": "1" };

/** A world whose hub has both documents by their hashes. */
async function worldWithDocuments(env: Record<string, string> = {}): Promise<World> {
  const world = await World.start({ DOCUMENTS: "apq", ...env });
  for (const each of [query, personal]) {
    const extensions = { persistedQuery: { version: 1, sha256Hash: sha256(each) } };
    const body = JSON.stringify({ query: each, extensions });
    const headers = { "content-type": "application/json" };
    expect((await fetch(world.hub.url, { method: "POST", headers, body })).status).toBe(200);
  }
  return world;
}

const get = (url: string, headers: Record<string, string> = {}, asked = search) =>
  fetch(`${url}${asked}`, { headers: { ...accept, ...headers } });

const headerOf = (response: Response, name: string) => response.headers.get(name);

describe("A GET of a document by its id", () => {
  let world: World;
  beforeAll(async () => {
    world = await worldWithDocuments();
  });
  afterAll(() => world.stop());

  it("has a tag, the same from the database and from the cache, by which it is answered with 304", async () => {
    const { url } = world.hub;
    const tags = new Set<string | null>();
    const ask = async () => tags.add(headerOf(await get(url), "etag"));
    expect(await readPaths(world.hub, ask)).toEqual(["planned"]);
    await untilCached(world.hub, ask);
    expect([...tags]).toEqual([expect.stringMatching(/^W\/"[0-9a-f]{32}"$/)]);
    const [tag] = [...tags];
    const sent = await answerBytes(world.hub.metricsUrl);
    const same = await get(url, { "if-none-match": `"other", ${tag}` });
    expect([same.status, await same.text()]).toEqual([304, ""]);
    expect(headerOf(same, "etag")).toBe(tag);
    expect(headerOf(same, "cache-control")).toBe("public, no-cache");
    expect((await get(url, { "if-none-match": "*" })).status).toBe(304);
    expect(await answerBytes(world.hub.metricsUrl)).toBe(sent);
    expect((await get(url, { "if-none-match": '"other"' })).status).toBe(200);
  });

  it("keeps its tag while other things change, though its position moves on, and not a moment longer", async () => {
    const { url } = world.hub;
    const party = await world.organisation();
    const first = await get(url);
    const tag = headerOf(first, "etag") ?? "";
    const positionOf = async (response: Response) =>
      ((await response.json()) as { extensions: { position: number } }).extensions.position;
    const position = await positionOf(first);
    await world.member(party, "VIEWER");
    expect((await get(url, { "if-none-match": tag })).status).toBe(304);
    expect(await positionOf(await get(url))).toBeGreaterThan(position);
    await world.organisation();
    const changed = await get(url, { "if-none-match": tag });
    expect(changed.status).toBe(200);
    expect(headerOf(changed, "etag")).not.toBe(tag);
  });

  it("is public for visitors alone, and differs by everything that its answer depends on", async () => {
    const { url } = world.hub;
    const token = await tokenFor("coordinator@disnaker-lebak.example");
    const visitors = await get(url);
    expect(headerOf(visitors, "cache-control")).toBe("public, no-cache");
    const names = (headerOf(visitors, "vary") ?? "").split(/,\s*/);
    expect(names).toEqual(
      expect.arrayContaining(["Accept", "Accept-Language", "Authorization", "X-API-Key"]),
    );
    expect(names).toContain("Rembuk-Position");
    for (let time = 0; time < 4; time += 1) {
      const own = await get(url, { authorization: `Bearer ${token}` });
      expect(headerOf(own, "cache-control")).toBe("private, no-cache");
      const tag = headerOf(own, "etag") ?? "";
      const same = await get(url, { authorization: `Bearer ${token}`, "if-none-match": tag });
      expect([same.status, headerOf(same, "cache-control")]).toEqual([304, "private, no-cache"]);
    }
  });

  it("is stored by nobody where it is refused or has errors", async () => {
    const { url } = world.hub;
    const refused = [
      await get(url, { authorization: "Bearer wrong" }),
      await get(url, { "x-api-key": "wrong" }),
      await get(url, {}, `?documentId=${idOf("{ unknown }")}`),
      await get(url, { "rembuk-position": "x" }),
    ];
    for (const response of refused) {
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(headerOf(response, "cache-control")).not.toMatch(/public/);
      expect(headerOf(response, "etag")).toBeNull();
    }
  });

  it("is stored by nobody where a part of it failed", async () => {
    const partly = '{ hello fail(kind: "forbidden") }';
    const tiny = await startTinyHub({}, { manifest: manifestOf(partly, "{ hello }") });
    try {
      const asked = async (text: string) => get(tiny.url, {}, `?documentId=${idOf(text)}`);
      const failed = await asked(partly);
      expect(failed.status).toBe(200);
      expect(await failed.json()).toMatchObject({ data: { fail: null }, errors: [{}] });
      expect(headerOf(failed, "cache-control")).toBe("private, no-cache");
      expect(headerOf(failed, "etag")).toBeNull();
      expect(headerOf(failed, "rembuk-has-errors")).toBeNull();
      expect(headerOf(await asked("{ hello }"), "cache-control")).toBe("public, no-cache");
    } finally {
      await tiny.close();
    }
  });

  it("differs by origin where pages of other origins may read it", async () => {
    const origin = "https://portal.example";
    const manifest = manifestOf("{ hello }");
    const tiny = await startTinyHub({ CORS_ORIGINS: origin }, { manifest });
    try {
      const asked = (headers: Record<string, string>) =>
        get(tiny.url, headers, `?documentId=${idOf("{ hello }")}`);
      const [own, others] = [await asked({ origin }), await asked({})];
      expect(headerOf(own, "access-control-allow-origin")).toBe(origin);
      // A cache that stored the answer without an origin must not give it to the portal's page.
      for (const each of [own, others]) expect(headerOf(each, "vary")).toMatch(/^Origin, /);
      const tag = headerOf(own, "etag") ?? "";
      const same = await asked({ origin, "if-none-match": tag });
      expect([same.status, headerOf(same, "access-control-allow-origin")]).toEqual([304, origin]);
    } finally {
      await tiny.close();
    }
  });

  it("has no tag where the text was sent", async () => {
    const response = await get(world.hub.url, {}, `?${new URLSearchParams({ query })}`);
    expect(headerOf(response, "etag")).toBeNull();
    expect(headerOf(response, "cache-control")).toBe("private, no-cache");
  });
});

describe("A caching proxy before a hub", () => {
  async function through(
    env: Record<string, string>,
    work: (proxy: CachingProxy, url: string, world: World) => Promise<void>,
  ): Promise<void> {
    const world = await worldWithDocuments(env);
    const proxy = new CachingProxy(world.hub.url);
    try {
      await work(proxy, `${await proxy.start()}/graphql`, world);
    } finally {
      await proxy.stop();
      await world.stop();
    }
  }

  it("stores what visitors get, asks whether it still holds, and shows every change at once", () =>
    through({}, async (proxy, url, world) => {
      const first = await (await get(url)).text();
      for (let time = 0; time < 3; time += 1) expect(await (await get(url)).text()).toBe(first);
      expect(proxy.passed).toEqual([200, 304, 304, 304]);
      const { key } = await world.organisation();
      expect(await (await get(url)).text()).toContain(key);
      expect(proxy.passed.at(-1)).toBe(200);
    }));

  it("answers without the hub for as long as DOCUMENTS_MAX_AGE_SECONDS allows", () =>
    through({ DOCUMENTS_MAX_AGE_SECONDS: "30" }, async (proxy, url, world) => {
      const first = await (await get(url)).text();
      const { key } = await world.organisation();
      proxy.now = 29;
      expect(await (await get(url)).text()).toBe(first);
      expect(proxy.passed).toEqual([200]);
      // A client that has just written sends its position, and reads its own write.
      expect(await (await get(url, { "rembuk-position": "1" })).text()).toContain(key);
      proxy.now = 31;
      expect(await (await get(url)).text()).toContain(key);
    }));

  it("never stores what a person gets, and never gives it to another", () =>
    through({ DOCUMENTS_MAX_AGE_SECONDS: "3600" }, async (proxy, url, world) => {
      const party = await world.organisation();
      const emails = ["admin", "viewer"].map((role) => `${role}@${party.key}.example`);
      await world.member(party, "ADMIN");
      await world.member(party, "VIEWER");
      const me = `?documentId=${idOf(personal)}`;
      const asked = async (headers: Record<string, string>) =>
        ((await (await get(url, headers, me)).json()) as { data: { viewer: { email: string } } })
          .data.viewer.email;
      for (let time = 0; time < 3; time += 1) {
        for (const email of emails) {
          const authorization = `Bearer ${await tokenFor(email)}`;
          expect(await asked({ authorization })).toBe(email);
        }
      }
      expect(proxy.stored).toEqual([]);
      expect(await asked({})).toBeNull();
      expect(proxy.stored).toHaveLength(1);
    }));
});
