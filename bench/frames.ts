import { targetsFor } from "./copy.js";
import type { FrameJob, FrameResult } from "./load/frames.js";
import { during, Worker } from "./processes.js";
import { startHub } from "./servers.js";
import type { Site } from "./site.js";
import { median, percentile, rounded } from "./statistics.js";

/** From commit to frame. */
export interface FrameFigures {
  subscribers: number;
  p50Ms: number;
  p99Ms: number;
  frames: number;
}

/** Measures how long after a commit on the same database a hub's subscribers have its frame. */
export async function measureFrames(
  site: Site,
  subscribers: readonly number[],
): Promise<FrameFigures[]> {
  const figures: FrameFigures[] = [];
  await during(await startHub(site), ({ origin }) =>
    during(new Worker<FrameJob, FrameResult>("load/frames.js"), async (worker) => {
      for (const count of subscribers) {
        const targets = (await targetsFor(site, 1))[0] ?? [];
        const job = { origin, url: site.url, targets, subscribers: count, commits: 300 };
        const { latenciesMs } = await worker.run(job);
        figures.push({
          subscribers: count,
          p50Ms: rounded(median(latenciesMs)),
          p99Ms: rounded(percentile(latenciesMs, 0.99)),
          frames: latenciesMs.length,
        });
      }
    }),
  );
  return figures;
}
