import { execFile } from "node:child_process";
import { chown, mkdir, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";

const run = promisify(execFile);

/** The files that are the running primary's own. */
const leftOut = "--exclude=postmaster.* --exclude=pg_internal.init --exclude=pgsql_tmp*";

/** Writes a file of Postgres into a data folder, as its owner. */
async function putInto(data: string, name: string, text: string): Promise<void> {
  const { uid, gid } = await stat(data);
  await writeFile(join(data, name), text);
  await chown(join(data, name), uid, gid);
}

/** Lets Postgres start as a standby on a data folder. */
export const signalStandby = (data: string): Promise<void> => putInto(data, "standby.signal", "");

/** The setting by which a standby streams from a server with this address. */
export function streamingFrom(url: string): { primary_conninfo: string } {
  const { hostname, port, username } = new URL(url);
  const host = decodeURIComponent(hostname);
  return { primary_conninfo: `host=${host} port=${port} user=${username}` };
}

/**
 * Copies the files of a running primary for a standby, as `pg_basebackup` does, which the embedded package
 * does not have. What is written meanwhile is streamed.
 */
export async function baseCopy(url: string, data: string, folder: string): Promise<void> {
  await mkdir(folder);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("select pg_backup_start('copy', true)");
    // A file may go while it is copied, as one of a table that is dropped: the log has what is missing.
    await run("bash", [
      "-c",
      `tar -cf - -C "$0" ${leftOut} data | tar -xpf - -C "$1"`,
      dirname(data),
      folder,
    ]);
    const { rows } = await client.query("select labelfile from pg_backup_stop(false)");
    const copy = join(folder, "data");
    await putInto(copy, "backup_label", rows[0].labelfile);
    await signalStandby(copy);
  } finally {
    await client.end();
  }
}
