import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** A value of an attribute, as OTLP has it. */
interface AnyValue {
  stringValue?: string;
  intValue?: number | string;
  doubleValue?: number;
  boolValue?: boolean;
}

/** A span as OTLP brings it as JSON. */
interface RawSpan {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  kind: number;
  attributes: { key: string; value: AnyValue }[];
  links?: { traceId: string; spanId: string }[];
  status?: { code?: number; message?: string };
}

/** A span, with its attributes by name. */
export interface SeenSpan extends Omit<RawSpan, "attributes"> {
  attributes: Record<string, unknown>;
}

interface Message {
  resourceSpans: {
    resource: { attributes: RawSpan["attributes"] };
    scopeSpans: { spans: RawSpan[] }[];
  }[];
}

const byName = (attributes: RawSpan["attributes"]): Record<string, unknown> =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));

/** A collector of traces over a real socket, which takes OTLP over HTTP as JSON. */
export class Collector {
  readonly spans: SeenSpan[] = [];
  /** The bodies of all messages, as they came. */
  readonly bodies: string[] = [];
  readonly headers: IncomingHttpHeaders[] = [];
  resource: Record<string, unknown> = {};
  /** What it answers. */
  status = 200;
  private readonly waiting = new Set<() => void>();

  private constructor(private readonly server: Server) {}

  static async start(): Promise<Collector> {
    const server = createServer((request, response) => {
      void text(request).then((body) => {
        collector.headers.push(request.headers);
        collector.take(request.url ?? "", body);
        response.writeHead(collector.status, { "content-type": "application/json" }).end("{}");
      });
    });
    const collector = new Collector(server);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return collector;
  }

  /** The settings of a hub whose traces it takes. */
  get settings(): Record<string, string> {
    const { port } = this.server.address() as AddressInfo;
    return {
      OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}`,
      OTEL_BSP_SCHEDULE_DELAY: "10",
    };
  }

  private take(path: string, body: string): void {
    this.bodies.push(body);
    if (path === "/v1/traces" && this.status === 200) {
      const { resourceSpans } = JSON.parse(body) as Message;
      for (const { resource, scopeSpans } of resourceSpans) {
        this.resource = byName(resource.attributes);
        const raw = scopeSpans.flatMap(({ spans }) => spans);
        this.spans.push(...raw.map((span) => ({ ...span, attributes: byName(span.attributes) })));
      }
    }
    for (const wake of this.waiting) wake();
  }

  /** Waits until it was sent something that `find` finds. */
  async until<T>(find: () => T | undefined): Promise<T> {
    for (;;) {
      const found = find();
      if (found !== undefined) return found;
      await new Promise<void>((resolve) => {
        const wake = () => {
          this.waiting.delete(wake);
          resolve();
        };
        this.waiting.add(wake);
      });
    }
  }

  /** Waits for the span with this name, and these attributes. */
  span(name: string, attributes: Record<string, unknown> = {}): Promise<SeenSpan> {
    const isWanted = (span: SeenSpan) =>
      span.name === name &&
      Object.entries(attributes).every(([key, value]) => span.attributes[key] === value);
    return this.until(() => this.spans.find(isWanted));
  }

  /** The spans below a span: they ended before it, and have come. */
  below({ traceId, spanId }: SeenSpan): SeenSpan[] {
    return this.spans.filter((one) => one.traceId === traceId && one.parentSpanId === spanId);
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}
