import type { ServerResponse } from "node:http";
import { registry } from "../metrics.js";

function answer(res: ServerResponse, status: number, word: string): void {
  res.setHeader("content-type", "application/json; charset=utf-8");
  res.setHeader("cache-control", "no-store");
  res.writeHead(status).end(JSON.stringify({ status: word }));
}

/** `/health/live`: 200 for as long as the process answers. */
export const answerLive = (res: ServerResponse): void => answer(res, 200, "live");

/** `/health/ready`: 200 when a load balancer should send requests; 503 when the hub stops or cannot answer. */
export async function answerReady(
  res: ServerResponse,
  isStopping: boolean,
  ready: () => Promise<boolean>,
): Promise<void> {
  if (isStopping) return answer(res, 503, "stopping");
  const isReady = await ready().catch(() => false);
  answer(res, isReady ? 200 : 503, isReady ? "ready" : "unavailable");
}

/** `/metrics` in the text format of Prometheus. */
export async function answerMetrics(res: ServerResponse): Promise<void> {
  const text = await registry.metrics();
  res.setHeader("content-type", registry.contentType);
  res.setHeader("cache-control", "no-store");
  res.writeHead(200).end(text);
}
