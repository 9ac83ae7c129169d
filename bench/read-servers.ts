import type { Request } from "./load/http-client.js";
import type { Served } from "./processes.js";
import { type Peer, peersInstalled, startHandWritten, startHub, startPeer } from "./servers.js";
import type { Ask, Shape } from "./shapes.js";
import type { Site } from "./site.js";

/** The servers that answer the shapes: the hub in three ways, two others, and SQL by hand. */
export const readServerNames = [
  "planned",
  "resolver",
  "cached",
  "postgraphile",
  "mercurius",
  "limit",
] as const;

export type ReadServerName = (typeof readServerNames)[number];

/** What each is called in a report. */
export const readServerTitles: Record<ReadServerName, string> = {
  planned: "hub, planned",
  resolver: "hub, resolvers",
  cached: "hub, cached",
  postgraphile: "PostGraphile",
  mercurius: "Mercurius",
  limit: "SQL by hand",
};

/** A server that is measured, and how it is asked. */
export interface ReadServer {
  name: ReadServerName;
  start(site: Site): Promise<Served>;
  request(shape: Shape, ask: Ask): Request;
  /**
   * What its data says, where it is written in another way than the hub's: given to the hub's data
   * too before the two are compared.
   */
  reading?(name: string, value: unknown): unknown;
}

/** A request as a portal sends it to a GraphQL server. */
export const hubRequest = (query: string, variables: Record<string, unknown>): Request => ({
  path: "/graphql",
  body: JSON.stringify({ query, variables }),
});

/** The hub's settings for a figure of the work itself: every request is answered anew. */
export const uncached = { PLANNED_READS: "on", RESPONSE_CACHE_BYTES: "0" };

const hub = (name: ReadServerName, settings: Record<string, string>): ReadServer => ({
  name,
  start: (site) => startHub(site, { settings }),
  request: ({ document }, { variables }) => hubRequest(document, variables),
});

/** Instants as text in any form of ISO 8601, positions as text, and cursors of its own. */
function postgraphileReading(name: string, value: unknown): unknown {
  if (name === "endCursor" || name === "startCursor") return typeof value === "string";
  if (name === "at" || name === "reportedAt") return new Date(String(value)).toISOString();
  return name === "position" ? Number(value) : value;
}

const peer = (name: Peer, document: (shape: Shape) => string): ReadServer => ({
  name,
  start: (site) => startPeer(site, name),
  request: (shape, { variables }) => hubRequest(document(shape), variables),
});

const peers = (): ReadServer[] => [
  {
    ...peer("postgraphile", ({ postgraphileDocument }) => postgraphileDocument),
    reading: postgraphileReading,
  },
  peer("mercurius", ({ document }) => document),
];

/** The servers that can be measured here: the others only where they are installed. */
export const readServers = (): ReadServer[] => [
  hub("planned", uncached),
  hub("resolver", { PLANNED_READS: "off", RESPONSE_CACHE_BYTES: "0" }),
  // With room for all answers of all shapes, 90 MB: asked in turn, what does not fit is never met again.
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
