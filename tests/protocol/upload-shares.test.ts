import { mkdtemp, readdir, rm } from "node:fs/promises";
import type { Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { setImmediate as later } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import type { FileRoutes } from "../../src/app/file-port.js";
import type { TransportOptions } from "../../src/app/port.js";
import { connection } from "../testkit/protocol/raw-http.js";
import { startTinyHub, type TinyContext, type TinyHub } from "../testkit/protocol/tiny-hub.js";

let folder: string;
let hub: TinyHub;
let slow: Socket[] = [];
let taken: string[] = [];
/** The work on uploads that waits, by their ids. */
const held = new Map<string, Promise<void>>();

const routes: FileRoutes<TinyContext> = {
  "/things/:id": {
    PUT: {
      limit: "tableBytes",
      mediaTypes: ["text/csv"],
      check: async (_, { query }) => query.get("for") ?? "",
      take: async (_, { parameters: { id = "" } }) => {
        taken.push(`begun ${id}`);
        await held.get(id);
        taken.push(id);
        return { id };
      },
    },
    GET: async () => ({
      name: "long.csv",
      mediaType: "text/csv",
      isMade: true,
      open: () => Readable.from(Array<Buffer>(400).fill(Buffer.alloc(65_536, "x"))),
    }),
  },
};

const start = async (
  settings: Record<string, string> = {},
  timeouts: TransportOptions<TinyContext>["timeouts"] = {},
) => {
  hub = await startTinyHub({ REMBUK_DATA: folder, ...settings }, { files: routes, timeouts });
};

const put = (path: string, body: RequestInit["body"], more: object = {}) =>
  fetch(hub.url.replace("/graphql", path), {
    method: "PUT",
    headers: { "content-type": "text/csv" },
    body: body as NonNullable<RequestInit["body"]>,
    ...more,
  });

const codeOf = async (response: Response) => {
  const { errors } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
  return [response.status, errors?.[0]?.extensions.code, response.headers.get("retry-after")];
};

const spooled = (): Promise<string[]> => readdir(join(folder, "uploads")).catch(() => []);

async function untilSpooled(count: number): Promise<void> {
  while ((await spooled()).length !== count) await later();
}

/** Begins uploads that never end. */
async function slowUploads(count: number, organisation: string): Promise<void> {
  for (let begun = 0; begun < count; begun += 1) {
    const socket = await connection(hub);
    socket.write(
      `PUT /things/slow?for=${organisation} HTTP/1.1\r\nHost: hub\r\nContent-Type: text/csv\r\nContent-Length: 1000\r\n\r\ncode,`,
    );
    slow.push(socket);
  }
  await untilSpooled(count);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rembuk-shares-"));
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(() => {
  slow = [];
  taken = [];
  held.clear();
});
afterEach(async () => {
  for (const socket of slow) socket.destroy();
  await untilSpooled(0);
  await hub.close();
});

describe("Slow uploads of one organisation", () => {
  it("hold no slot, so that those of others go on", async () => {
    await start({ LIMIT_UPLOADS: "1" });
    await slowUploads(4, "a");
    expect((await put("/things/1?for=b", "a")).status).toBe(200);
    expect((await put("/things/2?for=a", "a")).status).toBe(200);
  });

  it("of one client are at most a quarter of all", async () => {
    await start({ LIMIT_UPLOAD_BODIES: "8" });
    await slowUploads(2, "a");
    expect(await codeOf(await put("/things/1?for=b", "a"))).toEqual([429, "RATE_LIMITED", "5"]);
  });
});

describe("Work on uploads", () => {
  it("of one organisation leaves half of the slots to others, and waits for its own", async () => {
    await start({ LIMIT_UPLOADS: "2" });
    let release = () => {};
    held.set("1", new Promise((resolve) => (release = resolve)));
    const first = put("/things/1?for=a", "a");
    while (!taken.includes("begun 1")) await later();
    const second = put("/things/2?for=a", "a");
    await untilSpooled(2);
    expect((await put("/things/3?for=b", "a")).status).toBe(200);
    expect(taken).toEqual(["begun 1", "begun 3", "3"]);
    release();
    expect([(await first).status, (await second).status]).toEqual([200, 200]);
  });

  it("that finds no slot in time is refused, and its client is asked to retry", async () => {
    await start({ LIMIT_UPLOADS: "1" }, { slotMs: 20 });
    let release = () => {};
    held.set("1", new Promise((resolve) => (release = resolve)));
    const first = put("/things/1?for=a", "a");
    while (!taken.includes("begun 1")) await later();
    expect(await codeOf(await put("/things/2?for=b", "a"))).toEqual([503, "UNAVAILABLE", "5"]);
    release();
    expect((await first).status).toBe(200);
  });
});

describe("The disk space of files in work", () => {
  it("is half of all for one organisation, with a declared length and without", async () => {
    await start({ LIMIT_SPOOL_BYTES: "4000" });
    expect(await codeOf(await put("/things/1", "a".repeat(2001)))).toEqual([
      429,
      "RATE_LIMITED",
      "5",
    ]);
    const chunks = Readable.toWeb(Readable.from(Array<Buffer>(3).fill(Buffer.alloc(1000, "x"))));
    const cut = await put("/things/2", chunks as never, { duplex: "half" });
    expect((await codeOf(cut))[1]).toBe("RATE_LIMITED");
    await untilSpooled(0);
    expect((await put("/things/3", "a".repeat(2000))).status).toBe(200);
    expect(taken).toEqual(["begun 3", "3"]);
  });

  it("is not held by a client that does not read its table", async () => {
    await start({}, { uploadWindowMs: 100 });
    const socket = await connection(hub);
    socket.pause();
    socket.write("GET /things/1 HTTP/1.1\r\nHost: hub\r\n\r\n");
    await untilSpooled(1);
    await untilSpooled(0);
    socket.destroy();
  });
});
