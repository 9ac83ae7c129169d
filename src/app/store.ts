import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { MikroORM } from "@mikro-orm/postgresql";
import { ChangeRecorder } from "../ledger/index.js";
import type { Config } from "../platform/config.js";
import { connectDatabase } from "../platform/database.js";
import type { Logger } from "../platform/logger.js";
import { startEmbeddedPostgres } from "../platform/postgres/index.js";
import { entities } from "./entities.js";

/** The database that the hub works on, wherever it runs. */
export interface Store {
  orm: MikroORM;
  url: string;
  close(): Promise<void>;
}

/** The project's folder: where package.json lies, above the compiled code. */
export function projectFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
  return folder;
}

const migrationFolders = () => ({
  compiled: join(projectFolder(), "dist", "migrations"),
  sources: join(projectFolder(), "migrations"),
});

/** Connects to `DATABASE_URL`, or starts the embedded Postgres and connects to it. */
export async function openStore(config: Config, logger: Logger): Promise<Store> {
  const folder = join(config.dataFolder, "postgres");
  const embedded = config.databaseUrl ? undefined : await startEmbeddedPostgres({ folder, logger });
  const url = config.databaseUrl ?? embedded?.url ?? "";
  try {
    const orm = await connectDatabase({
      url,
      entities,
      subscribers: [new ChangeRecorder()],
      migrations: migrationFolders(),
      poolSize: config.databasePoolSize,
      statementTimeoutMs: config.statementTimeoutMs,
      logger,
    });
    const close = async () => {
      await orm.close();
      await embedded?.stop();
    };
    return { orm, url, close };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}
