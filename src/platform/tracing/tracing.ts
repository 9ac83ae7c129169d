import type { Attributes, Link, Span, SpanContext, TimeInput } from "@opentelemetry/api";
import { defaultLanguage } from "../errors.js";
import { newId } from "../ids.js";
import { currentRequest, runInRequest } from "../request-scope.js";

// The hub's own few places for spans. Without a back end nothing here makes an object, and no package of
// OpenTelemetry is loaded: only its types are named.

/** The role of a span in its trace, by the numbers of OpenTelemetry's API. */
export const spanKinds = { internal: 0, server: 1, client: 2, producer: 3 } as const;
type Kind = (typeof spanKinds)[keyof typeof spanKinds];

/** Status of a span that failed, by the number of OpenTelemetry's API. */
const failedStatus = 2;

/** A trace as headers bring it (W3C Trace Context). */
export type TraceHeaders = Readonly<Record<string, unknown>>;

/** The beginning of a span. */
export interface SpanStart {
  kind?: Kind;
  attributes?: Attributes;
  /** The span above it, here or in another process; without one it begins a trace. */
  parent?: SpanContext | undefined;
  links?: Link[];
  /** The time of its beginning, by `performance.now()`; now without it. */
  startTime?: TimeInput;
}

/** What makes and exports spans. */
export interface TracingBackend {
  start(name: string, begin: SpanStart): Span;
  /** The span of another process that headers name; undefined where they are not valid. */
  remote(headers: TraceHeaders): SpanContext | undefined;
  /** The headers that name a span. */
  headersOf(context: SpanContext): Record<string, string>;
}

let backend: TracingBackend | undefined;

/** Switches tracing on; the result switches it off again. A process has one back end. */
export function traceBy(made: TracingBackend): () => void {
  backend = made;
  return () => {
    if (backend === made) backend = undefined;
  };
}

/** True while spans are made. */
export const isTracing = (): boolean => backend !== undefined;

/** The span of the current code, if it is recorded. */
function recordedSpan(): Span | undefined {
  if (!backend) return undefined;
  const span = currentRequest()?.span;
  return span?.isRecording() ? span : undefined;
}

/** The context of the current span, recorded or not; undefined where nothing is traced. */
export const currentSpanContext = (): SpanContext | undefined =>
  backend && currentRequest()?.span?.spanContext();

/** Begins the span of a request, in the trace that its headers name; undefined where tracing is off. */
export const startRequestSpan = (name: string, headers: TraceHeaders): Span | undefined =>
  backend?.start(name, { kind: spanKinds.server, parent: backend.remote(headers) });

/** Begins a span below the current one; undefined where that is not recorded. */
export function startSpan(name: string, begin: Omit<SpanStart, "parent"> = {}): Span | undefined {
  return recordedSpan() && backend?.start(name, { ...begin, parent: currentSpanContext() });
}

/** Marks a span as failed, by a code alone: messages hold values. */
export function failSpan(span: Span | undefined, code: string): void {
  span?.setAttribute("error.type", code).setStatus({ code: failedStatus });
}

/** Ends a span, with the error for which it failed. */
export function endSpan(span: Span | undefined, error?: unknown): void {
  if (error !== undefined) failSpan(span, errorType(error));
  span?.end();
}

/** The kind of an error, without its message. */
function errorType(error: unknown): string {
  const { code, extensions, name } = (error ?? {}) as {
    code?: unknown;
    extensions?: { code?: unknown };
    name?: unknown;
  };
  return String(code ?? extensions?.code ?? name ?? "unknown");
}

/** A span for what has just ended, which began at a time by `performance.now()`. */
export function noteSpan(
  name: string,
  started: number,
  attributes: Attributes = {},
  { kind, error }: { kind?: Kind; error?: unknown } = {},
): void {
  const begin = { startTime: started, attributes, ...(kind ? { kind } : {}) };
  endSpan(startSpan(name, begin), error);
}

/** True where spans of the current code are recorded. */
export const isRecorded = (): boolean => recordedSpan() !== undefined;

/** Runs work in a span below the current one; without one that is recorded, the work alone. */
export function inSpan<T>(
  name: string,
  begin: Omit<SpanStart, "parent">,
  work: (span: Span | undefined) => Promise<T>,
): Promise<T> {
  const span = startSpan(name, begin);
  const scope = currentRequest();
  if (!span || !scope) return work(undefined);
  return ended(span, () => runInRequest({ ...scope, span }, () => work(span)));
}

/**
 * Runs work that is nobody's request, as a live read for many: while tracing is on, in a span and a scope of its
 * own, and not in those of the request that caused it.
 */
export function inOwnSpan<T>(
  name: string,
  begin: () => SpanStart,
  work: (span: Span | undefined) => Promise<T>,
): Promise<T> {
  if (!backend) return work(undefined);
  const span = backend.start(name, begin());
  const scope = { requestId: newId(), language: defaultLanguage, span };
  return ended(span, () => runInRequest(scope, () => work(span)));
}

/** A span of a trace of its own for what has just ended, which began at a time by `performance.now()`. */
export function noteOwnSpan(name: string, startTime: number, begin: () => SpanStart): void {
  backend?.start(name, { ...begin(), startTime }).end();
}

async function ended<T>(span: Span, work: () => Promise<T>): Promise<T> {
  try {
    const result = await work();
    span.end();
    return result;
  } catch (error) {
    endSpan(span, error);
    throw error;
  }
}

/** The headers by which a span goes on in another process; none where tracing is off. */
export const traceHeadersOf = (span: Span | undefined): Record<string, string> =>
  span ? headersOfContext(span.spanContext()) : {};

/** The headers that name a span, of this process or another; none where tracing is off. */
export const headersOfContext = (context: SpanContext): Record<string, string> =>
  backend?.headersOf(context) ?? {};

/** The span that headers name; undefined where they are not valid, or tracing is off. */
export const contextOfHeaders = (headers: TraceHeaders): SpanContext | undefined =>
  backend?.remote(headers);

/** An empty set of labels: without tracing none is made. */
const noIds: Record<string, string> = {};

/** Set in the flags of a span that is recorded. */
const sampled = 1;

/** The ids of the current trace, for the exemplar of a figure; none where it is not recorded. */
export function exemplarIds(): Record<string, string> {
  if (!backend) return noIds;
  const span = currentRequest()?.span;
  const isSampled = ((span?.spanContext().traceFlags ?? 0) & sampled) !== 0;
  return isSampled ? traceIdsOf(span) : noIds;
}

/** The ids by which a line of the log is found from its trace, by the names that OpenTelemetry gives them. */
export function traceIdsOf(span: Span | undefined): { trace_id?: string; span_id?: string } {
  if (!span) return {};
  const { traceId, spanId } = span.spanContext();
  return { trace_id: traceId, span_id: spanId };
}
