import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { setImmediate as later } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import type { FileRoutes, UploadRequest } from "../../src/app/file-port.js";
import { isVisitor } from "../../src/app/http/requester.js";
import type { TransportOptions } from "../../src/app/port.js";
import { badField, conflict, unauthenticated } from "../../src/platform/errors.js";
import { connection, rest } from "../testkit/protocol/raw-http.js";
import { startTinyHub, type TinyContext, type TinyHub } from "../testkit/protocol/tiny-hub.js";

const sha256 = (content: string | Buffer) => createHash("sha256").update(content).digest("hex");
const MB = 1_000_000;

/** The uploads that the handler took, and the means to pause it. */
class Desk {
  /** A check waits for this. */
  asking: Promise<void> | undefined;
  readonly taken: { id: string; size: number; mediaType: string }[] = [];
  hold: Promise<void> | undefined;
  private arrive: () => void = () => {};
  arrived = new Promise<void>((resolve) => {
    this.arrive = resolve;
  });

  readonly take = async (_: TinyContext, upload: UploadRequest): Promise<unknown> => {
    const { parameters, query, mediaType, file, progress } = upload;
    progress({ phase: "begun" });
    this.arrive();
    await this.hold;
    if (query.get("fail") === "input") throw badField("B2", "is no number", "bukan angka");
    if (query.get("fail") === "bug") throw new Error("secret of the desk");
    this.taken.push({ id: parameters.id ?? "", size: file.size, mediaType });
    return { id: parameters.id, sha256: file.sha256, read: (await text(file.open())).length };
  };
}

let folder: string;
let hub: TinyHub;
let desk: Desk;

const routes = (): FileRoutes<TinyContext> => ({
  "/things/:id": {
    PUT: {
      limit: "tableBytes",
      mediaTypes: ["text/csv"],
      check: async ({ requester }, { parameters, query }) => {
        if (isVisitor(requester)) throw unauthenticated();
        await desk.asking;
        if (parameters.id === "taken") throw conflict({ en: "Taken.", id: "Terpakai." });
        return query.get("for") ?? "lembaga";
      },
      take: (context, upload) => desk.take(context, upload),
    },
    GET: async ({ requester }, { parameters }) =>
      parameters.id === "hidden" && isVisitor(requester)
        ? undefined
        : {
            name: `rapor "${parameters.id}".csv`,
            mediaType: "text/csv; charset=utf-8",
            size: 4,
            open: () => Readable.from([Buffer.from("a,b\n")]),
          },
  },
});

const start = (
  settings: Record<string, string> = {},
  options: Partial<TransportOptions<TinyContext>> = {},
) => startTinyHub({ REMBUK_DATA: folder, ...settings }, { files: routes(), ...options });

const address = (path: string): string => hub.url.replace("/graphql", path);
const signed = { authorization: "Bearer a-key", "content-type": "text/csv" };

const put = (path: string, body: string | Buffer, headers: Record<string, string> = {}) =>
  fetch(address(path), { method: "PUT", headers: { ...signed, ...headers }, body });

async function errorOf(response: Response) {
  const { errors } = (await response.json()) as {
    errors: { message: string; extensions: Record<string, unknown> }[];
  };
  return { status: response.status, ...errors[0] };
}

/** The files of uploads that are on disk. */
const spooled = (): Promise<string[]> => readdir(join(folder, "uploads")).catch(() => []);

