import { Counter, type Registry } from "prom-client";
import { type LabelledFigures, showGauges } from "../metrics/shown.js";
import type { Fallback, Replicas, RunCounts } from "./replicas.js";

/** The metrics of replicas. */
export class ReplicaMetrics implements RunCounts {
  private readonly reads: Counter;
  private readonly fallbacks: Counter;
  private source: { replicas: Replicas; tail: { readonly position: number } } | undefined;

  constructor(registry: Registry) {
    const registers = [registry];
    this.reads = new Counter({
      name: "rembuk_replica_reads_total",
      help: "Where replicas are configured, planned reads and snapshots of streams by target: the number of the replica, or primary",
      labelNames: ["target"],
      registers,
    });
    this.fallbacks = new Counter({
      name: "rembuk_replica_fallbacks_total",
      help: "Planned reads that went to the primary, by reason: none (no replica is ready, or only the primary can answer), behind, busy (no connection is free), conflict (the replica had to make way for a change), failed, position (the answer was not of the right position)",
      labelNames: ["reason"],
      registers,
    });
    const up = "1 while reads may go to the replica, else 0; by its number in DATABASE_READ_URLS";
    showGauges(
      { name: "rembuk_replica_up", help: up, registry },
      this.by(({ state }) => +(state === "ready")),
    );
    const lag = "Changes of the ledger that the replica lacks, as far as this node knows";
    showGauges(
      { name: "rembuk_replica_lag_positions", help: lag, registry },
      this.by(({ position }, head) => Math.max(0, head - position)),
    );
  }

  ran(target: string): void {
    this.reads.inc({ target });
  }

  fellBack(reason: Fallback): void {
    this.fallbacks.inc({ reason });
  }

  /** Shows the state of these replicas from now on. */
  show(replicas: Replicas, tail: { readonly position: number }): void {
    this.source = { replicas, tail };
  }

  /** Figures by the replica's number in `DATABASE_READ_URLS`. */
  private by(figure: (of: Replicas["figures"][number], head: number) => number): LabelledFigures {
    const now = () => {
      const { replicas, tail } = this.source ?? {};
      const all = replicas?.figures ?? [];
      return all.map((one) => [String(one.replica), figure(one, tail?.position ?? 0)] as const);
    };
    return { label: "replica", figures: now };
  }
}
