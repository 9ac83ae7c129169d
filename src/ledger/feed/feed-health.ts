import type { Logger } from "../../platform/logger.js";

/**
 * Why a node reads changes from Postgres though NATS is configured: it has just started, NATS cannot be
 * reached or gives no answer, no reader sends, what it sends comes too late, belongs to a diverged history, or
 * does not come back to the reader itself.
 */
export type FeedProblem =
  | "starting"
  | "disconnected"
  | "silent"
  | "unfed"
  | "late"
  | "fork"
  | "unheard";

/** How long all must have been well before changes are taken from NATS, in milliseconds. */
const firstWaitMs = 500;

/** The longest such wait, after failures that soon followed one another. */
const longestWaitMs = 30_000;

/** The time after a return in which the next problem counts as soon, in milliseconds. */
const soonMs = 60_000;

/** The time after which a start without NATS is told. */
const startMs = 5_000;

/**
 * Decides whether changes come by NATS: not once there is a problem, and again after a while without
 * one. The while doubles when the next problem comes soon, so that NATS that comes and goes costs little
 * and fills no log: each turn to Postgres and back is told once.
 */
export class FeedHealth {
  private isGood = false;
  private problem: FeedProblem = "starting";
  private goodSince: number | undefined;
  private usedSince = Number.NEGATIVE_INFINITY;
  private waitMs = firstWaitMs;
  private readonly startedAt = performance.now();
  private isStartTold = false;

  constructor(
    private readonly logger: Logger,
    /** The reason of the last failure to connect, for the log. */
    private readonly failure: () => unknown,
  ) {}

  /** True while changes come by NATS. */
  get isWorking(): boolean {
    return this.isGood;
  }

  /** The problem for which they do not; undefined while they do. */
  get reason(): FeedProblem | undefined {
    return this.isGood ? undefined : this.problem;
  }

  /** Takes note of what is found now; true where changes come by another way than before. */
  note(problem: FeedProblem | undefined): boolean {
    const now = performance.now();
    if (problem) return this.noteProblem(problem, now);
    this.goodSince ??= now;
    if (this.isGood || now - this.goodSince < this.waitMs) return false;
    this.isGood = true;
    this.usedSince = now;
    this.isStartTold = true;
    this.logger.info("changes come by NATS");
    return true;
  }

  private noteProblem(problem: FeedProblem, now: number): boolean {
    this.goodSince = undefined;
    this.problem = problem;
    if (!this.isGood) {
      if (!this.isStartTold && now - this.startedAt > startMs) this.tell(problem);
      return false;
    }
    const isSoon = now - this.usedSince < soonMs;
    this.waitMs = isSoon ? Math.min(2 * this.waitMs, longestWaitMs) : firstWaitMs;
    this.isGood = false;
    this.tell(problem);
    return true;
  }

  private tell(reason: FeedProblem): void {
    this.isStartTold = true;
    const err = reason === "disconnected" ? this.failure() : undefined;
    this.logger.warn({ reason, err }, "changes do not come by NATS: they are read from Postgres");
  }
}
