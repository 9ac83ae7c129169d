import type { IncomingHttpHeaders } from "node:http";
import type { FastifyCorsOptions } from "@fastify/cors";

/**
 * The options of CORS: only pages of the origins that the operator lists exactly may read answers.
 * Preflight requests of any origin go on to their address, which names its methods.
 */
export const corsOptions = (trustedOrigins: readonly string[]): FastifyCorsOptions => ({
  origin: (origin, allow) =>
    allow(null, origin !== undefined && trustedOrigins.includes(origin) ? origin : false),
  allowedHeaders: [
    ...["accept-language", "authorization", "content-type", "rembuk-position"],
    ...["x-api-key", "x-request-id", "apollo-require-preflight", "x-apollo-operation-name"],
    // The names that client libraries give of themselves, and the headers of traces (W3C).
    ...["apollographql-client-name", "apollographql-client-version"],
    ...["graphql-client-name", "graphql-client-version"],
    ...["traceparent", "tracestate", "baggage"],
  ],
  exposedHeaders: [
    ...["content-disposition", "etag", "link", "ratelimit", "ratelimit-policy"],
    ...["rembuk-cost", "rembuk-position", "retry-after"],
    ...["www-authenticate", "x-request-id"],
  ],
  /** The time for which a browser may cache a preflight's answer, in seconds. */
  maxAge: 3600,
  strictPreflight: false,
  preflightContinue: true,
});

/**
 * True when the request's origin may open a WebSocket. Browsers do not apply CORS to WebSockets, so
 * the hub does: a page of another origin must be listed. Clients other than browsers send no Origin.
 * The scheme is not compared, as a proxy may have terminated TLS.
 */
export function allowsSocket(
  { origin, host }: IncomingHttpHeaders,
  trustedOrigins: readonly string[],
): boolean {
  if (origin === undefined || trustedOrigins.includes(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
