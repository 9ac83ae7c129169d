import type { BenchDatabase } from "./bench-database.js";
import type { Request } from "./load/http-client.js";
import { normalGroups } from "./normal-groups.js";
import type { ServerProcess } from "./processes.js";
import { type Peer, peersInstalled, startHandWritten, startHub, startPeer } from "./servers.js";
import type { Shape, ShapeRequest } from "./shape.js";

/** The measured servers: the hub in three configurations, two peers, and hand-written SQL. */
export const readServerNames = [
  "planned",
  "resolver",
  "cached",
  "postgraphile",
  "mercurius",
  "limit",
] as const;

/** The name of a measured server. */
export type ReadServerName = (typeof readServerNames)[number];

/** The titles of the servers in a report. */
export const readServerTitles: Record<ReadServerName, string> = {
  planned: "hub, planned",
  resolver: "hub, resolvers",
  cached: "hub, cached",
  postgraphile: "PostGraphile",
  mercurius: "Mercurius",
  limit: "SQL by hand",
};

/** A measured server and its requests. */
export interface ReadServer {
  name: ReadServerName;
  start(database: BenchDatabase): Promise<ServerProcess>;
  request(shape: Shape, values: ShapeRequest): Request;
  /** Whether the server answers a shape; every server does by default. */
  answers?(shape: Shape): boolean;
  /**
   * Normalises a value that the server writes in another form than the hub, for the comparison of the
   * two. It is applied to the hub's data too.
   */
  normalise?(name: string, value: unknown): unknown;
}

/** A portal's request to a GraphQL server. */
export const hubRequest = (query: string, variables: Record<string, unknown>): Request => ({
  path: "/graphql",
  body: JSON.stringify({ query, variables }),
});

/** The hub's settings without the response cache, so that every request is executed. */
export const uncached = { PLANNED_READS: "on", RESPONSE_CACHE_BYTES: "0" };

const hub = (name: ReadServerName, settings: Record<string, string>): ReadServer => ({
  name,
  start: (database) => startHub(database, { settings }),
  request: ({ document }, { variables }) => hubRequest(document, variables),
});

/** The instants of the documents. */
const instants = new Set(["at", "reportedAt", "decidedAt", "closedAt"]);

/** PostGraphile has instants in another form of ISO 8601, positions as texts and cursors of its own. */
function normalisePostgraphile(name: string, value: unknown): unknown {
  if (name === "endCursor" || name === "startCursor") return typeof value === "string";
  if (instants.has(name)) return value && new Date(String(value)).toISOString();
  if (name === "actions") return normalGroups(value);
  return name === "position" ? Number(value) : value;
}

const peer = (name: Peer, document: (shape: Shape) => string): ReadServer => ({
  name,
  start: (database) => startPeer(database, name),
  request: (shape, { variables }) => hubRequest(document(shape), variables),
});

const peers = (): ReadServer[] => [
  {
    ...peer("postgraphile", ({ postgraphileDocument }) => postgraphileDocument),
    normalise: normalisePostgraphile,
  },
  {
    ...peer("mercurius", ({ document }) => document),
    answers: ({ isGrouped }) => !isGrouped,
  },
];

/** The servers that can be measured: the peers only if they are installed. */
export const readServers = (): ReadServer[] => [
  hub("planned", uncached),
  hub("resolver", { PLANNED_READS: "off", RESPONSE_CACHE_BYTES: "0" }),
  // Room for all answers of all shapes, 90 MB: requests come in turn, so that a smaller cache would
  // evict each answer before its next request.
  hub("cached", { PLANNED_READS: "on", RESPONSE_CACHE_BYTES: "268435456" }),
  ...(peersInstalled() ? peers() : []),
  {
    name: "limit",
    start: startHandWritten,
    request: ({ name }, { values }) => ({
      path: `/${[name, ...values].map(encodeURIComponent).join("/")}`,
    }),
  },
];
