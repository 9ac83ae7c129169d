import type { IncomingHttpHeaders, ServerResponse } from "node:http";

/** The time for which a browser may cache a preflight's answer, in seconds. */
const preflightSeconds = 3600;

const allowedHeaders = [
  ...["accept-language", "authorization", "content-type", "rembuk-position"],
  ...["x-api-key", "x-request-id", "apollo-require-preflight", "x-apollo-operation-name"],
];

const exposedHeaders = [
  ...["content-disposition", "rembuk-cost", "retry-after"],
  ...["www-authenticate", "x-request-id"],
];

/** The policy of origins: only pages of those that the operator lists exactly may read answers. */
export class OriginPolicy {
  private readonly trusted: ReadonlySet<string>;

  constructor(trustedOrigins: readonly string[]) {
    this.trusted = new Set(trustedOrigins);
  }

  /**
   * True when the request's origin may open a WebSocket. Browsers do not apply CORS to WebSockets, so
   * the hub does: a page of another origin must be listed. Clients other than browsers send no Origin.
   * The scheme is not compared, as a proxy may have terminated TLS.
   */
  allowsSocket({ origin, host }: IncomingHttpHeaders): boolean {
    if (origin === undefined || this.trusted.has(origin)) return true;
    return URL.canParse(origin) && new URL(origin).host === host;
  }

  /** Sets the headers that let a listed origin's page read this answer. */
  apply({ origin }: IncomingHttpHeaders, res: ServerResponse): void {
    if (this.trusted.size === 0) return;
    res.appendHeader("vary", "Origin");
    if (origin === undefined || !this.trusted.has(origin)) return;
    res.setHeader("access-control-allow-origin", origin);
    res.setHeader("access-control-expose-headers", exposedHeaders.join(", "));
  }

  /** Answers a browser's preflight request: methods and headers, for a listed origin. */
  preflight({ origin }: IncomingHttpHeaders, res: ServerResponse, methods: string): void {
    res.setHeader("allow", methods);
    if (origin !== undefined && this.trusted.has(origin)) {
      res.setHeader("access-control-allow-methods", methods);
      res.setHeader("access-control-allow-headers", allowedHeaders.join(", "));
      res.setHeader("access-control-max-age", String(preflightSeconds));
    }
    res.writeHead(204).end();
  }
}
