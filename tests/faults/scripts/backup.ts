import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { chmod, mkdir, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as delay } from "node:timers/promises";
import { openStore, projectFolder } from "../../../src/app/store.js";
import { parseConfig } from "../../../src/platform/config.js";
import { startHubPostgres } from "../../../src/platform/hub-postgres.js";
import { makeLogger } from "../../../src/platform/logger.js";
import { faultsAfterCrash } from "../../testkit/faults/crash-check.js";
import type { GraphqlClient } from "../../testkit/hub/client.js";
import { HubProcess } from "../../testkit/hub/hub-process.js";
import { Writers } from "../../testkit/live-faults/writers.js";
import type { Fault, Surroundings } from "./fault.js";

const logger = makeLogger({ logLevel: "silent", environment: "test" });
const program = join(projectFolder(), "dist", "src", "cli.js");
const kills = 8;

/** What came of a command. */
interface Ran {
  code: number | null;
  ms: number;
  /** The most memory that it had, in megabytes. */
  peakMb: number;
  said: string;
}

/** Runs `rembuk`; kills it after so many milliseconds, where they are given. `limit`: of a file, in KiB. */
async function rembuk(
  args: string[],
  dataFolder: string,
  { killAfterMs, limit }: { killAfterMs?: number; limit?: number } = {},
): Promise<Ran> {
  const command = [process.execPath, program, ...args];
  const shell = limit === undefined ? 'exec "$@"' : `ulimit -f ${limit * 2}; exec "$@"`;
  const child = spawn("sh", ["-c", shell, "sh", ...command], {
    env: { PATH: process.env.PATH, NODE_ENV: "test", REMBUK_DATA: dataFolder },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const began = performance.now();
  let peakMb = 0;
  const watching = setInterval(() => {
    const status = `/proc/${child.pid}/status`;
    const [, kb] = existsSync(status)
      ? (/VmHWM:\s+(\d+)/.exec(readFileSync(status, "utf8")) ?? [])
      : [];
    peakMb = Math.max(peakMb, Math.round(Number(kb ?? 0) / 1024));
  }, 20);
  if (killAfterMs !== undefined) setTimeout(() => child.kill("SIGKILL"), killAfterMs).unref();
  const [said, errors, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "close"),
  ]);
  clearInterval(watching);
  return { code, ms: Math.round(performance.now() - began), peakMb, said: said + errors };
}

/** The times of queries, one after the other, until they are stopped, in milliseconds. */
class Queries {
  private readonly times: number[] = [];
  private isStopped = false;
  private readonly running: Promise<void>;

  constructor(private readonly client: GraphqlClient) {
    this.running = this.ask();
  }

  /** Stops; gives median, 99th percentile and the longest. */
  async stop(): Promise<string> {
    this.isStopped = true;
    await this.running;
    const sorted = this.times.sort((a, b) => a - b);
    const at = (share: number) => Math.round(sorted[Math.floor(sorted.length * share)] ?? 0);
    return `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, longest ${at(0.9999)} ms (${sorted.length})`;
  }

  private async ask(): Promise<void> {
    while (!this.isStopped) {
      const began = performance.now();
      await this.client.ask(
        `{ organisations(first: 20) { nodes { key name } } } # ${Math.random()}`,
      );
      this.times.push(performance.now() - began);
    }
  }
}

/** The names in a folder of backups that are not unfinished ones. */
const finished = async (folder: string) =>
  (await readdir(folder)).filter((name) => !name.endsWith(".unfinished"));

/** Kills backups at random moments: none may have its final name. */
async function killBackups(hub: HubProcess, to: string, { random, say }: Surroundings, ms: number) {
  const complaints: string[] = [];
  let killed = 0;
  for (let n = 0; n < kills; n += 1) {
    const name = join(to, `killed-${n}.tar`);
    const ran = await rembuk(["backup", name], hub.dataFolder, {
      killAfterMs: random() * ms * 1.1,
    });
    if (ran.code !== 0) killed += 1;
    if ((ran.code === 0) === existsSync(name)) continue;
    const check = await rembuk(["restore", "--check", name], hub.dataFolder);
    if (check.code !== 0) complaints.push(`a killed backup left ${name}: ${check.said}`);
  }
  say(`${killed} of ${kills} backups were killed, none left a file of its name`);
  return complaints;
}

