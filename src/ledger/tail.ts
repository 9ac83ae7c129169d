import pg from "pg";
import type { Logger } from "../platform/logger.js";

/** The channel on which every append notifies, without a payload. */
const channel = "rembuk_change";
/** Interval of the poll that makes up for lost notifications, in milliseconds. */
const pollMs = 1000;
/** Age up to which a read of the head is current, in milliseconds: two polls and a slow answer. */
const currentMs = 2500;
/** Timeout for opening the listening connection, in milliseconds. */
const listenTimeoutMs = 10_000;

/** Reads the position of the ledger's head. */
type HeadReader = () => Promise<number>;

/**
 * The process's only watcher of the ledger: it knows the head and wakes those that wait for it to move.
 * A wake (own commit, NOTIFY) only starts a read; the head always comes from the database, and a poll
 * each second makes up for lost wakes.
 */
export class Tail {
  private head = 0;
  /** The start of the last successful read of the head; minus infinity after a failed one. */
  private readAt = Number.NEGATIVE_INFINITY;
  private waiting = new Set<() => void>();
  private client: pg.Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private relistening: NodeJS.Timeout | undefined;
  private reading: Promise<void> | undefined;
  private again = false;
  private stopped = false;

  constructor(
    private readonly readHead: HeadReader,
    private readonly connection: string,
    private readonly logger: Logger,
  ) {}

  /** The last known head: never later than the ledger's. */
  get position(): number {
    return this.head;
  }

  /** True if the head was read recently: `position` then lacks at most what a wake is about to report. */
  get isCurrent(): boolean {
    return performance.now() - this.readAt < currentMs;
  }

  async start(): Promise<void> {
    await this.read();
    await this.listen();
    this.timer = setInterval(() => this.wake(), pollMs);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    clearTimeout(this.relistening);
    for (const resolve of this.waiting) resolve();
    await this.client?.end().catch(() => undefined);
    await this.reading;
  }

  /** Reads the head soon; calls during a read cause one more read. */
  readonly wake = (): void => {
    void this.read();
  };

  /** Notes a position that this process has read from the ledger or written to it. */
  readonly reached = (position: number): void => {
    if (position <= this.head) return;
    this.head = position;
    for (const resolve of [...this.waiting]) resolve();
  };

  /**
   * Resolves when the head is beyond `position`, the tail stops or `signal` aborts. The caller reads
   * `this.position` to know which.
   */
  async beyond(position: number, signal?: AbortSignal): Promise<void> {
    while (this.head <= position && !this.stopped && !signal?.aborted) await this.next(signal);
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
      try {
        const [began, known] = [performance.now(), this.head];
        const head = await this.readHead();
        // An earlier head is that of another history, as after a restore: nothing known is current.
        this.readAt = head < known ? Number.NEGATIVE_INFINITY : began;
        this.reached(head);
      } catch (error) {
        this.readAt = Number.NEGATIVE_INFINITY;
        if (!this.stopped)
          this.logger.warn({ err: error }, "the ledger's head cannot be read; trying again");
      }
    } while (this.again && !this.stopped);
  }

  /** Listens for notifications. Connects again a little later when the connection ends or fails. */
  private async listen(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.connection,
      connectionTimeoutMillis: listenTimeoutMs,
      keepAlive: true,
    });
    this.client = client;
    client.on("notification", this.wake);
    // A connection that fails also ends, and ends once: the end alone starts the next attempt.
    client.on("error", () => undefined);
    client.once("end", () => this.listenAgain());
    try {
      await client.connect();
      await client.query(`listen ${channel}`);
    } catch (error) {
      await client.end();
      throw error;
    }
  }

  private listenAgain(): void {
    if (this.stopped) return;
    const listen = async () => {
      try {
        await this.listen();
        this.wake();
      } catch (error) {
        this.logger.warn({ err: error }, "cannot listen to the ledger; the poll goes on");
      }
    };
    this.relistening = setTimeout(() => void listen(), pollMs);
  }
}
