import { Histogram, type Registry } from "prom-client";
import type { Connections, PoolFigures } from "../../platform/database/index.js";
import { showGauges } from "./shown.js";

/** The metrics of the pools of connections to Postgres, by their names. */
export class PoolMetrics {
  private readonly pools = new Map<string, PoolFigures>();
  private readonly wait: Histogram;

  constructor(registry: Registry) {
    const of = (name: string, help: string) => ({ name: `rembuk_pool_${name}`, help, registry });
    const size = of("size_connections", "Connections that a pool may have");
    showGauges(
      size,
      this.by(({ options }) => options.max),
    );
    const used = of("used_connections", "Connections that are in use, by pool");
    showGauges(
      used,
      this.by(({ totalCount, idleCount }) => totalCount - idleCount),
    );
    const idle = of("idle_connections", "Open connections that nobody uses, by pool");
    showGauges(
      idle,
      this.by(({ idleCount }) => idleCount),
    );
    const waiting = of("waiting_requests", "Requests that wait for a connection, by pool");
    showGauges(
      waiting,
      this.by(({ waitingCount }) => waitingCount),
    );
    this.wait = new Histogram({
      name: "rembuk_pool_wait_seconds",
      help: "Seconds until a pool gave a connection, which may have been opened and tested for it, by pool",
      labelNames: ["pool"],
      buckets: [0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10],
      registers: [registry],
    });
  }

  /** Shows the pools of these connections from now on; `of` comes before their names. */
  follow(connections: Connections, of = ""): void {
    const note = (name: string, pool: PoolFigures) => this.pools.set(`${of}${name}`, pool);
    for (const [name, pool] of connections.pools) note(name, pool);
    connections.onPool = note;
    connections.onCheckout = (name, seconds) =>
      this.wait.observe({ pool: `${of}${name}` }, seconds);
  }

  private by(figureOf: (pool: PoolFigures) => number) {
    const { pools } = this;
    const figures = function* () {
      for (const [name, pool] of pools) yield [name, figureOf(pool)] as const;
    };
    return { label: "pool", figures };
  }
}
