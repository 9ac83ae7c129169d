import { setTimeout as delay } from "node:timers/promises";
import type { Logger } from "../platform/logger.js";
import { recogniseStatement } from "./epoch.js";
import { headStatement } from "./head.js";
import { LedgerClock } from "./ledger-clock.js";

/** The channel on which every append notifies, without a payload. */
const channel = "rembuk_change";
/** Interval of the poll that makes up for lost notifications, in milliseconds. */
const pollMs = 1000;
/** Age up to which a read of the head is current, in milliseconds: two polls and a slow answer. */
const currentMs = 2500;

/** The delay after a failure before a follower reads again, in milliseconds. */
const againMs = 200;

/** Somebody who reads the ledger as it grows. */
export interface Follower {
  /** The position up to which all is read. */
  known(): number;
  /** Reads what is beyond, up to the head at most. */
  read(head: number): Promise<void>;
  failed(error: unknown): void;
  signal: AbortSignal;
}

/** The connection on which the tail reads and listens; it replaces itself when it fails. */
export interface LedgerConnection {
  /** The rows of one short statement; rejects soon when the database does not answer. */
  read(text: string): Promise<{ position?: number; lastLineMs?: number }[]>;
  /** Calls `wake` at each notification, and when some may have been lost. */
  listen(channel: string, wake: () => void): Promise<void>;
  /** Ends that. */
  unlisten(channel: string): Promise<void>;
}

/** Another way by which the head comes at each change, while it works. */
export interface HeadFeed {
  /** True while it works: changes then start no read. */
  readonly isFeeding: boolean;
  /** Takes note of the head that a poll has read, and of the head that was known before. */
  check(head: number, known: number): void;
}

/**
 * The process's only watcher of the ledger: it knows the head and wakes those that wait for it to move.
 * A wake (own commit, NOTIFY) only starts a read; the head always comes from the database, and a poll
 * each second makes up for lost wakes. It waits for no connection of a pool, and for none that is dead.
 * While a feed brings the head, nothing is listened to, and the poll only checks the feed.
 */
export class Tail {
  private head = 0;
  private lastRead = 0;
  /** The start of the last successful read of the head; minus infinity after a failed one. */
  private readAt = Number.NEGATIVE_INFINITY;
  /** The start of the last successful read, whatever came later. */
  private succeededAt = Number.NEGATIVE_INFINITY;
  private waiting = new Set<() => void>();
  private timer: NodeJS.Timeout | undefined;
  private reading: Promise<void> | undefined;
  private again = false;
  private stopped = false;
  private feed: HeadFeed | undefined;
  private isFed = false;

  /** The clock of this machine beside the times of the ledger. */
  readonly clock: LedgerClock;

  /** Called with each later head, as soon as it is known. */
  onMove: (position: number) => void = () => {};

  constructor(
    private readonly connection: LedgerConnection,
    private readonly logger: Logger,
  ) {
    this.clock = new LedgerClock(logger);
  }

  /** The last known head: never later than the ledger's. */
  get position(): number {
    return this.head;
  }

  /** The head as a read of the database gave it last, while a feed may have brought a later one. */
  get readHead(): number {
    return this.lastRead;
  }

  /** True if the head was read recently: `position` then lacks at most what a wake is about to report. */
  get isCurrent(): boolean {
    return performance.now() - this.readAt < currentMs;
  }

  /** Milliseconds since the head was last read: later changes may have reached nobody. */
  get ageMs(): number {
    return performance.now() - this.succeededAt;
  }

  async start(): Promise<void> {
    await this.read();
    await this.connection.listen(channel, this.wake);
    this.timer = setInterval(() => void this.read(), pollMs);
  }

  /** Takes the head from a feed from now on, whenever it works. */
  takeFrom(feed: HeadFeed): void {
    this.feed = feed;
  }

