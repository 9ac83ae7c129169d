import type { BenchDatabase } from "./bench-database.js";
import { targetsFor } from "./copy.js";
import type { FrameJob, FrameResult } from "./load/frames.js";
import { during, Worker } from "./processes.js";
import { startHub } from "./servers.js";
import { median, percentile, rounded } from "./statistics.js";

/** The latency from a commit to its frame. */
export interface FrameFigures {
  subscribers: number;
  p50Ms: number;
  p99Ms: number;
  frames: number;
}

/** Measures the time from a commit on the database to the frame at a hub's subscribers. */
export async function measureFrames(
  database: BenchDatabase,
  subscribers: readonly number[],
): Promise<FrameFigures[]> {
  const figures: FrameFigures[] = [];
  await during(await startHub(database), ({ origin }) =>
    during(new Worker<FrameJob, FrameResult>("load/frames.js"), async (worker) => {
      for (const count of subscribers) {
        const targets = (await targetsFor(database, 1))[0] ?? [];
        const job = { origin, url: database.url, targets, subscribers: count, commits: 300 };
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
