import { setTimeout as delay } from "node:timers/promises";

/** How looks for work are made. */
export interface LookOptions {
  /** Looks for work once. */
  round(): Promise<void>;
  /** The longest time between two looks, in milliseconds. */
  everyMs: number;
  /** Notes that a look failed. An outage of the database ends; until then each look fails. */
  failed(error: unknown): void;
}

/**
 * Looks for work that the database holds, until they are stopped: every some seconds, and at once after a
 * commit of this process that was said to concern it.
 */
export class Looks {
  private readonly stopping = new AbortController();
  private wakeUp = new AbortController();
  /** True where a use case of this process has concerned the work since the last look. */
  private isAwake = false;
  private working: Promise<void> | undefined;

  constructor(private readonly options: LookOptions) {}

  get isStopping(): boolean {
    return this.stopping.signal.aborted;
  }

  start(): void {
    this.working = this.work();
  }

  /** Resolves when the last look has ended. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.look();
    await this.working;
  }

  /** Has the next commit of this process start a look. */
  readonly wake = (): void => {
    this.isAwake = true;
  };

  /** Looks at once, if something concerned the work. */
  readonly look = (): void => {
    if (this.isAwake || this.isStopping) this.wakeUp.abort();
  };

  private async work(): Promise<void> {
    const { round, everyMs, failed } = this.options;
    while (!this.isStopping) {
      this.isAwake = false;
      this.wakeUp = new AbortController();
      await round().catch(failed);
      const { signal } = this.wakeUp;
      await delay(everyMs, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }
}
