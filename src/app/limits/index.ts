import { type DocumentNode, GraphQLError, Lexer, type Source, TokenKind } from "graphql";
import type { Config } from "../../platform/config.js";
import { cut } from "../../platform/cut.js";
import { type HubError, queryTooComplex } from "../../platform/errors.js";
import { type DocumentShape, mergedBreadth, shapeOf } from "./document-shape.js";
import type { OperationMeasure } from "./operation-cost.js";

export { asOfCost, asOfDirective, asOfPosition } from "./as-of.js";
export { clientOf, networkOf } from "./client.js";
export { type DocumentShape, fragmentsOf, mergedBreadth, shapeOf } from "./document-shape.js";
export {
  jsonProblem,
  maxDepth,
  maxValues,
  tooDeep,
  tooMany,
} from "./json-size.js";
export { costOf, measureOperation, type OperationMeasure } from "./operation-cost.js";
export { windowSeconds } from "./rate.js";
export { charge, fileCosts, Rates, rateLimited, requestCost } from "./rates.js";
export {
  answerConnectionsOf,
  liveConnectionsOf,
  type PlannedSnapshots,
  ReadBounds,
} from "./read-bounds.js";
export { SharedCounts } from "./shared-counts.js";

/**
 * Limits that no deployment needs to change. Breadth keeps graphql-js from comparing each field of a
 * set with each other; selections limit fragments that spread fragments.
 */
export const fixedLimits = { breadth: 200, rootFields: 50, selections: 10_000 } as const;

/**
 * Limits of all filters of an operation together. Postgres takes some 200 kB for each table that it plans
 * and reads.
 */
const filterLimits = { conditions: 500, filterTables: 500, filterRelations: 6 } as const;

/** The longest name in a document; messages of graphql-js quote names whole. */
const longestName = 256;

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
  const name = longestNameIn(document);
  return name > longestName ? queryTooComplex("nameLength", name, longestName) : undefined;
}

/** QUERY_TOO_COMPLEX for a document's text above the limit; undefined for any other. */
export function overLength(
  source: unknown,
  { documentBytes: limit }: Pick<Config["limits"], "documentBytes">,
): HubError | undefined {
  const bytes = typeof source === "string" ? Buffer.byteLength(source) : 0;
  return bytes > limit ? queryTooComplex("documentBytes", bytes, limit) : undefined;
}

function longestNameIn({ loc }: DocumentNode): number {
  let longest = 0;
  for (let token = loc?.startToken; token; token = token.next ?? undefined) {
    if (token.kind === TokenKind.NAME) longest = Math.max(longest, token.end - token.start);
  }
  return longest;
}

/** QUERY_TOO_COMPLEX for a document whose fields become too wide where they are merged. */
export function overMergedBreadth(document: DocumentNode): HubError | undefined {
  const breadth = mergedBreadth(document);
  const limit = fixedLimits.breadth;
  return breadth > limit ? queryTooComplex("breadth", breadth, limit) : undefined;
}

/** QUERY_TOO_COMPLEX for the first measure of the operation that is above its limit. */
export function overMeasure(
  measure: OperationMeasure,
  { cost }: Pick<Config["limits"], "cost">,
): HubError | undefined {
  const { filterRelations: relations, path } = measure;
  const most = filterLimits.filterRelations;
  if (relations > most) return queryTooComplex("filterRelations", relations, most, cut(path));
  for (const name of ["conditions", "filterTables"] as const) {
    const limit = filterLimits[name];
    if (measure[name] > limit) return queryTooComplex(name, measure[name], limit);
  }
  return measure.cost > cost ? queryTooComplex("cost", measure.cost, cost) : undefined;
}

/**
 * QUERY_TOO_COMPLEX for a syntax error at the first token above the limit, where the parser stops;
 * undefined for every other error.
 */
export function overTokens(error: unknown, limit: number): HubError | undefined {
  if (!(error instanceof GraphQLError) || error.nodes || !error.source) return undefined;
  const [position = 0] = error.positions ?? [];
  const tokens = tokensUpTo(error.source, position);
  return tokens > limit ? queryTooComplex("tokens", tokens, limit) : undefined;
}

/** The number of tokens that begin at or before a position of a document. */
function tokensUpTo(source: Source, position: number): number {
  const lexer = new Lexer(source);
  let tokens = 0;
  try {
    while (lexer.advance().kind !== TokenKind.EOF && lexer.token.start <= position) tokens += 1;
  } catch {
    // A character that begins no token: the document was refused for that.
  }
  return tokens;
}

export { Shares } from "./shares.js";
