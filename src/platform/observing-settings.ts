import { z } from "zod";
import { issuerAddress, namedValues, oneOf, share, whole, word } from "./setting-types.js";
import { isSecret, setting } from "./variables.js";

// The settings of traces and of the lines about requests. Traces have the variables of OpenTelemetry.

/** The samplers of traces: those of OpenTelemetry that need nothing else. */
const samplers = [
  ...["always_on", "always_off", "traceidratio"],
  ...["parentbased_always_on", "parentbased_always_off", "parentbased_traceidratio"],
] as const;

/** Traces by OpenTelemetry. */
// biome-ignore format: a table reads best with one setting a line, however long.
export const tracing = z.object({
  endpoint: setting("OTEL_EXPORTER_OTLP_ENDPOINT", issuerAddress.optional(), "Collector of traces that takes OTLP over HTTP as JSON, as http://collector:4318; without it nothing is traced."),
  headers: setting("OTEL_EXPORTER_OTLP_HEADERS", namedValues.optional(), "Headers of the messages to the collector, as its key.", isSecret),
  service: setting("OTEL_SERVICE_NAME", word.prefault("rembuk"), "Name of this service in traces."),
  resource: setting("OTEL_RESOURCE_ATTRIBUTES", namedValues.optional(), "Further attributes of this node in traces."),
  delayMs: setting("OTEL_BSP_SCHEDULE_DELAY", whole(1, 60000).prefault("2000"), "Milliseconds for which ended spans wait to be sent together."),
  sampler: setting("OTEL_TRACES_SAMPLER", oneOf(samplers).prefault("parentbased_always_on"), "Which requests are traced; parentbased_…: those whose `traceparent` says so, and of the others as the word after it says."),
  ratio: setting("OTEL_TRACES_SAMPLER_ARG", share.prefault("1"), "Part of the requests that the samplers with traceidratio choose."),
});

/** The lines of the log about requests and statements. */
// biome-ignore format: a table reads best with one setting a line, however long.
export const logs = z.object({
  requestsPerSecond: setting("LOG_REQUESTS_PER_SECOND", whole(0, 100000).prefault("100"), "Maximum number of lines a second about requests, at the level info; further requests are counted in one line. 0: no lines about requests."),
  slowOperationMs: setting("SLOW_OPERATION_MS", whole(0, 3600000).prefault("1000"), "Milliseconds from which a request is logged as slow; 0: none is."),
  slowStatementMs: setting("SLOW_STATEMENT_MS", whole(0, 3600000).prefault("500"), "Milliseconds from which a statement is logged as slow, with its plan once an hour; 0: none is."),
});

/** The name of a sampler. */
export type SamplerName = z.output<typeof tracing>["sampler"];
