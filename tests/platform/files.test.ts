import { createHash } from "node:crypto";
import { mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { S3Config } from "../../src/platform/config.js";
import { type FileStore, openFileStore, Spool } from "../../src/platform/files/index.js";
import { S3Fake } from "../testkit/files/s3-fake.js";

const limits = { bytes: 5_000_000 };
const sha256 = (content: string) => createHash("sha256").update(content).digest("hex");

/** Every file below a folder. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

/** A stream of `bytes` bytes that are never in memory together, and the number of bytes read from it. */
function long(bytes: number): { source: Readable; taken: () => number } {
  const chunk = Buffer.alloc(65_536, "x");
  let taken = 0;
  const source = Readable.from(
    (function* () {
      for (; taken < bytes; taken += chunk.length) yield chunk;
    })(),
  );
  return { source, taken: () => taken };
}

let folder: string;
let fake: S3Fake;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rembuk-files-"));
  fake = await S3Fake.start();
});
afterAll(async () => {
  await fake.stop();
  await rm(folder, { recursive: true });
});

describe.each([
  ["a folder", 1, () => undefined],
  // The folder has its own copy from the test before.
  ["an S3-compatible store", 2, () => fake.config],
])("a store of files in %s", (_, copies, s3: () => S3Config | undefined) => {
  let store: FileStore;
  beforeAll(async () => {
    store = await openFileStore({ dataFolder: folder, s3: s3() });
  });

  it("gives a stored file by its hash", async () => {
    const stored = await store.put(Readable.from([Buffer.from("ha"), Buffer.from("lo")]), limits);
    expect(stored).toEqual({ key: sha256("halo"), size: 4, sha256: sha256("halo") });
    expect(await text(await store.read(stored.key))).toBe("halo");
  });

  it("stores equal contents once, and empty content too", async () => {
    const put = (content: string) => store.put(Readable.from([Buffer.from(content)]), limits);
    const [one, two, none] = await Promise.all([put("twin"), put("twin"), put("")]);
    expect(two).toEqual(one);
    expect(await text(await store.read(one.key))).toBe("twin");
    expect(await text(await store.read(none.key))).toBe("");
    const held = [...(await filesIn(folder)), ...fake.objects.keys()];
    expect(held.filter((name) => one.key.endsWith(name)).length).toBe(copies);
  });

  it("removes a file, even twice", async () => {
    const { key } = await store.put(Readable.from([Buffer.from("gone")]), limits);
    expect(await store.has(key)).toBe(true);
    await store.remove(key);
    await store.remove(key);
    expect(await store.has(key)).toBe(false);
    await expect(store.read(key)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it.each(["", "../../development-issuer.json", "A".repeat(64), `${"a".repeat(63)}/`])(
    "knows no file by the key %s",
    async (key) => {
      await expect(store.read(key)).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(store.remove(key)).rejects.toMatchObject({ code: "NOT_FOUND" });
    },
  );

  it("refuses a file at the first byte above the limit, and leaves nothing of it", async () => {
    const before = [await filesIn(folder), fake.objects.size];
    const { source, taken } = long(200_000_000);
    await expect(store.put(source, limits)).rejects.toMatchObject({
      code: "BAD_USER_INPUT",
      extensions: { reason: "TOO_LARGE", limit: 5_000_000 },
    });
    expect(taken()).toBeLessThan(8_000_000);
    expect([await filesIn(folder), fake.objects.size]).toEqual(before);
  });

  it("leaves nothing of a stream that failed", async () => {
    const before = [await filesIn(folder), fake.objects.size];
    const broken = Readable.from(
      (function* () {
        yield Buffer.from("half");
        throw new Error("the line is cut");
      })(),
    );
    await expect(store.put(broken, limits)).rejects.toThrow("the line is cut");
    expect([await filesIn(folder), fake.objects.size]).toEqual(before);
  });
});

describe("a store of files over S3", () => {
  const content = () => Readable.from([Buffer.from("again")]);

  it("retries after transient failures", async () => {
    const store = await openFileStore({ dataFolder: folder, s3: fake.config });
    fake.failures.push(503, 500);
    const { key } = await store.put(content(), limits);
    expect(fake.objects.get(key)?.toString()).toBe("again");
    fake.failures.push(429);
    expect(await text(await store.read(key))).toBe("again");
  });

  it("is UNAVAILABLE, without details, when the store does not answer or has another key", async () => {
    const store = await openFileStore({ dataFolder: folder, s3: fake.config });
    fake.failures.push(500, 500, 500);
    await expect(store.put(content(), limits)).rejects.toMatchObject({ code: "UNAVAILABLE" });
    const s3 = { ...fake.config, secretAccessKey: "stolen" };
    const stranger = await openFileStore({ dataFolder: folder, s3 });
    const before = fake.asked;
    await expect(stranger.put(content(), limits)).rejects.toMatchObject({ code: "UNAVAILABLE" });
    expect(fake.asked).toBe(before + 1);
    const nowhere = { ...fake.config, endpoint: "http://127.0.0.1:9" };
    const lost = await openFileStore({ dataFolder: folder, s3: nowhere });
    await expect(lost.read(sha256("again"))).rejects.toMatchObject({ code: "UNAVAILABLE" });
  });
});

describe("a folder of temporary files", () => {
  it("is cleared of the files that a crash left, and of no younger ones", async () => {
    const place = join(folder, "spool");
    await Spool.open(place);
    await writeFile(join(place, "old"), "x");
    await writeFile(join(place, "young"), "x");
    const yesterday = new Date(Date.now() - 25 * 60 * 60 * 1000);
    await utimes(join(place, "old"), yesterday, yesterday);
    await Spool.open(place);
    expect(await readdir(place)).toEqual(["young"]);
  });

  it("has a file while work on it runs, and the file can be read several times", async () => {
    const place = join(folder, "holding");
    const spool = await Spool.open(place);
    const source = Readable.from([Buffer.from("one "), Buffer.from("two")]);
    const seen = await spool.holding(source, limits, async (file) => {
      expect(await readdir(place)).toHaveLength(1);
      return [file.size, file.sha256, await text(file.open()), await text(file.open())];
    });
    expect(seen).toEqual([7, sha256("one two"), "one two", "one two"]);
    expect(await readdir(place)).toEqual([]);
  });
});