/** True where a hub would start on a data folder. */
async function opens(dataFolder: string): Promise<boolean> {
  try {
    const store = await openStore(
      parseConfig({ NODE_ENV: "test", REMBUK_DATA: dataFolder }),
      logger,
    );
    await store.close();
    return true;
  } catch {
    return false;
  }
}

/** Kills restores at random moments: no hub may start on what is left, and another restore must end. */
async function killRestores(
  backup: string,
  into: string,
  { random, say }: Surroundings,
  ms: number,
) {
  const complaints: string[] = [];
  let marked = 0;
  for (let n = 0; n < kills; n += 1) {
    const { code } = await rembuk(["restore", backup], into, { killAfterMs: random() * ms });
    const isMarked = existsSync(join(into, "restore-unfinished"));
    if (isMarked) marked += 1;
    const isBegun = existsSync(join(into, "postgres"));
    if (code !== 0 && isBegun && (!isMarked || (await opens(into))))
      complaints.push("a hub would start on a folder whose restore was killed");
    if (code === 0) break;
  }
  say(`restores killed: ${marked} left a marked folder`);
  return complaints;
}

/** Backs up while sixteen clients write, kills backups and restores, fills the disk, and compares what comes back. */
export const backupFault: Fault = {
  name: "backup",
  async run(surroundings) {
    const { folder, say } = surroundings;
    const [to, into] = [join(folder, "backups"), join(folder, "restored")];
    for (const made of [to, into]) {
      await mkdir(made);
      // The commands of root become another user.
      await chmod(made, 0o777);
    }
    const hub = await HubProcess.start(join(folder, "hub"), { REMBUK_SAMPLE: "on" });
    const client = await hub.as();
    const before = new Queries(client);
    await delay(3_000);
    say(`queries without a backup: ${await before.stop()}`);
    const writers = new Writers(() => client, 16);
    await writers.more(200);
    const backup = join(to, "whole.tar");
    const during = new Queries(client);
    const made = await rembuk(["backup", backup], hub.dataFolder);
    say(`queries with 16 writers and a backup: ${await during.stop()}`);
    if (made.code !== 0) return [`the backup failed: ${made.said}`];
    const complaints: string[] = [];
    const position = Number(/position (\d+)/.exec(made.said)?.[1]);
    const { size } = await stat(backup);
    say(`backup: ${made.ms} ms, ${size} bytes, ${made.peakMb} MB of memory at most`);
    complaints.push(...(await killBackups(hub, to, surroundings, made.ms)));
    await writers.stop();
    const full = await rembuk(["backup", join(to, "full.tar")], hub.dataFolder, { limit: 200 });
    say(`a full disk: ${full.code}, ${full.said.trim().split("\n").at(-1)}`);
    const names = await finished(to);
    if (full.code === 0 || names.includes("full.tar")) complaints.push("a full disk left a backup");
    await hub.stop();

    complaints.push(...(await killRestores(backup, into, surroundings, made.ms * 2)));
    if (!existsSync(join(into, "postgres")) || existsSync(join(into, "restore-unfinished"))) {
      const restored = await rembuk(["restore", backup], into);
      say(`restore: ${restored.ms} ms, ${restored.peakMb} MB of memory at most`);
      if (restored.code !== 0) complaints.push(`the restore failed: ${restored.said}`);
    }
    const postgres = await startHubPostgres({ folder: join(into, "postgres"), logger });
    const acknowledged = writers.acknowledged.filter((one) => one.position <= position);
    say(`${acknowledged.length} acknowledged writes of before the backup`);
    complaints.push(...(await faultsAfterCrash(postgres.url, acknowledged)));
    await postgres.stop();
    return complaints;
  },
};
