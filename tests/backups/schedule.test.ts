import { once } from "node:events";
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { runBackupJob } from "../../src/app/backups/backup-job.js";
import { checkBackup } from "../../src/app/backups/check-backup.js";
import { placeAt } from "../../src/platform/backup-files/index.js";
import { TestHub, testFolder } from "../testkit/hub/index.js";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(testFolder(), "schedule-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The number of looks, a tenth of a second apart, after which a wait is given up: as many as a busy machine needs. */
const mostLooks = 3_000;

/** What `look` gives once it gives something. */
async function untilThere<T>(
  hub: TestHub,
  what: string,
  look: () => Promise<T | undefined>,
): Promise<T> {
  for (let left = mostLooks; left > 0; left -= 1) {
    const found = await look();
    if (found !== undefined) return found;
    await hub.sql.query("select pg_sleep(0.1)");
  }
  throw new Error(`${what} does not come`);
}

/** The state of the schedule once one of its columns is set. */
const stateWith = (hub: TestHub, column: "made_at" | "failed_at") =>
  untilThere(hub, column, async () => {
    const { rows } = await hub.sql.query(`select * from backup_state where ${column} is not null`);
    return rows[0];
  });

/** The lines of a metric that a hub shows, once there are some. */
const shown = (hub: TestHub, name: string): Promise<string[]> =>
  untilThere(hub, name, async () => {
    const text = await (await fetch(hub.metricsUrl)).text();
    const lines = text.split("\n").filter((line) => line.startsWith(name));
    return lines.length > 0 ? lines : undefined;
  });

describe("a schedule of backups", () => {
  it("has one node of two make a backup that is due, and keeps the newest", async () => {
    const to = join(folder, "kept");
    await mkdir(to);
    const old = [1, 2, 3].map((day) => `rembuk-2025120${day}T000000Z.tar`);
    for (const name of [...old, "mine.tar"]) await writeFile(join(to, name), "");
    const env = { BACKUP_EVERY: "1d", BACKUP_TO: to, BACKUP_KEEP: "2" };
    const first = await TestHub.start("regions", env);
    const second = await TestHub.start("regions", env, first.database);
    try {
      const state = await stateWith(first, "made_at");
      const names = await readdir(to);
      const [made = ""] = names.filter(
        (name) => name.startsWith("rembuk-2") && !old.includes(name),
      );
      expect(names.sort()).toEqual(["mine.tar", old[2], made].sort());
      const path = join(to, made);
      expect(state).toMatchObject({ address: path, node: null, failed_at: null });
      expect(Number(state.bytes)).toBe((await stat(path)).size);
      const { manifest } = await checkBackup({ place: placeAt(to, undefined), name: made });
      const { rows } = await first.sql.query("select position::int from ledger_head");
      expect(manifest.head.position).toBe(rows[0].position);
      for (const hub of [first, second]) {
        expect(await shown(hub, "rembuk_backup_interval_seconds")).toEqual([
          "rembuk_backup_interval_seconds 86400",
        ]);
      }
      const makers = await Promise.all(
        [first, second].map(async (hub) =>
          (await (await fetch(hub.metricsUrl)).text()).includes(
            'rembuk_backups_total{result="made"} 1',
          ),
        ),
      );
      expect(makers.sort()).toEqual([false, true]);
    } finally {
      await second.stop();
      await first.stop();
    }
  });

  it("says that a backup failed, and why, and leaves nothing of it", async () => {
    const blocked = join(folder, "blocked");
    await writeFile(blocked, "a file, not a folder");
    const hub = await TestHub.start("regions", {
      BACKUP_EVERY: "1d",
      BACKUP_TO: join(blocked, "in"),
    });
    try {
      const state = await stateWith(hub, "failed_at");
      expect(state).toMatchObject({
        made_at: null,
        node: null,
        failure: expect.stringMatching(/ENOTDIR/),
      });
      expect(await shown(hub, 'rembuk_backups_total{result="failed"}')).toHaveLength(1);
      expect(await shown(hub, "rembuk_backup_failing 1")).toHaveLength(1);
    } finally {
      await hub.stop();
    }
  });

  it("ends a backup with the hub, whatever it waits for", async () => {
    const silent = createServer().listen(0, "127.0.0.1");
    await once(silent, "listening");
    const asked = once(silent, "request");
    const hub = await TestHub.start("regions");
    const ending = new AbortController();
    const job = runBackupJob(
      {
        databaseUrl: hub.database.url,
        dataFolder: folder,
        s3: undefined,
        to: "s3://backups",
        backupS3: {
          endpoint: `http://127.0.0.1:${(silent.address() as AddressInfo).port}`,
          ...{ region: "x", accessKeyId: "x", secretAccessKey: "x" },
        },
        keep: 1,
        hub: "0.0.0",
      },
      ending.signal,
    );
    const failed = expect(job).rejects.toThrow("its process ended with 1");
    await asked;
    ending.abort();
    await failed;
    silent.closeAllConnections();
    silent.close();
    await hub.stop();
  });
});
