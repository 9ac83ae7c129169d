import { existsSync } from "node:fs";
import { join } from "node:path";
import { pino } from "pino";
import { projectFolder } from "../src/app/store.js";
import { type Config, parseConfig } from "../src/platform/config.js";
import { startHubPostgres } from "../src/platform/hub-postgres.js";
import { type Logger, makeLogger } from "../src/platform/logger.js";

/** The Postgres that holds the synthetic data. */
export interface BenchDatabase {
  url: string;
  /** The process id of the embedded Postgres; absent for another server. */
  postgresPid: number | undefined;
  /** Stops the embedded Postgres. */
  close(): Promise<void>;
}

/** The benchmark's own data folder, with its Postgres and its development keys. */
export const dataFolder = join(projectFolder(), ".rembuk", "bench");

/** The path of a file or folder in the benchmark's sources. */
export const benchPath = (...parts: string[]): string => join(projectFolder(), "bench", ...parts);

/** The log of the benchmark's process, on standard error: standard output is for the report. */
export const benchLogger = (): Logger =>
  makeLogger({ logLevel: "warn", environment: "development" }, pino.destination(2));

/** The settings of a hub on the synthetic data: as in production, except for the development issuer. */
export const hubEnvironment = (url: string): Record<string, string> => ({
  NODE_ENV: "development",
  REMBUK_DATA: dataFolder,
  REMBUK_SAMPLE: "off",
  DATABASE_URL: url,
  LOG_LEVEL: "warn",
  INTROSPECTION: "off",
  GRAPHIQL: "off",
  // Counted, and never reached by the one client of the benchmark.
  RATE_LIMIT_VISITOR: "1000000000",
  RATE_LIMIT_CREDENTIAL: "1000000000",
});

/** The configuration for programs other than a hub. */
export const benchConfig = (url: string, more: Record<string, string> = {}): Config =>
  parseConfig({ ...hubEnvironment(url), ...more });

/** The folder of the data of a country some times as large. */
const postgresFolder = (scale: number): string =>
  join(dataFolder, scale === 1 ? "postgres" : `postgres-${scale}`);

/**
 * Opens the server of `BENCH_DATABASE_URL`, or starts the embedded one in the benchmark's folder, with the
 * data of a country `scale` times as large.
 */
export async function openBenchDatabase(scale = 1): Promise<BenchDatabase> {
  const url = process.env.BENCH_DATABASE_URL;
  if (url) return { url, postgresPid: undefined, close: async () => {} };
  const folder = postgresFolder(scale);
  const postgres = await startHubPostgres({ folder, logger: benchLogger() });
  return { url: postgres.url, postgresPid: postgres.pid, close: () => postgres.stop() };
}

/** Whether the benchmark's folder has data, or another server may have it. */
export const mayHaveData = (scale = 1): boolean =>
  Boolean(process.env.BENCH_DATABASE_URL) || existsSync(postgresFolder(scale));
