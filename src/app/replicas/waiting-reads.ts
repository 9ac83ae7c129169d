import { setTimeout as delay } from "node:timers/promises";

/** The pause between two looks at a replica for which reads wait, in milliseconds. */
const lookMs = 2;

/** A replica as its waiting reads see it. */
interface Looked {
  /** Looks at its position, and takes note of it. */
  look(): Promise<void>;
  /** Takes note that a look has failed. */
  lost(): void;
}

/** The reads that wait for a replica to have their position: it is looked at, again and again, while there are some. */
export class WaitingReads {
  private readonly waiting = new Map<() => void, number>();
  private looking: Promise<void> | undefined;

  constructor(private readonly replica: Looked) {}

  /** Resolves when the replica has a position, or no read waits for it any more, or `signal` aborts. */
  until(position: number, signal: AbortSignal): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const done = () => {
      this.waiting.delete(done);
      signal.removeEventListener("abort", done);
      resolve();
    };
    this.waiting.set(done, position);
    signal.addEventListener("abort", done);
    this.looking ??= this.look().finally(() => {
      this.looking = undefined;
    });
    return promise;
  }

  /** Lets those go on that wait for this position or an earlier one. */
  reached(position: number): void {
    for (const [done, awaited] of this.waiting) if (awaited <= position) done();
  }

  private async look(): Promise<void> {
    try {
      while (this.waiting.size > 0) {
        await this.replica.look();
        if (this.waiting.size > 0) await delay(lookMs);
      }
    } catch {
      this.replica.lost();
    }
  }
}
