import pg from "pg";
import type { Logger } from "../platform/logger.js";

/** The channel on which every append says that there is something new, and nothing else. */
const channel = "rembuk_change";
/** How soon a lost wake is made good, in milliseconds. */
const pollMs = 1000;
/** How long after a look the head may be taken as known, in milliseconds: two polls, and a slow answer. */
const sureMs = 2500;
/** How long a connection for listening may take to come about, in milliseconds. */
const listenTimeoutMs = 10_000;

/** Reads where the ledger's head is. */
type HeadReader = () => Promise<number>;

/**
 * The one watcher of the ledger in this process: knows the head, and wakes whoever waits for it to
 * move. A wake (own commit, NOTIFY) only says "look"; the head is always read from the database, and
 * a poll each second finds what a lost wake missed.
 */
export class Tail {
  private head = 0;
  /** When the last look that succeeded began; long ago after one that failed. */
  private lookedAt = Number.NEGATIVE_INFINITY;
  private waiting = new Set<() => void>();
  private client: pg.Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private relistening: NodeJS.Timeout | undefined;
  private looking: Promise<void> | undefined;
  private again = false;
  private stopped = false;

  constructor(
    private readonly readHead: HeadReader,
    private readonly connection: string,
    private readonly logger: Logger,
  ) {}

  /** The last head that was seen: never later than the ledger's. */
  get position(): number {
    return this.head;
  }

  /** Whether the ledger is looked at as it should be: its head is as `position` says, but for a wake. */
  get isSure(): boolean {
    return performance.now() - this.lookedAt < sureMs;
  }

  async start(): Promise<void> {
    await this.look();
    await this.listen();
    this.timer = setInterval(() => this.wake(), pollMs);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    clearTimeout(this.relistening);
    for (const resolve of this.waiting) resolve();
    await this.client?.end().catch(() => undefined);
    await this.looking;
  }

  /** Looks at the head now; safe to call as often as one likes. */
  readonly wake = (): void => {
    void this.look();
  };

  /** Takes note that somebody in this process has seen the ledger at `position`, or has written it. */
  readonly reached = (position: number): void => {
    if (position <= this.head) return;
    this.head = position;
    for (const resolve of [...this.waiting]) resolve();
  };

  /**
   * Resolves when the head is beyond `position`, or the tail stops, or `signal` aborts; the caller
   * reads `position` to learn which.
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

  /** One look at a time; a wake during a look causes one more. */
  private look(): Promise<void> {
    if (this.looking) {
      this.again = true;
      return this.looking;
    }
    this.looking = this.lookUntilQuiet().finally(() => {
      this.looking = undefined;
    });
    return this.looking;
  }

  private async lookUntilQuiet(): Promise<void> {
    do {
      this.again = false;
      try {
        const [began, known] = [performance.now(), this.head];
        const head = await this.readHead();
        // A database that was put back to an earlier state is not the one that was looked at.
        this.lookedAt = head < known ? Number.NEGATIVE_INFINITY : began;
        this.reached(head);
      } catch (error) {
        this.lookedAt = Number.NEGATIVE_INFINITY;
        if (!this.stopped)
          this.logger.warn({ err: error }, "the ledger's head cannot be read; trying again");
      }
    } while (this.again && !this.stopped);
  }

  /** Listens for wakes; when the connection ends, or does not come about, again a little later. */
  private async listen(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.connection,
      connectionTimeoutMillis: listenTimeoutMs,
      keepAlive: true,
    });
    this.client = client;
    client.on("notification", this.wake);
    // What fails ends too, and ends once: the one sign after which to begin anew.
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
