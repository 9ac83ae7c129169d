import { fork } from "node:child_process";
import { once } from "node:events";
import type { BackupS3 } from "../../platform/backup-files/index.js";
import type { S3Config } from "../../platform/config.js";

/** A backup that a process of its own makes. */
export interface BackupJob {
  databaseUrl: string;
  dataFolder: string;
  /** The store of files; undefined: the data folder. */
  s3: S3Config | undefined;
  /** The place of backups, and its store. */
  to: string;
  backupS3: BackupS3 | undefined;
  /** How many of the newest are kept there. */
  keep: number;
  hub: string;
}

/** What came of it. */
export interface JobResult {
  address: string;
  position: number;
  bytes: number;
  files: number;
  missing: string[];
  altered: string[];
  /** The older backups that were removed. */
  removed: string[];
}

/** What the process says at its end. */
export type JobAnswer = { result: JobResult } | { failure: string };

/**
 * Makes a backup in a process of its own, which takes neither the loop nor the memory of the hub, and ends with
 * it. Throws where it fails, with its reason.
 */
export async function runBackupJob(job: BackupJob, signal: AbortSignal): Promise<JobResult> {
  const child = fork(new URL("./backup-process.js", import.meta.url), {
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    // It has what it needs by its message; flags of the hub's are not for it.
    execArgv: ["--max-old-space-size=256"],
  });
  let last = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    last = chunk.toString().trim();
  });
  let answer: JobAnswer | undefined;
  child.on("message", (message) => {
    answer = message as JobAnswer;
  });
  // It takes the end of the connection for the hub's own.
  const end = () => child.connected && child.disconnect();
  signal.addEventListener("abort", end, { once: true });
  try {
    if (!signal.aborted) child.send(job);
    else end();
    const [code, by] = (await once(child, "exit")) as [number | null, string | null];
    // What it said last may still be on its way.
    if (child.connected) await once(child, "disconnect");
    if (answer && "result" in answer) return answer.result;
    throw new Error(answer?.failure ?? `its process ended with ${by ?? code}: ${last}`);
  } finally {
    signal.removeEventListener("abort", end);
  }
}
