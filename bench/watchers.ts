import pg from "pg";
import type { Plan } from "./load/retitle-by-sql.js";
import type { WatchJob, WatchResult } from "./load/watchers.js";
import { during, residentOf, Worker } from "./processes.js";
import { startHub } from "./servers.js";
import { documentText } from "./shapes.js";
import type { Site } from "./site.js";
import { median, percentile, rounded } from "./statistics.js";

/** What a change of one plan takes until all who watch it have its frame, and what it costs. */
export interface WatchFigures {
  watchers: number;
  /** From the commit to the first watcher's frame and to the last's. */
  firstMs: number;
  lastMs: number;
  lastP99Ms: number;
  /** CPU time of the hub for one change, in microseconds. */
  hubCpuUs: number;
  kilobytes: number;
  residentMiB: number;
  changes: number;
}

/** A public plan with everything that its page shows. */
async function planOf({ url }: Site): Promise<Plan> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Plan>(
    `select id, title, programme_id as programme, area_id as area, lead_id as lead from action_plan
     where visibility = 'PUBLIC' and key like 'synthetic-%' order by md5(key) limit 1`,
  );
  await client.end();
  return rows[0] as Plan;
}

/** Measures what a change costs when so many watch its plan, each on a socket of its own. */
export async function measureWatchers(
  site: Site,
  watchers: readonly number[],
): Promise<WatchFigures[]> {
  const figures: WatchFigures[] = [];
  for (const count of watchers) {
    await during(await startHub(site), ({ origin, pid }) =>
      during(new Worker<WatchJob, WatchResult>("load/watchers.js"), async (worker) => {
        const shared = { origin, pid, url: site.url, document: documentText("watch-plan") };
        const job = { ...shared, plan: await planOf(site), watchers: count, commits: 100 };
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
