import type { IncomingHttpHeaders, ServerResponse } from "node:http";

/** How long a browser may remember a preflight's answer, in seconds. */
const preflightSeconds = 3600;

const allowedHeaders = [
  ...["accept-language", "authorization", "content-type", "rembuk-position"],
  ...["x-api-key", "x-request-id", "apollo-require-preflight", "x-apollo-operation-name"],
];

const exposedHeaders = [
  ...["content-disposition", "rembuk-cost", "retry-after"],
  ...["www-authenticate", "x-request-id"],
];

/** The origins, listed exactly by the operator, whose pages may read the hub's answers. */
export class OriginPolicy {
  private readonly trusted: ReadonlySet<string>;

  constructor(trustedOrigins: readonly string[]) {
    this.trusted = new Set(trustedOrigins);
  }

  /**
   * Whether a WebSocket may be opened from where the request comes. Browsers do not apply CORS to
   * WebSockets, so the hub does: a page of another origin must be listed. What is no browser sends
   * no Origin. The scheme is not compared, as a proxy may have ended TLS.
   */
  allowsSocket({ origin, host }: IncomingHttpHeaders): boolean {
    if (origin === undefined || this.trusted.has(origin)) return true;
    return URL.canParse(origin) && new URL(origin).host === host;
  }

  /** Lets a listed origin's page read this answer. */
  apply({ origin }: IncomingHttpHeaders, res: ServerResponse): void {
    if (this.trusted.size === 0) return;
    res.appendHeader("vary", "Origin");
    if (origin === undefined || !this.trusted.has(origin)) return;
    res.setHeader("access-control-allow-origin", origin);
    res.setHeader("access-control-expose-headers", exposedHeaders.join(", "));
  }

  /** Answers what a browser asks before a request: methods and headers, for a listed origin. */
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
