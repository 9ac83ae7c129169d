import { LRUCache } from "lru-cache";
import { RateLimiterMemory } from "rate-limiter-flexible";
import type { RateStanding } from "../port.js";
import type { SharedCounts } from "./shared-counts.js";

/** The seconds of a rate's window; it begins with a client's first request. */
export const windowSeconds = 60;

/** The time for which requests of cost 1 are counted together, in milliseconds. */
const batchMs = 1000;

/** The keys whose requests of cost 1 are counted together. */
const mostBatches = 10_000;

/** Requests of cost 1 since the last count of a key. */
interface Batch {
  standing: RateStanding;
  open: number;
  /** As `performance.now` has it. */
  until: number;
}

/** A rate: a cost a minute that each of its keys may use. */
export class Rate {
  private readonly counts: RateLimiterMemory;
  private readonly batches = new LRUCache<string, Batch>({ max: mostBatches });
  /** The most requests that are counted together: a thousandth of the rate, 100 at most. */
  private readonly batch: number;
  /** Reports to the other nodes what was counted. */
  private readonly report: ((key: string, points: number) => void) | undefined;

  constructor(
    /** The name that clients see. */
    readonly policy: string,
    /** The cost a minute. */
    readonly limit: number,
    shared?: SharedCounts,
  ) {
    this.batch = Math.min(100, Math.floor(limit / 1000));
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

  /**
   * Counts a request of cost 1. Those of one second are counted together, as the library's count costs
   * as much as the rest of an answer of the response cache: the standing is then there at once.
   */
  takeOne(key: string): RateStanding | Promise<RateStanding> {
    const known = this.batches.get(key);
    if (!known || known.open + 1 >= this.batch || performance.now() >= known.until) {
      return this.beginBatch(key, known?.open ?? 0);
    }
    known.open += 1;
    const { policy, limit, resetSeconds, isOver } = known.standing;
    const remaining = Math.max(0, known.standing.remaining - known.open);
    return { policy, limit, remaining, resetSeconds, isOver };
  }

  private async beginBatch(key: string, open: number): Promise<RateStanding> {
    this.batches.delete(key);
    const standing = await this.take(key, open + 1);
    if (!standing.isOver)
      this.batches.set(key, { standing, open: 0, until: performance.now() + batchMs });
    return standing;
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
