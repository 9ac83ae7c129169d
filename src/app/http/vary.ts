import type { FastifyReply } from "fastify";

/** The headers on which an answer depends, for `Vary`. */
export const requesterHeaders =
  "Accept, Accept-Encoding, Accept-Language, Authorization, X-API-Key";

/** Adds names to an answer's `Vary`, which CORS may have begun. */
export function addVary(reply: FastifyReply, names = requesterHeaders): void {
  const before = reply.getHeader("vary");
  reply.header("vary", before === undefined ? names : `${before}, ${names}`);
}
