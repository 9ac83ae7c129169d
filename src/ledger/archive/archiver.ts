import { setTimeout as delay } from "node:timers/promises";
import { sql } from "kysely";
import type { FileStore } from "../../platform/files/index.js";
import { headWithin, type RowsOf } from "../head.js";
import { genesisHash } from "../line.js";
import type { Partition } from "../partitions.js";
import { writeArchive } from "./archive-file.js";
import { type Archive, archivesOf, recordArchive } from "./archives.js";
import { type KeptLines, keepLines } from "./kept-lines.js";

/** What is archived: partitions whose lines all stand before a position, or were made before an instant. */
export type ArchiveLimit = { position: number } | { instant: Date };

/** What an archiver works with. */
export interface ArchiverServices {
  /** The rows of statements of one session, which has no time-out and is in no transaction. */
  rows: RowsOf;
  files: FileStore;
  kept: readonly KeptLines[];
  /** How long it waits for reads that began before the horizon moved, in milliseconds. */
  waitMs: number;
  /** Reports a step. */
  note(step: string): void;
}

/** The lock of archiving, of one session at a time: "arch" in ASCII. */
const archivingLock = 1_634_886_504;

/** The time between two looks for earlier reads, in milliseconds. */
const lookMs = 200;

const hiddenSessions =
  "The owner of the database may not see what the hub's sessions read: grant it the role of DATABASE_URL, as `rembuk roles` does.";

/** Where the table of an archived partition is. */
type Standing = "attached" | "pending" | "detached" | "gone";

/**
 * Archives partitions of the ledger, one after the other. Each step leaves a state from which the next run goes
 * on: the file, its record, the horizon, the partition that is detached, and dropped. A partition is dropped only
 * when its file was read back, and when nothing reads it any more.
 */
export class Archiver {
  constructor(private readonly services: ArchiverServices) {}

  /**
   * Ends what an earlier run has left, and archives what lies before the limit. Gives the archives whose
   * partitions it dropped; undefined where another session archives at the same time.
   */
  async archive(limit: ArchiveLimit): Promise<Archive[] | undefined> {
    const { rows } = this.services;
    const [lock] = await rows(
      sql<{ mine: boolean }>`select pg_try_advisory_lock(${archivingLock}) as mine`,
    );
    if (!lock?.mine) return undefined;
    try {
      const done = await this.finish();
      for (const partition of await this.due(limit)) {
        await this.write(partition);
        done.push(...(await this.finish()));
      }
      return done;
    } finally {
      await rows(sql`select pg_advisory_unlock(${archivingLock})`);
    }
  }

  /** The finished partitions before the limit, from the oldest on. That of the last line stays. */
  private async due(limit: ArchiveLimit): Promise<Partition[]> {
    const { rows } = this.services;
    const { position, retainedFrom } = await headWithin(rows);
    const before = "position" in limit ? limit.position : position;
    const instant = "instant" in limit ? limit.instant.toISOString() : null;
    return rows(sql<Partition>`
      select * from (
        select name, greatest(first, 1)::float8 as first, last::float8 as last,
          bool_and(${instant}::timestamptz is null
            or (select at from change where position = last) < ${instant}::timestamptz)
            over (order by last) as "isDue"
        from ledger_partitions()
        where last > ${retainedFrom} and last < least(${before}::bigint, ${position}::bigint)) as finished
      where "isDue" order by last`);
  }

  private async write({ name, first, last }: Partition): Promise<void> {
    const { rows, files, note } = this.services;
    const before = (await archivesOf(rows)).at(-1);
    const range = { first: first ?? 1, last, previousHash: before?.lastHash ?? genesisHash };
    const file = await writeArchive(rows, files, range);
    await recordArchive(rows, name, file);
    note(`archived ${file.first} to ${last}: file ${file.file}, ${file.bytes} bytes`);
  }

  /** Takes the partitions that are archived out of the ledger. */
  private async finish(): Promise<Archive[]> {
    const { rows, note } = this.services;
    const left = (await archivesOf(rows)).filter(({ isDropped }) => !isDropped);
    for (const archive of left) {
      await this.moveHorizon(archive);
      await this.untilUnread(archive);
      await this.detach(archive);
      await this.drop(archive);
      note(`dropped ${archive.first} to ${archive.last}: ${archive.partition}`);
    }
    return left;
  }

  private async moveHorizon(archive: Archive): Promise<void> {
    const { rows, files, kept } = this.services;
    const { retainedFrom } = await headWithin(rows);
    if (retainedFrom >= archive.last) return;
    if (!(await files.has(archive.file))) {
      throw new Error(`The archive ${archive.file} is not in the file store`);
    }
    await this.within(() => keepLines(rows, archive, kept));
  }

  /** Waits until no transaction has a snapshot from before the horizon moved: it may still read the lines. */
  private async untilUnread({ first }: Archive): Promise<void> {
    const { rows, waitMs } = this.services;
    const until = performance.now() + waitMs;
    for (;;) {
      const [{ earlier, hidden } = { earlier: 0, hidden: 0 }] = await rows(
        sql<{ earlier: number; hidden: number }>`
        select count(*) filter (where age(backend_xmin) >= age(horizon::xid))::int as earlier,
          count(*) filter (where application_name like 'rembuk%' and not pg_has_role(usesysid, 'USAGE')
            and not pg_has_role('pg_read_all_stats', 'USAGE'))::int as hidden
        from ledger_archive, pg_stat_activity
        where first_position = ${first} and datname = current_database() and pid <> pg_backend_pid()`,
      );
      if (hidden > 0) throw new Error(hiddenSessions);
      if (earlier === 0) return;
      if (performance.now() > until) {
        throw new Error(
          `${earlier} transactions began before the lines from ${first} were archived, and may still read them. Repeat the command later: it goes on from here.`,
        );
      }
      await delay(lookMs);
    }
  }

  /** Detaches a partition. Readers and writers of the others go on meanwhile. */
  private async detach({ partition }: Archive): Promise<void> {
    const { rows } = this.services;
    const standing = await this.standingOf(partition);
    const table = sql.table(partition);
    if (standing === "attached") {
      await rows(sql`alter table change detach partition ${table} concurrently`);
    }
    if (standing === "pending")
      await rows(sql`alter table change detach partition ${table} finalize`);
  }

  private async drop({ first, partition }: Archive): Promise<void> {
    const { rows } = this.services;
    await this.within(async () => {
      await rows(sql`update ledger_archive set dropped_at = now() where first_position = ${first}`);
      await rows(sql`drop table if exists ${sql.table(partition)}`);
    });
  }

  private async standingOf(partition: string): Promise<Standing> {
    const [found] = await this.services.rows(sql<{ standing: Standing }>`
      select case inhdetachpending when true then 'pending' when false then 'attached'
        else 'detached' end as standing
      from pg_class left join pg_inherits on inhrelid = pg_class.oid and inhparent = 'change'::regclass
      where pg_class.oid = to_regclass(${partition})`);
    return found?.standing ?? "gone";
  }

  /** Runs work in a transaction of the session. */
  private async within(work: () => Promise<void>): Promise<void> {
    const { rows } = this.services;
    await rows(sql`begin`);
    try {
      await work();
      await rows(sql`commit`);
    } catch (error) {
      // A rollback fails when the connection is lost: the error to report is the first one.
      await rows(sql`rollback`).catch(() => undefined);
      throw error;
    }
  }
}
