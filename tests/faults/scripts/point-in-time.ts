import { execFileSync } from "node:child_process";
import { cp, mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type pg from "pg";
import { startHubPostgres } from "../../../src/platform/hub-postgres.js";
import { makeLogger } from "../../../src/platform/logger.js";
import { faultsAfterCrash } from "../../testkit/faults/crash-check.js";
import { HubProcess } from "../../testkit/hub/hub-process.js";
import { Writers } from "../../testkit/live-faults/writers.js";
import { inSession } from "../../testkit/postgres/sessions.js";
import type { Fault, Surroundings } from "./fault.js";

// Point-in-time recovery of a server, by the steps of docs/reference/operators/backup.md. The server is made of
// the binaries of the embedded Postgres; the hub knows it by DATABASE_URL.

const logger = makeLogger({ logLevel: "silent", environment: "test" });

/** The settings of a server that archives its write-ahead log into a folder. */
const archiving = (archive: string) => ({
  archive_mode: "on",
  archive_command: `test ! -f ${archive}/%f && cp %p ${archive}/%f.part && mv ${archive}/%f.part ${archive}/%f`,
  archive_timeout: "60",
});

/** The settings by which such a server recovers to an instant. */
const recovering = (archive: string, instant: string) => ({
  restore_command: `cp ${archive}/%f %p`,
  recovery_target_time: instant,
  recovery_target_action: "promote",
});

/** Copies the files of a running server, as a base backup. */
async function copyBase(url: string, from: string, to: string): Promise<void> {
  await inSession(url, async (client) => {
    await client.query("select pg_backup_start('base', fast => true)");
    // Files may go while they are copied, as tables that are dropped: the log has what is needed.
    const own = new Set(["postmaster.pid", "postmaster.opts", "pg_wal"]);
    await mkdir(join(to, "pg_wal"), { recursive: true, mode: 0o700 });
    for (const name of await readdir(from)) {
      if (own.has(name)) continue;
      await cp(join(from, name), join(to, name), { recursive: true, preserveTimestamps: true });
    }
    const { rows } = await client.query("select labelfile from pg_backup_stop()");
    await writeFile(join(to, "backup_label"), rows[0].labelfile);
  });
}

/** Gives a folder and all in it to the owner of another one, which Postgres runs as. */
const ownedAs = (folder: string, model: string): void => {
  execFileSync("chown", ["-R", `--reference=${model}`, folder]);
  execFileSync("chmod", ["0700", folder]);
};

/** Resolves when the log that a server has written until now is in its archive. */
async function archived(url: string): Promise<void> {
  await inSession(url, async (client) => {
    const { rows } = await client.query("select pg_walfile_name(pg_switch_wal()) as segment");
    const done = "select last_archived_wal >= $1 as is_done, pg_sleep(0.05) from pg_stat_archiver";
    while (!(await client.query(done, [rows[0].segment])).rows[0].is_done);
  });
}

/** Resolves when a server has ended its recovery. */
const promoted = (url: string) =>
  inSession(url, async (client) => {
    const look = "select pg_is_in_recovery() as recovers, pg_sleep(0.05)";
    while ((await client.query(look)).rows[0].recovers);
  });

const now = (client: pg.Client) => client.query("select clock_timestamp()::text as now");

/**
 * Recovers a server to a moment between two writes, from a base backup that was copied while clients wrote, so many
 * between two steps; gives what is not as it should be.
 */
export async function recoverToInstant(
  { folder, say }: Pick<Surroundings, "folder" | "say">,
  writes: number,
): Promise<string[]> {
  const [old, made, archive] = ["old", "made", "wal"].map((name) => join(folder, name));
  if (!old || !made || !archive) throw new Error("no folders");
  const first = join(old, "postgres");
  const server = await startHubPostgres({
    folder: first,
    logger,
    settings: { wal_level: "replica" },
  });
  // As root Postgres runs as another user, who must be able to pass through.
  for (const one of [archive, made]) await mkdir(one, { mode: 0o755 });
  ownedAs(archive, join(first, "data"));
  await server.stop();
  const settings = archiving(archive);
  const running = await startHubPostgres({ folder: first, logger, settings });
  const hub = await HubProcess.start(old, { DATABASE_URL: running.url });
  const client = await hub.as();
  const writers = new Writers(() => client, 8);
  await writers.more(writes);
  const base = join(made, "postgres", "data");
  await copyBase(running.url, join(first, "data"), base);
  await writers.more(writes);
  await writers.stop();
  const kept = writers.acknowledged.length;
  const instant = (await inSession(running.url, now)).rows[0].now;
  const later = new Writers(() => client, 8);
  await later.more(writes);
  await later.stop();
  await archived(running.url);
  await hub.stop();
  await running.stop();
  say(`${kept} writes before ${instant}, ${later.acknowledged.length} after it`);

  await writeFile(join(base, "recovery.signal"), "");
  ownedAs(join(made, "postgres"), join(first, "data"));
  const began = performance.now();
  const recovered = await startHubPostgres({
    folder: join(made, "postgres"),
    logger,
    settings: recovering(archive, instant),
  });
  await promoted(recovered.url);
  say(`recovered in ${Math.round(performance.now() - began)} ms`);
  const again = await HubProcess.start(made, { DATABASE_URL: recovered.url });
  const complaints = await faultsAfterCrash(recovered.url, writers.acknowledged);
  const { rows } = await inSession(recovered.url, (session) =>
    session.query(
      `select (select count(*)::int from organisation where id = any($1)) as lost,
           jsonb_array_length(forks) as epochs from ledger_head`,
      [later.acknowledged.map(({ id }) => id)],
    ),
  );
  await again.stop();
  await recovered.stop();
  if (rows[0].lost !== 0) complaints.push(`${rows[0].lost} writes of after the moment are there`);
  if (rows[0].epochs !== 1) complaints.push(`${rows[0].epochs} epochs began, not one`);
  return complaints;
}

/** The same at a greater size. */
export const pointInTime: Fault = {
  name: "point-in-time",
  run: (surroundings) => recoverToInstant(surroundings, 40),
};
