import { utcOffsetMs } from "../platform/jakarta.js";

const dayMs = 86_400_000;
/** The delay after midnight: by then Postgres's clock, which may be later than the hub's, shows the new day. */
const marginMs = 60_000;

/** The number of the day in Jakarta, which begins for answers a minute after midnight. */
export const dayNumber = (now: number): number =>
  Math.floor((now + utcOffsetMs - marginMs) / dayMs);

/** The time, and timers by it. */
export interface Clock {
  now(): number;
  /** Runs `then` after so many milliseconds; the returned function cancels that. */
  after(ms: number, then: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after: (ms, then) => {
    const timer = setTimeout(then, ms).unref();
    return () => clearTimeout(timer);
  },
};

/**
 * The begin of the next day in Jakarta, for answers with relative dates. One timer serves all who wait for
 * it, and runs only while somebody does.
 */
export class NextDay {
  private begun = new AbortController();
  private cancel: (() => void) | undefined;
  private waiting = 0;

  constructor(private readonly clock: Clock = systemClock) {}

  /** A signal that aborts when the next day begins; call `leave` once it is not waited for any more. */
  await(): { signal: AbortSignal; leave(): void } {
    this.waiting += 1;
    this.start();
    const leave = () => {
      this.waiting -= 1;
      if (this.waiting === 0) this.stop();
    };
    return { signal: this.begun.signal, leave };
  }

  private start(): void {
    if (this.cancel) return;
    const now = this.clock.now();
    const begin = (dayNumber(now) + 1) * dayMs - utcOffsetMs + marginMs;
    this.cancel = this.clock.after(begin - now, () => this.begin());
  }

  private stop(): void {
    this.cancel?.();
    this.cancel = undefined;
  }

  private begin(): void {
    this.stop();
    const { begun } = this;
    this.begun = new AbortController();
    begun.abort();
    // Some may wait for the day after it by now.
    if (this.waiting > 0) this.start();
  }
}
