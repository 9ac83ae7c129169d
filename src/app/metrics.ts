import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { ReplicaMetrics } from "./replicas/replica-metrics.js";

/** The size of a response cache. */
export interface CacheSize {
  readonly bytes: number;
  readonly count: number;
}

/** The metrics of one hub, as `/metrics` shows them. */
export class Metrics {
  readonly registry = new Registry();

  /** Seconds from the arrival of a query or mutation to its answer. */
  readonly operationDuration = new Histogram({
    name: "rembuk_operation_duration_seconds",
    help: "Time from the arrival of a query or mutation to its answer, by operation type and transport",
    labelNames: ["type", "transport"],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15],
    registers: [this.registry],
  });

  /**
   * Queries by the path that answered them: the response cache, a plan or the resolvers. `cause` is the
   * field, or the kind of failure, because of which it was the resolvers.
   */
  readonly reads = new Counter({
    name: "rembuk_reads_total",
    help: "Queries by the path that answered them, and why where it was the resolvers",
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
    help: "Answers to requests that follow a document, by result",
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
    help: "Starts of subscriptions that wait for their turn",
    registers: [this.registry],
  });

  /** Starts of subscriptions that were refused: too many waited, it waited too long, or its client is too fast. */
  readonly startRefusals = new Counter({
    name: "rembuk_start_refusals_total",
    help: "Starts of subscriptions that were refused, by reason",
    labelNames: ["reason"],
    registers: [this.registry],
  });

  /** Errors that requesters were shown. */
  readonly shownErrors = new Counter({
    name: "rembuk_errors_total",
    help: "Errors that requesters were shown, by code",
    labelNames: ["code"],
    registers: [this.registry],
  });

  /** Requests that were refused because a rate was used up. */
  readonly rateRefusals = new Counter({
    name: "rembuk_rate_refusals_total",
    help: "Requests that were refused because a rate was used up, by rate",
    labelNames: ["policy"],
    registers: [this.registry],
  });

  /** Attempts at deliveries to webhooks. */
  readonly webhookDeliveries = new Counter({
    name: "rembuk_webhook_deliveries_total",
    help: "Attempts at deliveries to webhooks of this node, by result",
    labelNames: ["result"],
    registers: [this.registry],
  });

  /** Messages of NATS about the ledger. */
  readonly feedMessages = new Counter({
    name: "rembuk_feed_messages_total",
    help: "Messages of NATS about the ledger, by what they were for this node",
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

  /** The response cache; absent where there is none. */
  cache: CacheSize | undefined;

  /** The tail of the ledger, with the milliseconds since its last read. */
  tail: { readonly ageMs: number } | undefined;

  constructor() {
    collectDefaultMetrics({ register: this.registry });
    this.show("rembuk_kept_answers", "Answers in the response cache", () => this.cache?.count);
    this.show("rembuk_kept_answer_bytes", "Bytes of the response cache", () => this.cache?.bytes);
    const age = "Seconds since the head of the ledger was last read, for live updates";
    this.show("rembuk_ledger_age_seconds", age, () => (this.tail?.ageMs ?? 0) / 1000);
    const isFed = "1 while changes come by NATS, to this node or from it, else 0";
    const states = ["fed", "reading"];
    this.show("rembuk_feed_working", isFed, () => +states.includes(this.feed?.state.state ?? ""));
    const isReader = "1 while this node reads the ledger for the others, else 0";
    this.show("rembuk_feed_reader", isReader, () => +(this.feed?.state.state === "reading"));
  }

  private show(name: string, help: string, figure: () => number | undefined): void {
    const registers = [this.registry];
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(figure() ?? 0);
      },
    });
  }
}
