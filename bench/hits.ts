import "reflect-metadata";
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { type BenchDatabase, mayHaveData, openBenchDatabase } from "./bench-database.js";
import { publicPlans } from "./live/plan-copies.js";
import { withSample } from "./live/sample.js";
import { type Plan, retitleBySql } from "./load/retitle-by-sql.js";
import { during } from "./processes.js";
import { startHub } from "./servers.js";
import { documentText } from "./shape.js";

// How many pages of plans come from the response cache while some are written to. `npm run bench:hits` reads the
// synthetic data (`npm run bench:data`), or where there is none, as many copies of the sample's plans;
// `-- 500 1 20`: reads and writes a second, and seconds.

const [reads = 500, writes = 1, seconds = 20] = process.argv.slice(2).map(Number);

/** The number of plans of the synthetic country. */
const wanted = 1808;

const query = documentText("plan-page");

const drawn = <T>(of: readonly T[]): T => of[Math.floor(Math.random() * of.length)] as T;

/** Sends an even stream of calls, so many a second, until its time is over. */
async function each(perSecond: number, call: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  const running: Promise<unknown>[] = [];
  for (let at = 0; at < perSecond * seconds; at += 1) {
    await delay(Math.max(0, began + (1000 * at) / perSecond - performance.now()));
    running.push(call());
  }
  await Promise.all(running);
  return running.length;
}

async function measure(database: BenchDatabase): Promise<void> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const plans = await publicPlans(database.url, wanted);
  // The port of metrics is next to that of most things.
  const settings = { METRICS_PORT: "19464" };
  await during(await startHub(database, { settings }), async ({ origin }) => {
    const read = async ({ id }: Plan) => {
      const body = JSON.stringify({ query, variables: { id } });
      const headers = { "content-type": "application/json" };
      await (await fetch(`${origin}/graphql`, { method: "POST", headers, body })).text();
    };
    const counted = async () => {
      const text = await (await fetch("http://127.0.0.1:19464/metrics")).text();
      return Number(/^rembuk_reads_total\{path="cached",cause=""\} (\d+)/m.exec(text)?.[1] ?? 0);
    };
    // A plan is cached from its second run on.
    for (const plan of [plans[0] as Plan, ...plans]) await read(plan);
    const before = await counted();
    const [all, written] = await Promise.all([
      each(reads, () => read(drawn(plans))),
      each(writes, () => retitleBySql(client, drawn(plans), `Judul ${Math.random()}`)),
    ]);
    const hits = (await counted()) - before;
    const share = ((100 * hits) / all).toFixed(1);
    console.log(
      `${plans.length} plans, ${all} reads, ${written} writes: ${share} % from the cache`,
    );
  });
  await client.end();
}

if (mayHaveData()) {
  const database = await openBenchDatabase();
  await measure(database).finally(() => database.close());
} else {
  await withSample(measure);
}
