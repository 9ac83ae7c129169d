import type { Registry } from "prom-client";
import { longestSilenceMs } from "../../platform/database/index.js";
import { showGauge } from "./shown.js";

/** What watches the database. */
export interface WatchedDatabase {
  /** Milliseconds since Postgres answered last. */
  readonly silentMs: number;
  /** When it last gave no answer, in milliseconds since 1970; undefined where it always answered. */
  readonly failedAt: number | undefined;
}

/** Shows what the watch of the database knows; nothing is asked when it is shown. */
export function showPostgres(registry: Registry, watch: () => WatchedDatabase | undefined): void {
  const show = (name: string, help: string, figure: (of: WatchedDatabase) => number | undefined) =>
    showGauge({ name: `rembuk_postgres_${name}`, help, registry }, () => {
      const known = watch();
      return known && figure(known);
    });
  show(
    "up",
    "1 while Postgres answers this node, else 0",
    ({ silentMs }) => +(silentMs < longestSilenceMs),
  );
  const silence = "Seconds since Postgres answered this node last";
  show("silent_seconds", silence, ({ silentMs }) => silentMs / 1000);
  const failed = "Unix time of the last time that Postgres gave this node no answer";
  show("last_error_timestamp_seconds", failed, ({ failedAt }) => failedAt && failedAt / 1000);
}
