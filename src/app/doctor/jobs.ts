import { opendir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { openFileStore } from "../../platform/files/index.js";
import { Sealing } from "../../platform/sealing.js";
import { sealingKeys } from "../../platform/setting-types.js";
import { backupState, dueOf } from "../backups/backup-lease.js";
import { keyColumns } from "../stored-files.js";
import {
  type Check,
  type DatabasePlace,
  type Finding,
  fault,
  ok,
  oneOf,
  warning,
} from "./check.js";

/** The most files that are looked for, the newest first, and the most of a folder that are looked at. */
const mostRows = 500;
const mostFiles = 20_000;

/** The keys of stored files in the rows of the database, and when each row was made. */
const keysSql = keyColumns
  .map(
    ({ table, column, at }) =>
      `select ${column} as key, ${at} as at from ${table} where ${column} is not null`,
  )
  .join(" union all ");

async function absent({ config, rows }: DatabasePlace): Promise<Finding> {
  const wanted = await rows<{ key: string }>(
    `select distinct on (key) key from (select * from (${keysSql}) as one order by at desc limit ${mostRows}) as newest`,
  );
  if (wanted.length === 0) return ok("no row has a file");
  const files = await openFileStore(config);
  const lost: string[] = [];
  for (const { key } of wanted) if (!(await files.has(key))) lost.push(key);
  return lost.length === 0
    ? ok(`${wanted.length} files are there`)
    : fault(
        `${lost.length} of ${wanted.length} files are not in the store, as ${lost[0]}`,
        "Restore the folder or bucket of files from the backup that belongs to the database.",
      );
}

/** The keys of the files in the local store, of a part of it where there are many. */
async function storedKeys(folder: string): Promise<string[]> {
  const keys: string[] = [];
  const entries = await opendir(folder, { recursive: true }).catch(() => undefined);
  if (!entries) return keys;
  for await (const entry of entries) {
    const key = `${entry.parentPath.slice(-2)}${entry.name}`;
    if (entry.isFile() && /^[0-9a-f]{64}$/.test(key)) keys.push(key);
    if (keys.length >= mostFiles) break;
  }
  return keys;
}

async function unowned({ config, rows }: DatabasePlace): Promise<Finding> {
  if (config.s3) return ok("a bucket is not listed");
  const stored = await storedKeys(join(config.dataFolder, "files"));
  const known = await rows<{ key: string }>(
    `select key from (${keysSql}) as one where key = any($1)`,
    [stored],
  );
  const owned = new Set(known.map(({ key }) => key));
  const unknown = stored.filter((key) => !owned.has(key));
  // Uploads that are being stored have no row yet, and one that failed leaves its file.
  return unknown.length === 0
    ? ok(`${stored.length} files, each with its row`)
    : warning(
        `${unknown.length} of ${stored.length} files belong to no row, as ${unknown[0]}`,
        "They take space only. After a restore of an older database they are expected; remove them once a backup is verified.",
      );
}

/** The keys of webhooks' secrets on this machine; undefined where there are none. */
async function sealingOf({
  config: { webhooks, dataFolder },
}: DatabasePlace): Promise<Sealing | undefined> {
  if (webhooks.keys) return new Sealing(webhooks.keys);
  const text = await readFile(join(dataFolder, "webhook-key"), "utf8").catch(() => "");
  const made = sealingKeys.safeParse(text.trim());
  return made.success ? new Sealing(made.data) : undefined;
}

async function secrets(place: DatabasePlace): Promise<Finding> {
  const stored = await place.rows<{ webhook: string; sealed: string }>(
    "select webhook_id as webhook, sealed from webhook_secret where until is null",
  );
  if (stored.length === 0) return ok("there are no webhooks");
  const sealing = await sealingOf(place);
  const opens = ({ webhook, sealed }: (typeof stored)[number]) => {
    try {
      return sealing?.open(sealed, webhook) !== undefined;
    } catch {
      return false;
    }
  };
  const closed = stored.filter((one) => !opens(one));
  return closed.length === 0
    ? ok(`${stored.length} secrets open`)
    : fault(
        `the keys here do not open the secrets of ${closed.length} of ${stored.length} webhooks, as ${closed[0]?.webhook}`,
        "Add the key that sealed them to WEBHOOK_KEYS, or have rotateWebhookSecret called.",
      );
}

async function backups({ config, statements }: DatabasePlace): Promise<Finding> {
  const { schedule } = config.backup;
  if (!schedule)
    return ok("the hub makes none (BACKUP_EVERY): back up the database and the files otherwise");
  const { ageSeconds, isFailing } = await backupState(statements, dueOf(schedule));
  const todo = `Run \`rembuk backup ${schedule.to}\`, whose output says why it fails; see that a node runs with BACKUP_EVERY.`;
  if (ageSeconds === null) return warning("the schedule has made no backup yet", todo);
  const says = `the last backup is ${Math.round(ageSeconds / 3600)} hours old`;
  const isOld = ageSeconds * 1000 > 2 * schedule.everyMs;
  return isFailing || isOld
    ? warning(isFailing ? `${says}, and one failed since` : says, todo)
    : ok(says);
}

/** Work in the background, and what it has left. */
export const jobChecks: readonly Check<DatabasePlace>[] = [
  {
    id: "jobs.files",
    title: `the newest ${mostRows} files that rows name are in the store`,
    run: absent,
  },
  { id: "jobs.unowned-files", title: "files in the folder that belong to no row", run: unowned },
  { id: "jobs.secrets", title: "the keys here open the secrets of all webhooks", run: secrets },
  { id: "jobs.backups", title: "the age of the last backup of the schedule", run: backups },
  {
    id: "jobs.exports",
    title: "exports that wait for long, or whose node has gone",
    run: async ({ rows, bounds }) => {
      const { waiting, left } = await oneOf<{ waiting: number; left: number }>(
        rows,
        `select
        count(*) filter (where status = 'QUEUED' and created_at < clock_timestamp() - interval '${bounds.waiting}')::int as waiting,
        count(*) filter (where status = 'RUNNING' and coalesce(held.until, '-infinity') < clock_timestamp() - interval '${bounds.silent}')::int as left
        from export_job job left join export_lease held on held.export_id = job.id`,
      );
      return waiting + left === 0
        ? ok("none")
        : warning(
            `${waiting} wait for more than an hour, ${left} belong to a node that is silent`,
            "Let a node run with EXPORT_JOBS above 0; it takes them over.",
          );
    },
  },
  {
    id: "jobs.webhooks",
    title: "webhooks that fail, that the hub has paused, or that no node delivers",
    run: async ({ rows, bounds }) => {
      const { failing, paused, left } = await oneOf<{
        failing: number;
        paused: number;
        left: number;
      }>(
        rows,
        `select
        count(*) filter (where state.failures > 0)::int as failing,
        count(*) filter (where webhook.status = 'PAUSED' and webhook.pause_reason <> 'REQUESTED')::int as paused,
        count(*) filter (where webhook.status = 'ACTIVE' and head.position - state.position > 1000
          and coalesce(state.until, '-infinity') < clock_timestamp() - interval '${bounds.silent}')::int as left
        from webhook_state state join webhook on webhook.id = state.webhook_id, ledger_head head`,
      );
      return failing + paused + left === 0
        ? ok("none")
        : warning(
            `${failing} fail, ${paused} were paused by the hub, ${left} are behind and belong to no node`,
            "Tell the organisations whose receivers fail; let a node run with WEBHOOK_JOBS above 0.",
          );
    },
  },
];
