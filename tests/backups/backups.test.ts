import { existsSync } from "node:fs";
import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  truncate,
  writeFile,
} from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { intoFolder } from "../../src/app/backups/restore-marker.js";
import { openStore } from "../../src/app/store.js";
import {
  type BackupPlace,
  type PlacedBackup,
  placeAt,
} from "../../src/platform/backup-files/index.js";
import { parseConfig } from "../../src/platform/config.js";
import { startHubPostgres } from "../../src/platform/hub-postgres.js";
import { makeLogger } from "../../src/platform/logger.js";
import { backUp, restore, storeEvidence } from "../testkit/backups/backups.js";
import { contentOf, emptyDatabase } from "../testkit/backups/databases.js";
import { faultsAfterCrash } from "../testkit/faults/crash-check.js";
import { type TestDatabase, TestHub, testFolder } from "../testkit/hub/index.js";
import { endPartition } from "../testkit/ledger/partitions.js";
import { Writers } from "../testkit/live-faults/writers.js";
import { inSession } from "../testkit/postgres/sessions.js";

const logger = makeLogger({ logLevel: "silent", environment: "test" });

let folder: string;
let hub: TestHub;
let backups: BackupPlace;
const databases: TestDatabase[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(testFolder(), "backups-"));
  // As root Postgres runs as another user, who must be able to pass through.
  await chmod(folder, 0o755);
  hub = await TestHub.start("sample");
  backups = placeAt(join(folder, "made"), undefined);
});
afterAll(async () => {
  await hub.stop();
  for (const database of databases) await database.drop();
  await rm(folder, { recursive: true, force: true });
});

async function emptyTarget() {
  const database = await emptyDatabase();
  databases.push(database);
  const dataFolder = await mkdtemp(join(folder, "restored-"));
  return { databaseUrl: database.url, dataFolder };
}

const make = async (name: string) => {
  const backup = { place: backups, name };
  return { backup, made: await backUp(hub.database.url, testFolder(), backup) };
};

/** The tables and files of a target that is as it was: nothing. */
async function remains({ databaseUrl, dataFolder }: Awaited<ReturnType<typeof emptyTarget>>) {
  const count =
    "select count(*)::int as count from pg_class where relnamespace = 'public'::regnamespace";
  const { rows } = await inSession(databaseUrl, (client) => client.query(count));
  const entries = await readdir(dataFolder, { recursive: true, withFileTypes: true });
  return {
    tables: rows[0].count,
    files: entries.filter((one) => one.isFile()).map(({ name }) => name),
  };
}

const nothing = { tables: 0, files: [] };

const questions = [
  "{ organisations(first: 50) { totalCount nodes { id key name version } } }",
  "{ actionPlans(first: 20) { nodes { key title actions { nodes { title status progress } } } } }",
  "{ deliberations(first: 10) { nodes { key status outcomes { nodes { statement } } } } }",
  '{ search(text: "kopi", first: 10) { nodes { __typename } } }',
];

const answersOf = async (one: TestHub) => {
  const operator = await one.operator;
  const answers: unknown[] = [];
  for (const question of questions) answers.push((await operator.ask(question)).data);
  return answers;
};

describe("a backup of a server's database", () => {
  it("restores every row, guard and file into an empty database, and the hub answers the same", async () => {
    await endPartition(hub.database.url, 50);
    const key = await storeEvidence(
      hub.database.url,
      testFolder(),
      "What was found in the village",
    );
    const { backup, made } = await make("quiet.tar");
    const target = await emptyTarget();
    const said = await restore(backup, target);
    expect(said).toContainEqual(expect.stringMatching(/^verified: ledger, minutes and files hold/));
    expect(await contentOf(target.databaseUrl, made.position)).toEqual(
      await contentOf(hub.database.url, made.position),
    );
    const [first, rest] = [key.slice(0, 2), key.slice(2)];
    const stored = await readFile(join(target.dataFolder, "files", first, rest), "utf8");
    expect(stored).toBe("What was found in the village");
    const before = await answersOf(hub);
    const restored = await TestHub.start("sample", {}, databases.at(-1));
    expect(await answersOf(restored)).toEqual(before);
    await restored.stop();
  });

  it("is of one moment, though clients write while it is made", async () => {
    const client = await hub.operator;
    const writers = new Writers(() => client, 4);
    await writers.more(20);
    const { backup, made } = await make("busy.tar");
    await writers.more(1);
    await writers.stop();
    const target = await emptyTarget();
    await restore(backup, target);
    const acknowledged = writers.acknowledged.filter(({ position }) => position <= made.position);
    expect(acknowledged.length).toBeGreaterThanOrEqual(20);
    expect(writers.acknowledged.length).toBeGreaterThan(acknowledged.length);
    // The evidence, and what it refers to, have no change: the test has put them there.
    const known = new Set(await faultsAfterCrash(hub.database.url, writers.acknowledged));
    const faults = await faultsAfterCrash(target.databaseUrl, acknowledged);
    expect(faults.filter((fault) => !known.has(fault))).toEqual([]);
  });

  it("takes a file that the store lacks or that was altered for what it is, and says so", async () => {
    const keys: string[] = [];
    for (const text of ["is lost", "is altered"])
      keys.push(await storeEvidence(hub.database.url, testFolder(), text));
    const [lost = "", altered = ""] = keys;
    const pathOf = (key: string) => join(testFolder(), "files", key.slice(0, 2), key.slice(2));
    await rm(pathOf(lost));
    await writeFile(pathOf(altered), "IS altered");
    const { backup, made } = await make("lacking.tar");
    expect({ missing: made.missing, altered: made.altered }).toEqual({
      missing: [lost],
      altered: [altered],
    });
    const target = await emptyTarget();
    await restore(backup, target);
    expect(
      existsSync(join(target.dataFolder, "files", altered.slice(0, 2), altered.slice(2))),
    ).toBe(false);
  });
});

