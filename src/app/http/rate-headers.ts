import type { FastifyReply } from "fastify";
import { rateLimited, windowSeconds } from "../limits/index.js";
import type { Client, RateCounter, RateStanding } from "../port.js";

/**
 * Counts a cost for the client of a request, and says in the answer's headers what is left of its rate
 * (draft-ietf-httpapi-ratelimit-headers-10). Headers, because an answer of the cache is sent as it is.
 * Throws RATE_LIMITED when the rate is used up.
 */
export async function countCost(
  rates: RateCounter,
  reply: FastifyReply,
  client: Client,
  cost: number,
): Promise<void> {
  if (cost <= 0) return;
  show(reply, await rates.count(client, cost));
}

/** The same for a cost of 1; most often nothing is left to wait for. */
export function countOne(
  rates: RateCounter,
  reply: FastifyReply,
  client: Client,
): Promise<void> | undefined {
  const standing = rates.countOne(client);
  if (standing instanceof Promise) return standing.then((one) => show(reply, one));
  show(reply, standing);
  return undefined;
}

function show(reply: FastifyReply, standing: RateStanding | undefined): void {
  if (!standing) return;
  const { policy, limit, remaining, resetSeconds, isOver } = standing;
  reply.header("ratelimit-policy", `"${policy}";q=${limit};w=${windowSeconds}`);
  reply.header("ratelimit", `"${policy}";r=${remaining};t=${resetSeconds}`);
  if (isOver) throw rateLimited(standing);
}
