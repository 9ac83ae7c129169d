import type { Link, Span } from "@opentelemetry/api";
import { type ExecutionArgs, getOperationAST } from "graphql";
import type { ChangeOutline, CommitTraces } from "../ledger/index.js";
import { isTracing, noteOwnSpan, type SpanStart } from "../platform/tracing/tracing.js";
import type { Section } from "./page-reader.js";

/** The name of the operation that a subscription executes; undefined where it has none. */
export const operationNameOf = ({
  document,
  operationName,
}: Pick<ExecutionArgs, "document" | "operationName">): string | undefined =>
  getOperationAST(document, operationName)?.name?.value;

/** A section that was given to a group, if it was. */
interface Given {
  section?: Section;
}

/** What the spans of one subscription document tell: its name, and the commits of the changes that are read. */
export class LiveSpans {
  constructor(
    private readonly traces: CommitTraces,
    /** The name of the operation, as it is shown. */
    private readonly name: string,
  ) {}

  /** The beginning of a span. */
  readonly span = (): SpanStart => ({
    attributes: {
      "graphql.operation.type": "subscription",
      "graphql.operation.name": this.name,
    },
  });

  /** Tells in the span of a live query which changes it was read again for. */
  tellCauses(span: Span, changes: readonly Pick<ChangeOutline, "position">[]): void {
    span.addLinks(this.traces.links(changes.map(({ position }) => position)));
  }

  /** Tells in a span what it has read for how many groups. */
  tell(span: Span, given: readonly Given[]): void {
    const frames = given.flatMap(({ section }) => section?.frames ?? []);
    span.setAttributes({ "rembuk.live.groups": given.length, "rembuk.live.frames": frames.length });
    span.addLinks(this.linksOf(frames));
  }

  /** The beginning of the span of a page's delivery to a number of subscribers. */
  delivery({ frames }: Pick<Section, "frames">, subscribers: number): SpanStart {
    const { attributes } = this.span();
    const counts = { "rembuk.live.subscribers": subscribers, "rembuk.live.frames": frames.length };
    return { attributes: { ...attributes, ...counts }, links: this.linksOf(frames) };
  }

  private linksOf(frames: Section["frames"]): Link[] {
    return this.traces.links(frames.map(({ change: { position } }) => position));
  }
}

/** The delivery of a page to those who ask for it, which is told once it has gone to all of them. */
export class Delivery {
  private readonly started = performance.now();
  subscribers = 0;

  constructor(
    private readonly spans: LiveSpans,
    private readonly page: Pick<Section, "frames">,
  ) {}

  /** Tells of it, where it had something. */
  end(): void {
    const { spans, page, started, subscribers } = this;
    if (!isTracing() || page.frames.length === 0) return;
    noteOwnSpan("live delivery", started, () => spans.delivery(page, subscribers));
  }
}
