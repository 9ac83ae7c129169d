import "reflect-metadata";
import { rm } from "node:fs/promises";
import { loadavg } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { startHubPostgres } from "../src/platform/hub-postgres.js";
import { baseCopy, streamingFrom } from "../tests/testkit/replicas/base-copy.js";
import {
  type BenchDatabase,
  benchLogger,
  dataFolder,
  mayHaveData,
  openBenchDatabase,
} from "./bench-database.js";
import { onCopy } from "./copy.js";
import { freePort } from "./free-port.js";
import { publicPlans } from "./live/plan-copies.js";
import type { RequestJob, RequestResult } from "./load/requests.js";
import { retitleBySql } from "./load/retitle-by-sql.js";
import { cpuOf, cpuOfTree, during, type ServerProcess, Worker } from "./processes.js";
import { hubRequest, uncached } from "./read-servers.js";
import { startHub } from "./servers.js";
import type { Shape } from "./shape.js";
import { readShapes } from "./shapes.js";
import { median, rounded } from "./statistics.js";

// What a read costs each process, with the primary alone and with one and two replicas, and how many reads
// replicas answer while somebody writes. `npm run bench:replicas -- 3 2`: rounds, and seconds of each.

const [rounds = 3, seconds = 2] = process.argv.slice(2).map(Number);

/** The writes a second beside which reads are counted. */
const paces = [0, 10, 50];

const connections = 8;

type LoadWorker = Worker<RequestJob, RequestResult>;

/** A replica of the benchmark's own. */
interface Standby {
  pid: number;
  /** The address of a database of it. */
  url(name: string): string;
  stop(): Promise<void>;
}

async function startStandby(primary: BenchDatabase, number: number): Promise<Standby> {
  const folder = `${dataFolder}_replica_${number}`;
  await rm(folder, { recursive: true, force: true });
  await baseCopy(primary.url, join(dataFolder, "postgres", "data"), folder);
  const settings = streamingFrom(primary.url);
  const postgres = await startHubPostgres({ folder, logger: benchLogger(), settings });
  return {
    pid: postgres.pid,
    url: (name) => postgres.url.replace(/[^/]*$/, name),
    stop: async () => {
      await postgres.stop();
      await rm(folder, { recursive: true });
    },
  };
}

/** A hub, and the processes that work for it. */
interface Served extends ServerProcess {
  name: string;
  metrics: string;
}

async function serveHub(
  database: BenchDatabase,
  name: string,
  settings: Record<string, string>,
): Promise<Served> {
  const port = String(await freePort());
  const all = { ...uncached, ...settings, METRICS_PORT: port };
  const served = await startHub(database, { settings: all });
  return { ...served, name, metrics: `http://127.0.0.1:${port}/metrics` };
}

/** Resolves when all replicas of a hub are ready. */
async function untilReady({ origin }: Served): Promise<void> {
  for (;;) {
    const answer = await fetch(`${origin}/health/ready`);
    const { replicas = [] } = (await answer.json()) as { replicas?: { state: string }[] };
    if (replicas.every(({ state }) => state === "ready")) return;
    await delay(50);
  }
}

/** CPU time a request, in microseconds, by process; and the milliseconds of the slowest of a hundred. */
type Cost = Record<"hub" | "primary" | "replicas" | "p99Ms", number>;

/** One round of requests at a hub. */
async function round(
  { origin, pid }: Served,
  shape: Shape,
  { primary, standbys }: Processes,
  worker: LoadWorker,
): Promise<Cost> {
  const used = () => [
    cpuOf(pid),
    cpuOfTree(primary),
    standbys.reduce((sum, standby) => sum + cpuOfTree(standby.pid), 0),
  ];
  const requests = shape.requests.map(({ variables }) => hubRequest(shape.document, variables));
  const before = used();
  const { latenciesMs } = await worker.run({ origin, requests, connections, seconds });
  const [hub = 0, postgres = 0, replicas = 0] = used().map(
    (after, at) => (after - (before[at] ?? 0)) / latenciesMs.length,
  );
  const p99Ms = latenciesMs.toSorted((a, b) => a - b)[Math.floor(latenciesMs.length * 0.99)] ?? 0;
  return { hub, primary: postgres, replicas, p99Ms };
}

interface Processes {
  primary: number;
  standbys: readonly Standby[];
}

/** The medians of the rounds of each hub, which take turns. */
async function costs(
  hubs: readonly Served[],
  shape: Shape,
  processes: Processes,
  worker: LoadWorker,
): Promise<void> {
  const done = new Map<Served, Cost[]>(hubs.map((hub) => [hub, []]));
  // The first prepares the statements.
  for (let at = 0; at <= rounds; at += 1) {
    for (const [hub, all] of done) {
      const cost = await round(hub, shape, processes, worker);
      if (at > 0) all.push(cost);
    }
  }
  for (const [{ name }, all] of done) {
    const of = (figure: keyof Cost) => rounded(median(all.map((cost) => cost[figure])));
    const figures = (["hub", "primary", "replicas", "p99Ms"] as const).map(of);
    console.log(`| ${[shape.name, name, ...figures].join(" | ")} |`);
  }
}

