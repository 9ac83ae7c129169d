import type { Registry } from "prom-client";
import type { Logger } from "../../platform/logger.js";
import { type Database, sql } from "../../reading/index.js";
import { Looks } from "../looks.js";
import { showGauge, showGauges } from "./shown.js";

/** The time between two readings, in milliseconds. */
const everyMs = 15_000;

/** What the database says of the work in the background, of all nodes together. */
interface JobFigures {
  exports: Record<string, number> | null;
  webhooks: Record<string, number> | null;
  failing: number;
  backlog: number;
  partitions: number;
  archives: number;
  retainedFrom: number;
}

const figuresSql = sql<JobFigures>`select
  (select jsonb_object_agg(status, n) from (select status, count(*) as n from export_job group by 1) as one) as exports,
  (select jsonb_object_agg(status, n) from (select status, count(*) as n from webhook group by 1) as one) as webhooks,
  (select count(*)::int from webhook_state where failures > 0) as failing,
  (select coalesce(max(greatest(head.position - state.position, 0)), 0)::float8 from webhook_state state
    join webhook on webhook.id = state.webhook_id and webhook.status = 'ACTIVE') as backlog,
  (select count(*)::int from ledger_partitions()) as partitions,
  (select count(*)::int from ledger_archive) as archives,
  head.retained_from::float8 as "retainedFrom"
  from ledger_head head`;

/** What is read from the database now and then, and shown from memory. */
export interface JobSource {
  database: Database;
  logger: Logger;
}

/**
 * The metrics of work in the background. They are read every 15 seconds beside the scrapes, which show what was
 * read last: no scrape waits for Postgres.
 */
export class JobMetrics {
  private figures: JobFigures | undefined;
  private readAt: number | undefined;

  constructor(private readonly registry: Registry) {
    this.byStatus(
      "rembuk_exports",
      "Exports of all nodes that are known, by status",
      (of) => of.exports,
    );
    this.byStatus("rembuk_webhooks", "Webhooks by status, ACTIVE or PAUSED", (of) => of.webhooks);
    this.show("webhooks_failing", "Webhooks whose last attempt failed", (of) => of.failing);
    const backlog =
      "Changes of the ledger that the active webhook that is furthest behind has not passed";
    this.show("webhook_backlog_changes", backlog, (of) => of.backlog);
    this.show(
      "ledger_partitions",
      "Partitions of the ledger in the database",
      (of) => of.partitions,
    );
    this.show("ledger_archives", "Archives of partitions in the file store", (of) => of.archives);
    const retained = "Position after which the database holds the changes";
    this.show("ledger_retained_from_position", retained, (of) => of.retainedFrom);
    const age =
      "Seconds since the figures of exports, webhooks and archives were read from the database";
    showGauge({ name: "rembuk_jobs_age_seconds", help: age, registry }, () =>
      this.readAt === undefined ? undefined : (performance.now() - this.readAt) / 1000,
    );
  }

  /** Reads them until the hub stops. */
  follow({ database, logger }: JobSource, cleanup: AsyncDisposableStack): void {
    const looks = new Looks({
      round: async () => {
        const { rows } = await figuresSql.execute(database);
        this.figures = rows[0];
        this.readAt = performance.now();
      },
      everyMs,
      failed: (err) => logger.debug({ err }, "the figures of jobs could not be read"),
    });
    looks.start();
    cleanup.defer(() => looks.stop());
  }

  private show(name: string, help: string, figure: (of: JobFigures) => number): void {
    const shown = { name: `rembuk_${name}`, help, registry: this.registry };
    showGauge(shown, () => this.figures && figure(this.figures));
  }

  private byStatus(
    name: string,
    help: string,
    figures: (of: JobFigures) => Record<string, number> | null,
  ): void {
    const known = () => this.figures && figures(this.figures);
    const shown = { name, help, registry: this.registry };
    showGauges(shown, { label: "status", figures: () => Object.entries(known() ?? {}) });
  }
}
