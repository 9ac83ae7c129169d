import "reflect-metadata";
import { loadavg } from "node:os";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import pg from "pg";
import { type BenchDatabase, openBenchDatabase } from "./bench-database.js";
import type { RequestJob, RequestResult } from "./load/requests.js";
import { during, Worker } from "./processes.js";
import { hubRequest, uncached } from "./read-servers.js";
import { type Round, type RunningServer, round } from "./reads.js";
import { startHub } from "./servers.js";
import type { Shape } from "./shape.js";
import { readShapes } from "./shapes.js";
import { median, rounded } from "./statistics.js";

// The CPU time of a planned read by two or more builds of the hub, round by round in turn:
// `npm run bench:builds -- --builds /path/to/other/dist,dist --shapes planList`.

/** The load of each round. */
interface Load {
  rounds: number;
  /** Of each round; the warm-up has three times as many. */
  requests: number;
  connections: number;
}

function options() {
  const { values } = parseArgs({
    options: {
      builds: { type: "string", default: "dist" },
      shapes: { type: "string" },
      rounds: { type: "string", default: "5" },
      requests: { type: "string", default: "700" },
      connections: { type: "string", default: "8" },
    },
  });
  return {
    builds: values.builds.split(","),
    named: values.shapes?.split(","),
    load: {
      rounds: Number(values.rounds),
      requests: Number(values.requests),
      connections: Number(values.connections),
    },
  };
}

async function shapesOf({ url }: BenchDatabase, named?: readonly string[]): Promise<Shape[]> {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  const shapes = await readShapes(pool).finally(() => pool.end());
  return named ? shapes.filter(({ name }) => named.includes(name)) : shapes;
}

async function startBuild(database: BenchDatabase, build: string): Promise<RunningServer> {
  const program = resolve(build, "src", "main.js");
  const start = () => startHub(database, { settings: uncached, program });
  const request: RunningServer["request"] = ({ document }, { variables }) =>
    hubRequest(document, variables);
  return { ...(await start()), name: "planned", start, request };
}

/** The rounds of each build on one shape, in turn. */
async function measure(
  shape: Shape,
  running: readonly RunningServer[],
  { rounds, requests, connections }: Load,
  database: BenchDatabase,
): Promise<Round[][]> {
  const worker = new Worker<RequestJob, RequestResult>("load/requests.js");
  return during(worker, async () => {
    const done: Round[][] = running.map(() => []);
    for (let at = -1; at < rounds; at += 1) {
      for (const [place, server] of running.entries()) {
        // The first round prepares the statements and compiles the code. A number, not a time: what a hub does
        // each second counts for all builds alike.
        const atLeast = at < 0 ? requests * 3 : requests;
        const one = await round(
          server,
          shape,
          { seconds: 0, connections, atLeast },
          database,
          worker,
        );
        if (at >= 0) done[place]?.push(one);
      }
    }
    return done;
  });
}

async function compare(database: BenchDatabase): Promise<void> {
  const { builds, named, load } = options();
  const shapes = await shapesOf(database, named);
  const running: RunningServer[] = [];
  try {
    for (const build of builds) running.push(await startBuild(database, build));
    console.log(
      "| shape | build | hub µs | Postgres µs | requests |\n| --- | --- | --- | --- | --- |",
    );
    for (const shape of shapes) {
      const done = await measure(shape, running, load, database);
      for (const [place, rounds] of done.entries()) {
        const hub = rounded(median(rounds.map(({ serverCpuUs }) => serverCpuUs)));
        const postgres = rounded(median(rounds.map((one) => one.postgresCpuUs ?? Number.NaN)));
        const requests = rounds.reduce((sum, { latenciesMs }) => sum + latenciesMs.length, 0);
        console.log(`| ${[shape.name, builds[place], hub, postgres, requests].join(" | ")} |`);
      }
    }
  } finally {
    for (const server of running) await server.stop();
  }
  console.log(`\nLoad: ${loadavg()[0]?.toFixed(1)}`);
}

async function main(): Promise<void> {
  const database = await openBenchDatabase();
  await compare(database).finally(() => database.close());
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
