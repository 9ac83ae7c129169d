import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { ErrorCode } from "../../platform/errors.js";
import { listenAt, type Place } from "../../platform/ports.js";
import type { Metrics } from "../metrics.js";
import { addressOf } from "./address.js";

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
  { registry }: Metrics,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  if (addressOf(req).path !== "/metrics")
    return refuse(res, 404, "NOT_FOUND", "Metrics are at /metrics.");
  if (req.method !== "GET" && req.method !== "HEAD") {
    res.setHeader("allow", "GET, HEAD");
    return refuse(res, 405, "BAD_USER_INPUT", "This address answers GET, HEAD only.");
  }
  const text = await registry.metrics();
  res
    .writeHead(200, { "content-type": registry.contentType, "cache-control": "no-store" })
    .end(req.method === "HEAD" ? undefined : text);
}

/**
 * Starts the listener of `/metrics` in the text format of Prometheus. It has a port of its own because
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
