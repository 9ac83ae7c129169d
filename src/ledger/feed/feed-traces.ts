import { z } from "zod";
import { contextOfHeaders, headersOfContext, isTracing } from "../../platform/tracing/tracing.js";
import { type CommitTraces, mostOfCommit } from "../commit-traces.js";
import { sealed, unsealed } from "./seal.js";

/** The largest message that is looked at, in bytes. */
const mostBytes = 2_048;

/** The trace of a commit of `count` lines up to a position, by its headers. */
const format = z.strictObject({
  upTo: z.int().min(1),
  count: z.int().min(1).max(mostOfCommit),
  traceparent: z.string().max(55),
  tracestate: z.string().max(512).optional(),
});

/** What the exchange of traces works with. */
export interface FeedTracesServices {
  traces: CommitTraces;
  /** The key that all nodes of the ledger know; undefined while there is none. */
  key(): string | undefined;
  /** The subject of the messages. */
  subject(): string;
  send(bytes: Uint8Array): void;
}

/**
 * The traces of commits among the nodes of one ledger: a node that traces sends those of its commits, and holds
 * those that others send, for the links of its live reads and for its webhooks. They are messages of their own: the
 * node that feeds the others has not committed what it reads. One that is lost costs a link.
 */
export class FeedTraces {
  constructor(private readonly services: FeedTracesServices) {}

  /** Begins to send, and gives what takes the messages of others by their subject; nothing where tracing is off. */
  start(): Record<string, (bytes: Uint8Array) => void> {
    if (!isTracing()) return {};
    const { traces, send, key, subject } = this.services;
    traces.onCommit = (upTo, count, context) => {
      const known = key();
      const of = { upTo, count: Math.min(count, mostOfCommit), ...headersOfContext(context) };
      if (known !== undefined) send(sealed(of, known));
    };
    return { [subject()]: (bytes) => this.take(bytes) };
  }

  /** Sends no more. */
  stop(): void {
    this.services.traces.onCommit = undefined;
  }

  private take(bytes: Uint8Array): void {
    const { traces, key } = this.services;
    const known = key();
    const { data } = format.safeParse(known && unsealed(bytes, known, mostBytes));
    const context = data && contextOfHeaders(data);
    // What this node has sent comes back.
    if (!context || traces.of(data.upTo)?.spanId === context.spanId) return;
    traces.hold(data.upTo, data.count, context);
  }
}
