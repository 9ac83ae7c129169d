import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { setImmediate } from "node:timers/promises";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { Compression } from "../../src/app/http/compression.js";
import { startTinyHub, type TinyHub } from "../testkit/protocol/tiny-hub.js";

const csv = "code,name\n".repeat(1000);
const sent = (name: string, mediaType: string, text: string) => ({
  name,
  mediaType,
  size: text.length,
  open: () => Readable.from([text.slice(0, 700), text.slice(700)].map((part) => Buffer.from(part))),
});

let hub: TinyHub;
beforeAll(async () => {
  hub = await startTinyHub(
    { GRAPHIQL: "on" },
    {
      pages: { "/minutes/": async () => `<!doctype html><p>${"Berita acara. ".repeat(200)}</p>` },
      files: {
        "/tables/long.csv": { GET: async () => sent("long.csv", "text/csv; charset=utf-8", csv) },
        "/tables/short.csv": { GET: async () => sent("short.csv", "text/csv", "code\n") },
        "/tables/made.csv": {
          GET: async () => ({ ...sent("made.csv", "text/csv", csv), isMade: true }),
        },
        "/workbook.xlsx": {
          GET: async () =>
            sent(
              "workbook.xlsx",
              "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
              csv,
            ),
        },
        "/photo": { GET: async () => sent("photo.jpg", "image/jpeg", csv) },
      },
    },
  );
});
afterAll(() => hub.close());

