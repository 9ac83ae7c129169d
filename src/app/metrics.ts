import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** What `/metrics` shows; other parts of the hub add their own figures to it. */
export const registry = new Registry();

collectDefaultMetrics({ register: registry });

/** Seconds from the arrival of a query or mutation to its answer. */
export const operationDuration = new Histogram({
  name: "rembuk_operation_duration_seconds",
  help: "Time from the arrival of a query or mutation to its answer, by operation type and transport",
  labelNames: ["type", "transport"],
  buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15],
  registers: [registry],
});

/** WebSockets that are open now. */
export const openSockets = new Gauge({
  name: "rembuk_open_sockets",
  help: "WebSockets that are open now",
  registers: [registry],
});

/** Operations that run on WebSockets now, subscriptions among them. */
export const runningOperations = new Gauge({
  name: "rembuk_socket_operations",
  help: "Operations that run on WebSockets now, subscriptions among them",
  registers: [registry],
});

/** Errors that requesters were shown. */
export const shownErrors = new Counter({
  name: "rembuk_errors_total",
  help: "Errors that requesters were shown, by code",
  labelNames: ["code"],
  registers: [registry],
});
