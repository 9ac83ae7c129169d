import { setPriority } from "node:os";
import { pino } from "pino";
import {
  type BackupPlace,
  backupName,
  isBackupName,
  placeAt,
} from "../../platform/backup-files/index.js";
import { Connections } from "../../platform/database/index.js";
import { openFileStore } from "../../platform/files/index.js";
import { reasonOf } from "../../platform/secrets.js";
import type { BackupJob, JobAnswer, JobResult } from "./backup-job.js";
import { makeBackup } from "./make-backup.js";

// The process of one backup of the schedule: it gets the job as a message, answers with its result, and ends.

/** What the processor is left for, before others: it has time. */
const lowPriority = 10;

/** The time in which what was begun is removed when the hub ends, in milliseconds. */
const endingMs = 2_000;

/** Removes the oldest backups, so that `keep` are left; gives their names. */
async function removeOld(place: BackupPlace, keep: number): Promise<string[]> {
  const made = (await place.names()).filter(isBackupName).sort();
  const old = made.slice(0, Math.max(0, made.length - keep));
  for (const name of old) await place.remove(name);
  return old;
}

async function work(job: BackupJob): Promise<JobResult> {
  const { databaseUrl: url, dataFolder, s3, to, backupS3, keep, hub } = job;
  const target = { place: placeAt(to, backupS3), name: backupName(new Date()) };
  const logger = pino({ level: "silent" });
  const connections = new Connections({ url, statementTimeoutMs: 0, logger });
  const files = await openFileStore({ dataFolder, s3 });
  const client = await connections.session("rembuk-backup");
  process.once("disconnect", () => {
    client.drop("the hub has ended");
    setTimeout(() => process.exit(1), endingMs).unref();
  });
  try {
    const sources = { client, files, hub, note: () => undefined };
    const { position, bytes, files: count, missing, altered } = await makeBackup(sources, target);
    const address = target.place.addressOf(target.name);
    const removed = await removeOld(target.place, keep);
    return { address, position, bytes, files: count, missing, altered, removed };
  } finally {
    client.drop("the backup has ended");
  }
}

process.once("message", (job: BackupJob) => {
  setPriority(lowPriority);
  void work(job)
    .then(
      (result): JobAnswer => ({ result }),
      (error: unknown): JobAnswer => ({ failure: reasonOf(error) }),
    )
    .then((answer) => {
      if (process.connected) process.send?.(answer, () => process.disconnect());
    });
});
