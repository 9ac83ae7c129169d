import type { ChangeOutline } from "../ledger/index.js";
import { TimeSlice } from "../platform/time-slice.js";
import type { RecentChanges } from "./recent-changes.js";

/** True for a change that a subscriber may have to receive. */
export type Concerns = (change: ChangeOutline) => boolean;

/** A waiting subscriber. Gets the position up to which no change concerns it; undefined at the end. */
interface Waiter {
  /** The position up to which no change concerns it. */
  position: number;
  concerns: Concerns;
  wake: PromiseWithResolvers<number | undefined>;
}

/**
 * The wait of all subscribers of the process for the next change that concerns them. Each change is
 * checked in memory, once for each of them and without a promise: thousands of subscribers whom it does
 * not concern cost a millisecond, no statement and no wake-up.
 */
export class Watch {
  private readonly waiting = new Set<Waiter>();
  private stop: AbortController | undefined;

  constructor(private readonly recent: RecentChanges) {}

  /**
   * Resolves when the tail is beyond `cursor` and a change may concern the subscriber, or the access of
   * somebody has changed; also when the tail stops or `signal` aborts. Gives the position up to which no
   * change concerns the subscriber.
   */
  async beyond(cursor: number, concerns: Concerns, signal: AbortSignal): Promise<number> {
    let position = cursor;
    // A subscriber may be ahead of the tail, and is then woken by changes that it has seen already.
    while (this.recent.tail.position <= position && !signal.aborted) {
      const reached = await this.woken(position, concerns, signal);
      if (reached === undefined) break;
      position = Math.max(position, reached);
    }
    return position;
  }

  private async woken(
    position: number,
    concerns: Concerns,
    signal: AbortSignal,
  ): Promise<number | undefined> {
    const waiter: Waiter = { position, concerns, wake: Promise.withResolvers() };
    const leave = () => {
      waiter.wake.resolve(undefined);
      this.waiting.delete(waiter);
      if (this.waiting.size === 0) this.stop?.abort();
    };
    signal.addEventListener("abort", leave);
    this.waiting.add(waiter);
    this.start();
    try {
      return await waiter.wake.promise;
    } finally {
      signal.removeEventListener("abort", leave);
    }
  }

  private start(): void {
    if (this.stop && !this.stop.signal.aborted) return;
    const stop = new AbortController();
    this.stop = stop;
    const end = (settle: (waiter: Waiter) => void) => {
      if (this.stop !== stop) return;
      this.stop = undefined;
      for (const waiter of [...this.waiting]) {
        this.waiting.delete(waiter);
        settle(waiter);
      }
    };
    this.run(stop.signal).then(
      () => end(({ wake }) => wake.resolve(undefined)),
      (error: unknown) => end(({ wake }) => wake.reject(error)),
    );
  }

  /** Wakes subscribers until none waits, or the tail stops. */
  private async run(signal: AbortSignal): Promise<void> {
    const { tail } = this.recent;
    let seen = tail.position;
    while (!signal.aborted) {
      await tail.beyond(seen, signal);
      const head = tail.position;
      if (head <= seen) return;
      const isAccessChanged = (await this.recent.accessChangedAt(head)) > seen;
      const changes = this.recent.held(seen, head);
      await this.check(isAccessChanged ? undefined : changes, head);
      seen = head;
      if (this.waiting.size > 0) continue;
      // Now, as the next subscriber may wait before the caller learns of the end.
      this.stop = undefined;
      return;
    }
  }

  /**
   * Wakes those whom one of the changes concerns; everybody where the changes are not known. Many
   * conditions over many changes take their time: the event loop has its turn in between.
   */
  private async check(changes: readonly ChangeOutline[] | undefined, head: number): Promise<void> {
    const slice = new TimeSlice();
    for (const waiter of [...this.waiting]) {
      if (slice.isOver) await slice.pause();
      if (!this.waiting.has(waiter)) continue;
      const { position, concerns, wake } = waiter;
      const isConcerned =
        changes === undefined || changes.some((one) => one.position > position && concerns(one));
      if (isConcerned) {
        this.waiting.delete(waiter);
        wake.resolve(position);
      } else waiter.position = Math.max(position, head);
    }
  }
}