/** The samples of a hub's counter by the value of its label. */
async function counted({ metrics }: Served, name: string): Promise<Map<string, number>> {
  const text = await (await fetch(metrics)).text();
  const found = text.matchAll(new RegExp(`^${name}\\{\\w+="(\\w+)"\\} (\\d+)`, "gm"));
  return new Map([...found].map(([, label = "", count]) => [label, Number(count)]));
}

/** Who answers reads while somebody writes at an even pace. */
async function shares(
  hub: Served,
  database: BenchDatabase,
  shape: Shape,
  worker: LoadWorker,
  pace: number,
): Promise<void> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const plans = await publicPlans(database.url, 100);
  const ending = new AbortController();
  const writing = async () => {
    let [written, began] = [0, performance.now()];
    while (pace > 0 && !ending.signal.aborted) {
      const plan = plans[written % plans.length];
      if (plan) await retitleBySql(client, plan, `Judul ${written}`);
      written += 1;
      await delay(Math.max(0, began + (1000 * written) / pace - performance.now()));
    }
    return (1000 * written) / (performance.now() - began);
  };
  const names = ["rembuk_replica_reads_total", "rembuk_replica_fallbacks_total"] as const;
  const before = await Promise.all(names.map((name) => counted(hub, name)));
  const writer = writing();
  const requests = shape.requests.map(({ variables }) => hubRequest(shape.document, variables));
  const load = { origin: hub.origin, requests, connections, seconds: 5 };
  const { latenciesMs } = await worker.run(load);
  ending.abort();
  const perSecond = rounded(await writer);
  const after = await Promise.all(names.map((name) => counted(hub, name)));
  const added = after.map((counts, at) =>
    [...counts].map(([label, n]) => `${label} ${n - (before[at]?.get(label) ?? 0)}`).join(", "),
  );
  const sorted = latenciesMs.toSorted((a, b) => a - b);
  const at = (share: number) => rounded(sorted[Math.floor(sorted.length * share)] ?? 0);
  console.log(`| ${[perSecond, latenciesMs.length, ...added, at(0.5), at(0.99)].join(" | ")} |`);
  await client.end();
}

async function measure(database: BenchDatabase, standbys: readonly Standby[]): Promise<void> {
  const name = new URL(database.url).pathname.slice(1);
  const urls = standbys.map((standby) => standby.url(name));
  const pool = new pg.Pool({ connectionString: database.url, max: 1 });
  const shapes = (await readShapes(pool)).filter(({ isGrouped }) => !isGrouped);
  await pool.end();
  const processes = { primary: database.postgresPid ?? 0, standbys };
  const worker: LoadWorker = new Worker("load/requests.js");
  const hubs: Served[] = [];
  try {
    hubs.push(await serveHub(database, "primary alone", {}));
    for (const count of [1, 2]) {
      const settings = { DATABASE_READ_URLS: urls.slice(0, count).join() };
      hubs.push(await serveHub(database, count === 1 ? "one replica" : "two replicas", settings));
    }
    for (const hub of hubs) await untilReady(hub);
    const cached = await serveHub(database, "cached", { RESPONSE_CACHE_BYTES: "268435456" });
    hubs.push(cached);
    console.log(
      "\n| shape | hub | hub µs | primary µs | replicas µs | p99 ms |\n| --- | --- | --- | --- | --- | --- |",
    );
    for (const shape of shapes) await costs(hubs, shape, processes, worker);
    console.log(
      "\n| writes/s | reads | answered by | fell back | p50 ms | p99 ms |\n| --- | --- | --- | --- | --- | --- |",
    );
    const [, , two] = hubs;
    const [, page] = shapes;
    if (two && page) for (const pace of paces) await shares(two, database, page, worker, pace);
  } finally {
    for (const hub of hubs) await hub.stop();
    await worker.stop();
  }
}

/** Runs one statement on a server. */
async function onServer({ url }: BenchDatabase, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

const reload = "select pg_reload_conf()";

async function main(): Promise<void> {
  if (!mayHaveData()) throw new Error("There is no synthetic data: run npm run bench:data");
  const primary = await openBenchDatabase();
  console.log(`load ${loadavg().map(rounded).join(", ")}`);
  try {
    // What is written before the replicas stream is kept for them.
    await onServer(primary, "alter system set wal_keep_size = '8GB'", reload);
    await onCopy(primary, async (copy) => {
      await during(await startStandby(primary, 1), async (first) => {
        await during(await startStandby(primary, 2), (second) => measure(copy, [first, second]));
      });
    });
    console.log(`\nload ${loadavg().map(rounded).join(", ")}`);
  } finally {
    await onServer(primary, "alter system reset wal_keep_size", reload);
    await primary.close();
  }
}

for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));

await main();
