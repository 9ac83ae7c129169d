import { chmodSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import pg from "pg";
import { pino } from "pino";
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from "../../src/platform/embedded-postgres/index.js";
import { Restarts } from "../../src/platform/embedded-postgres/restarts.js";

const program = {
  name: "rembuk",
  title: "hub",
  folderSetting: "REMBUK_DATA",
  serverSetting: "DATABASE_URL",
};
const logger = pino({ level: "silent" });

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

/** The rows of a query, as soon as Postgres serves. */
async function queryAtLast(url: string, text: string): Promise<unknown[]> {
  for (;;) {
    const rows = await query(url, text).catch(() => undefined);
    if (rows) return rows;
    await delay(20);
  }
}

/** False also for a process that has ended and that nobody has collected. */
const lives = (pid: number): boolean =>
  existsSync(`/proc/${pid}`) && !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));

/** The process that runs Postgres for the hub. */
const parentOf = (pid: number): number =>
  Number(/\) \w (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, "utf8"))?.[1]);

describe("an embedded Postgres that ends by itself", () => {
  let folder: string;
  let postgres: EmbeddedPostgres;

  const start = (restarts = 20) =>
    startEmbeddedPostgres({ folder, program, logger, settings: { fsync: "off" }, restarts });

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "rembuk-test-"));
    chmodSync(folder, 0o755);
    postgres = await start();
    await query(postgres.url, "create table pledge (amount int)");
  });
  afterAll(async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true });
  });

  /** Ends it while a backend computes, which does not notice that it is alone. */
  async function endWhileBusy(end: (pid: number) => void): Promise<void> {
    const busy = query(postgres.url, "select count(*) from generate_series(1, 10000000000)").catch(
      () => "ended",
    );
    const running =
      "select 1 from pg_stat_activity where query like '%10000000000)' and state = 'active' and pid <> pg_backend_pid()";
    while ((await query(postgres.url, running)).length === 0) {
      await query(postgres.url, "select pg_sleep(0.005)");
    }
    const { pid } = postgres;
    end(pid);
    expect(await busy).toBe("ended");
    while (postgres.pid === pid) await delay(5);
  }

  it.each(["SIGKILL", "SIGQUIT"] as const)(
    "is started again after %s, at the same address and with all that was committed",
    async (signal) => {
      await query(postgres.url, "insert into pledge values (1)");
      const [before] = await query(postgres.url, "select count(*)::int as n from pledge");
      await endWhileBusy((pid) => process.kill(pid, signal));
      expect(await queryAtLast(postgres.url, "select count(*)::int as n from pledge")).toEqual([
        before,
      ]);
    },
  );

  it("is started again when only the shell that supervises it was killed", async () => {
    const { pid } = postgres;
    process.kill(parentOf(pid), "SIGKILL");
    while (postgres.pid === pid) await delay(5);
    expect(lives(pid)).toBe(false);
    expect(await queryAtLast(postgres.url, "select 1 as alive")).toEqual([{ alive: 1 }]);
  });

  it("recovers by itself when one of its backends is killed", async () => {
    const { pid } = postgres;
    const client = new pg.Client({ connectionString: postgres.url });
    client.on("error", () => {});
    await client.connect();
    const { rows } = await client.query("select pg_backend_pid() as pid");
    const ended = new Promise((resolve) => client.once("end", resolve));
    process.kill(rows[0].pid, "SIGKILL");
    await ended;
    expect(await queryAtLast(postgres.url, "select 1 as alive")).toEqual([{ alive: 1 }]);
    expect(postgres.pid).toBe(pid);
  });

  it("is given up after too many restarts, with the reason", async () => {
    await postgres.stop();
    postgres = await start(1);
    const data = join(folder, "data");
    const control = join(data, "global", "pg_control");
    renameSync(control, `${control}.away`);
    process.kill(postgres.pid, "SIGKILL");
    const { message } = await postgres.failed;
    expect(message).toContain("ended again after 1 restarts within ten minutes");
    expect(message).toContain("pg_control");
    renameSync(`${control}.away`, control);
    await postgres.stop();
    postgres = await start();
    expect(await query(postgres.url, "select 1 as alive")).toEqual([{ alive: 1 }]);
  });

  it("stops for good when it is told to while it is being restarted", async () => {
    process.kill(postgres.pid, "SIGKILL");
    await postgres.stop();
    await expect(query(postgres.url, "select 1")).rejects.toMatchObject({ code: "ENOENT" });
    postgres = await start();
  });
});

describe("the restarts of an embedded Postgres", () => {
  it("begin at once, then after pauses that double up to two seconds", () => {
    const restarts = new Restarts(8);
    const pauses = Array.from({ length: 8 }, (_, second) => restarts.next(second * 1000));
    expect(pauses).toEqual([0, 100, 200, 400, 800, 1600, 2000, 2000]);
  });

  it("end when there were too many within ten minutes, and begin anew later", () => {
    const restarts = new Restarts(2);
    const minutes = [0, 1, 5, 9, 11];
    expect(minutes.map((minute) => restarts.next(minute * 60_000))).toEqual([
      ...[0, 0, undefined, undefined, 0],
    ]);
  });
});
