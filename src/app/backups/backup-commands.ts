import type { Command } from "commander";
import { BackupError, backupAt, type PlacedBackup } from "../../platform/backup-files/index.js";
import type { Config } from "../../platform/config.js";
import { openFileStore } from "../../platform/files/index.js";
import type { Logger } from "../../platform/logger.js";
import type { OnStore } from "../store.js";
import { checkBackup } from "./check-backup.js";
import { hubVersion } from "./hub-version.js";
import { type MadeBackup, makeBackup } from "./make-backup.js";
import { restoreInto } from "./restore-into.js";

/** What the commands are run with. */
export interface CommandTools {
  /** Runs a command on the database of the settings, or of a running hub. */
  onStore: OnStore;
  /** The settings and a logger of a command that opens its store itself, after root was given up. */
  prepared(): { config: Config; logger: Logger };
  /** Prints a result. */
  say(line: string): void;
  /** Prints something beside the results. */
  note(line: string): void;
}

/** The backup in a sentence, and what it lacks. */
function report(made: MadeBackup, address: string, { say, note }: CommandTools): void {
  const rows = Object.values(made.rows).reduce((sum, count) => sum + count, 0);
  say(`backup: ${address}`);
  say(`position ${made.position}, ${rows} rows, ${made.files} files, ${made.bytes} bytes`);
  say(`sha256 ${made.sha256}`);
  for (const key of made.missing)
    note(`the file ${key} is not in the store, and not in the backup`);
  for (const key of made.altered) note(`the file ${key} is not what its hash says`);
  if (made.missing.length + made.altered.length > 0) process.exitCode = 1;
}

async function backUp(to: string, tools: CommandTools): Promise<void> {
  await tools.onStore(async (store, _, config) => {
    const target = backupAt(to, config.backup.s3, new Date());
    const address = target.place.addressOf(target.name);
    if (await target.place.has(target.name)) throw new BackupError(`${address} is there already.`);
    const files = await openFileStore(config);
    const client = await store.connections.session("rembuk-backup");
    try {
      const made = await makeBackup({ client, files, hub: hubVersion(), note: tools.note }, target);
      report(made, address, tools);
    } finally {
      client.drop("the backup has ended");
    }
  });
}

async function check(backup: PlacedBackup, { say }: CommandTools): Promise<void> {
  const { manifest, whole } = await checkBackup(backup);
  const { position, hash } = manifest.head;
  say(`whole: ${whole.bytes} bytes, sha256 ${whole.sha256}`);
  say(`made ${manifest.madeAt} by Rembuk ${manifest.hub}, position ${position}, ${hash}`);
}

async function restore(from: string, isCheck: boolean, tools: CommandTools): Promise<void> {
  const { config, logger } = tools.prepared();
  const backup = backupAt(from, config.backup.s3);
  if (isCheck) await check(backup, tools);
  else await restoreInto(config, logger, backup, tools);
}

/** Adds the commands that make and restore backups. */
export function addBackupCommands(program: Command, tools: CommandTools): void {
  program
    .command("backup")
    .description("back up the database and the stored files, while hubs run")
    .argument(
      "<to>",
      "a new file, a folder, or s3://bucket/key; in a folder, or after a /, it gets a name",
    )
    .action((to: string) => backUp(to, tools));
  program
    .command("restore")
    .description(
      "restore a backup into an empty REMBUK_DATA or the empty database of DATABASE_URL, and verify it",
    )
    .argument("<from>", "the backup: a file, or s3://bucket/key")
    .option("--check", "read the backup whole and restore nothing")
    .action((from: string, { check: isCheck = false }: { check?: boolean }) =>
      restore(from, isCheck, tools),
    );
}
