import type { PlacedBackup } from "../../platform/backup-files/index.js";
import type { Config } from "../../platform/config.js";
import {
  grantRights,
  migrationNames,
  preparing,
  type RunSql,
  standingOf,
} from "../../platform/database/index.js";
import { openFileStore } from "../../platform/files/index.js";
import type { Logger } from "../../platform/logger.js";
import { asOwner, compiledMigrations, openStore } from "../store.js";
import { asUser } from "../version.js";
import { type CheckedBackup, checkBackup, refuseNewerBackup } from "./check-backup.js";
import { type Restored, restoreBackup } from "./restore-backup.js";
import { intoFolder } from "./restore-marker.js";

/** What a restore tells its user. */
interface Told {
  say(line: string): void;
  note(line: string): void;
}

function report({ manifest }: CheckedBackup, restored: Restored, { say, note }: Told): void {
  const { position } = manifest.head;
  const { rows, files, migrations } = restored;
  say(`restored: position ${position} of ${manifest.madeAt}, ${rows} rows, ${files} files`);
  if (migrations.length > 0) say(`migrated: ${migrations.join(", ")}`);
  say(
    `verified: ledger, minutes and files hold; the ledger goes on after position ${restored.position}`,
  );
  note("Keys are in no backup: give the hub the WEBHOOK_KEYS, or the file webhook-key, of before.");
}

/**
 * Restores a backup into the data folder or the database of the settings. All of the backup is read and checked
 * before anything is written.
 */
export async function restoreInto(
  config: Config,
  logger: Logger,
  backup: PlacedBackup,
  told: Told,
): Promise<void> {
  told.note("reading the backup");
  const checked = await checkBackup(backup);
  refuseNewerBackup(checked.manifest, new Set(await migrationNames(compiledMigrations())));
  const restore = async () => {
    const store = await openStore(config, logger, { restores: true });
    try {
      const files = await openFileStore(config);
      const { role } = await standingOf(asUser(store));
      const restored = await preparing(store.connections, () =>
        asOwner(store, logger, (orm) => {
          const finish = (run: RunSql) => (store.owner ? grantRights(run, role) : undefined);
          return restoreBackup({ orm, files, note: told.note, finish }, backup, checked);
        }),
      );
      report(checked, restored, told);
    } finally {
      await store.close();
    }
  };
  await (config.databaseUrl ? restore() : intoFolder(config.dataFolder, logger, restore));
}
