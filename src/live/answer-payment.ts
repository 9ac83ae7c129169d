import type { CostMeter } from "../platform/cost-meter.js";
import { HubError } from "../platform/errors.js";
import type { LiveContext } from "./live-context.js";

/** The cost of an answer that was read for another subscriber, as of one from the response cache. */
const sharedCost = 1;

/** The rate of a subscriber's client is used up: nothing was read for it. */
export class Unpaid extends Error {
  constructor(readonly refusal: HubError) {
    super(refusal.message);
  }

  /** The milliseconds after which the client has its rate again. */
  get waitMs(): number {
    return 1000 * Number(this.refusal.extensions.retryAfter ?? 1);
  }
}

/** Counts the cost of answers for the client of one subscriber; throws Unpaid when its rate is used up. */
export class Payment {
  /** True until the first answer: the start of the stream has counted its document. */
  isStart = true;

  constructor(private readonly context: Pick<LiveContext, "meter">) {}

  /** Counts an answer that was read for another subscriber. */
  async share(): Promise<void> {
    if (!this.isStart) await this.count(sharedCost);
  }

  /**
   * Counts an answer that is read for this subscriber, before it is read: its document, and what the last
   * one cost within itself. The meter counts what this one costs beyond that.
   */
  async begin(within: number): Promise<AnswerMeter> {
    const document = this.isStart ? 0 : this.context.meter.cost;
    await this.count(document + within);
    return new AnswerMeter((cost) => this.count(cost), within);
  }

  private async count(cost: number): Promise<void> {
    try {
      await this.context.meter.count(cost);
    } catch (error) {
      if (error instanceof HubError && error.code === "RATE_LIMITED") throw new Unpaid(error);
      throw error;
    }
  }
}

/** The meter of one answer, of which a part is counted already. */
export class AnswerMeter implements CostMeter {
  cost = 0;
  /** Set where the client's rate did not cover the answer. */
  unpaid: unknown;

  constructor(
    private readonly pay: (cost: number) => Promise<void>,
    private paid: number,
  ) {}

  async count(cost: number): Promise<void> {
    const due = Math.max(0, cost - this.paid);
    this.paid -= cost - due;
    try {
      await this.pay(due);
    } catch (error) {
      this.unpaid = error;
      throw error;
    }
  }
}
