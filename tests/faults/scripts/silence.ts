import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { startHubPostgres } from "../../../src/platform/hub-postgres.js";
import { makeLogger } from "../../../src/platform/logger.js";
import { faultsAfterCrash } from "../../testkit/faults/crash-check.js";
import { Traffic, untilServing } from "../../testkit/faults/traffic.js";
import { HubProcess } from "../../testkit/hub/hub-process.js";
import { DatabaseProxy } from "../../testkit/postgres/database-proxy.js";
import { above, type Fault, readiness, type Surroundings } from "./fault.js";

const servingMs = 10_000;
const stopMs = 10_000;
/** The longest that a request may wait: for a connection, then for its answer. */
const requestMs = 30_000;

/** A Postgres and a proxy to it. */
export async function proxied({ folder }: Surroundings) {
  const logger = makeLogger({ logLevel: "error", environment: "test" });
  const postgres = await startHubPostgres({ folder: join(folder, "postgres"), logger });
  const proxy = await DatabaseProxy.to(postgres.url);
  const start = (url: string) => HubProcess.start(join(folder, "hub"), { DATABASE_URL: url });
  const close = async () => {
    await proxy.close();
    await postgres.stop();
  };
  return { postgres, proxy, start, close };
}

/** The network to Postgres drops everything for a while, without a word; old connections stay dead. */
export const silence: Fault = {
  name: "silence",
  async run(surroundings) {
    const { random, say } = surroundings;
    const { postgres, proxy, start, close } = await proxied(surroundings);
    const hub = await start(proxy.url);
    const client = await hub.as();
    const traffic = new Traffic(client);
    await delay(1_000 + random() * 1_000);
    const silentMs = 15_000 + random() * 15_000;
    proxy.silence();
    await delay(silentMs);
    const ready = await readiness(hub.url);
    proxy.restore();
    const ms = await untilServing(client);
    await traffic.stop();
    say(
      `silent for ${Math.round(silentMs)} ms, /health/ready then ${ready}; serving after ${ms} ms`,
    );
    say(JSON.stringify(traffic.figures));
    const complaints = [
      ...above("serving", ms, servingMs),
      ...above("the longest request", traffic.figures.longestMs, requestMs),
      ...(ready === 503 ? [] : [`/health/ready was ${ready}`]),
      ...(traffic.figures.disguised > 0 ? ["answers without data had the status 200"] : []),
      ...(await faultsAfterCrash(postgres.url, traffic.acknowledged)),
    ];
    const last = new Traffic(client);
    await delay(500);
    proxy.silence();
    await delay(500);
    const began = performance.now();
    const code = await hub.stop();
    const tookMs = performance.now() - began;
    await last.stop();
    say(`stopped with ${code} in the silence after ${Math.round(tookMs)} ms`);
    await close();
    return [...complaints, ...above("the stop", tookMs, stopMs)];
  },
};
