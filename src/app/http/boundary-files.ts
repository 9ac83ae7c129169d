import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { nothingHere } from "../errors/refusal.js";
import { fileCosts } from "../limits/index.js";
import type { BoundaryFiles, HubContext, TransportOptions } from "../port.js";
import { acceptedEncodings } from "./content-encoding.js";
import { matchesTag } from "./entity-tag.js";
import { countCost } from "./rate-headers.js";
import { headerOf, requesterOf } from "./requester.js";
import { addResource, readOnly } from "./resource.js";
import { addVary } from "./vary.js";

type Options<C extends HubContext> = Pick<TransportOptions<C>, "openContext" | "rates">;

/** Counts a request as its requester's. */
async function count<C extends HubContext>(
  request: FastifyRequest,
  reply: FastifyReply,
  { openContext, rates }: Options<C>,
): Promise<void> {
  const context = await openContext(requesterOf(request));
  try {
    await countCost(rates, reply, context.client, fileCosts.page);
  } finally {
    await context.close();
  }
}

async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  boundaries: BoundaryFiles,
): Promise<FastifyReply> {
  const { file = "" } = request.params as { file?: string };
  const [, level = ""] = /^([a-z]+)\.json$/.exec(file) ?? [];
  const tag = await boundaries.tag(level.toUpperCase());
  if (tag === null) throw nothingHere();
  addVary(reply, "Accept-Encoding");
  reply.header("cache-control", "public, no-cache");
  // Nothing is loaded, which is no fault: a page that asks shows its other map.
  if (tag === undefined) return reply.code(204).send();
  reply.header("etag", `W/"${tag}"`);
  if (matchesTag(headerOf(request.headers, "if-none-match"), `W/"${tag}"`))
    return reply.code(304).send();
  const { body } = acceptedEncodings(headerOf(request.headers, "accept-encoding") ?? "");
  const isBrotli = body === "br";
  const content = await boundaries.content(level.toUpperCase(), isBrotli);
  reply.header("content-type", "application/json; charset=utf-8");
  if (isBrotli) reply.header("content-encoding", "br");
  return reply.send(content);
}

/**
 * Adds `/regions/boundaries/province.json` and `regency.json`: the boundaries that the operator loaded, as
 * TopoJSON for maps. Everybody may read them; clients keep them and ask by their tag.
 */
export function addBoundaryFiles<C extends HubContext>(
  app: FastifyInstance,
  boundaries: BoundaryFiles,
  options: Options<C>,
): void {
  const handlers = readOnly(async (request, reply) => {
    await count(request, reply, options);
    return answer(request, reply, boundaries);
  });
  addResource(app, "/regions/boundaries/:file", { handlers, hasPreflight: true });
}
