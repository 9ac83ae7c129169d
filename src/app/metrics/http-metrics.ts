import type { FastifyReply, FastifyRequest } from "fastify";
import { Counter, Histogram, type Registry } from "prom-client";

/** The methods that are shown; clients may send many others. */
const methods = new Set(["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"]);

/** Where requests may wait for a change, and operations have metrics of their own. */
const graphql = "/graphql";

/** The metrics of HTTP requests by the pattern of their address: uploads, imports, exports, pages and the rest. */
export class HttpMetrics {
  private readonly requests: Counter;
  private readonly duration: Histogram;

  constructor(registry: Registry) {
    const registers = [registry];
    this.requests = new Counter({
      name: "rembuk_http_requests_total",
      help: "HTTP requests that were answered, by the pattern of their address, method and status",
      labelNames: ["route", "method", "status"],
      registers,
    });
    this.duration = new Histogram({
      name: "rembuk_http_request_duration_seconds",
      help: "Seconds of HTTP requests, by the pattern of their address; those of /graphql are operations",
      labelNames: ["route"],
      buckets: [0.005, 0.025, 0.1, 0.5, 1, 5, 30, 120, 600],
      registers,
    });
  }

  /** Counts an answer. */
  answered({ method, routeOptions }: FastifyRequest, reply: FastifyReply): void {
    const route = routeOptions.url ?? "none";
    const status = String(reply.statusCode);
    this.requests.inc({ route, method: methods.has(method) ? method : "other", status });
    if (route !== graphql) this.duration.observe({ route }, reply.elapsedTime / 1000);
  }
}