async function untilNothingIsLeft(): Promise<void> {
  while ((await spooled()).length > 0) await later();
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rembuk-uploads-"));
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(() => {
  desk = new Desk();
});
afterEach(async () => {
  expect((await hub.ask("{ hello }")).data).toEqual({ hello: "hello you kept" });
  await hub.close();
  await untilNothingIsLeft();
  expect(hub.seen.closed).toBe(hub.seen.opened);
});

describe("An upload", () => {
  it("arrives complete, as its hash shows, and is answered in JSON", async () => {
    hub = await start();
    const body = "code,value\n".repeat(100_000);
    const response = await put("/things/7", body, { "x-request-id": "mine" });
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "application/json; charset=utf-8",
      "cache-control": "no-store",
      "x-request-id": "mine",
      "x-content-type-options": "nosniff",
    });
    expect(await response.json()).toEqual({ id: "7", sha256: sha256(body), read: body.length });
    expect(desk.taken).toEqual([{ id: "7", size: body.length, mediaType: "text/csv" }]);
  });

  it("reports its progress line by line to a client that accepts it", async () => {
    hub = await start();
    const lines = async (path: string) => {
      const response = await put(path, "a", { accept: "application/x-ndjson" });
      const content = await response.text();
      return [
        response.status,
        ...content
          .trim()
          .split("\n")
          .map((line) => JSON.parse(line)),
      ];
    };
    expect(await lines("/things/7")).toEqual([
      200,
      { progress: { phase: "begun" } },
      { result: { id: "7", sha256: sha256("a"), read: 1 } },
    ]);
    const [, , failure] = await lines("/things/7?fail=input");
    expect(failure).toMatchObject({
      error: { extensions: { code: "BAD_USER_INPUT", fields: [{ path: "B2" }] } },
    });
    const [, , bug] = await lines("/things/7?fail=bug");
    expect(bug).toMatchObject({ error: { extensions: { code: "INTERNAL_SERVER_ERROR" } } });
    expect(JSON.stringify(bug)).not.toContain("secret");
    const early = await put("/things/taken", "a", { accept: "application/x-ndjson" });
    expect(await errorOf(early)).toMatchObject({ status: 409, message: "Taken." });
  });

  it("is refused with the status of the reason, in the requester's language", async () => {
    hub = await start({ LIMIT_TABLE_BYTES: "2000" });
    const refusals = [
      await put("/things/7?fail=input", "a", { "accept-language": "id" }),
      await put("/things/7?fail=bug", "a"),
      await put("/things/7", "a", { "content-type": "multipart/form-data; boundary=x" }),
      await put("/things/7", "a", { "content-encoding": "gzip" }),
      await put("/things/7", "a".repeat(2001)),
      await put("/things/7", "a", { authorization: "Bearer wrong" }),
      await put("/things", "a"),
      await put("/things/%E0%A4%A", "a"),
      await fetch(address("/things/7"), { method: "DELETE" }),
    ];
    const errors = await Promise.all(refusals.map(errorOf));
    expect(errors.map(({ status, extensions }) => [status, extensions?.code])).toEqual([
      [400, "BAD_USER_INPUT"],
      [500, "INTERNAL_SERVER_ERROR"],
      [415, "BAD_USER_INPUT"],
      [415, "BAD_USER_INPUT"],
      [413, "BAD_USER_INPUT"],
      [401, "UNAUTHENTICATED"],
      [404, "NOT_FOUND"],
      [404, "NOT_FOUND"],
      [405, "BAD_USER_INPUT"],
    ]);
    expect(errors[0]?.message).toBe("B2: bukan angka");
    expect(errors[4]?.extensions).toMatchObject({ reason: "TOO_LARGE", limit: 2000 });
    expect(refusals[8]?.headers.get("allow")).toBe("GET, HEAD, PUT, OPTIONS");
    expect(desk.taken).toEqual([]);
  });

  it("of a visitor is refused before it is sent, at any size", async () => {
    hub = await start();
    const sending = request(address("/things/7"), {
      method: "PUT",
      headers: { "content-type": "text/csv", "content-length": 60 * MB, expect: "100-continue" },
    });
    sending.flushHeaders();
    sending.once("continue", () => sending.destroy(new Error("was asked to go on")));
    const [answer] = await once(sending, "response");
    expect(answer.statusCode).toBe(401);
    sending.destroy();
  });

  it("that expects 100-continue is asked for", async () => {
    hub = await start();
    const headers = { ...signed, "content-length": 3 * MB, expect: "100-continue" };
    const sending = request(address("/things/7"), { method: "PUT", headers });
    sending.flushHeaders();
    await once(sending, "continue");
    sending.end(Buffer.alloc(3 * MB, "x"));
    const [answer] = await once(sending, "response");
    expect(JSON.parse(await text(answer))).toMatchObject({ read: 3 * MB });
  });

  it("of 200 MB without a declared length is cut at the limit and not stored", async () => {
    hub = await start({ LIMIT_TABLE_BYTES: String(4 * MB) });
    const chunk = Buffer.alloc(65_536, "x");
    let sent = 0;
    const source = Readable.from(
      (function* () {
        for (; sent < 200 * MB; sent += chunk.length) yield chunk;
      })(),
    );
    const sending = request(address("/things/7"), { method: "PUT", headers: signed });
    sending.on("error", () => undefined);
    source.pipe(sending);
    const [answer] = await once(sending, "response");
    expect(answer.statusCode).toBe(413);
    expect(JSON.parse(await text(answer)).errors[0].extensions.reason).toBe("TOO_LARGE");
    source.destroy();
    sending.destroy();
    await untilNothingIsLeft();
    expect(desk.taken).toEqual([]);
  });

  it("whose client disconnects midway is removed", async () => {
    hub = await start();
    const socket = await connection(hub);
    socket.write(
      "PUT /things/7 HTTP/1.1\r\nHost: hub\r\nContent-Type: text/csv\r\nAuthorization: Bearer a-key\r\nContent-Length: 1000\r\n\r\ncode,",
    );
    while ((await spooled()).length === 0) await later();
    socket.destroy();
    await untilNothingIsLeft();
    expect(desk.taken).toEqual([]);
  });

  it.each([
    ["midway", "1000"],
    ["at its end", "5"],
  ])("whose client disconnects %s, before it is verified, takes no slot", async (_, length) => {
    hub = await start({ LIMIT_UPLOADS: "1" });
    let release = () => {};
    desk.asking = new Promise((resolve) => {
      release = resolve;
    });
    const socket = await connection(hub);
    socket.write(
      `PUT /things/7 HTTP/1.1\r\nHost: hub\r\nContent-Type: text/csv\r\nAuthorization: Bearer a-key\r\nContent-Length: ${length}\r\n\r\ncode,`,
    );
    while (hub.seen.opened === hub.seen.closed) await later();
    socket.resetAndDestroy();
    // The hub has seen the line break by the time that it has answered another.
    await hub.ask("{ hello }");
    release();
    while ((await put("/things/8", "a")).status === 503) await later();
    expect(desk.taken.map(({ id }) => id)).toEqual(["8"]);
  });

  it("whose client disconnects after it was received is processed to the end", async () => {
    hub = await start();
    let release = () => {};
    desk.hold = new Promise((resolve) => {
      release = resolve;
    });
    const controller = new AbortController();
    const { signal } = controller;
    const gone = fetch(address("/things/7"), { method: "PUT", headers: signed, body: "a", signal });
    await desk.arrived;
    controller.abort();
    await expect(gone).rejects.toThrow();
    release();
    await untilNothingIsLeft();
    expect(desk.taken).toEqual([{ id: "7", size: 1, mediaType: "text/csv" }]);
  });
});