  /** Notices that the feed works now, or no longer does. */
  feedChanged(): void {
    const isFed = this.feed?.isFeeding === true;
    if (isFed === this.isFed || this.stopped) return;
    this.isFed = isFed;
    // A failure is made up for by the poll, and by the listening of the next connection.
    const { connection } = this;
    if (isFed) connection.unlisten(channel).catch(() => undefined);
    else connection.listen(channel, this.wake).catch(() => undefined);
    this.wake();
  }

  /** Stops. A read that runs ends with its connection, and nobody waits for it. */
  stop(): void {
    this.stopped = true;
    clearInterval(this.timer);
    for (const resolve of this.waiting) resolve();
  }

  /** Reads the head soon; calls during a read cause one more read. */
  readonly wake = (): void => {
    if (!this.stopped && !this.isFed) void this.read();
  };

  /** Notes a position that this process has read from the ledger or written to it. */
  readonly reached = (position: number): void => {
    if (position <= this.head) return;
    this.head = position;
    this.onMove(position);
    for (const resolve of [...this.waiting]) resolve();
  };

  /**
   * Resolves when the head is beyond `position`, the tail stops or `signal` aborts. The caller reads
   * `this.position` to know which.
   */
  async beyond(position: number, signal?: AbortSignal): Promise<void> {
    while (this.head <= position && !this.stopped && !signal?.aborted) await this.next(signal);
  }

  /**
   * Calls `read` whenever the head is beyond what is known, until the tail stops or `signal` aborts. A failure
   * is reported, and `read` is called again in a moment.
   */
  async follow({ known, read, failed, signal }: Follower): Promise<void> {
    for (;;) {
      await this.beyond(known(), signal);
      const head = this.position;
      if (signal.aborted || head <= known()) return;
      try {
        await read(head);
      } catch (error) {
        if (signal.aborted) return;
        failed(error);
        await delay(againMs, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  private next(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        this.waiting.delete(done);
        signal?.removeEventListener("abort", done);
        resolve();
      };
      this.waiting.add(done);
      signal?.addEventListener("abort", done);
    });
  }

  /** Reads the head, one read at a time; a wake during a read causes one more. */
  private read(): Promise<void> {
    if (this.reading) {
      this.again = true;
      return this.reading;
    }
    this.reading = this.readWhileWoken().finally(() => {
      this.reading = undefined;
    });
    return this.reading;
  }

  private async readWhileWoken(): Promise<void> {
    do {
      this.again = false;
      const [began, known] = [performance.now(), this.head];
      try {
        this.noteHead(await this.headBeyond(known), known, began);
      } catch (error) {
        this.noteFailure(error);
      }
    } while (this.again && !this.stopped);
  }

  /**
   * The head in the database. One that is before what is known is that of a ledger which was restored, or of a
   * standby, meanwhile: an epoch begins, whose first line lies beyond all that was known.
   */
  private async headBeyond(known: number): Promise<number> {
    const [row] = await this.connection.read(headStatement);
    const head = row?.position ?? 0;
    if (row?.lastLineMs !== undefined) this.clock.note(row.lastLineMs);
    if (head >= known) return head;
    this.logger.warn(
      { head, known },
      "the ledger has gone back: it was restored to an earlier state",
    );
    // Which ends with that: the head that follows is taken at once.
    if (this.isFed) this.feed?.check(head, known);
    const [resumed] = await this.connection.read(recogniseStatement(known));
    return resumed?.position ?? head;
  }

  private noteHead(head: number, known: number, began: number): void {
    // An earlier head is that of another history, as after a restore: nothing known is current.
    this.readAt = head < known ? Number.NEGATIVE_INFINITY : began;
    this.succeededAt = began;
    this.lastRead = head;
    if (this.isFed) this.feed?.check(head, known);
    else this.reached(head);
  }

  private noteFailure(err: unknown): void {
    this.readAt = Number.NEGATIVE_INFINITY;
    if (!this.stopped) this.logger.warn({ err }, "the ledger's head cannot be read; trying again");
  }
}
