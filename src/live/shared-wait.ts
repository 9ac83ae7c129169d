import type { ChangeOutline } from "../ledger/index.js";
import type { RecentChanges } from "./recent-changes.js";

/** A waiting subscriber. Gets the position up to which no change concerns it; undefined at the end. */
type Waiter = PromiseWithResolvers<number | undefined>;

/**
 * The wait of a group's subscribers for the next change that concerns them. One watch of the ledger
 * serves them all: a change that does not concern the group is checked once and wakes nobody.
 */
export class SharedWait {
  private readonly waiting = new Set<Waiter>();
  private watch: AbortController | undefined;

  /** `concerns` says whether a change may concern the group; absent when every change may. */
  constructor(
    private readonly recent: RecentChanges,
    private readonly concerns: ((change: ChangeOutline) => boolean) | undefined,
  ) {}

  /**
   * Resolves when the tail is beyond `cursor` and a change may concern the group, or the access of
   * somebody has changed; also when the tail stops or `signal` aborts. Gives the position up to which
   * no change concerns the group.
   */
  async beyond(cursor: number, signal: AbortSignal): Promise<number> {
    let position = cursor;
    // A subscriber may be ahead of the tail, and is then woken by changes that it has seen already.
    while (this.recent.tail.position <= position && !signal.aborted) {
      const reached = await this.woken(signal);
      if (reached === undefined) break;
      position = Math.max(position, reached);
    }
    return position;
  }

  private async woken(signal: AbortSignal): Promise<number | undefined> {
    const waiter: Waiter = Promise.withResolvers();
    const leave = () => {
      waiter.resolve(undefined);
      this.waiting.delete(waiter);
      if (this.waiting.size === 0) this.stop();
    };
    signal.addEventListener("abort", leave);
    this.waiting.add(waiter);
    if (!this.watch) this.start();
    try {
      return await waiter.promise;
    } finally {
      signal.removeEventListener("abort", leave);
    }
  }

  private start(): void {
    const watch = new AbortController();
    this.watch = watch;
    const wakeAll = (settle: (waiter: Waiter) => void) => {
      if (this.watch !== watch) return;
      this.watch = undefined;
      const all = [...this.waiting];
      this.waiting.clear();
      all.forEach(settle);
    };
    this.untilConcerned(watch.signal).then(
      (position) => wakeAll(({ resolve }) => resolve(position)),
      (error: unknown) => wakeAll(({ reject }) => reject(error)),
    );
  }

  private stop(): void {
    this.watch?.abort();
    this.watch = undefined;
  }

  /** Waits for a change that may concern the group; gives the position up to which none does. */
  private async untilConcerned(signal: AbortSignal): Promise<number | undefined> {
    const { tail } = this.recent;
    let position = tail.position;
    for (;;) {
      await tail.beyond(position, signal);
      const head = tail.position;
      if (head <= position) return undefined;
      if (await this.mayConcern(position, head)) return position;
      position = head;
    }
  }

  private async mayConcern(after: number, head: number): Promise<boolean> {
    if (await this.recent.mayConcern(this.concerns, after, head)) return true;
    return (await this.recent.accessChangedAt(head)) > after;
  }
}
