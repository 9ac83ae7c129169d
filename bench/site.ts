import { existsSync } from "node:fs";
import { join } from "node:path";
import { pino } from "pino";
import { projectFolder } from "../src/app/store.js";
import { type Config, parseConfig } from "../src/platform/config.js";
import { startHubPostgres } from "../src/platform/hub-postgres.js";
import { type Logger, makeLogger } from "../src/platform/logger.js";

/** The Postgres that holds the synthetic data. */
export interface Site {
  url: string;
  /** The process id of Postgres' first process; absent for a server that is not our own. */
  postgresPid: number | undefined;
  /** Leaves it; the embedded one stops. */
  leave(): Promise<void>;
}

/** The benchmark's own folder, apart from the hub's: its Postgres and its development keys. */
export const dataFolder = join(projectFolder(), ".rembuk", "bench");

/** A file or folder of the benchmark's sources, wherever the compiled code lies. */
export const benchPath = (...parts: string[]): string => join(projectFolder(), "bench", ...parts);

/** The log of what the benchmark starts in its own process; standard output is the report's. */
export const benchLogger = (): Logger =>
  makeLogger({ logLevel: "warn", environment: "development" }, pino.destination(2));

/** What a hub on the synthetic data is told: as in production, but for the development issuer. */
export const hubEnvironment = (url: string): Record<string, string> => ({
  NODE_ENV: "development",
  REMBUK_DATA: dataFolder,
  REMBUK_SAMPLE: "off",
  DATABASE_URL: url,
  LOG_LEVEL: "warn",
  INTROSPECTION: "off",
  GRAPHIQL: "off",
});

/** The configuration of what works on the data without being a hub. */
export const benchConfig = (url: string, more: Record<string, string> = {}): Config =>
  parseConfig({ ...hubEnvironment(url), ...more });

/** Reaches the server of `BENCH_DATABASE_URL`, or starts the embedded one in the benchmark's folder. */
export async function openSite(): Promise<Site> {
  const url = process.env.BENCH_DATABASE_URL;
  if (url) return { url, postgresPid: undefined, leave: async () => {} };
  const folder = join(dataFolder, "postgres");
  const postgres = await startHubPostgres({ folder, logger: benchLogger() });
  return { url: postgres.url, postgresPid: postgres.pid, leave: () => postgres.stop() };
}

/** Whether data has been made in the benchmark's folder, or lies elsewhere. */
export const mayHoldData = (): boolean =>
  Boolean(process.env.BENCH_DATABASE_URL) || existsSync(join(dataFolder, "postgres"));
