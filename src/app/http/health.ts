import type { FastifyInstance, FastifyReply } from "fastify";
import { retrySeconds } from "../errors/http-status.js";
import type { HealthDetails, UnreadyReason } from "../port.js";
import type { Lifecycle } from "./lifecycle.js";
import { addResource, readOnly } from "./resource.js";

function answer(reply: FastifyReply, status: number, body: object): FastifyReply {
  if (status === 503) reply.header("retry-after", retrySeconds);
  return reply
    .code(status)
    .header("content-type", "application/json; charset=utf-8")
    .header("cache-control", "no-store")
    .send(JSON.stringify(body));
}

/** The state of the hub, for its health checks. */
export interface Health {
  lifecycle: Pick<Lifecycle, "isStopping">;
  /** Why the hub cannot answer now; undefined where it can. */
  whyNotReady(): Promise<UnreadyReason | undefined>;
  details(): HealthDetails;
}

/**
 * Adds `/health/live`: 200 for as long as the process answers; `/health/ready`: 200 when a load
 * balancer should send requests, 503 when the hub stops or cannot answer.
 */
export function addHealth(app: FastifyInstance, { lifecycle, whyNotReady, details }: Health): void {
  const live = readOnly((_, reply) => answer(reply, 200, { status: "live" }));
  addResource(app, "/health/live", { handlers: live });
  const readiness = readOnly(async (_, reply) => {
    if (lifecycle.isStopping) return answer(reply, 503, { status: "stopping" });
    const reason = await whyNotReady();
    if (reason === undefined) return answer(reply, 200, { status: "ready", ...details() });
    return answer(reply, 503, { status: "unavailable", reason, ...details() });
  });
  addResource(app, "/health/ready", { handlers: readiness });
}
