import type { BenchDatabase } from "./bench-database.js";
import { targetsFor } from "./copy.js";
import type { RequestJob, RequestResult } from "./load/requests.js";
import { during, Worker } from "./processes.js";
import { hubRequest, uncached } from "./read-servers.js";
import type { Effort } from "./reads.js";
import { startHub } from "./servers.js";
import type { Shape } from "./shape.js";
import { percentile, rounded } from "./statistics.js";
import { mutationsAt } from "./writes.js";

/** What a reader waits for its answers, alone and beside writers of the same hub. */
export interface BesideFigures {
  shape: string;
  writers: number;
  aloneP50Ms: number;
  aloneP99Ms: number;
  besideP50Ms: number;
  besideP99Ms: number;
  /** Of all writers together, meanwhile. */
  writesPerSecond: number;
  requests: number;
}

/** One reader sends one request after the other: it waits as a person's portal does, and adds little load. */
const connections = 1;

/** Measures a reader of each shape, uncached, alone and beside writers. */
export async function measureBeside(
  database: BenchDatabase,
  shapes: readonly Shape[],
  writers: number,
  { seconds, rounds, warmUpSeconds }: Effort,
): Promise<BesideFigures[]> {
  const worker = new Worker<RequestJob, RequestResult>("load/requests.js");
  const measured = seconds * rounds;
  return during(await startHub(database, { settings: uncached }), (hub) =>
    during(worker, () =>
      during(mutationsAt(hub), async (mutations) => {
        const write = async (length: number) => {
          const targets = await targetsFor(database, writers);
          return mutations.run({ url: hub.origin, targets, seconds: length });
        };
        await write(warmUpSeconds);
        const figures: BesideFigures[] = [];
        for (const shape of shapes) {
          const requests = shape.requests.map(({ variables }) =>
            hubRequest(shape.document, variables),
          );
          const read = (length: number) =>
            worker.run({ origin: hub.origin, requests, connections, seconds: length });
          await read(warmUpSeconds);
          const alone = await read(measured);
          const [beside, written] = await Promise.all([read(measured), write(measured)]);
          figures.push({
            ...{ shape: shape.title, writers, requests: beside.latenciesMs.length },
            aloneP50Ms: rounded(percentile(alone.latenciesMs, 0.5)),
            aloneP99Ms: rounded(percentile(alone.latenciesMs, 0.99)),
            besideP50Ms: rounded(percentile(beside.latenciesMs, 0.5)),
            besideP99Ms: rounded(percentile(beside.latenciesMs, 0.99)),
            writesPerSecond: rounded(written.latenciesMs.length / written.seconds),
          });
        }
        return figures;
      }),
    ),
  );
}
