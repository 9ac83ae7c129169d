import pg from "pg";
import { startHub } from "../../../src/app/hub.js";
import { parseConfig } from "../../../src/platform/config.js";
import { hubRoles } from "../../../src/platform/hub-postgres.js";
import { makeLogger } from "../../../src/platform/logger.js";

/** What a test's database begins with. */
export type Template = "regions" | "sample";

/** The address of another database on the run's Postgres. */
export function databaseUrl(server: string, name: string): string {
  return server.replace(/\/[^/]*$/, `/${name}`);
}

/** Runs one statement on the server itself. */
export async function onServer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Starts the hub once on each template, so that it holds what the hub itself puts there. */
export async function prepareTemplates(server: string, folder: string): Promise<void> {
  await onServer(server, "create database template_regions");
  await fill(server, folder, "regions");
  await onServer(server, "create database template_sample template template_regions");
  await fill(server, folder, "sample");
}

async function fill(server: string, folder: string, template: Template): Promise<void> {
  const { url, ownerUrl } = await hubRoles(databaseUrl(server, `template_${template}`));
  const config = parseConfig({
    NODE_ENV: "test",
    PORT: "0",
    DATABASE_URL: url,
    DATABASE_OWNER_URL: ownerUrl,
    REMBUK_DATA: folder,
    REMBUK_SAMPLE: template === "sample" ? "on" : "off",
    // Loading a country takes long on a busy machine.
    STATEMENT_TIMEOUT_MS: "300000",
  });
  const hub = await startHub(config, makeLogger({ logLevel: "error", environment: "test" }));
  await hub.stop();
}
