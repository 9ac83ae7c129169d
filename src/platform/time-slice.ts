import { setImmediate } from "node:timers/promises";

/**
 * The time for which one task may hold the event loop, in milliseconds. Several tasks can run in one
 * turn of the loop, which should not take 100 ms.
 */
const sliceMs = 10;

/**
 * Gives the event loop back by time. A loop over things that come without waiting (rows of a table,
 * cells of a workbook) calls `pause` for each of them: what is cheap goes on, and others wait for at
 * most a slice, however many things there are. A count of things could not do this, as one of them may
 * cost a thousand times another.
 */
export class TimeSlice {
  private since = performance.now();

  /** True when others should have their turn. */
  get isOver(): boolean {
    return performance.now() - this.since > sliceMs;
  }

  /** Resolves at once within the slice, else when others have had their turn. */
  async pause(): Promise<void> {
    if (!this.isOver) return;
    await setImmediate();
    this.since = performance.now();
  }
}