describe("The hub's timeouts with uploads", () => {
  const head =
    "PUT /things/7 HTTP/1.1\r\nHost: hub\r\nContent-Type: text/csv\r\nAuthorization: Bearer a-key\r\nContent-Length: 40\r\n\r\n";

  it("allow a slow line that moves more time than other requests", async () => {
    const timeouts = { requestMs: 100, uploadWindowMs: 200, uploadWindowBytes: 4 };
    hub = await start({}, { timeouts });
    const socket = await connection(hub);
    const received = rest(socket);
    socket.write(head.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"));
    let sent = 0;
    const timer = setInterval(() => {
      socket.write("abcd");
      sent += 4;
      if (sent === 40) clearInterval(timer);
    }, 50);
    expect(await received).toMatch(/^HTTP\/1.1 200.*"read":40/s);
  });

  it("end an upload that is too slow, and one that takes too long", async () => {
    const timeouts = { uploadWindowMs: 150, uploadWindowBytes: 10, uploadMs: 60_000 };
    hub = await start({}, { timeouts });
    const trickling = await connection(hub);
    const received = rest(trickling);
    trickling.write(`${head}abc`);
    expect(await received).toMatch(/^HTTP\/1.1 408.*"BAD_USER_INPUT"/s);
    await hub.close();
    hub = await start({}, { timeouts: { ...timeouts, uploadWindowBytes: 0, uploadMs: 150 } });
    const endless = await connection(hub);
    const late = rest(endless);
    endless.write(`${head}abc`);
    expect(await late).toMatch(/^HTTP\/1.1 408/s);
    expect(desk.taken).toEqual([]);
  });

  it("let a stopping hub finish an upload", async () => {
    hub = await start();
    let release = () => {};
    desk.hold = new Promise((resolve) => {
      release = resolve;
    });
    const running = put("/things/1", "a");
    await desk.arrived;
    const closing = hub.close();
    release();
    expect((await running).status).toBe(200);
    await closing;
    hub = await start();
  });
});

describe("A download", () => {
  it("is a file to save, under its own name, and is not cached on the way", async () => {
    hub = await start();
    const response = await fetch(address("/things/Ko%C3%A9%20%2F1"), { headers: signed });
    expect(await response.text()).toBe("a,b\n");
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "text/csv; charset=utf-8",
      "content-disposition":
        "attachment; filename=\"rapor _Ko_ _1_.csv\"; filename*=UTF-8''rapor%20%22Ko%C3%A9%20%2F1%22.csv",
      "content-length": "4",
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    });
    const head = await fetch(address("/things/1"), { method: "HEAD" });
    expect([head.status, head.headers.get("content-length"), await head.text()]).toEqual([
      200,
      "4",
      "",
    ]);
  });

  it("of a hidden file looks like one of an absent file", async () => {
    hub = await start();
    const hidden = await errorOf(await fetch(address("/things/hidden")));
    const absent = await errorOf(await fetch(address("/nothings/hidden")));
    expect([hidden.status, absent.status]).toEqual([404, 404]);
    expect((await fetch(address("/things/hidden"), { headers: signed })).status).toBe(200);
  });

  it("is allowed to pages of listed origins, and uploads have a preflight", async () => {
    hub = await start({ CORS_ORIGINS: "https://portal.example" });
    const headers = { origin: "https://portal.example" };
    const preflight = await fetch(address("/things/1"), { method: "OPTIONS", headers });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get("access-control-allow-methods")).toBe("GET, HEAD, PUT, OPTIONS");
    const response = await fetch(address("/things/1"), { headers });
    await response.text();
    expect(response.headers.get("access-control-allow-origin")).toBe("https://portal.example");
    expect(response.headers.get("access-control-expose-headers")).toContain("content-disposition");
  });
});
