import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "../src/app/store.js";
import { type BenchDatabase, benchConfig, benchPath, hubEnvironment } from "./bench-database.js";
import { type ServerProcess, serve } from "./processes.js";

/** The options of a hub's start; the defaults are those of `npm start`. */
export interface HubStart {
  /** Settings in addition to those of every hub of the benchmark. */
  settings?: Record<string, string>;
  execArgv?: string[];
  /** The program of another build. */
  program?: string | undefined;
}

/** Starts the hub on the data, in a process of its own. */
export const startHub = (
  { url }: BenchDatabase,
  { settings = {}, execArgv = [], program = "../src/main.js" }: HubStart = {},
): Promise<ServerProcess> =>
  serve(program, "/health/ready", { ...hubEnvironment(url), ...settings }, execArgv);

/**
 * The Postgres setting for all servers except the hub, which sets it itself: a prepared statement is
 * planned once. By default, Postgres would plan some statements for every request, which costs as much
 * as running them. Measured, it makes no statement slower.
 */
const plannedOnce = { PGOPTIONS: "-c plan_cache_mode=force_generic_plan" };

/** Starts the server that is the limit: hand-written SQL over node:http. */
export const startHandWritten = ({ url }: BenchDatabase): Promise<ServerProcess> =>
  serve("hand-written.js", "/", { ...hubEnvironment(url), ...plannedOnce });

/** The other GraphQL servers of the benchmark. */
export type Peer = "postgraphile" | "mercurius";

/** Whether `npm run bench:peers` has installed the peers. */
export const peersInstalled = (): boolean =>
  existsSync(benchPath("peers", "node_modules", "postgraphile"));

/** Starts a peer in production mode on the same data, with a pool of the hub's size. */
export const startPeer = ({ url }: BenchDatabase, peer: Peer): Promise<ServerProcess> =>
  serve(benchPath("peers", peer, "server.mjs"), "/graphql?query=%7B__typename%7D", {
    NODE_ENV: "production",
    GRAPHILE_ENV: "production",
    ...plannedOnce,
    DATABASE_URL: url,
    DATABASE_POOL_SIZE: String(benchConfig(url).databasePoolSize),
  });

/** The memory limits of `npm start`. */
export function shippedMemory(): string[] {
  const text = readFileSync(join(projectFolder(), "package.json"), "utf8");
  const { scripts } = JSON.parse(text) as { scripts: { start: string } };
  return scripts.start.match(/--max-\S+/g) ?? [];
}
