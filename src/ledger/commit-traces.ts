import type { Link, SpanContext } from "@opentelemetry/api";

/** The most positions whose traces are held: those that live reads and webhooks deal with. */
const mostHeld = 2000;

/** The most positions of one commit that are held, as of an import. */
export const mostOfCommit = 100;

/** The most links of one span. */
const mostLinks = 16;

/**
 * The traces in which the last changes were committed, by their positions: those of this process and, with NATS,
 * those of other nodes that trace. Empty without traces.
 */
export class CommitTraces {
  private readonly held = new Map<number, SpanContext>();

  /** Called with each commit of this process. */
  onCommit: ((upTo: number, count: number, context: SpanContext) => void) | undefined;

  /** Takes note of a commit of this process of `count` lines up to a position. */
  note(upTo: number, count: number, context: SpanContext): void {
    this.hold(upTo, count, context);
    this.onCommit?.(upTo, count, context);
  }

  /** Holds the trace of a commit of any node. */
  hold(upTo: number, count: number, context: SpanContext): void {
    const first = upTo - Math.min(count, mostOfCommit) + 1;
    for (let position = first; position <= upTo; position += 1) this.held.set(position, context);
    for (const position of this.held.keys()) {
      if (this.held.size <= mostHeld) return;
      this.held.delete(position);
    }
  }

  /** The trace in which a change was committed; undefined where that was long ago, or is not known. */
  of(position: number): SpanContext | undefined {
    return this.held.get(position);
  }

  /** Links to the commits of changes, each once. */
  links(positions: Iterable<number>): Link[] {
    const contexts = new Set<SpanContext>();
    if (this.held.size === 0) return [];
    for (const position of positions) {
      const context = this.held.get(position);
      if (context) contexts.add(context);
      if (contexts.size === mostLinks) break;
    }
    return [...contexts].map((context) => ({ context }));
  }
}
