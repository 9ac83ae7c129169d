import { setTimeout as delay } from "node:timers/promises";
import { percentile } from "../../../bench/statistics.js";

/** The median, the one in a hundred, and the longest, in milliseconds. */
export interface Times {
  p50: number;
  p99: number;
  max: number;
}

export const timesOf = (ms: readonly number[]): Times => ({
  p50: percentile(ms, 0.5),
  p99: percentile(ms, 0.99),
  max: percentile(ms, 1),
});

export const shownTimes = ({ p50, p99, max }: Times): string =>
  `p50 ${p50.toFixed(1)}, p99 ${p99.toFixed(1)}, max ${max.toFixed(1)} ms`;

const document =
  "{ actionPlans(first: 10) { nodes { id title status lead { name } } totalCount } }";

/**
 * Queries at a constant rate, whatever the last ones take: each time counts from when a query was due. None of them
 * is known to the response cache.
 */
export class Asking {
  private readonly ms: number[] = [];
  private readonly failures: string[] = [];
  private isStopped = false;
  private readonly running: Promise<void>;

  constructor(
    private readonly url: string,
    private readonly perSecond: number,
  ) {
    this.running = this.run();
  }

  /** Stops when all are answered; gives their times, and what was not answered. */
  async stop(): Promise<{ times: Times; failures: string[] }> {
    this.isStopped = true;
    await this.running;
    return { times: timesOf(this.ms), failures: this.failures };
  }

  private async run(): Promise<void> {
    const began = performance.now();
    const asked: Promise<void>[] = [];
    while (!this.isStopped) {
      const due = began + (asked.length * 1000) / this.perSecond;
      await delay(Math.max(0, due - performance.now()));
      asked.push(this.ask(due, asked.length));
    }
    await Promise.all(asked);
  }

  private async ask(due: number, number: number): Promise<void> {
    try {
      const answer = await fetch(this.url, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query: `${document} # ${number} ${Math.random()}` }),
      });
      const { data } = (await answer.json()) as { data?: unknown };
      if (!data) this.failures.push(`a query was answered with ${answer.status}`);
    } catch (error) {
      this.failures.push(`a query failed: ${error}`);
    }
    this.ms.push(performance.now() - due);
  }
}
