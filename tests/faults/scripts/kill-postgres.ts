import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { faultsAfterCrash } from "../../testkit/faults/crash-check.js";
import { Traffic, untilServing } from "../../testkit/faults/traffic.js";
import { HubProcess } from "../../testkit/hub/hub-process.js";
import { above, type Fault } from "./fault.js";

const signals = ["SIGKILL", "SIGQUIT"] as const;
const rounds = 5;
const servingMs = 5_000;

/** Kills the embedded Postgres of a busy hub several times. */
export const killPostgres: Fault = {
  name: "kill-postgres",
  async run({ folder, random, say }) {
    const hub = await HubProcess.start(join(folder, "hub"));
    const client = await hub.as();
    const traffic = new Traffic(client);
    const complaints: string[] = [];
    for (let round = 0; round < rounds; round += 1) {
      await delay(500 + random() * 1_000);
      const signal = signals[round % signals.length] ?? "SIGKILL";
      try {
        process.kill(hub.postgresPid, signal);
      } catch {
        complaints.push(`round ${round + 1}: Postgres does not run`);
        break;
      }
      const ms = await untilServing(client, 20_000);
      say(`${signal}: serving again after ${ms} ms`);
      complaints.push(...above(signal, ms, servingMs));
    }
    await traffic.stop();
    say(JSON.stringify(traffic.figures));
    const lost = faultsAfterCrash(hub.databaseUrl, traffic.acknowledged);
    complaints.push(...(await lost.catch((error: unknown) => [String(error)])));
    const code = await hub.stop();
    if (code !== 0) complaints.push(`the hub ended with ${code}`);
    return complaints;
  },
};
