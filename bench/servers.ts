import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "../src/app/store.js";
import { type Served, serve } from "./processes.js";
import { benchConfig, benchPath, hubEnvironment, type Site } from "./site.js";

/** How a hub is started for a measurement; as `npm start` has it where nothing is said. */
export interface HubStart {
  /** Settings beside those of every hub of the benchmark. */
  settings?: Record<string, string>;
  execArgv?: string[];
}

/** Starts the hub on the data, as a process of its own. */
export const startHub = (
  { url }: Site,
  { settings = {}, execArgv = [] }: HubStart = {},
): Promise<Served> =>
  serve("../src/main.js", "/health/ready", { ...hubEnvironment(url), ...settings }, execArgv);

/**
 * Postgres' own setting for all but the hub, which has its own: a prepared statement is planned once.
 * Left to choose, Postgres plans some of them anew for every request, which costs as much as to run
 * them; measured, none of their statements is the slower for it.
 */
const plannedOnce = { PGOPTIONS: "-c plan_cache_mode=force_generic_plan" };

/** Starts the limit: hand-written SQL over node:http. */
export const startHandWritten = ({ url }: Site): Promise<Served> =>
  serve("hand-written.js", "/", { ...hubEnvironment(url), ...plannedOnce });

/** The other GraphQL servers that the benchmark knows. */
export type Peer = "postgraphile" | "mercurius";

/** Whether `npm run bench:peers` has installed the other servers. */
export const peersInstalled = (): boolean =>
  existsSync(benchPath("peers", "node_modules", "postgraphile"));

/** Starts one of them in production mode on the same data, with a pool as large as the hub's. */
export const startPeer = ({ url }: Site, peer: Peer): Promise<Served> =>
  serve(benchPath("peers", peer, "server.mjs"), "/graphql?query=%7B__typename%7D", {
    NODE_ENV: "production",
    GRAPHILE_ENV: "production",
    ...plannedOnce,
    DATABASE_URL: url,
    DATABASE_POOL_SIZE: String(benchConfig(url).databasePoolSize),
  });

/** How `npm start` bounds the hub's memory. */
export function shippedMemory(): string[] {
  const text = readFileSync(join(projectFolder(), "package.json"), "utf8");
  const { scripts } = JSON.parse(text) as { scripts: { start: string } };
  return scripts.start.match(/--max-\S+/g) ?? [];
}
