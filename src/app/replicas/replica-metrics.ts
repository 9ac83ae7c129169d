import { Counter, Gauge, type Registry } from "prom-client";
import type { Fallback, Replicas, RunCounts } from "./replicas.js";

/** The metrics of replicas. */
export class ReplicaMetrics implements RunCounts {
  private readonly reads: Counter;
  private readonly fallbacks: Counter;

  constructor(private readonly registry: Registry) {
    const registers = [registry];
    this.reads = new Counter({
      name: "rembuk_replica_reads_total",
      help: "Planned reads and snapshots of streams by who gave them, where replicas are configured",
      labelNames: ["target"],
      registers,
    });
    this.fallbacks = new Counter({
      name: "rembuk_replica_fallbacks_total",
      help: "Planned reads that went to the primary, by reason",
      labelNames: ["reason"],
      registers,
    });
  }

  ran(target: string): void {
    this.reads.inc({ target });
  }

  fellBack(reason: Fallback): void {
    this.fallbacks.inc({ reason });
  }

  /** Shows the state of these replicas from now on. */
  show(replicas: Replicas, tail: { readonly position: number }): void {
    const gauge = (
      name: string,
      help: string,
      figure: (of: Replicas["figures"][number]) => number,
    ) =>
      new Gauge({
        ...{ name, help, labelNames: ["replica"], registers: [this.registry] },
        collect() {
          for (const each of replicas.figures) this.set({ replica: each.replica }, figure(each));
        },
      });
    const isReady = "1 while reads may go to the replica, else 0";
    gauge("rembuk_replica_up", isReady, ({ state }) => +(state === "ready"));
    const behind = "Positions of the ledger that the replica lacks, as far as this node knows";
    gauge("rembuk_replica_lag_positions", behind, ({ position }) =>
      Math.max(0, tail.position - position),
    );
  }
}
