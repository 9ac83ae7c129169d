import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { ErrorCode } from "../../platform/errors.js";
import { listenAt, type Place } from "../../platform/ports.js";
import { isTracing } from "../../platform/tracing/tracing.js";
import { openMetricsType } from "../metrics/open-metrics-text.js";
import type { Metrics } from "../metrics.js";
import { addressOf } from "./address.js";
import { acceptsExplicitly } from "./media-type.js";

/** The listener of `/metrics`. */
export interface MetricsServer {
  /** The address of the metrics, as `http://127.0.0.1:4001/metrics`. */
  url: string;
  close(): Promise<void>;
}

/** Refuses in the form that errors have everywhere; operators read English. */
function refuse(res: ServerResponse, status: number, code: ErrorCode, message: string): void {
  const body = JSON.stringify({ errors: [{ message, extensions: { code } }] });
  res.writeHead(status, { "content-type": "application/json; charset=utf-8" }).end(body);
}

async function answer(
  { registry, openMetrics }: Metrics,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  if (addressOf(req).path !== "/metrics")
    return refuse(res, 404, "NOT_FOUND", "Metrics are at /metrics.");
  if (req.method !== "GET" && req.method !== "HEAD") {
    res.setHeader("allow", "GET, HEAD");
    return refuse(res, 405, "BAD_USER_INPUT", "This address answers GET, HEAD only.");
  }
  // Only for exemplars: without traces there are none, and `/metrics` has one format.
  const isOpen = isTracing() && acceptsExplicitly(req.headers, openMetricsType);
  const text = await (isOpen ? openMetrics.text() : registry.metrics());
  const { contentType } = isOpen ? openMetrics : registry;
  res
    .writeHead(200, { "content-type": contentType, "cache-control": "no-store", vary: "accept" })
    .end(req.method === "HEAD" ? undefined : text);
}

/**
 * Starts the listener of `/metrics` in the text format of Prometheus, while the hub traces also in OpenMetrics. It has a port of its own because
 * metrics need no credential: the public port never shows them. Rejects when the port is taken.
 */
export async function startMetricsServer(place: Place, metrics: Metrics): Promise<MetricsServer> {
  const server = createServer((req, res) => {
    answer(metrics, req, res).catch((error: unknown) => res.destroy(error as Error));
  });
  const { address, family, port } = await listenAt(server, place);
  const name = family === "IPv6" ? `[${address}]` : address;
  const close = async () => {
    const closed = once(server, "close");
    server.close();
    server.closeAllConnections();
    await closed;
  };
  return { url: `http://${name}:${port}/metrics`, close };
}
