import { deepStrictEqual } from "node:assert";
import type { BenchDatabase } from "./bench-database.js";
import { HttpClient } from "./load/http-client.js";
import type { RequestJob, RequestResult } from "./load/requests.js";
import { cpuOf, cpuOfTree, during, residentOf, type ServerProcess, Worker } from "./processes.js";
import { type ReadServer, type ReadServerName, readServers } from "./read-servers.js";
import type { Shape, ShapeRequest } from "./shape.js";
import { median, percentile, rounded } from "./statistics.js";

/** The length and the load of a measurement. */
export interface Effort {
  rounds: number;
  seconds: number;
  warmUpSeconds: number;
  connections: number;
  /** The number of requests of a shape whose answers are compared at most. */
  compared: number;
}

/** The figures of one server on one shape: medians over the rounds. */
export interface ReadFigures {
  requestsPerSecond: number;
  /** The rate of each round, in order: rates of the same round are compared. */
  rates: number[];
  p50Ms: number;
  p99Ms: number;
  /** CPU time per request, in microseconds: of the server's process, and of all of Postgres. */
  serverCpuUs: number;
  postgresCpuUs: number | undefined;
  kilobytes: number;
  residentMiB: number;
  requests: number;
}

/** A shape with the figures of every measured server. */
export interface ReadComparison {
  name: Shape["name"];
  shape: string;
  servers: Partial<Record<ReadServerName, ReadFigures>>;
}

/** A running server. */
export type RunningServer = ReadServer & ServerProcess;

async function dataOf(
  { origin, request }: RunningServer,
  shape: Shape,
  asked: ShapeRequest,
): Promise<unknown> {
  const client = new HttpClient(origin, 1);
  const answer = await client.json<{ data: unknown }>(request(shape, asked));
  client.close();
  return answer.data;
}

/** The data with each value normalised. */
const normalised = (data: unknown, normalise: NonNullable<ReadServer["normalise"]>): unknown =>
  JSON.parse(JSON.stringify(data), normalise);

/** Fails unless all servers give the same data for every third request, up to a number. */
async function compare(
  shape: Shape,
  [first, ...others]: readonly RunningServer[],
  most: number,
): Promise<void> {
  const checked = shape.requests.filter((_, at) => at % 3 === 0).slice(0, most);
  for (const one of checked) {
    const expected = await dataOf(first as RunningServer, shape, one);
    for (const server of others) {
      const found = await dataOf(server, shape, one);
      const [actual, wanted] = server.normalise
        ? [normalised(found, server.normalise), normalised(expected, server.normalise)]
        : [found, expected];
      deepStrictEqual(
        actual,
        wanted,
        `${server.name} ${shape.name} ${JSON.stringify(one.variables)}`,
      );
    }
  }
}

export type Round = RequestResult & { serverCpuUs: number; postgresCpuUs: number | undefined };

type Load = Pick<RequestJob, "seconds" | "connections" | "atLeast">;

/** Measures one server under load for one round. */
export async function round(
  { name, pid, origin, request }: RunningServer,
  shape: Shape,
  load: Load,
  { postgresPid }: BenchDatabase,
  worker: Worker<RequestJob, RequestResult>,
): Promise<Round> {
  const postgres = () => (postgresPid ? cpuOfTree(postgresPid) : Number.NaN);
  const requests = shape.requests.map((one) => request(shape, one));
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

function figuresOf(rounds: readonly Round[], { pid }: RunningServer): ReadFigures {
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
  running: readonly RunningServer[],
  { rounds: count, seconds, warmUpSeconds, connections, compared }: Effort,
  database: BenchDatabase,
  worker: Worker<RequestJob, RequestResult>,
): Promise<ReadComparison> {
  const servers = running.filter(({ answers }) => answers?.(shape) ?? true);
  await compare(shape, servers, compared);
  // Each server gets every request before it is timed, so that its caches are full.
  const warmUp = { seconds: warmUpSeconds, connections, atLeast: shape.requests.length };
  for (const server of servers) await round(server, shape, warmUp, database, worker);
  const rounds = new Map<RunningServer, Round[]>(servers.map((server) => [server, []]));
  for (let at = 0; at < count; at += 1) {
    for (const [server, done] of rounds) {
      done.push(await round(server, shape, { seconds, connections }, database, worker));
    }
  }
  const figures = [...rounds].map(
    ([server, done]) => [server.name, figuresOf(done, server)] as const,
  );
  return { name: shape.name, shape: shape.title, servers: Object.fromEntries(figures) };
}

/** Runs `work` with all servers, and stops them in any case. */
async function withServers<R>(
  database: BenchDatabase,
  [next, ...others]: readonly ReadServer[],
  work: (servers: RunningServer[]) => Promise<R>,
): Promise<R> {
  if (!next) return work([]);
  return during(await next.start(database), (process) =>
    withServers(database, others, (running) => work([{ ...next, ...process }, ...running])),
  );
}

/** Measures every shape on every server in turn, after a comparison of their answers. */
export async function measureReads(
  database: BenchDatabase,
  shapes: readonly Shape[],
  effort: Effort,
): Promise<ReadComparison[]> {
  const worker = new Worker<RequestJob, RequestResult>("load/requests.js");
  return during(worker, () =>
    withServers(database, readServers(), async (servers) => {
      const compared: ReadComparison[] = [];
      for (const shape of shapes) {
        console.error(shape.title);
        compared.push(await measure(shape, servers, effort, database, worker));
      }
      return compared;
    }),
  );
}
