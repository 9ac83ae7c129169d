import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { startHubPostgres } from "../../src/platform/hub-postgres.js";
import { benchLogger, benchPath, hubEnvironment } from "../bench-database.js";
import type { Plan } from "../load/retitle-by-sql.js";
import { during, type ServerProcess, serve, Worker } from "../processes.js";
import { peersInstalled } from "../servers.js";
import { median, percentile, rounded } from "../statistics.js";
import { watchDocument } from "./frame-text.js";
import type { LiveJob, LiveResult } from "./watch-worker.js";

/** What one server does for so many watchers of one thing. */
export interface LiveFigures {
  server: LiveServer;
  watchers: number;
  /** Deliveries a second, and CPU of the server for each, in microseconds. */
  ceiling: number;
  cpuUs: number;
  /** From commit to receipt, at half of the server's own ceiling. */
  p50Ms: number;
  p99Ms: number;
  frameBytes: number;
  residentMiB: number;
}

const servers = ["limit", "hub", "graphql-ws", "mercurius"] as const;
type LiveServer = (typeof servers)[number];

/** Seconds of each part of a run. */
const seconds = 5;

/** The address of the database of a hub with the sample, and a public plan of it. */
interface LiveData {
  url: string;
  plan: Plan;
}

async function publicPlan(url: string): Promise<Plan> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Plan>(
    `select id, coalesce(title_text->>'english', title_text->>'indonesian') as title,
       programme_id as programme, area_id as area, lead_id as lead
     from action_plan where visibility = 'PUBLIC' order by key limit 1`,
  );
  await client.end();
  return rows[0] as Plan;
}

const hubOn = (url: string, folder: string): Promise<ServerProcess> =>
  serve("../src/main.js", "/health/ready", {
    ...hubEnvironment(url),
    ...{ REMBUK_DATA: folder, REMBUK_SAMPLE: "on", CONSOLE: "off" },
    // All watchers come from one address.
    LIMIT_SOCKETS_PER_CLIENT: "100000",
    LIMIT_SUBSCRIPTIONS_PER_CLIENT: "100000",
  });

/** Runs `work` with a Postgres of its own, whose sample a first hub has made. */
async function withData<T>(work: (data: LiveData, folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "rembuk-live-"));
  const postgres = await startHubPostgres({
    folder: join(folder, "postgres"),
    logger: benchLogger(),
  });
  try {
    await during(await hubOn(postgres.url, folder), async () => undefined);
    return await work({ url: postgres.url, plan: await publicPlan(postgres.url) }, folder);
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

const frameTextFile = new URL("./frame-text.js", import.meta.url).href;

const started: Record<LiveServer, (data: LiveData, folder: string) => Promise<ServerProcess>> = {
  limit: () => serve("live/limit-server.js", "/", {}),
  "graphql-ws": () => serve("live/graphql-ws-server.js", "/", { NODE_ENV: "production" }),
  mercurius: () =>
    serve(benchPath("peers", "mercurius-live", "server.mjs"), "/", {
      NODE_ENV: "production",
      FRAME_TEXT: frameTextFile,
    }),
  hub: ({ url }, folder) => hubOn(url, folder),
};

/** The global id of a plan, as the hub's documents take it. */
const idOf = ({ id }: Plan): string => id;

/** Measures all servers in turn, for each number of watchers. */
export async function measureLive(watchers: readonly number[]): Promise<LiveFigures[]> {
  const figures: LiveFigures[] = [];
  const named = peersInstalled() ? servers : servers.filter((server) => server !== "mercurius");
  await withData(async (data, folder) => {
    for (const count of watchers) {
      for (const server of named) {
        const found = await during(await started[server](data, folder), (running) =>
          during(new Worker<LiveJob, LiveResult>("live/watch-worker.js"), (worker) =>
            worker.run({
              ...{ origin: running.origin, pid: running.pid, watchers: count, seconds },
              ...{ query: watchDocument, variables: { id: idOf(data.plan) } },
              ...(server === "hub" ? { commits: data } : {}),
            }),
          ),
        );
        figures.push({ server, watchers: count, ...shown(found) });
      }
    }
  });
  return figures;
}

const shown = ({ ceiling, cpuUs, latenciesMs, frameBytes, residentMiB }: LiveResult) => ({
  ...{ ceiling: Math.round(ceiling), cpuUs: rounded(cpuUs) },
  ...{ p50Ms: rounded(median(latenciesMs)), p99Ms: rounded(percentile(latenciesMs, 0.99)) },
  ...{ frameBytes, residentMiB },
});