describe("a restore", () => {
  it("refuses a backup that was cut off or changed, before anything is written", async () => {
    const { backup } = await make("damaged.tar");
    const path = backup.place.addressOf(backup.name);
    const whole = await readFile(path);
    const target = await emptyTarget();
    // In the manifest, in a table, between two entries, in the list of hashes, in the last block.
    const end = whole.length;
    for (const at of [700, Math.floor(end / 2), 511, end - 3200, end - 1]) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] as number) ^ 1;
      await writeFile(path, changed);
      await expect(restore(backup, target)).rejects.toThrow(/The backup is not whole|format/);
    }
    await writeFile(path, whole);
    await truncate(path, end - 1024);
    await expect(restore(backup, target)).rejects.toThrow("The backup is not whole");
    await expect(restore({ ...backup, name: "none.tar" }, target)).rejects.toThrow(
      "cannot be read",
    );
    expect(await remains(target)).toEqual(nothing);
  });

  it("refuses a database that is not empty, and one of a newer version", async () => {
    const { backup } = await make("refused.tar");
    const target = await emptyTarget();
    await inSession(target.databaseUrl, (client) => client.query("create table mine (id int)"));
    await expect(restore(backup, target)).rejects.toThrow(
      "The database is not empty: mine is there.",
    );
    const fromTheFuture = "20991231000000_of_a_newer_version";
    await hub.sql.query("insert into schema_migration (name) values ($1)", [fromTheFuture]);
    const newer = await make("newer.tar");
    await hub.sql.query("delete from schema_migration where name = $1", [fromTheFuture]);
    await expect(restore(newer.backup, await emptyTarget())).rejects.toThrow(
      /^A newer version of Rembuk \(0\.0\.0\) made this backup: it has the migration 20991231/,
    );
  });

  it("leaves an empty database and no file where it breaks off", async () => {
    const { backup } = await make("breaking.tar");
    let reads = 0;
    const breaking: BackupPlace = {
      ...bound(backup.place),
      async *read(name) {
        reads += 1;
        let bytes = 0;
        for await (const chunk of backup.place.read(name)) {
          bytes += chunk.length;
          // The first time it is checked.
          if (reads === 2 && bytes > 900_000) throw new Error("the line is cut");
          yield chunk.subarray(0, 50_000);
          yield chunk.subarray(50_000);
        }
      },
    };
    const target = await emptyTarget();
    await expect(restore({ ...backup, place: breaking }, target)).rejects.toThrow(
      "the line is cut",
    );
    expect(reads).toBe(2);
    expect(await remains(target)).toEqual(nothing);
    await restore(backup, target);
  });
});

/** The methods of a place, as an object of their own. */
const bound = (place: BackupPlace): BackupPlace => ({
  addressOf: (name) => place.addressOf(name),
  has: (name) => place.has(name),
  write: (name, content) => place.write(name, content),
  read: (name) => place.read(name),
  names: () => place.names(),
  remove: (name) => place.remove(name),
  removeUnfinished: () => place.removeUnfinished(),
});

describe("a data folder", () => {
  it("takes a backup where it is empty but for keys, and the embedded Postgres has all of it", async () => {
    const backup: PlacedBackup = { place: backups, name: "quiet.tar" };
    const dataFolder = await mkdtemp(join(folder, "embedded-"));
    await chmod(dataFolder, 0o755);
    await writeFile(join(dataFolder, "webhook-key"), "kept");
    await restore(backup, { dataFolder });
    expect((await readdir(dataFolder)).sort()).toEqual(["files", "postgres", "webhook-key"]);
    const postgres = await startHubPostgres({ folder: join(dataFolder, "postgres"), logger });
    try {
      const { rows } = await inSession(postgres.url, (client) =>
        client.query("select count(*)::int as count from region"),
      );
      const expected = await hub.sql.query("select count(*)::int as count from region");
      expect(rows).toEqual(expected.rows);
    } finally {
      await postgres.stop();
    }
    await expect(restore(backup, { dataFolder })).rejects.toThrow(
      /is not empty: (files|postgres) is there/,
    );
  });

  it("is as it was where a restore fails, and no hub starts on one where it was killed", async () => {
    const dataFolder = await mkdtemp(join(folder, "failed-"));
    await writeFile(join(dataFolder, "webhook-key"), "kept");
    const work = async () => {
      await mkdir(join(dataFolder, "files"));
      const config = parseConfig({ NODE_ENV: "test", REMBUK_DATA: dataFolder });
      await expect(openStore(config, logger)).rejects.toThrow(/^A restore into .* did not end/);
      throw new Error("broken");
    };
    await expect(intoFolder(dataFolder, logger, work)).rejects.toThrow("broken");
    expect(await readdir(dataFolder)).toEqual(["webhook-key"]);
    // As after a kill: the marker and some files.
    await writeFile(join(dataFolder, "restore-unfinished"), "");
    await mkdir(join(dataFolder, "files"));
    let seen: string[] = [];
    await intoFolder(dataFolder, logger, async () => {
      seen = await readdir(dataFolder);
    });
    expect(seen.sort()).toEqual(["restore-unfinished", "webhook-key"]);
    expect(await readdir(dataFolder)).toEqual(["webhook-key"]);
  });
});
