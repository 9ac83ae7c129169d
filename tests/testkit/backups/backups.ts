import { Readable } from "node:stream";
import { makeBackup } from "../../../src/app/backups/make-backup.js";
import { restoreInto } from "../../../src/app/backups/restore-into.js";
import type { PlacedBackup } from "../../../src/platform/backup-files/index.js";
import { parseConfig } from "../../../src/platform/config.js";
import { openFileStore } from "../../../src/platform/files/index.js";
import { makeLogger } from "../../../src/platform/logger.js";
import { smuggle } from "../postgres/noun-tables.js";
import { behindTheGuards, inSession } from "../postgres/sessions.js";

const logger = makeLogger({ logLevel: "silent", environment: "test" });

/** Backs a database and the files of a data folder up, as the command does. */
export const backUp = (url: string, dataFolder: string, backup: PlacedBackup) =>
  inSession(url, async (client) => {
    const files = await openFileStore({ dataFolder, s3: undefined });
    return makeBackup({ client, files, hub: "0.0.0", note: () => undefined }, backup);
  });

/** Restores a backup as the command does; gives what it printed. */
export async function restore(
  backup: PlacedBackup,
  target: { dataFolder: string; databaseUrl?: string },
): Promise<string[]> {
  const { dataFolder, databaseUrl } = target;
  const config = parseConfig({
    NODE_ENV: "test",
    REMBUK_DATA: dataFolder,
    ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
  });
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  await restoreInto(config, logger, backup, { say, note: () => undefined });
  return said;
}

/** Stores a file that a record of evidence has; gives its key. */
export async function storeEvidence(
  url: string,
  dataFolder: string,
  text: string,
): Promise<string> {
  const files = await openFileStore({ dataFolder, s3: undefined });
  const { key } = await files.put(Readable.from([Buffer.from(text)]), { bytes: 1e9 });
  const { id } = await inSession(url, (client) => smuggle(client, "evidence"));
  await behindTheGuards(url, "update evidence set file_hash = $1 where id = $2", [key, id]);
  return key;
}
