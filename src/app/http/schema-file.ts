import type { FastifyInstance } from "fastify";
import { entityTagOf, matchesTag } from "./entity-tag.js";
import { addResource, readOnly } from "./resource.js";
import { addVary } from "./vary.js";

/**
 * Adds `/schema.graphql`, the text of the contract, for code generators and editors: it needs no
 * introspection, and is no more than what the repository shows. Clients keep it and ask by its tag.
 */
export function addSchemaFile(app: FastifyInstance, text: string): void {
  const [bytes, tag] = [Buffer.from(text), entityTagOf(text)];
  const handlers = readOnly(({ headers }, reply) => {
    addVary(reply, "Accept-Encoding");
    reply.header("etag", tag).header("cache-control", "public, no-cache");
    if (matchesTag(headers["if-none-match"], tag)) return reply.code(304).send();
    return reply.header("content-type", "text/plain; charset=utf-8").send(bytes);
  });
  addResource(app, "/schema.graphql", { handlers, hasPreflight: true });
}
