import { deepStrictEqual } from "node:assert";
import { HttpClient } from "./load/http-client.js";
import type { RequestJob, RequestResult } from "./load/requests.js";
import { cpuOf, cpuOfTree, during, residentOf, type Served, Worker } from "./processes.js";
import { type ReadServer, type ReadServerName, readServers } from "./read-servers.js";
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
  /** The rate of each round, in their order: rates of the same round are compared. */
  rates: number[];
  p50Ms: number;
  p99Ms: number;
  /** CPU time a request, in microseconds: of the server's process, and of all of Postgres. */
  serverCpuUs: number;
  postgresCpuUs: number | undefined;
  kilobytes: number;
  residentMiB: number;
  requests: number;
}

/** A shape with the figures of every server that was measured. */
export interface ReadComparison {
  name: Shape["name"];
  shape: string;
  servers: Partial<Record<ReadServerName, ReadFigures>>;
}

/** A server that runs. */
type Side = ReadServer & Served;

async function dataOf({ origin, request }: Side, shape: Shape, ask: Ask): Promise<unknown> {
  const client = new HttpClient(origin, 1);
  const answer = await client.json<{ data: unknown }>(request(shape, ask));
  client.close();
  return answer.data;
}

/** The data with each value as `reading` understands it. */
const read = (data: unknown, reading: NonNullable<ReadServer["reading"]>): unknown =>
  JSON.parse(JSON.stringify(data), reading);

/** Fails unless all give the same data for every third request, field by field, row by row. */
async function compare(shape: Shape, [first, ...others]: readonly Side[]): Promise<void> {
  const asks = shape.asks.filter((_, at) => at % 3 === 0);
  for (const ask of asks) {
    const wanted = await dataOf(first as Side, shape, ask);
    for (const side of others) {
      const found = await dataOf(side, shape, ask);
      const [one, other] = side.reading
        ? [read(found, side.reading), read(wanted, side.reading)]
        : [found, wanted];
      deepStrictEqual(one, other, `${side.name} ${shape.name} ${JSON.stringify(ask.variables)}`);
    }
  }
}

type Round = RequestResult & { serverCpuUs: number; postgresCpuUs: number | undefined };

type Load = Pick<RequestJob, "seconds" | "connections" | "atLeast">;

/** One side under load for one round. */
async function round(
  { name, pid, origin, request }: Side,
  shape: Shape,
  load: Load,
  { postgresPid }: Site,
  worker: Worker<RequestJob, RequestResult>,
): Promise<Round> {
  const postgres = () => (postgresPid ? cpuOfTree(postgresPid) : Number.NaN);
  const requests = shape.asks.map((ask) => request(shape, ask));
  const before = [cpuOf(pid), postgres()] as const;
  const result = await worker.run({ origin, requests, ...load }).catch((cause: unknown) => {
    throw new Error(`${name} fails under the load of ${shape.name}`, { cause });
  });
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
  const rates = rounds.map(rateOf);
  return {
    requestsPerSecond: rounded(median(rates)),
    rates: rates.map(rounded),
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
  sides: readonly Side[],
  { rounds: count, seconds, warmUpSeconds, connections }: Effort,
  site: Site,
  worker: Worker<RequestJob, RequestResult>,
): Promise<ReadComparison> {
  await compare(shape, sides);
  // Each has met every request before it is timed: what it may keep, it has.
  const warmUp = { seconds: warmUpSeconds, connections, atLeast: shape.asks.length };
  for (const side of sides) await round(side, shape, warmUp, site, worker);
  const rounds = new Map<Side, Round[]>(sides.map((side) => [side, []]));
  for (let at = 0; at < count; at += 1) {
    for (const [side, done] of rounds) {
      done.push(await round(side, shape, { seconds, connections }, site, worker));
    }
  }
  const figures = [...rounds].map(([side, done]) => [side.name, figuresOf(done, side)] as const);
  return { name: shape.name, shape: shape.title, servers: Object.fromEntries(figures) };
}

/** Starts the servers, does something with them all, and stops them whatever happens. */
async function withSides<R>(
  site: Site,
  [next, ...others]: readonly ReadServer[],
  does: (sides: Side[]) => Promise<R>,
): Promise<R> {
  if (!next) return does([]);
  return during(await next.start(site), (served) =>
    withSides(site, others, (sides) => does([{ ...next, ...served }, ...sides])),
  );
}

/** Measures every shape on every server in turn, after all have answered alike. */
export async function measureReads(
  site: Site,
  shapes: readonly Shape[],
  effort: Effort,
): Promise<ReadComparison[]> {
  const worker = new Worker<RequestJob, RequestResult>("load/requests.js");
  return during(worker, () =>
    withSides(site, readServers(), async (sides) => {
      const compared: ReadComparison[] = [];
      for (const shape of shapes) {
        console.error(shape.title);
        compared.push(await measure(shape, sides, effort, site, worker));
      }
      return compared;
    }),
  );
}
