import { type Release, releaseOnce } from "../../platform/fair-slots.js";
import type { Metrics } from "../metrics.js";
import type { Client } from "../port.js";
import {
  notWanted,
  RetryTimes,
  spreadSeconds,
  startsTooFast,
  tooManyStarts,
} from "./retry-after.js";
import type { StartPace } from "./start-pace.js";

/** The bounds of starts. */
export interface StartBounds {
  /** The number of starts that run at a time. */
  atOnce: number;
  /** The most that wait; one client has at most half of them. */
  waiting: number;
  /** The longest wait, in milliseconds. */
  waitMs: number;
}

/** A start that asks for its turn. */
export interface StartRequest {
  client: Pick<Client, "key" | "address">;
  /** The position after which it goes on; undefined where it has nothing to catch up. */
  after: number | undefined;
  /** Resolves when its client is gone. */
  gone: Promise<void>;
}

interface Waiter {
  /** Infinite where there is nothing to catch up. */
  after: number;
  /** False once it has had its turn or has left. */
  isWaiting: boolean;
  settle(outcome: Release | Error): void;
}

/** The milliseconds that a start is taken to need before any was measured, and how fast that is corrected. */
const [firstPaceMs, paceWeight] = [10, 0.05];

/**
 * The queue in which starts wait for their turn: those with the newest positions first, as they have the
 * least to catch up. Where it is full, the one that has the most to catch up is refused with the time after
 * which to retry.
 */
export class StartQueue {
  /** In the order of `after`; the last is the next. */
  private readonly queue: Waiter[] = [];
  private readonly byClient = new Map<string, number>();
  private readonly retryTimes = new RetryTimes();
  private waiting = 0;
  private running = 0;
  private paceMs = firstPaceMs;
  private grantedAt = 0;

  constructor(
    private readonly bounds: StartBounds,
    private readonly metrics: Pick<Metrics, "waitingStarts" | "startRefusals">,
    private readonly pace?: StartPace,
  ) {}

  /** True where no more may wait. */
  get isFull(): boolean {
    return this.waiting >= this.bounds.waiting;
  }

  /** The refusal of a start for which there is no room. */
  refusal(reason: "full" | "late" = "full"): Error {
    this.metrics.startRefusals.inc({ reason });
    return tooManyStarts(this.retryTimes.next(this.waiting, this.paceMs));
  }

  /** Seconds after which each of so many clients is to retry whose connections are closed now. */
  spreadOver(clients: number): number {
    return spreadSeconds(1000 + Math.random() * clients * this.paceMs);
  }

  /**
   * Resolves at the start's turn, with what ends it. Throws UNAVAILABLE where too many wait or it waits too
   * long, and RATE_LIMITED where its client starts too many a second.
   */
  async take(request: StartRequest): Promise<Release> {
    const { client, after = Number.POSITIVE_INFINITY, gone } = request;
    const delayMs = this.delayOf(client);
    if (delayMs === 0 && this.running < this.bounds.atOnce && this.queue.length === 0) {
      return this.grant();
    }
    this.makeRoom(client.key, after, delayMs);
    const { promise, resolve, reject } = Promise.withResolvers<Release>();
    const timers: NodeJS.Timeout[] = [];
    const waiter: Waiter = {
      after,
      isWaiting: true,
      settle: (outcome) => {
        waiter.isWaiting = false;
        for (const timer of timers) clearTimeout(timer);
        this.count(client.key, -1);
        if (outcome instanceof Error) reject(outcome);
        else resolve(outcome);
      },
    };
    this.count(client.key, 1);
    const begin = () => this.enter(waiter);
    timers.push(setTimeout(() => this.leave(waiter, "late"), this.bounds.waitMs + delayMs));
    if (delayMs > 0) timers.push(setTimeout(begin, delayMs));
    else begin();
    void gone.then(() => this.leave(waiter));
    return promise;
  }

  private delayOf(client: StartRequest["client"]): number {
    const { waitMs } = this.bounds;
    const delay = this.pace?.take(client, waitMs) ?? 0;
    if (delay <= waitMs) return delay;
    this.metrics.startRefusals.inc({ reason: "rate" });
    throw startsTooFast(this.pace?.perSecond ?? 0, spreadSeconds(delay));
  }

  /** Refuses the one that is furthest behind where no more may wait. */
  private makeRoom(key: string, after: number, delayMs: number): void {
    const { waiting } = this.bounds;
    const own = this.byClient.get(key) ?? 0;
    if (own >= Math.max(1, waiting / 2)) throw this.refusal();
    if (!this.isFull) return;
    const [last] = this.queue;
    if (!last || delayMs > 0 || last.after >= after) throw this.refusal();
    this.leave(last, "full");
  }

  private count(key: string, change: 1 | -1): void {
    this.waiting += change;
    const own = (this.byClient.get(key) ?? 0) + change;
    if (own === 0) this.byClient.delete(key);
    else this.byClient.set(key, own);
    this.metrics.waitingStarts.inc(change);
  }

  /** Puts a waiter before those with the same position, which came earlier. */
  private enter(waiter: Waiter): void {
    let [low, high] = [0, this.queue.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.queue[middle]?.after ?? 0) < waiter.after) low = middle + 1;
      else high = middle;
    }
    this.queue.splice(low, 0, waiter);
    this.serve();
  }

  /** Lets a waiter leave before its turn, refused or gone. */
  private leave(waiter: Waiter, reason?: "full" | "late"): void {
    if (!waiter.isWaiting) return;
    const at = this.queue.indexOf(waiter);
    // Its client's pace may still keep it out of the queue.
    if (at >= 0) this.queue.splice(at, 1);
    waiter.settle(reason ? this.refusal(reason) : notWanted());
  }

  private serve(): void {
    while (this.running < this.bounds.atOnce) {
      const next = this.queue.pop();
      if (!next) return;
      next.settle(this.grant());
    }
  }

  private grant(): Release {
    this.running += 1;
    const now = performance.now();
    // Between two starts nobody may have come; only those that others wait for show the pace.
    if (this.queue.length > 0) {
      this.paceMs += paceWeight * (Math.min(1000, now - this.grantedAt) - this.paceMs);
    }
    this.grantedAt = now;
    return releaseOnce(() => {
      this.running -= 1;
      this.serve();
    });
  }
}
