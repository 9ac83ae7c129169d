import { rowsBy } from "../../ledger/index.js";
import { placeAt } from "../../platform/backup-files/index.js";
import type { Config } from "../../platform/config.js";
import { newId } from "../../platform/ids.js";
import type { Logger } from "../../platform/logger.js";
import { reasonOf } from "../../platform/secrets.js";
import type { Database } from "../../reading/index.js";
import { Looks } from "../looks.js";
import type { Metrics } from "../metrics.js";
import type { Store } from "../store.js";
import { runBackupJob } from "./backup-job.js";
import {
  backupFailed,
  backupMade,
  backupState,
  type Due,
  dueOf,
  leaseMs,
  renewBackup,
  takeBackup,
} from "./backup-lease.js";
import { hubVersion } from "./hub-version.js";

/** What the schedule works with. */
interface Services {
  config: Pick<Config, "backup" | "dataFolder" | "s3">;
  store: Pick<Store, "connections">;
  database: Database;
  metrics: Pick<Metrics, "backups">;
  logger: Logger;
}

/** The longest time between two looks whether a backup is due, in milliseconds. */
const longestLookMs = 30_000;

/** Makes the backups of the schedule, if there is one, on one node of several, until the hub stops. */
export function startBackups(services: Services, cleanup: AsyncDisposableStack): void {
  const { schedule } = services.config.backup;
  if (!schedule) return;
  const { everyMs, to } = schedule;
  // An address that cannot be used ends the start.
  placeAt(to, services.config.backup.s3);
  const due = dueOf(schedule);
  const { database, metrics, logger } = services;
  metrics.backups.everyMs = everyMs;
  const ending = new AbortController();
  const look = async () => {
    metrics.backups.state = await backupState(rowsBy(database), due);
  };
  const looks = new Looks({
    round: async () => {
      await look();
      if (!metrics.backups.state?.isDue) return;
      await backUp(services, due, ending.signal);
      await look();
    },
    everyMs: Math.min(longestLookMs, everyMs / 4),
    failed: (err) => {
      if (!ending.signal.aborted)
        logger.warn({ err }, "backups were not looked after; trying again");
    },
  });
  looks.start();
  cleanup.defer(() => {
    ending.abort();
    return looks.stop();
  });
}

/** Makes a backup that is due, if no other node does. */
async function backUp(services: Services, due: Due, stopping: AbortSignal): Promise<void> {
  const { database, metrics, logger, config, store } = services;
  const node = newId();
  if (!(await takeBackup(database, node, due))) return;
  const lost = new AbortController();
  const signal = AbortSignal.any([stopping, lost.signal]);
  const renewing = setInterval(() => {
    renewBackup(database, node).then(
      (isHeld) => isHeld || lost.abort(),
      // The database may be back before the lease is over; a backup has a session of its own.
      () => undefined,
    );
  }, leaseMs / 3);
  const began = performance.now();
  try {
    const { to, keep } = config.backup.schedule ?? { to: "", keep: 1 };
    const { dataFolder, s3, backup } = config;
    const databaseUrl = store.connections.url;
    const job = { databaseUrl, dataFolder, s3, to, keep, backupS3: backup.s3, hub: hubVersion() };
    const made = await runBackupJob(job, signal);
    const tookMs = Math.round(performance.now() - began);
    metrics.backups.made.inc({ result: "made" });
    logger.info({ ...made, tookMs }, `backup made: ${made.address}`);
    const lacking = made.missing.length + made.altered.length;
    if (lacking > 0)
      logger.error({ lacking }, "the backup lacks stored files: run `rembuk verify`");
    await backupMade(database, node, { ...made, tookMs });
  } catch (error) {
    const failure = reasonOf(error);
    if (!stopping.aborted) {
      metrics.backups.made.inc({ result: "failed" });
      logger.error({ failure }, "THE BACKUP FAILED; it is tried again");
    }
    await backupFailed(database, node, stopping.aborted ? "the hub stopped" : failure);
  } finally {
    clearInterval(renewing);
  }
}
