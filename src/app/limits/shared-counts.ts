import type pg from "pg";
import { type RateLimiterMemory, RateLimiterPostgres } from "rate-limiter-flexible";
import type { Logger } from "../../platform/logger.js";

/** The time between two exchanges, in milliseconds. */
const exchangeMs = 1000;

/** The counts of one rate: those of this node, and what the others have not been told yet. */
interface Shared {
  counts: RateLimiterMemory;
  store: RateLimiterPostgres;
  untold: Map<string, number>;
}

/**
 * Shares the counts of rates between nodes, through a table in Postgres. A node decides by its own counts,
 * so that no request waits for Postgres; once a second it adds what it has counted to the table, and takes
 * over the sums of all nodes. While Postgres is away each node counts for itself.
 */
export class SharedCounts {
  private readonly rates: Shared[] = [];
  private timer: NodeJS.Timeout | undefined;
  private exchanging = Promise.resolve();
  private isStopped = false;

  constructor(
    private readonly pool: pg.Pool,
    private readonly logger: Logger,
  ) {
    this.schedule();
  }

  /** Shares a rate from now on; gives the function that reports what was counted for a key. */
  share(
    policy: string,
    counts: RateLimiterMemory,
    duration: number,
  ): (key: string, points: number) => void {
    const store = new RateLimiterPostgres({
      ...{ storeClient: this.pool, storeType: "pool", tableName: "rate_limit", tableCreated: true },
      ...{ keyPrefix: policy, points: counts.points, duration },
    });
    const rate: Shared = { counts, store, untold: new Map() };
    this.rates.push(rate);
    return (key, points) => rate.untold.set(key, (rate.untold.get(key) ?? 0) + points);
  }

  /** Stops, after the exchange that runs. */
  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    await this.exchanging;
  }

  private schedule(): void {
    if (this.isStopped) return;
    this.timer = setTimeout(() => {
      this.exchanging = this.exchange().then(() => this.schedule());
    }, exchangeMs).unref();
  }

  private async exchange(): Promise<void> {
    try {
      for (const rate of this.rates) await exchangeRate(rate);
    } catch (err) {
      this.logger.warn({ err }, "rates could not be shared with the other nodes");
    }
  }
}

async function exchangeRate(rate: Shared): Promise<void> {
  const { counts, store, untold } = rate;
  // What cannot be told is forgotten: a minute later it means nothing.
  rate.untold = new Map();
  for (const [key, points] of untold) {
    const { consumedPoints, msBeforeNext } = await store.penalty(key, points);
    const since = rate.untold.get(key) ?? 0;
    await counts.set(key, consumedPoints + since, Math.max(1, msBeforeNext) / 1000);
  }
}
