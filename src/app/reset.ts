import { existsSync, readdirSync, rmdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "../platform/config.js";
import { ownEntries } from "../platform/data-owner.js";
import { eraseHubPostgres } from "../platform/hub-postgres.js";
import type { Logger } from "../platform/logger.js";
import type { RunningHub } from "../platform/running-hubs.js";

/** A wish to begin anew. */
export interface Reset {
  config: Pick<Config, "dataFolder" | "databaseUrl">;
  hubs: readonly RunningHub[];
  logger: Logger;
  /** Asks the command's user whether these things may be deleted. */
  confirm(question: string): Promise<boolean>;
}

/** Why data cannot be deleted; undefined where they can. */
function refusalOf({ config, hubs }: Reset): string | undefined {
  const { dataFolder, databaseUrl } = config;
  if (databaseUrl)
    return "The data are in the server of DATABASE_URL: drop that database there and make it again.";
  const hub = hubs.find((one) => one.dataFolder === dataFolder);
  return hub && `The hub at ${hub.url} (process ${hub.pid}) uses ${dataFolder}: stop it first.`;
}

/**
 * Deletes all that a hub keeps in its data folder, so that the next start begins anew: database, files, and
 * the keys of development tokens and of webhooks. What else is in the folder stays. Gives a sentence about the result; throws
 * where a hub uses the data or they are elsewhere.
 */
export async function resetData(reset: Reset): Promise<string> {
  const refusal = refusalOf(reset);
  if (refusal !== undefined) throw new Error(refusal);
  const { dataFolder } = reset.config;
  const own = existsSync(dataFolder) ? ownEntries(dataFolder) : [];
  if (own.length === 0) return `nothing to delete: ${dataFolder} holds no data of a hub`;
  if (!(await reset.confirm(`Delete ${own.sort().join(", ")} in ${dataFolder}?`)))
    return "nothing was deleted";
  await eraseHubPostgres({ folder: join(dataFolder, "postgres"), logger: reset.logger });
  for (const name of own) rmSync(join(dataFolder, name), { recursive: true, force: true });
  removeEmpty(dataFolder);
  return `deleted: ${own.join(", ")} in ${dataFolder}. The next start begins anew.`;
}

/** Removes a folder that is empty, where this user may. */
function removeEmpty(folder: string): void {
  try {
    if (readdirSync(folder).length === 0) rmdirSync(folder);
  } catch {
    // The folder above belongs to somebody else: an empty folder is as good as none.
  }
}
