import { Counter, type Registry } from "prom-client";
import type { BackupState } from "../backups/backup-lease.js";
import { showGauge } from "./shown.js";

/** The metrics of the backups of the schedule; without one, nothing is shown but the count. */
export class BackupMetrics {
  /** Backups that this node has made or tried to make. */
  readonly made: Counter<"result">;
  /** What the database says of the last ones, of all nodes together. */
  state: BackupState | undefined;
  /** The time between two of them; undefined without a schedule. */
  everyMs: number | undefined;

  constructor(registry: Registry) {
    this.made = new Counter({
      name: "rembuk_backups_total",
      help: "Backups of the schedule on this node, by result: made, failed",
      labelNames: ["result"],
      registers: [registry],
    });
    const show = (name: string, help: string, figure: () => number | undefined) =>
      showGauge({ name: `rembuk_backup_${name}`, help, registry }, figure);
    const last = "of the last backup of the schedule, by whichever node";
    show(
      "last_success_timestamp_seconds",
      `Instant ${last}`,
      () => this.state?.madeAt ?? undefined,
    );
    show("last_bytes", `Size ${last}`, () => this.state?.bytes ?? undefined);
    show("last_duration_seconds", `Duration ${last}`, () => {
      const ms = this.state?.tookMs ?? undefined;
      return ms === undefined ? undefined : ms / 1000;
    });
    show(
      "failing",
      "1 while the last attempt at a backup of the schedule has failed, else 0",
      () => (this.state ? +this.state.isFailing : undefined),
    );
    show("interval_seconds", "Time between two backups of the schedule (BACKUP_EVERY)", () => {
      return this.everyMs === undefined ? undefined : this.everyMs / 1000;
    });
  }
}
