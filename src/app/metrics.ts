import { Counter, collectDefaultMetrics, Gauge } from "prom-client";
import { BackupMetrics } from "./metrics/backup-metrics.js";
import { CacheMetrics } from "./metrics/cache-metrics.js";
import { HttpMetrics } from "./metrics/http-metrics.js";
import { ImportMetrics } from "./metrics/import-metrics.js";
import { JobMetrics } from "./metrics/job-metrics.js";
import { LedgerMetrics } from "./metrics/ledger-metrics.js";
import { LiveMetrics } from "./metrics/live-metrics.js";
import { isWhole, newRegistry, OpenMetricsText } from "./metrics/open-metrics-text.js";
import { OperationMetrics } from "./metrics/operation-metrics.js";
import { PoolMetrics } from "./metrics/pool-metrics.js";
import { showPostgres, type WatchedDatabase } from "./metrics/postgres-metrics.js";
import { showGauge } from "./metrics/shown.js";
import { ReplicaMetrics } from "./replicas/replica-metrics.js";

/** The metrics of one hub, as `/metrics` shows them. */
export class Metrics {
  readonly registry = newRegistry();

  /** The same with exemplars. */
  readonly openMetrics = new OpenMetricsText(this.registry);

  /** Queries and mutations by name. */
  readonly operations = new OperationMetrics(this.registry);

  /**
   * Queries by the path that answered them: the response cache, a plan or the resolvers. `cause` is the
   * field, or the kind of failure, because of which it was the resolvers.
   */
  readonly reads = new Counter({
    name: "rembuk_reads_total",
    help: "Queries by the path that answered them: cached, planned (one statement), past (one statement, as of an earlier position), or resolver with its cause",
    labelNames: ["path", "cause"],
    registers: [this.registry],
  });

  /** WebSockets that are open now. */
  readonly openSockets = new Gauge({
    name: "rembuk_open_sockets",
    help: "WebSockets that are open now",
    registers: [this.registry],
  });

  /** Streams of events that are open now. */
  readonly openStreams = new Gauge({
    name: "rembuk_open_streams",
    help: "Streams of Server-Sent Events that are open now",
    registers: [this.registry],
  });

  /** Requests that follow a document and are being answered, or wait for something new. */
  readonly openPolls = new Gauge({
    name: "rembuk_open_polls",
    help: "Requests that follow a document and are being answered, or wait for something new",
    registers: [this.registry],
  });

  /** Answers to requests that follow a document: with payloads, with nothing, unchanged, or refused. */
  readonly pollAnswers = new Counter({
    name: "rembuk_poll_answers_total",
    help: "Answers to requests that follow a document, by result: payloads, nothing, unchanged (304), refused",
    labelNames: ["result"],
    registers: [this.registry],
  });

  /** Documents that are followed by GET now. */
  readonly followedDocuments = new Gauge({
    name: "rembuk_followed_documents",
    help: "Documents, each with its variables, that are followed by GET now",
    registers: [this.registry],
  });

  /** Operations that run on WebSockets now, subscriptions among them. */
  readonly runningOperations = new Gauge({
    name: "rembuk_socket_operations",
    help: "Operations that run on WebSockets now, subscriptions among them",
    registers: [this.registry],
  });

  /** Starts of subscriptions that wait for their turn. */
  readonly waitingStarts = new Gauge({
    name: "rembuk_waiting_starts",
    help: "Subscriptions that wait for their turn to start, as after a restart",
    registers: [this.registry],
  });

  /** Starts of subscriptions that were refused: too many waited, it waited too long, or its client is too fast. */
  readonly startRefusals = new Counter({
    name: "rembuk_start_refusals_total",
    help: "Subscriptions that were told to retry later, by reason: full (LIVE_STARTS_WAITING), late (LIVE_START_WAIT_SECONDS), rate (LIMIT_STARTS_PER_CLIENT)",
    labelNames: ["reason"],
    registers: [this.registry],
  });

  /** Errors that requesters were shown. */
  readonly shownErrors = new Counter({
    name: "rembuk_errors_total",
    help: "Errors that requesters were shown over every transport, by code; watch INTERNAL_SERVER_ERROR and UNAVAILABLE",
    labelNames: ["code"],
    registers: [this.registry],
  });

  /** Requests that were refused because a rate was used up. */
  readonly rateRefusals = new Counter({
    name: "rembuk_rate_refusals_total",
    help: "Requests that were refused because a rate was used up, by policy: visitor, credential, failed-authentications",
    labelNames: ["policy"],
    registers: [this.registry],
  });

  /** Attempts at deliveries to webhooks. */
  readonly webhookDeliveries = new Counter({
    name: "rembuk_webhook_deliveries_total",
    help: "Attempts of this node at deliveries to webhooks, by result: delivered or failed",
    labelNames: ["result"],
    registers: [this.registry],
  });

  /** Messages of NATS about the ledger. */
  readonly feedMessages = new Counter({
    name: "rembuk_feed_messages_total",
    help: "Messages of NATS about the ledger, by result: continued, known, gap, fork, or refused (not sealed by the reader)",
    labelNames: ["result"],
    registers: [this.registry],
  });

  /** Turns from NATS to Postgres. */
  readonly feedFallbacks = new Counter({
    name: "rembuk_feed_fallbacks_total",
    help: "Turns from NATS to reading every change from Postgres, by reason",
    labelNames: ["reason"],
    registers: [this.registry],
  });

  readonly replicas = new ReplicaMetrics(this.registry);

  /** The feed by NATS; absent where there is none. */
  feed: { readonly state: { state: string } } | undefined;

  readonly http = new HttpMetrics(this.registry);
  readonly live = new LiveMetrics(this.registry);
  readonly ledger = new LedgerMetrics(this.registry);
  readonly caches = new CacheMetrics(this.registry);
  readonly pools = new PoolMetrics(this.registry);
  readonly jobs = new JobMetrics(this.registry);
  readonly imports = new ImportMetrics(this.registry);
  readonly backups = new BackupMetrics(this.registry);

  /** The watch of the database. */
  watch: WatchedDatabase | undefined;

  constructor() {
    collectDefaultMetrics({ register: this.registry });
    showPostgres(this.registry, () => this.watch);
    const isFed = "1 while changes come by NATS, to this node or from it, else 0";
    const states = ["fed", "reading"];
    const { registry } = this;
    showGauge(
      { name: "rembuk_feed_working", help: isFed, registry },
      () => +states.includes(this.feed?.state.state ?? ""),
    );
    const isReader = "1 while this node reads the ledger for the others, else 0";
    showGauge(
      { name: "rembuk_feed_reader", help: isReader, registry },
      () => +(this.feed?.state.state === "reading"),
    );
    isWhole(registry);
  }
}
