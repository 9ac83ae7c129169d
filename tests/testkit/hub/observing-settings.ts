import type { Config } from "../../../src/platform/config.js";

type Observing = Pick<Config, "tracing" | "logs">;

/** The settings of traces and of lines about requests where none is set. */
export const observingByDefault: Observing = {
  tracing: {
    endpoint: undefined,
    headers: undefined,
    service: "rembuk",
    delayMs: 2000,
    resource: undefined,
    sampler: "parentbased_always_on",
    ratio: 1,
  },
  logs: { requestsPerSecond: 100, slowOperationMs: 1000, slowStatementMs: 500 },
};

/** Each of them set to something else: as variables, and as they are read. */
export const observing: { variables: Record<string, string>; config: Observing } = {
  variables: {
    OTEL_EXPORTER_OTLP_ENDPOINT: "http://collector:4318",
    OTEL_EXPORTER_OTLP_HEADERS: "api-key=s3cret,authorization=Bearer%20t0ken",
    OTEL_SERVICE_NAME: "rembuk-lebak",
    OTEL_RESOURCE_ATTRIBUTES: "deployment.environment.name=staging",
    OTEL_BSP_SCHEDULE_DELAY: "100",
    OTEL_TRACES_SAMPLER: "parentbased_traceidratio",
    OTEL_TRACES_SAMPLER_ARG: "0.1",
    LOG_REQUESTS_PER_SECOND: "7",
    SLOW_OPERATION_MS: "8",
    SLOW_STATEMENT_MS: "0",
  },
  config: {
    tracing: {
      endpoint: "http://collector:4318",
      headers: { "api-key": "s3cret", authorization: "Bearer t0ken" },
      service: "rembuk-lebak",
      delayMs: 100,
      resource: { "deployment.environment.name": "staging" },
      sampler: "parentbased_traceidratio",
      ratio: 0.1,
    },
    logs: { requestsPerSecond: 7, slowOperationMs: 8, slowStatementMs: 0 },
  },
};
