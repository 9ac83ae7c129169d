import { type DocumentNode, GraphQLError } from "graphql";
import type { Config } from "../../platform/config.js";
import { type HubError, queryTooComplex } from "../../platform/errors.js";
import { type DocumentShape, shapeOf } from "./document-shape.js";

export { type DocumentShape, fragmentsOf, shapeOf } from "./document-shape.js";
export { costOf } from "./operation-cost.js";

/**
 * Limits that no deployment needs to move. Breadth keeps graphql-js from comparing each field of a
 * set with each other; selections bound fragments that spread fragments.
 */
export const fixedLimits = { breadth: 200, rootFields: 50, selections: 10_000 } as const;

const measured = ["depth", "aliases", "breadth", "rootFields", "selections"] as const;

/** QUERY_TOO_COMPLEX for the first measure of the document that is above its limit. */
export function overShape(
  document: DocumentNode,
  limits: Pick<Config["limits"], "depth" | "aliases">,
): HubError | undefined {
  const shape = shapeOf(document);
  const most: DocumentShape = { ...fixedLimits, depth: limits.depth, aliases: limits.aliases };
  for (const measure of measured) {
    if (shape[measure] > most[measure]) {
      return queryTooComplex(measure, shape[measure], most[measure]);
    }
  }
  return undefined;
}

/** graphql-js stops reading at the limit, so the figure that is shown is the first one above it. */
const abortedAtTokens = /^Syntax Error: Document contains more th\w+ (\d+) tokens/;

/** QUERY_TOO_COMPLEX when a syntax error means that the parser came to the limit of tokens. */
export function overTokens(error: unknown): HubError | undefined {
  if (!(error instanceof GraphQLError)) return undefined;
  const limit = Number(abortedAtTokens.exec(error.message)?.[1]);
  return limit ? queryTooComplex("tokens", limit + 1, limit) : undefined;
}
