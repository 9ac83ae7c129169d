import "reflect-metadata";
import { join } from "node:path";
import { startHubPostgres } from "../../../src/platform/hub-postgres.js";
import { makeLogger } from "../../../src/platform/logger.js";
import { makeRunFolder } from "./run-folder.js";
import { prepareTemplates } from "./templates.js";

/** One Postgres for the whole run, with a template database that each test copies. */
export default async function globalSetup(): Promise<void> {
  const folder = makeRunFolder();
  const logger = makeLogger({ logLevel: "error", environment: "test" });
  const settings = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };
  const postgres = await startHubPostgres({
    folder: join(folder, "postgres"),
    logger,
    settings,
  });
  process.env.REMBUK_TEST_POSTGRES = postgres.url;
  process.env.REMBUK_TEST_POSTGRES_PID = String(postgres.pid);
  process.env.REMBUK_TEST_FOLDER = folder;
  (globalThis as { stopTestPostgres?: () => Promise<void> }).stopTestPostgres = postgres.stop;
  await prepareTemplates(postgres.url, folder);
}
