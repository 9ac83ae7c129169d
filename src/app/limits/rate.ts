import { RateLimiterMemory } from "rate-limiter-flexible";
import type { RateStanding } from "../port.js";
import type { SharedCounts } from "./shared-counts.js";

/** The seconds of a rate's window; it begins with a client's first request. */
export const windowSeconds = 60;

/** A rate: a cost a minute that each of its keys may use. */
export class Rate {
  private readonly counts: RateLimiterMemory;
  /** Reports to the other nodes what was counted. */
  private readonly report: ((key: string, points: number) => void) | undefined;

  constructor(
    /** The name that clients see. */
    readonly policy: string,
    /** The cost a minute. */
    readonly limit: number,
    shared?: SharedCounts,
  ) {
    this.counts = new RateLimiterMemory({ points: limit, duration: windowSeconds });
    this.report = shared?.share(policy, this.counts, windowSeconds);
  }

  /**
   * Counts a cost for a key, unless it is more than what is left. A cost above the limit takes all that a
   * window has beside the 1 of the request itself, so that what is allowed at all can be had.
   */
  async take(key: string, cost: number): Promise<RateStanding> {
    const points = Math.min(cost, Math.max(1, this.limit - 1));
    const counted = await this.counts.penalty(key, points);
    const isOver = counted.consumedPoints > this.limit;
    const used = isOver ? await this.counts.reward(key, points) : counted;
    if (!isOver) this.report?.(key, points);
    return this.standing(used.consumedPoints, used.msBeforeNext, isOver);
  }

  /** The standing of a key that has used up its rate; undefined where it has not. */
  async exhausted(key: string): Promise<RateStanding | undefined> {
    const used = await this.counts.get(key);
    if (!used || used.consumedPoints < this.limit) return undefined;
    return this.standing(used.consumedPoints, used.msBeforeNext, true);
  }

  private standing(used: number, ms: number, isOver: boolean): RateStanding {
    const { policy, limit } = this;
    const remaining = Math.max(0, limit - used);
    return { policy, limit, remaining, resetSeconds: Math.max(1, Math.ceil(ms / 1000)), isOver };
  }
}
