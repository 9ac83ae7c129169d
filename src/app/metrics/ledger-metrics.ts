import { Counter, Histogram, type Registry } from "prom-client";
import { exemplarIds } from "../../platform/tracing/tracing.js";
import { showGauge } from "./shown.js";

/** What follows the ledger's head. */
export interface LedgerTail {
  /** The last known head. */
  readonly position: number;
  /** The head as a read of the database gave it last. */
  readonly readHead: number;
  /** Milliseconds since the head was last read. */
  readonly ageMs: number;
  /** The clock of this machine beside the times of the ledger. */
  readonly clock: { readonly behindMs: number };
}

/** The metrics of the ledger, as this node knows it. */
export class LedgerMetrics {
  /** The tail of the ledger. */
  tail: LedgerTail | undefined;
  /** The position up to which the caches know what has changed. */
  cachesKnowTo: (() => number) | undefined;
  private readonly appends: Histogram;
  private readonly changes: Counter;

  constructor(registry: Registry) {
    const show = (name: string, help: string, figure: () => number | undefined) =>
      showGauge({ name: `rembuk_ledger_${name}`, help, registry }, figure);
    const head = "Position of the ledger's last change, as the database said it last";
    show("head_position", head, () => this.tail?.readHead);
    const behind = "Changes of the ledger that this node has not learned of yet";
    show("lag_changes", behind, () => this.behind(this.tail?.position));
    const cache = "Changes of the ledger that the caches of this node have not followed yet";
    show("cache_lag_changes", cache, () => this.behind(this.cachesKnowTo?.()));
    const age = "Seconds since the head of the ledger was last read, for live updates";
    show("age_seconds", age, () => this.tail && this.tail.ageMs / 1000);
    const clock = "Seconds by which this machine's clock is behind the ledger's last change";
    show("clock_behind_seconds", clock, () => this.tail && this.tail.clock.behindMs / 1000);
    this.appends = new Histogram({
      name: "rembuk_ledger_append_seconds",
      help: "Seconds of the message that appends the changes of a use case and commits, with the wait for the ledger's head",
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
      enableExemplars: true,
      registers: [registry],
    });
    this.changes = new Counter({
      name: "rembuk_ledger_changes_total",
      help: "Changes that this node has appended to the ledger, without those of imports",
      registers: [registry],
    });
  }

  /** Counts an append. */
  readonly appended = (_: number, lines: readonly unknown[], seconds: number): void => {
    this.appends.observe({ value: seconds, exemplarLabels: exemplarIds() });
    this.changes.inc(lines.length);
  };

  private behind(position: number | undefined): number | undefined {
    if (!this.tail || position === undefined) return undefined;
    return Math.max(0, Math.max(this.tail.readHead, this.tail.position) - position);
  }
}
