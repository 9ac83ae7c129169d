import type { ChangeOutline } from "../ledger/index.js";
import { TimeSlice } from "../platform/time-slice.js";
import type { RecentChanges } from "./recent-changes.js";

/** True for a change that a subscriber may have to receive. */
export type Concerns = (change: ChangeOutline) => boolean;

/** A subscriber that waits for the next change that concerns it. */
export interface Waiter {
  /** The position up to which no change concerns it; moves on while it waits. */
  position: number;
  readonly concerns: Concerns;
  /** Called when a change may concern it, or somebody's access has changed. It no longer waits then. */
  wake(): void;
  /** Called when there will be no further change, as the tail has stopped or has failed. */
  stop(error?: unknown): void;
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

  /** Lets a subscriber wait that has everything up to the tail's position. */
  add(waiter: Waiter): void {
    this.waiting.add(waiter);
    this.start();
  }

  /** The subscriber waits no longer. */
  remove(waiter: Waiter): void {
    if (this.waiting.delete(waiter) && this.waiting.size === 0) this.stop?.abort();
  }

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
    const { promise, resolve, reject } = Promise.withResolvers<number | undefined>();
    const waiter: Waiter = {
      ...{ position, concerns },
      wake: () => resolve(waiter.position),
      stop: (error) => (error === undefined ? resolve(undefined) : reject(error)),
    };
    const leave = () => {
      resolve(undefined);
      this.remove(waiter);
    };
    signal.addEventListener("abort", leave);
    this.add(waiter);
    try {
      return await promise;
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
      () => end((waiter) => waiter.stop()),
      (error: unknown) => end((waiter) => waiter.stop(error)),
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
      const { position, concerns } = waiter;
      const isConcerned =
        changes === undefined || changes.some((one) => one.position > position && concerns(one));
      if (isConcerned) {
        this.waiting.delete(waiter);
        waiter.wake();
      } else waiter.position = Math.max(position, head);
    }
  }
}
