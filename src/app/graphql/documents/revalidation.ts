import type { FastifyReply, FastifyRequest } from "fastify";
import { entityTagOf, matchesTag } from "../../http/entity-tag.js";
import { addVary, requesterHeaders } from "../../http/vary.js";

/** The last member of an answer, which differs from one head of the ledger to the next. */
const positionMember = /,?"position":\d+\}\}\n$/;

/**
 * The entity tag of an answer, from everything in it but the position at which it was read: the same
 * data at a later position is the same answer.
 */
export const answerTagOf = (body: string): string => entityTagOf(body.replace(positionMember, ""));

/** True for a request with a credential, of whatever kind and form. */
const isPersonal = ({ headers }: FastifyRequest): boolean =>
  headers.authorization !== undefined || headers["x-api-key"] !== undefined;

/**
 * Sends an answer to a GET by a document's identifier. Shared caches may store it where the request has
 * no credential, and must ask again after `maxAge` seconds; the answer to that is 304 for as long as the
 * data is the same. What depends on a credential is for its own client alone.
 */
export function sendTagged(
  request: FastifyRequest,
  reply: FastifyReply,
  { tag, maxAge, body }: { tag: string; maxAge: number; body: string | Buffer },
): FastifyReply {
  const shared = maxAge === 0 ? "public, no-cache" : `public, max-age=${maxAge}, must-revalidate`;
  reply.header("cache-control", isPersonal(request) ? "private, no-cache" : shared);
  // A client that sends the position of its own write must not be sent what was stored before it.
  addVary(reply, `${requesterHeaders}, Rembuk-Position`);
  if (!matchesTag(request.headers["if-none-match"], tag)) return reply.send(body);
  return reply.code(304).removeHeader("content-type").send();
}
