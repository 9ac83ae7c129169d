import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { rowsBy } from "../../ledger/index.js";
import { Connections } from "../../platform/database/index.js";
import { giveUpRoot } from "../../platform/give-up-root.js";
import { isDatabaseSheltered, startHubPostgres } from "../../platform/hub-postgres.js";
import type { Logger } from "../../platform/logger.js";
import { projectFolder } from "../store.js";
import { type DatabasePlace, type Place, usualBounds } from "./check.js";

/** The time that one statement may take, in milliseconds. */
const statementMs = 8_000;

/** The connections of all checks. */
const connections = 3;

/** Where the database is that a hub with this configuration works on. */
type Found = { url: string; stop(): Promise<void> } | { absent: string };

/** A database that checks read, until it is closed. */
export interface OpenedDatabase {
  place: DatabasePlace;
  close(): Promise<void>;
}

const stays = async () => undefined;

/** The embedded database: that of a running hub, else started, where one was made before. */
async function embedded({ config, hub }: Place, logger: Logger): Promise<Found> {
  const folder = join(config.dataFolder, "postgres");
  if (hub) {
    // Which process holds it, and where, is written in its lock file.
    const { url } = JSON.parse(readFileSync(join(folder, "hub.lock"), "utf8")) as { url: string };
    return { url, stop: stays };
  }
  if (!existsSync(join(folder, "data", "PG_VERSION")) && !isDatabaseSheltered(folder)) {
    return { absent: "there is no database yet: the first start makes it" };
  }
  // Where nothing has to be given to that user for it.
  const isTheirs = statSync(config.dataFolder).uid === config.user.uid;
  if (process.geteuid?.() === 0 && isTheirs) giveUpRoot(config, projectFolder());
  if (process.geteuid?.() === 0) {
    return {
      absent: "root does not start the embedded database: start the hub, or run this as its user",
    };
  }
  const postgres = await startHubPostgres({ folder, logger, restarts: 0 });
  return { url: postgres.url, stop: postgres.stop };
}

/**
 * Opens the database for checks, which only read. Says why it is not there where that is no fault. Connects to
 * nothing yet.
 */
export async function openDatabase(
  place: Place,
  logger: Logger,
): Promise<OpenedDatabase | { absent: string }> {
  const { databaseUrl } = place.config;
  const found = databaseUrl ? { url: databaseUrl, stop: stays } : await embedded(place, logger);
  if ("absent" in found) return found;
  const all = new Connections({ url: found.url, statementTimeoutMs: statementMs, logger });
  const pool = new pg.Pool({
    // Without the settings of the hub's sessions: what the server gives is looked at.
    ...{ connectionString: found.url, application_name: "rembuk-doctor", Client: all.Client },
    ...{ max: connections, connectionTimeoutMillis: statementMs },
    onConnect: async (client) => {
      await client.query(`set statement_timeout = ${statementMs}; set lock_timeout = ${statementMs};
        set default_transaction_read_only = on`);
    },
  });
  pool.on("error", (err) => logger.debug({ err }, "a connection of the checks ended"));
  all.follow("doctor", pool);
  const kysely = new Kysely<Record<string, never>>({ dialect: new PostgresDialect({ pool }) });
  const rows = async <T extends object>(text: string, values: unknown[] = []): Promise<T[]> =>
    (await pool.query<T & pg.QueryResultRow>(text, values)).rows;
  const isEmbedded = databaseUrl === undefined;
  return {
    place: { ...place, isEmbedded, rows, statements: rowsBy(kysely), bounds: usualBounds },
    close: async () => {
      all.drop("the checks have ended");
      await pool.end();
      await found.stop();
    },
  };
}
