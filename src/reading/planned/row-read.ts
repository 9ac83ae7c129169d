import type pg from "pg";
import { HubError } from "../../platform/errors.js";
import type { Prepared } from "./plan.js";

/** The bounds of reading a whole list. */
export interface RowBounds {
  /** The milliseconds that reading may take in all. */
  mostMs: number;
  /** True to count the rows first, in the same snapshot. */
  counts?: boolean | undefined;
  /** Ends reading, and the statement that runs. */
  signal?: AbortSignal | undefined;
}

/** The characters of the rows that are fetched together, and the most rows. */
const batch = { characters: 262_144, first: 100, most: 2000 };

/** The time that a transaction may wait for its consumer, as for a disk, in milliseconds. */
const idleMs = 60_000;

const cursor = "exported_rows";

/**
 * The rows of one statement, read in one snapshot by a cursor of Postgres: neither side ever holds the list
 * whole. It holds one connection, from `open` until all rows were read, or until the reader stops.
 */
export class RowRead {
  private readonly until: number;
  /** True while Postgres works for it. */
  private isRunning = false;
  private isReleased = false;
  /** The ledger's position in the snapshot. */
  position = 0;
  /** The number of rows, where they are counted. */
  total: number | undefined;

  private constructor(
    private readonly pool: pg.Pool,
    private readonly client: pg.PoolClient,
    private readonly finish: Prepared["finish"],
    private readonly bounds: RowBounds,
  ) {
    this.until = performance.now() + bounds.mostMs;
    bounds.signal?.addEventListener("abort", this.stop, { once: true });
  }

  /** Begins the snapshot and the statement. */
  static async open(pool: pg.Pool, rows: Prepared, bounds: RowBounds): Promise<RowRead> {
    bounds.signal?.throwIfAborted();
    const read = new RowRead(pool, await pool.connect(), rows.finish, bounds);
    try {
      await read.begin(rows);
      return read;
    } catch (error) {
      await read.end(false);
      throw error;
    }
  }

  private async begin({ plan, values }: Prepared): Promise<void> {
    await this.run({
      text: `begin isolation level repeatable read read only;
        set local statement_timeout = ${Math.ceil(this.bounds.mostMs)};
        set local idle_in_transaction_session_timeout = ${idleMs};
        set local cursor_tuple_fraction = 1;
        set local plan_cache_mode = force_custom_plan`,
    });
    const [head] = await this.run<[string]>({ text: "select position from ledger_head" });
    this.position = Number(head?.[0] ?? 0);
    if (this.bounds.counts) {
      const text = `select count(*) from (${plan.sql}) as counted`;
      const [counted] = await this.run<[string]>({ text, values });
      this.total = Number(counted?.[0]);
    }
    await this.run({ text: `declare ${cursor} no scroll cursor for ${plan.sql}`, values });
  }

  /** The rows as JSON texts, in batches of some 256 kB. The next batch is fetched while one is worked on. */
  async *batches(): AsyncGenerator<string[]> {
    let size = batch.first;
    let isWhole = false;
    try {
      let next = this.fetch(size);
      for (;;) {
        const rows = await next;
        if (rows.length < size) {
          isWhole = true;
          if (rows.length > 0) yield rows;
          break;
        }
        size = nextSize(rows);
        next = this.fetch(size);
        // The error is thrown where the batch is awaited.
        next.catch(() => undefined);
        yield rows;
      }
    } finally {
      await this.end(isWhole);
    }
  }

  /** Gives the connection back without reading; further calls do nothing. */
  close(): Promise<void> {
    return this.end(false);
  }

  private async fetch(count: number): Promise<string[]> {
    const rows = await this.run<[row: string]>({ text: `fetch ${count} from ${cursor}` });
    return rows.map(([row]) => this.finish(row));
  }

  /** Runs one statement, within the time of all. */
  private async run<R extends unknown[]>(statement: pg.QueryConfig): Promise<R[]> {
    const { signal } = this.bounds;
    signal?.throwIfAborted();
    if (performance.now() > this.until) throw takesTooLong();
    this.isRunning = true;
    try {
      const { rows } = await this.client.query<R>({ ...statement, rowMode: "array" });
      return rows;
    } catch (error) {
      signal?.throwIfAborted();
      throw isCancelled(error) ? takesTooLong() : error;
    } finally {
      this.isRunning = false;
    }
  }

  /** Ends the statement that runs, by another connection. */
  private readonly stop = (): void => {
    if (this.isReleased || !this.isRunning) return;
    const { processID } = this.client as unknown as { processID: number | null };
    this.pool.query("select pg_cancel_backend($1)", [processID]).catch(() => undefined);
  };

  private async end(isWhole: boolean): Promise<void> {
    if (this.isReleased) return;
    if (!isWhole) this.stop();
    this.isReleased = true;
    this.bounds.signal?.removeEventListener("abort", this.stop);
    // What was read is whole, also where the connection is lost now.
    const isClean = isWhole && (await this.client.query("commit").then(yes, no));
    this.client.release(!isClean);
  }
}

const yes = () => true;
const no = () => false;

/** The number of rows that have the wanted size, if they are as long as these. */
function nextSize(rows: readonly string[]): number {
  const characters = rows.reduce((sum, row) => sum + row.length, 0);
  const each = Math.max(1, characters / rows.length);
  return Math.max(1, Math.min(batch.most, Math.floor(batch.characters / each)));
}

/** The SQLSTATE of a statement that was cancelled, by its timeout or by another connection. */
const cancelledState = "57014";

const isCancelled = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === cancelledState;

const takesTooLong = () =>
  new HubError(
    "UNAVAILABLE",
    {
      en: "The list takes longer to read than it may; narrow it by `where`, name fewer columns, or have a file made in the background (startExport).",
      id: "Daftar ini lebih lama dibaca daripada yang diizinkan; persempit dengan `where`, sebutkan lebih sedikit kolom, atau minta berkas dibuat di latar belakang (startExport).",
    },
    { reason: "TAKES_TOO_LONG" },
  );
