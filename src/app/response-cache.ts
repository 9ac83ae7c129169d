import { scopeOf, type Viewer, visitor } from "../access/index.js";
import { viewerTables } from "../domain/stakeholders/index.js";
import { textHash } from "../ledger/index.js";
import { type ChangedTables, ExactCache } from "../reading/index.js";
import type { RequestContext } from "./context.js";
import type { CacheSize, Metrics } from "./metrics.js";
import type { CachedResponse, CompleteResponse, Requester, ResponseStore } from "./port.js";

/** The part of the cache's memory for scopes of credentials: some hundred bytes each. */
const scopesPart = 1 / 64;
/**
 * The longest time for which a credential's scope is cached: the withdrawal of an issuer's key takes
 * effect within it. An entry ends `marginMs` before its credential does, as the clocks of the hub, the
 * issuer and Postgres may differ by that much.
 */
const scopeMs = 60_000;
const marginMs = 60_000;

/** A cached answer without its position, which differs each time. */
interface StoredResponse {
  headers: CompleteResponse["headers"];
  /** The body's bytes before the position. */
  before: Buffer;
}

/** The end of a body, after the position. */
const after = "}}\n";

const visitorScope = scopeOf(visitor).key;

/**
 * The response cache: it sends an answer again for a request that is the same byte for byte, from a
 * requester with the same scope, while no table that the answer was read from has changed. It stores
 * answers of plans only, because only plans list the tables that they read.
 */
export class ResponseCache implements ResponseStore<RequestContext>, CacheSize {
  private readonly answers: ExactCache<StoredResponse>;
  private readonly scopes: ExactCache<string>;

  constructor(
    changed: ChangedTables,
    maxBytes: number,
    private readonly reads: Metrics["reads"],
  ) {
    this.answers = new ExactCache(changed, maxBytes * (1 - scopesPart));
    this.scopes = new ExactCache(changed, maxBytes * scopesPart);
  }

  get bytes(): number {
    return this.answers.bytes + this.scopes.bytes;
  }

  get count(): number {
    return this.answers.count;
  }

  find(request: string, { credential, atLeast }: Requester): CachedResponse | undefined {
    const scope =
      credential === undefined ? visitorScope : this.scopes.find(textHash(credential))?.value;
    if (scope === undefined) return undefined;
    const found = this.answers.find(`${scope}\n${request}`, atLeast);
    if (!found) return undefined;
    this.reads.inc({ path: "cached", cause: "" });
    const { headers, before } = found.value;
    return { headers, body: Buffer.concat([before, Buffer.from(`${found.position}${after}`)]) };
  }

  store(request: string, { basis, viewer }: RequestContext, response: CompleteResponse): void {
    if (!basis) return;
    const { headers, body } = response;
    const end = `"position":${basis.position}${after}`;
    if (!body.endsWith(end)) return;
    const before = Buffer.from(body.slice(0, -(String(basis.position).length + after.length)));
    const key = `${scopeOf(viewer).key}\n${request}`;
    this.answers.store(key, { headers, before }, before.length, basis);
  }

  /** Caches the scope of a credential: it belongs to `viewer`, as verified at `position` or later. */
  storeScope(credential: string, viewer: Viewer, position: number): void {
    const now = Date.now();
    const end = viewer.expiresAt ? viewer.expiresAt.getTime() - marginMs : Number.POSITIVE_INFINITY;
    const { key } = scopeOf(viewer);
    const basis = { tables: viewerTables, position, until: Math.min(now + scopeMs, end) };
    this.scopes.store(textHash(credential), key, key.length, basis);
  }
}
