import type { FastifyReply } from "fastify";
import { rateLimited, windowSeconds } from "../limits/index.js";
import type { Client, RateCounter } from "../port.js";

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
  const standing = await rates.count(client, cost);
  if (!standing) return;
  const { policy, limit, remaining, resetSeconds, isOver } = standing;
  reply.header("ratelimit-policy", `"${policy}";q=${limit};w=${windowSeconds}`);
  reply.header("ratelimit", `"${policy}";r=${remaining};t=${resetSeconds}`);
  if (isOver) throw rateLimited(standing);
}
