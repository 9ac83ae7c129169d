import { deepStrictEqual } from "node:assert";
import { HttpClient, type Request } from "./load/http-client.js";
import type { RequestJob, RequestResult } from "./load/requests.js";
import { cpuOf, cpuOfTree, during, residentOf, type Served, Worker } from "./processes.js";
import { startHandWritten, startHub } from "./servers.js";
import type { Ask, Shape } from "./shapes.js";
import type { Site } from "./site.js";
import { median, percentile, rounded } from "./statistics.js";

/** How long and how hard is measured. */
export interface Effort {
  rounds: number;
  seconds: number;
  warmUpSeconds: number;
  connections: number;
}

/** What one server did on one shape; medians over the rounds. */
export interface ReadFigures {
  requestsPerSecond: number;
  p50Ms: number;
  p99Ms: number;
  /** CPU time a request, in microseconds: of the server's process, and of all of Postgres. */
  serverCpuUs: number;
  postgresCpuUs: number | undefined;
  kilobytes: number;
  residentMiB: number;
  requests: number;
}

/** A shape with the hub's figures, the limit's, and the hub's rate as a share of the limit's. */
export interface ReadComparison {
  shape: string;
  hub: ReadFigures;
  limit: ReadFigures;
  ratio: number;
  /** The lowest and the highest ratio of a pair of rounds. */
  ratios: [number, number];
}

/** One of the two servers, and how it is asked. */
interface Side extends Served {
  request(shape: Shape, ask: Ask): Request;
}

const hubSide = async (site: Site): Promise<Side> => ({
  ...(await startHub(site)),
  request: ({ document }, { variables }) => hubRequest(document, variables),
});

const limitSide = async (site: Site): Promise<Side> => ({
  ...(await startHandWritten(site)),
  request: ({ name }, { values }) => ({ path: `/${[name, ...values].join("/")}` }),
});

/** A request as a portal sends it to the hub. */
export const hubRequest = (query: string, variables: Record<string, unknown>): Request => ({
  path: "/graphql",
  body: JSON.stringify({ query, variables }),
});

/** Fails unless both give the same data for every third request, field by field, row by row. */
async function compare(shape: Shape, sides: readonly Side[]): Promise<void> {
  const asks = shape.asks.filter((_, at) => at % 3 === 0);
  for (const ask of asks) {
    const [hub, limit] = await Promise.all(
      sides.map(async ({ origin, request }) => {
        const client = new HttpClient(origin, 1);
        const answer = await client.json<{ data: unknown }>(request(shape, ask));
        client.close();
        return answer.data;
      }),
    );
    deepStrictEqual(hub, limit, `${shape.name} ${JSON.stringify(ask.variables)}`);
  }
}

type Round = RequestResult & { serverCpuUs: number; postgresCpuUs: number | undefined };

/** One side under load for one round. */
async function round(
  { pid, origin, request }: Side,
  shape: Shape,
  { seconds, connections }: Pick<Effort, "seconds" | "connections">,
  { postgresPid }: Site,
  worker: Worker<RequestJob, RequestResult>,
): Promise<Round> {
  const postgres = () => (postgresPid ? cpuOfTree(postgresPid) : Number.NaN);
  const requests = shape.asks.map((ask) => request(shape, ask));
  const before = [cpuOf(pid), postgres()] as const;
  const result = await worker.run({ origin, requests, connections, seconds });
  const each = (after: number, from: number) => (after - from) / result.latenciesMs.length;
  return {
    ...result,
    serverCpuUs: each(cpuOf(pid), before[0]),
    postgresCpuUs: postgresPid && each(postgres(), before[1]),
  };
}

const rateOf = ({ latenciesMs, seconds }: Round): number => latenciesMs.length / seconds;

function figuresOf(rounds: readonly Round[], { pid }: Side): ReadFigures {
  const latencies = rounds.flatMap(({ latenciesMs }) => latenciesMs);
  const bytes = rounds.reduce((sum, one) => sum + one.bytes, 0);
  const postgres = rounds.flatMap(({ postgresCpuUs }) => postgresCpuUs ?? []);
  return {
    requestsPerSecond: rounded(median(rounds.map(rateOf))),
    p50Ms: rounded(percentile(latencies, 0.5)),
    p99Ms: rounded(percentile(latencies, 0.99)),
    serverCpuUs: rounded(median(rounds.map(({ serverCpuUs }) => serverCpuUs))),
    postgresCpuUs: postgres.length > 0 ? rounded(median(postgres)) : undefined,
    kilobytes: rounded(bytes / latencies.length / 1000),
    residentMiB: residentOf(pid),
    requests: latencies.length,
  };
}

async function measure(
  shape: Shape,
  [hub, limit]: readonly [Side, Side],
  effort: Effort,
  site: Site,
  worker: Worker<RequestJob, RequestResult>,
): Promise<ReadComparison> {
  await compare(shape, [hub, limit]);
  const warmUp = { ...effort, seconds: effort.warmUpSeconds };
  for (const side of [hub, limit]) await round(side, shape, warmUp, site, worker);
  const pairs: [Round, Round][] = [];
  for (let at = 0; at < effort.rounds; at += 1) {
    pairs.push([
      await round(hub, shape, effort, site, worker),
      await round(limit, shape, effort, site, worker),
    ]);
  }
  const ratios = pairs.map(([one, other]) => rateOf(one) / rateOf(other));
  return {
    shape: shape.title,
    hub: figuresOf(
      pairs.map(([one]) => one),
      hub,
    ),
    limit: figuresOf(
      pairs.map(([, other]) => other),
      limit,
    ),
    ratio: rounded(median(ratios)),
    ratios: [rounded(Math.min(...ratios)), rounded(Math.max(...ratios))],
  };
}

/** Measures every shape on the hub and on hand-written SQL in turn, after both have answered alike. */
export async function measureReads(
  site: Site,
  shapes: readonly Shape[],
  effort: Effort,
): Promise<ReadComparison[]> {
  const worker = new Worker<RequestJob, RequestResult>("load/requests.js");
  return during(worker, async () =>
    during(await hubSide(site), async (hub) =>
      during(await limitSide(site), async (limit) => {
        const compared: ReadComparison[] = [];
        for (const shape of shapes) {
          compared.push(await measure(shape, [hub, limit], effort, site, worker));
        }
        return compared;
      }),
    ),
  );
}
