import type { Line, RecentChanges } from "./recent-changes.js";

/** Who is told up to where nothing concerned them; of no position when the tail has stopped. */
type Waiter = PromiseWithResolvers<number | undefined>;

/**
 * Where the subscribers of a group wait who have seen everything: one looks out for all, so that a
 * change which does not concern them is looked at once and wakes none.
 */
export class QuietWatch {
  private readonly waiting = new Set<Waiter>();
  private watch: AbortController | undefined;

  /** `concerns` tells whether a change may be the group's business; absent when any may. */
  constructor(
    private readonly recent: RecentChanges,
    private readonly concerns: ((line: Line) => boolean) | undefined,
  ) {}

  /**
   * Resolves when the tail is beyond `cursor` and what came may concern the group, or somebody's
   * access has changed; also when the tail stops or `signal` aborts. Gives the position up to which
   * nothing concerns the group.
   */
  async beyond(cursor: number, signal: AbortSignal): Promise<number> {
    let quietTo = cursor;
    // Whoever has just come may be ahead of the tail, and is woken by what they have seen.
    while (this.recent.tail.position <= quietTo && !signal.aborted) {
      const position = await this.woken(signal);
      if (position === undefined) break;
      quietTo = Math.max(quietTo, position);
    }
    return quietTo;
  }

  private async woken(signal: AbortSignal): Promise<number | undefined> {
    const waiter: Waiter = Promise.withResolvers();
    const leave = () => {
      waiter.resolve(undefined);
      this.waiting.delete(waiter);
      if (this.waiting.size === 0) this.rest();
    };
    signal.addEventListener("abort", leave);
    this.waiting.add(waiter);
    if (!this.watch) this.begin();
    try {
      return await waiter.promise;
    } finally {
      signal.removeEventListener("abort", leave);
    }
  }

  private begin(): void {
    const watch = new AbortController();
    this.watch = watch;
    const wake = (tell: (waiter: Waiter) => void) => {
      if (this.watch !== watch) return;
      this.watch = undefined;
      const all = [...this.waiting];
      this.waiting.clear();
      all.forEach(tell);
    };
    this.quietUpTo(watch.signal).then(
      (position) => wake(({ resolve }) => resolve(position)),
      (error: unknown) => wake(({ reject }) => reject(error)),
    );
  }

  private rest(): void {
    this.watch?.abort();
    this.watch = undefined;
  }

  /** Waits until something may concern the group; gives the position up to which nothing did. */
  private async quietUpTo(signal: AbortSignal): Promise<number | undefined> {
    const { tail } = this.recent;
    let position = tail.position;
    for (;;) {
      await tail.beyond(position, signal);
      const head = tail.position;
      if (head <= position) return undefined;
      if (!(await this.isQuiet(position, head))) return position;
      position = head;
    }
  }

  private async isQuiet(after: number, head: number): Promise<boolean> {
    if (await this.recent.mayConcern(this.concerns, after, head)) return false;
    return (await this.recent.accessChangedAt(head)) <= after;
  }
}
