import pg from "pg";
import type { BenchDatabase } from "./bench-database.js";
import type { Plan } from "./load/retitle-by-sql.js";
import type { WatchJob, WatchResult } from "./load/watchers.js";
import { during, residentOf, Worker } from "./processes.js";
import { startHub } from "./servers.js";
import { documentText } from "./shape.js";
import { median, percentile, rounded } from "./statistics.js";

/** The time until all watchers of a plan have the frame of a change, and its cost. */
export interface WatchFigures {
  watchers: number;
  /** The times from the commit to the first and to the last watcher's frame. */
  firstMs: number;
  lastMs: number;
  lastP99Ms: number;
  /** CPU time of the hub per change, in microseconds. */
  hubCpuUs: number;
  kilobytes: number;
  residentMiB: number;
  changes: number;
}

/** A public plan. */
async function planOf({ url }: BenchDatabase): Promise<Plan> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Plan>(
    `select id, title_text->>'english' as title, programme_id as programme, area_id as area, lead_id as lead from action_plan
     where visibility = 'PUBLIC' and key like 'synthetic-%' order by md5(key) limit 1`,
  );
  await client.end();
  return rows[0] as Plan;
}

/** Measures changes of a plan for several numbers of watchers, each on a socket of its own. */
export async function measureWatchers(
  database: BenchDatabase,
  watchers: readonly number[],
): Promise<WatchFigures[]> {
  const figures: WatchFigures[] = [];
  for (const count of watchers) {
    await during(await startHub(database), ({ origin, pid }) =>
      during(new Worker<WatchJob, WatchResult>("load/watchers.js"), async (worker) => {
        const shared = { origin, pid, url: database.url, document: documentText("watch-plan") };
        const job = { ...shared, plan: await planOf(database), watchers: count, commits: 100 };
        const { firstMs, lastMs, cpuUs, frameBytes } = await worker.run(job);
        figures.push({
          watchers: count,
          firstMs: rounded(median(firstMs)),
          lastMs: rounded(median(lastMs)),
          lastP99Ms: rounded(percentile(lastMs, 0.99)),
          hubCpuUs: rounded(cpuUs),
          kilobytes: rounded(frameBytes / 1000),
          residentMiB: residentOf(pid),
          changes: lastMs.length,
        });
      }),
    );
  }
  return figures;
}
