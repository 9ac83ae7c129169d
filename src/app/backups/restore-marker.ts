import { existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { BackupError } from "../../platform/backup-files/index.js";
import { ownEntries, restoreMarker } from "../../platform/data-owner.js";
import { eraseHubPostgres } from "../../platform/hub-postgres.js";
import type { Logger } from "../../platform/logger.js";

/** What an operator may put into a data folder before a restore: keys, which are in no backup. */
const mayBeThere = /^(development-issuer\.json|webhook-key)/;

const markerOf = (dataFolder: string): string => join(dataFolder, restoreMarker);

/** Throws BackupError for a data folder into which a restore has begun that did not end. */
export function refuseUnfinishedRestore(dataFolder: string): void {
  if (!existsSync(markerOf(dataFolder))) return;
  throw new BackupError(
    `A restore into ${dataFolder} did not end: repeat \`rembuk restore\`, or delete what it left by \`rembuk reset\`.`,
  );
}

/** Deletes what a restore that did not end has left in a data folder, but not its marker. */
async function eraseRestored(dataFolder: string, logger: Logger): Promise<void> {
  await eraseHubPostgres({ folder: join(dataFolder, "postgres"), logger });
  for (const name of ownEntries(dataFolder)) {
    if (mayBeThere.test(name) || name === restoreMarker) continue;
    rmSync(join(dataFolder, name), { recursive: true, force: true });
  }
}

/**
 * Works on a data folder that is empty but for keys, or has the rest of a restore that did not end. While the work
 * lasts, and where it is killed, the folder is marked, so that no hub starts on it; where it fails, the folder is
 * as it was.
 */
export async function intoFolder(
  dataFolder: string,
  logger: Logger,
  work: () => Promise<void>,
): Promise<void> {
  const marker = markerOf(dataFolder);
  if (existsSync(marker)) await eraseRestored(dataFolder, logger);
  const strange = readdirSync(dataFolder).find(
    (name) => !mayBeThere.test(name) && name !== restoreMarker,
  );
  if (strange !== undefined) {
    throw new BackupError(
      `${dataFolder} is not empty: ${strange} is there. Restore into an empty folder (REMBUK_DATA), or delete the hub's data in it by \`rembuk reset\`.`,
    );
  }
  writeFileSync(marker, "A restore into this folder did not end.\n", { flush: true });
  try {
    await work();
  } catch (error) {
    await eraseRestored(dataFolder, logger);
    throw error;
  } finally {
    rmSync(marker, { force: true });
  }
}
