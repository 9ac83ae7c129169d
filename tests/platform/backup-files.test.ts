import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { buffer, text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  type BackupPlace,
  backupAt,
  packed,
  placeAt,
  textEntry,
  unpacked,
  type WholeBackup,
} from "../../src/platform/backup-files/index.js";
import { S3Fake } from "../testkit/files/s3-fake.js";

const ignored = () => undefined;

/** A small backup: one entry of text, one that is empty, one of some blocks. */
async function* entries() {
  yield textEntry("backup.json", '{"format":1}\n');
  yield textEntry("empty", "");
  yield textEntry("tables/a", "a\tb\n".repeat(300));
}

const small = (done: (whole: WholeBackup) => void = ignored): Promise<Buffer> =>
  buffer(packed(entries(), done));

/** What the reading of a backup gives: the names and sizes of its entries, or why it is refused. */
async function reading(bytes: Buffer, chunk = 700): Promise<string> {
  const source = async function* () {
    for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
  };
  const found: string[] = [];
  try {
    for await (const { name, size, content } of unpacked(source(), ignored)) {
      found.push(`${name} ${size} ${(await buffer(content)).length}`);
    }
    return found.join(", ");
  } catch (error) {
    return String(error);
  }
}

const refused = /^BackupError: The backup is not whole/;

describe("a backup file", () => {
  it("is a tar that other programs read, and gives its entries back, however it arrives", async () => {
    let whole: WholeBackup | undefined;
    const bytes = await small((told) => {
      whole = told;
    });
    const listed = execFileSync("tar", ["--list"], { input: bytes, encoding: "utf8" });
    expect(listed).toBe("backup.json\nempty\ntables/a\nSHA256\n");
    expect(whole).toEqual({ bytes: bytes.length, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    for (const chunk of [1, 512, 100_000]) {
      expect(await reading(bytes, chunk)).toBe("backup.json 13 13, empty 0 0, tables/a 1200 1200");
    }
  });

  it("is refused with any byte changed, also one between its entries", async () => {
    const bytes = await small();
    const taken: number[] = [];
    // Every byte of the end, and some of each block before.
    for (let at = 0; at < bytes.length; at += at < bytes.length - 1100 ? 41 : 1) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] as number) ^ 4;
      if (!refused.test(await reading(changed, 4096))) taken.push(at);
    }
    expect(taken).toEqual([]);
  });

  it("is refused where it was cut off, or where something follows", async () => {
    const bytes = await small();
    const taken: number[] = [];
    for (let length = 0; length < bytes.length; length += 256) {
      if (!refused.test(await reading(bytes.subarray(0, length)))) taken.push(length);
    }
    expect(taken).toEqual([]);
    expect(await reading(Buffer.concat([bytes, Buffer.alloc(512)]))).toMatch(refused);
    expect(await reading(Buffer.concat([bytes, bytes]))).toMatch(refused);
  });

  it("says what its source says, where that cannot be read", async () => {
    const failing = async function* () {
      yield (await small()).subarray(0, 600);
      throw new Error("the disk is broken");
    };
    const read = async () => {
      for await (const { content } of unpacked(failing(), ignored)) await text(content);
    };
    await expect(read()).rejects.toThrow("the disk is broken");
  });
});

let folder: string;
let fake: S3Fake;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rembuk-backups-"));
  fake = await S3Fake.start();
});
afterAll(async () => {
  await fake.stop();
  await rm(folder, { recursive: true });
});

/** Some bytes, in small chunks. */
async function* bytesOf(count: number) {
  for (let at = 0; at < count; at += 65_536)
    yield Buffer.alloc(Math.min(65_536, count - at), at % 251);
}

async function* failingAfter(count: number) {
  yield* bytesOf(count);
  throw new Error("the source is broken");
}

describe.each([
  ["a folder", () => placeAt(join(folder, "backups"), undefined)],
  ["a bucket", () => placeAt(`s3://${fake.config.bucket}/of/hub`, fake.config)],
])("a place of backups in %s", (_, open: () => BackupPlace) => {
  const most = 40 * 2 ** 20;

  it("has a backup once it is complete, and gives it back", async () => {
    const place = open();
    expect(await place.names()).toEqual([]);
    await place.write("one.tar", bytesOf(most));
    expect(await place.has("one.tar")).toBe(true);
    expect(await place.names()).toEqual(["one.tar"]);
    const given = await buffer(place.read("one.tar"));
    expect(given.equals(await buffer(bytesOf(most)))).toBe(true);
    await place.remove("one.tar");
    expect(await place.names()).toEqual([]);
  });

  it("has nothing of a backup that was broken off", async () => {
    const place = open();
    await expect(place.write("two.tar", failingAfter(most))).rejects.toThrow("source is broken");
    expect(await place.has("two.tar")).toBe(false);
    expect(await place.names()).toEqual([]);
    expect(fake.uploads.size).toBe(0);
    await expect(text(place.read("two.tar"))).rejects.toThrow("two.tar");
  });
});

describe("a place of backups", () => {
  it("removes what a killed writer has left, and not what another one writes", async () => {
    const path = join(folder, "left");
    await mkdir(path);
    const dead = `.rembuk-20261201T000000Z.tar.${hostname()}.999999999.unfinished`;
    const alive = `.rembuk-20261201T000000Z.tar.${hostname()}.${process.pid}.unfinished`;
    const elsewhere = ".rembuk-20261201T000000Z.tar.elsewhere.1.unfinished";
    for (const name of [dead, alive, elsewhere, "a.tar"]) await writeFile(join(path, name), "");
    await placeAt(path, undefined).removeUnfinished();
    expect((await readdir(path)).sort()).toEqual([alive, elsewhere, "a.tar"].sort());
  });

  it("goes on with a download that breaks, from where it broke", async () => {
    const place = placeAt(`s3://${fake.config.bucket}/`, fake.config);
    await place.write("three.tar", bytesOf(3_000_000));
    fake.cutAfter = 1_000_000;
    const given = await buffer(place.read("three.tar"));
    fake.cutAfter = undefined;
    expect(given.equals(await buffer(bytesOf(3_000_000)))).toBe(true);
  });

  it("names a backup by the instant where the address is that of a place", () => {
    const at = new Date("2026-12-01T03:04:05.678Z");
    const s3 = { ...fake.config };
    const nameIn = (address: string) => backupAt(address, s3, at).name;
    expect(
      ["s3://bucket", "s3://bucket/", "s3://bucket/a/", `${folder}/new/`, folder].map(nameIn),
    ).toEqual(Array(5).fill("rembuk-20261201T030405Z.tar"));
    expect(["s3://bucket/a/b.tar", join(folder, "b.tar")].map(nameIn)).toEqual(["b.tar", "b.tar"]);
    expect(() => backupAt("s3://bucket/a", undefined, at)).toThrow("BACKUP_S3_ENDPOINT");
    expect(() => backupAt("s3://B/a", s3, at)).toThrow("not of the form s3://bucket/key");
    expect(() => backupAt(folder, s3)).toThrow("name one of them");
    expect(existsSync(join(folder, "new"))).toBe(false);
  });
});