interface Sent {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

/** A request whose answer comes as it is on the wire: `fetch` would decode it. */
async function ask(path: string, { method = "GET", headers = {}, body }: Sent = {}) {
  const asked = request(new URL(path, hub.url), { method, headers, agent: false });
  asked.end(body);
  const [response] = (await once(asked, "response")) as [IncomingMessage];
  return { status: response.statusCode, headers: response.headers, bytes: await buffer(response) };
}

const asPost = (query: string, headers: Record<string, string>): Sent => ({
  method: "POST",
  headers: { "content-type": "application/json", ...headers },
  body: JSON.stringify({ query }),
});

const accept = { accept: "application/graphql-response+json" };
const big = `{ big(characters: 5000) }`;

/** The addresses of every kind of answer above a kilobyte. */
const addresses: [string, Record<string, string>, "body" | "stream"][] = [
  [`/graphql?query=${encodeURIComponent(big)}`, accept, "body"],
  [`/graphql?query={${"nothing%20".repeat(10)}}`, accept, "body"],
  ["/graphql", { accept: "text/html" }, "body"],
  ["/schema.graphql", {}, "body"],
  ["/minutes/a", {}, "body"],
  ["/tables/long.csv", {}, "stream"],
];

/** The headers that are the same in every answer; what is left of a rate is not. */
const lasting = ({ headers }: Awaited<ReturnType<typeof ask>>) =>
  Object.entries({ ...headers, ratelimit: headers.ratelimit && "" }).filter(
    ([name]) => !["date", "x-request-id", "transfer-encoding"].includes(name),
  );

const decoded = (bytes: Buffer, encoding: string | undefined): Buffer => {
  if (encoding === "br") return brotliDecompressSync(bytes);
  return encoding === "gzip" ? gunzipSync(bytes) : bytes;
};

describe("An answer above a kilobyte", () => {
  it.each(addresses)(
    "is compressed as the client accepts it at %s",
    async (path, headers, kind) => {
      const plain = await ask(path, { headers });
      expect(plain.headers["content-encoding"]).toBeUndefined();
      expect(plain.headers.vary).toMatch(/Accept-Encoding/);
      for (const [accepted, encoding] of [
        ["gzip", "gzip"],
        ["br", kind === "body" ? "br" : undefined],
        ["gzip, deflate, br, zstd", kind === "body" ? "br" : "gzip"],
        ["*", kind === "body" ? "br" : "gzip"],
        ["x-unknown, gzip;q=0.5", "gzip"],
        ["br;q=0, gzip", "gzip"],
        ["gzip;q=0", undefined],
        ["identity, gzip;q=0.5", undefined],
        ["deflate", undefined],
        ["", undefined],
      ] as const) {
        const answer = await ask(path, { headers: { ...headers, "accept-encoding": accepted } });
        expect([accepted, answer.headers["content-encoding"]]).toEqual([accepted, encoding]);
        expect(decoded(answer.bytes, encoding)).toEqual(plain.bytes);
        if (encoding) expect(answer.bytes.length).toBeLessThan(plain.bytes.length / 2);
        expect([answer.status, answer.headers["content-type"], answer.headers.vary]).toEqual([
          plain.status,
          plain.headers["content-type"],
          plain.headers.vary,
        ]);
      }
    },
  );

  it("is compressed as the client accepts it for the files of GraphiQL, which are stored with brotli", async () => {
    const page = await ask("/graphql", { headers: { accept: "text/html" } });
    const [path = ""] = /\/graphiql-assets\/[^"]+css/.exec(String(page.bytes)) ?? [];
    const plain = await ask(path);
    for (const [accepted, encoding] of [
      ["gzip, br", "br"],
      ["*", "br"],
      ["br;q=0, gzip", "gzip"],
      ["gzip;q=0, br;q=0", undefined],
      ["identity, br;q=0.5", undefined],
    ] as const) {
      const answer = await ask(path, { headers: { "accept-encoding": accepted } });
      expect([accepted, answer.headers["content-encoding"]]).toEqual([accepted, encoding]);
      expect(decoded(answer.bytes, encoding).equals(plain.bytes)).toBe(true);
    }
  });

  it("has the same headers by HEAD as by GET, compressed or not, and no body", async () => {
    for (const [path, headers] of addresses) {
      for (const accepted of ["identity", "gzip", "gzip, br"]) {
        const sent = { headers: { ...headers, "accept-encoding": accepted } };
        const [head, got] = [await ask(path, { ...sent, method: "HEAD" }), await ask(path, sent)];
        expect([head.status, head.bytes.length]).toEqual([got.status, 0]);
        expect([path, accepted, lasting(head)]).toEqual([path, accepted, lasting(got)]);
      }
    }
  });

  it("is compressed by POST, and counts its cost and its rate as before", async () => {
    const [gzip, plain] = [
      await ask("/graphql", asPost(big, { "accept-encoding": "gzip" })),
      await ask("/graphql", asPost(big, {})),
    ];
    expect(gunzipSync(gzip.bytes)).toEqual(plain.bytes);
    expect(gzip.headers["content-length"]).toBe(String(gzip.bytes.length));
    expect(gzip.headers["rembuk-cost"]).toBe(plain.headers["rembuk-cost"]);
    expect(gzip.headers["ratelimit-policy"]).toBe(plain.headers["ratelimit-policy"]);
  });

  it("is compressed when it was made for the download", async () => {
    const answer = await ask("/tables/made.csv", { headers: { "accept-encoding": "gzip" } });
    expect(answer.headers["content-encoding"]).toBe("gzip");
    expect(String(gunzipSync(answer.bytes))).toBe(csv);
    const { "content-disposition": name } = answer.headers;
    expect(name).toContain("made.csv");
  });

  it("is not compressed again where its type is compressed already", async () => {
    for (const path of ["/workbook.xlsx", "/photo"]) {
      const answer = await ask(path, { headers: { "accept-encoding": "gzip, br" } });
      expect([answer.headers["content-encoding"], String(answer.bytes)]).toEqual([undefined, csv]);
      expect(answer.headers["content-length"]).toBe(String(csv.length));
    }
  });

  it("is an error too", async () => {
    const query = `{ ${"missing ".repeat(10)}}`;
    const { status, headers, bytes } = await ask(
      "/graphql",
      asPost(query, { "accept-encoding": "br" }),
    );
    expect([status, headers["content-encoding"]]).toEqual([400, "br"]);
    expect(JSON.parse(String(brotliDecompressSync(bytes))).errors).toHaveLength(10);
  });
});

describe("An answer below a kilobyte", () => {
  it.each([
    ["/tables/short.csv", {}],
    ["/graphql?query={hello}", accept],
    ["/nothing", {}],
    ["/health/live", {}],
  ])("is sent as it is, at %s", async (path, headers) => {
    const sent = { headers: { ...headers, "accept-encoding": "gzip, br" } };
    const { headers: answered, bytes } = await ask(path, sent);
    expect(answered["content-encoding"]).toBeUndefined();
    expect(answered["content-length"]).toBe(String(bytes.length));
  });
});

describe("Compression", () => {
  const headers = { "accept-encoding": "gzip" };

  /** The encoding and the bytes with which a compression sends a body or a stream. */
  async function sentBy(compression: Compression, payload: Buffer | string | Readable) {
    const set = new Map<string, unknown>([["content-type", "text/csv"]]);
    if (payload instanceof Readable) set.set("content-length", String(csv.length));
    const reply = {
      header(name: string, value: unknown) {
        set.set(name, value);
        return reply;
      },
      hasHeader: (name: string) => set.has(name),
      getHeader: (name: string) => set.get(name),
      removeHeader: (name: string) => set.delete(name),
    };
    const content = await new Promise((resolve) => {
      compression.onSend({ headers } as never, reply as never, payload, (_, sent) => resolve(sent));
    });
    return { encoding: set.get("content-encoding"), content };
  }

  it("keeps what a Buffer was compressed to, as that of a cached answer, and nothing of a text", async () => {
    const [compression, body] = [new Compression(), Buffer.from(csv)];
    const first = await sentBy(compression, body);
    expect((await sentBy(compression, body)).content).toBe(first.content);
    const text = await sentBy(compression, csv);
    expect(text.content).toEqual(first.content);
    expect((await sentBy(compression, csv)).content).not.toBe(text.content);
  });

  it("works on a limited number of bytes at once, and leaves other answers as they are", async () => {
    const compression = new Compression(1.5 * csv.length);
    const both = await Promise.all([sentBy(compression, csv), sentBy(compression, csv)]);
    expect(both.map(({ encoding }) => encoding)).toEqual(["gzip", undefined]);
    expect(both[1]?.content).toBe(csv);
    // There is room again, but not for a stream.
    expect((await sentBy(compression, csv)).encoding).toBe("gzip");
    const stream = Readable.from([csv]);
    expect(await sentBy(compression, stream)).toEqual({ encoding: undefined, content: stream });
  });

  it("has room again when a stream has ended, or its client has left", async () => {
    const compression = new Compression(1_048_576);
    for (const end of ["read", "left"]) {
      const { encoding, content } = await sentBy(compression, Readable.from([csv]));
      expect([end, encoding]).toEqual([end, "gzip"]);
      const other = Readable.from([csv]);
      expect((await sentBy(compression, other)).content).toBe(other);
      if (end === "read") expect(String(gunzipSync(await buffer(content as Readable)))).toBe(csv);
      else await once((content as Readable).destroy(), "close");
      await setImmediate();
    }
  });
});
