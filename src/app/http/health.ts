import type { FastifyInstance, FastifyReply } from "fastify";
import { retrySeconds } from "../errors/http-status.js";
import type { Lifecycle } from "./lifecycle.js";
import { addResource, readOnly } from "./resource.js";

function answer(reply: FastifyReply, status: number, word: string): FastifyReply {
  if (status === 503) reply.header("retry-after", retrySeconds);
  return reply
    .code(status)
    .header("content-type", "application/json; charset=utf-8")
    .header("cache-control", "no-store")
    .send(JSON.stringify({ status: word }));
}

/** The state of the hub, for its health checks. */
export interface Health {
  lifecycle: Pick<Lifecycle, "isStopping">;
  /** Resolves to true when the hub can answer now. */
  ready(): Promise<boolean>;
}

/**
 * Adds `/health/live`: 200 for as long as the process answers; `/health/ready`: 200 when a load
 * balancer should send requests, 503 when the hub stops or cannot answer.
 */
export function addHealth(app: FastifyInstance, { lifecycle, ready }: Health): void {
  const live = readOnly((_, reply) => answer(reply, 200, "live"));
  addResource(app, "/health/live", { handlers: live });
  const readiness = readOnly(async (_, reply) => {
    if (lifecycle.isStopping) return answer(reply, 503, "stopping");
    const isReady = await ready().catch(() => false);
    return answer(reply, isReady ? 200 : 503, isReady ? "ready" : "unavailable");
  });
  addResource(app, "/health/ready", { handlers: readiness });
}
