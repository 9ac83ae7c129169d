import { type Database, sql } from "../reading/index.js";

/** The time for which a successful write, or the probe of one, says that writes work, in milliseconds. */
const provenMs = 15_000;

/** The time for which writes count as failing after one has failed, in milliseconds. */
const failingMs = 10_000;

/**
 * Postgres' errors that come from where it stores its data, not from what was written: a full disk, a
 * disk that fails, a server that takes no writes.
 */
const isOfStorage = (error: unknown): boolean =>
  /^(25006|53100|58...)$/.test(String((error as { code?: unknown } | null)?.code));

/**
 * A write that leaves nothing behind. The sort does not fit into its memory and takes a megabyte of disk
 * for a moment, as new rows do; the message goes to the log that every commit needs.
 */
const probe = sql`select
  pg_logical_emit_message(true, 'rembuk', 'write probe'),
  (select count(*) from (
    select n from generate_series(1, 50000) n order by md5(n::text) offset 0
  ) sorted)`;

/**
 * The health of writes. A hub whose disk is full still answers reads: it must say that it cannot take
 * writes, also when nobody tries one.
 */
export class WriteHealth {
  private provenAt = Number.NEGATIVE_INFINITY;
  private failedAt = Number.NEGATIVE_INFINITY;
  private probing: Promise<boolean> | undefined;

  constructor(private readonly database: Database) {}

  /** Notes a commit. */
  readonly succeeded = (): void => {
    this.provenAt = performance.now();
  };

  /** Notes why a write failed. */
  readonly failed = (error: unknown): void => {
    if (!isOfStorage(error)) return;
    this.failedAt = performance.now();
    this.provenAt = Number.NEGATIVE_INFINITY;
  };

  /** True if writes work: one was made or tried lately, and none has failed lately. */
  async areWorking(): Promise<boolean> {
    const now = performance.now();
    if (now - this.failedAt < failingMs) return false;
    if (now - this.provenAt < provenMs) return true;
    this.probing ??= this.probe().finally(() => {
      this.probing = undefined;
    });
    return this.probing;
  }

  private async probe(): Promise<boolean> {
    const began = performance.now();
    try {
      await this.database.transaction().execute(async (transaction) => {
        await sql`set local work_mem = '64kB'`.execute(transaction);
        await probe.execute(transaction);
      });
    } catch {
      return false;
    }
    if (began > this.failedAt) this.provenAt = began;
    return began > this.failedAt;
  }
}
