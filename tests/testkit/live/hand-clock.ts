import { type Clock, systemClock } from "../../../src/live/next-day.js";

/** A clock that goes when it is told to. */
export class HandClock implements Clock {
  private readonly timers = new Set<{ at: number; then: () => void }>();
  private waiting: { within: number; resolve: () => void }[] = [];

  constructor(private time: number) {}

  get running(): number {
    return this.timers.size;
  }

  now = () => this.time;

  after = (ms: number, then: () => void) => {
    const timer = { at: this.time + ms, then };
    this.timers.add(timer);
    for (const { within, resolve } of this.waiting) if (ms <= within) resolve();
    return () => void this.timers.delete(timer);
  };

  /** Resolves when somebody waits for so many milliseconds at most. */
  awaited(within: number): Promise<void> {
    return new Promise((resolve) => this.waiting.push({ within, resolve }));
  }

  go(ms: number): void {
    this.time += ms;
    for (const timer of [...this.timers]) {
      if (timer.at > this.time || !this.timers.delete(timer)) continue;
      timer.then();
    }
  }

  /** Lets the hubs of this process, and their dates, go by this clock; the returned function ends that. */
  rule(): () => void {
    const { now } = this;
    const RealDate = globalThis.Date;
    const real = { ...systemClock };
    globalThis.Date = class extends RealDate {
      constructor(...given: unknown[]) {
        super(...((given.length > 0 ? given : [now()]) as [number]));
      }
      static override now = now;
    } as DateConstructor;
    Object.assign(systemClock, { now, after: this.after });
    return () => {
      globalThis.Date = RealDate;
      Object.assign(systemClock, real);
    };
  }
}
