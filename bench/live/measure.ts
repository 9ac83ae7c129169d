import { type BenchDatabase, benchPath } from "../bench-database.js";
import { during, type ServerProcess, serve, Worker } from "../processes.js";
import { peersInstalled, startHub } from "../servers.js";
import { median, percentile, rounded } from "../statistics.js";
import { watchDocument } from "./frame-text.js";
import { publicPlans } from "./plan-copies.js";
import type { LiveJob, LiveResult } from "./watch-worker.js";

/** What one server does for so many watchers. */
export interface LiveFigures {
  server: LiveServer;
  watchers: number;
  /** The number of plans over which the watchers are spread. */
  plans: number;
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

/** Watchers, spread over plans. */
export interface Crowd {
  watchers: number;
  plans: number;
}

/** Seconds of each part of a run. */
const seconds = 5;

/** All watchers come from one address. */
export const unlimited = {
  CONSOLE: "off",
  LIMIT_SOCKETS_PER_CLIENT: "100000",
  LIMIT_SUBSCRIPTIONS_PER_CLIENT: "100000",
  ...{ LIMIT_STARTS_PER_CLIENT: "0", LIVE_STARTS_WAITING: "200000" },
};

const frameTextFile = new URL("./frame-text.js", import.meta.url).href;

const started: Record<LiveServer, (database: BenchDatabase) => Promise<ServerProcess>> = {
  limit: () => serve("live/limit-server.js", "/", {}),
  "graphql-ws": () => serve("live/graphql-ws-server.js", "/", { NODE_ENV: "production" }),
  mercurius: () =>
    serve(benchPath("peers", "mercurius-live", "server.mjs"), "/", {
      NODE_ENV: "production",
      FRAME_TEXT: frameTextFile,
    }),
  hub: (database) => startHub(database, { settings: unlimited }),
};

async function figuresOf(
  database: BenchDatabase,
  server: LiveServer,
  { watchers, plans }: Crowd,
): Promise<LiveFigures> {
  const { url } = database;
  const watched = await publicPlans(database.url, plans);
  const found = await during(await started[server](database), (running) =>
    during(new Worker<LiveJob, LiveResult>("live/watch-worker.js"), (worker) =>
      worker.run({
        ...{ origin: running.origin, pid: running.pid, watchers, seconds },
        ...{ query: watchDocument, plans: watched },
        ...(server === "hub" ? { url } : {}),
      }),
    ),
  );
  return { server, watchers, plans, ...shown(found) };
}

/**
 * Measures the servers in turn: all of them for watchers of one plan, the hub alone where they are spread over
 * several.
 */
export async function measureLive(
  database: BenchDatabase,
  crowds: readonly Crowd[],
): Promise<LiveFigures[]> {
  const figures: LiveFigures[] = [];
  for (const crowd of crowds) {
    for (const server of servers) {
      if (server === "mercurius" && !peersInstalled()) continue;
      if (crowd.plans > 1 && server !== "hub") continue;
      figures.push(await figuresOf(database, server, crowd));
    }
  }
  return figures;
}

const shown = ({ ceiling, cpuUs, latenciesMs, frameBytes, residentMiB }: LiveResult) => ({
  ...{ ceiling: Math.round(ceiling), cpuUs: rounded(cpuUs) },
  ...{ p50Ms: rounded(median(latenciesMs)), p99Ms: rounded(percentile(latenciesMs, 0.99)) },
  ...{ frameBytes, residentMiB },
});
