import {
  createTraceState,
  isSpanContextValid,
  ROOT_CONTEXT,
  type SpanContext,
  trace,
} from "@opentelemetry/api";
import { parseTraceParent, setGlobalErrorHandler } from "@opentelemetry/core";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { resourceFromAttributes } from "@opentelemetry/resources";
import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  BatchSpanProcessor,
  ParentBasedSampler,
  type Sampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from "@opentelemetry/sdk-trace";
import type { Config } from "../config.js";
import type { SamplerName } from "../observing-settings.js";
import type { TraceHeaders, TracingBackend } from "./tracing.js";

// The only file that loads the SDK: it is imported where tracing is switched on.

/** Spans that wait to be sent, and those of one message: some two megabytes, written without a long pause. */
const queue = { maxQueueSize: 2048, maxExportBatchSize: 256 } as const;

/** The time for a message to the collector, in milliseconds. */
const exportMs = 10_000;

/** The most of what one span holds. */
const spanLimits = {
  attributeCountLimit: 32,
  attributeValueLengthLimit: 200,
  linkCountLimit: 16,
  eventCountLimit: 0,
} as const;

/** The samplers of `OTEL_TRACES_SAMPLER`. */
function samplerOf(name: SamplerName, ratio: number): Sampler {
  const own = {
    always_on: () => new AlwaysOnSampler(),
    always_off: () => new AlwaysOffSampler(),
    traceidratio: () => new TraceIdRatioBasedSampler(ratio),
  };
  const plain = name.replace("parentbased_", "") as keyof typeof own;
  const root = own[plain]();
  return plain === name ? root : new ParentBasedSampler({ root });
}

/** The span that headers name, as of another process. */
function remote({ traceparent, tracestate }: TraceHeaders): SpanContext | undefined {
  if (typeof traceparent !== "string") return undefined;
  const context = parseTraceParent(traceparent);
  if (!context || !isSpanContextValid(context)) return undefined;
  const state = typeof tracestate === "string" && tracestate.length <= 512 ? tracestate : undefined;
  return {
    ...context,
    isRemote: true,
    ...(state === undefined ? {} : { traceState: createTraceState(state) }),
  };
}

function headersOf({ traceId, spanId, traceFlags, traceState }: SpanContext) {
  const flags = traceFlags.toString(16).padStart(2, "0");
  const state = traceState?.serialize();
  return {
    traceparent: `00-${traceId}-${spanId}-${flags}`,
    ...(state ? { tracestate: state } : {}),
  };
}

/** The back end of traces that sends them by OTLP, and what sends the rest and ends it. */
export interface OtlpTracing extends TracingBackend {
  stop(): Promise<void>;
}

/** Opens the export of spans to a collector; `failed` is told of each message that could not be sent. */
export function openOtlp(
  settings: Config["tracing"] & { endpoint: string },
  resource: Record<string, string>,
  failed: (error: unknown) => void,
): OtlpTracing {
  // What the SDK reports is that a message could not be sent.
  setGlobalErrorHandler(failed);
  const exporter = new OTLPTraceExporter({
    url: `${settings.endpoint.replace(/\/+$/, "")}/v1/traces`,
    headers: settings.headers ?? {},
    timeoutMillis: exportMs,
    concurrencyLimit: 4,
  });
  const times = { scheduledDelayMillis: settings.delayMs, exportTimeoutMillis: exportMs };
  const provider = new TracerProvider({
    resource: resourceFromAttributes(resource),
    sampler: samplerOf(settings.sampler, settings.ratio),
    spanLimits,
    spanProcessors: [new BatchSpanProcessor({ exporter, ...queue, ...times })],
  });
  const tracer = provider.getTracer("rembuk");
  return {
    start: (name, { parent, ...options }) =>
      tracer.startSpan(
        name,
        options,
        parent ? trace.setSpanContext(ROOT_CONTEXT, parent) : ROOT_CONTEXT,
      ),
    remote,
    headersOf,
    stop: () => provider.shutdown(),
  };
}
