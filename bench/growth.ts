import "reflect-metadata";
import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import pg from "pg";
import { type BenchDatabase, mayHaveData, openBenchDatabase } from "./bench-database.js";
import type { RequestJob, RequestResult } from "./load/requests.js";
import { during, Worker } from "./processes.js";
import { readServers } from "./read-servers.js";
import { type Round, type RunningServer, round } from "./reads.js";
import type { Shape } from "./shape.js";
import { readShapes } from "./shapes.js";
import { median, rounded } from "./statistics.js";

// The CPU time of each shape's request at the usual size and at a larger one, of the planned hub and of SQL by
// hand, round by round in turn. Needs the data of both sizes.

const measured = ["planned", "limit"] as const;

interface Size {
  database: BenchDatabase;
  shapes: Shape[];
  servers: Map<string, RunningServer>;
}

/** Opens the data of a size with its servers; `use` has them while they run. */
async function withSize<R>(scale: number, use: (size: Size) => Promise<R>): Promise<R> {
  const database = await openBenchDatabase(scale);
  const pool = new pg.Pool({ connectionString: database.url, max: 1 });
  const shapes = await readShapes(pool).finally(() => pool.end());
  const servers = new Map<string, RunningServer>();
  try {
    for (const server of readServers().filter(({ name }) => measured.some((one) => one === name))) {
      servers.set(server.name, { ...server, ...(await server.start(database)) });
    }
    return await use({ database, shapes, servers });
  } finally {
    for (const server of servers.values()) await server.stop();
    await database.close();
  }
}

const postgresMs = (rounds: readonly Round[]): number =>
  rounded(median(rounds.map(({ postgresCpuUs }) => (postgresCpuUs ?? Number.NaN) / 1000)));

const serverMs = (rounds: readonly Round[]): number =>
  rounded(median(rounds.map(({ serverCpuUs }) => serverCpuUs / 1000)));

/** One server's rounds of a shape at both sizes, in turn. */
async function compare(
  name: string,
  shape: string,
  sizes: readonly Size[],
  worker: Worker<RequestJob, RequestResult>,
  rounds: number,
): Promise<Round[][]> {
  const done: Round[][] = sizes.map(() => []);
  for (let at = -1; at < rounds; at += 1) {
    for (const [place, { servers, shapes, database }] of sizes.entries()) {
      const server = servers.get(name) as RunningServer;
      const found = shapes.find((one) => one.name === shape) as Shape;
      const load = { seconds: 2, connections: 4, ...(at < 0 ? { atLeast: 60 } : {}) };
      const figures = await round(server, found, load, database, worker);
      // The first round fills the caches.
      if (at >= 0) done[place]?.push(figures);
    }
  }
  return done;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      scale: { type: "string", default: "10" },
      rounds: { type: "string", default: "3" },
      shapes: { type: "string" },
    },
  });
  const scale = Number(values.scale);
  if (!mayHaveData() || !mayHaveData(scale)) throw new Error(`No data of sizes 1 and ${scale}`);
  const worker = new Worker<RequestJob, RequestResult>("load/requests.js");
  const titles = "server|Postgres ms, usual|larger|ratio|server ms, usual|larger";
  console.log(
    `| shape | ${titles.split("|").join(" | ")} |\n| --- | --- | --- | --- | --- | --- | --- |`,
  );
  await during(worker, () =>
    withSize(1, (usual) =>
      withSize(scale, async (larger) => {
        const named = values.shapes?.split(",");
        for (const { name: shape } of usual.shapes) {
          if (named && !named.includes(shape)) continue;
          for (const name of measured) {
            const [one = [], other = []] = await compare(
              name,
              shape,
              [usual, larger],
              worker,
              Number(values.rounds),
            );
            const [few, many] = [postgresMs(one), postgresMs(other)];
            const cells = [
              shape,
              name,
              few,
              many,
              rounded(many / few),
              serverMs(one),
              serverMs(other),
            ];
            console.log(`| ${cells.join(" | ")} |`);
          }
        }
      }),
    ),
  );
  console.log(`\nLoad: ${loadavg()[0]?.toFixed(1)}`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
