import { execFileSync } from "node:child_process";
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { faultsAfterCrash } from "../../testkit/faults/crash-check.js";
import { Traffic } from "../../testkit/faults/traffic.js";
import { HubProcess } from "../../testkit/hub/hub-process.js";
import { type Fault, readiness } from "./fault.js";

const mostMs = 60_000;

/** Writes a file until the disk is full. */
function fill(file: string): void {
  const descriptor = openSync(file, "w");
  for (let size = 2 ** 20; size >= 512; size /= 2) {
    try {
      for (;;) writeSync(descriptor, Buffer.alloc(size));
    } catch {
      // It does not fit: a smaller piece may.
    }
  }
  closeSync(descriptor);
}

/** Waits for a status of `/health/ready`; gives the milliseconds. */
async function untilReadyIs(url: string, status: number): Promise<number> {
  const began = performance.now();
  while ((await readiness(url)) !== status && performance.now() - began < mostMs) await delay(200);
  return Math.round(performance.now() - began);
}

/** The disk of the embedded Postgres is full for a while. Only root can mount one that is small. */
export const fullDisk: Fault = {
  name: "full-disk",
  async run({ folder, say }) {
    if (process.geteuid?.() !== 0) {
      say("left out: only root can mount a small disk");
      return [];
    }
    const disk = join(folder, "disk");
    mkdirSync(disk);
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=300m,mode=755", "tmpfs", disk]);
    try {
      const hub = await HubProcess.start(join(disk, "hub"));
      const traffic = new Traffic(await hub.as(), 2, 2);
      const ballast = join(disk, "ballast");
      fill(ballast);
      const goneMs = await untilReadyIs(hub.url, 503);
      const reads = await (await hub.as()).ask("{ regions(first: 1) { totalCount } }");
      say(`full: ready is 503 after ${goneMs} ms; reads ${reads.status}`);
      await delay(2_000);
      const still = await readiness(hub.url);
      rmSync(ballast);
      const backMs = await untilReadyIs(hub.url, 200);
      await traffic.stop();
      say(`space again: ready is 200 after ${backMs} ms; ${JSON.stringify(traffic.figures)}`);
      const faults = await faultsAfterCrash(hub.databaseUrl, traffic.acknowledged);
      const code = await hub.stop();
      return [
        ...faults,
        ...(reads.status === 200 ? [] : [`reads had the status ${reads.status}`]),
        ...(goneMs < mostMs && still === 503 ? [] : ["ready did not tell the full disk"]),
        ...(backMs < mostMs ? [] : ["ready did not come back"]),
        ...(code === 0 ? [] : [`the hub ended with ${code}`]),
      ];
    } finally {
      execFileSync("umount", ["-l", disk]);
    }
  },
};
