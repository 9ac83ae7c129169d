import { type AccessScope, scopeOf, type Viewer, visitor } from "../access/index.js";
import { viewerTables } from "../domain/stakeholders/index.js";
import { textHash } from "../ledger/index.js";
import type { CacheFigures } from "../platform/cache-counts.js";
import type { Language } from "../platform/errors.js";
import type { RequestFacts } from "../platform/request-facts.js";
import { currentFacts } from "../platform/request-scope.js";
import { isTracing, noteSpan } from "../platform/tracing/tracing.js";
import { type ChangedTables, ExactCache } from "../reading/index.js";
import type { RequestContext } from "./context.js";
import { clientOf } from "./limits/index.js";
import { otherName } from "./metrics/operation-names.js";
import type { Metrics } from "./metrics.js";
import type { InnerAnswer } from "./moment.js";
import { requesterKind } from "./observing/requester-kind.js";
import type { CachedResponse, CompleteResponse, Requester, ResponseStore } from "./port.js";

/** The part of the cache's memory for scopes of credentials: some hundred bytes each. */
const scopesPart = 1 / 64;
/** The part for answers within answers. */
const innerPart = 1 / 4;
/**
 * The longest time for which a credential's scope is cached: the withdrawal of an issuer's key takes
 * effect within it. An entry ends `marginMs` before its credential does, as the clocks of the hub, the
 * issuer and Postgres may differ by that much.
 */
export const scopeMs = 60_000;
const marginMs = 60_000;

/** When what was verified of a viewer's credential must be verified again, in milliseconds since 1970. */
export const credentialEnd = ({ expiresAt }: Viewer): number =>
  Math.min(
    Date.now() + scopeMs,
    expiresAt ? expiresAt.getTime() - marginMs : Number.POSITIVE_INFINITY,
  );

/** What the log tells of an operation. */
type ToldOperation = Pick<RequestFacts, "type" | "name" | "document">;

const noOperation: ToldOperation = { type: undefined, name: undefined, document: undefined };

/** The end of a body, after the position. */
const after = "}}\n";

/**
 * A cached answer. Its position differs from one head of the ledger to the next; the bytes are made once
 * for each, so that requests between two writes send the same buffer and copy nothing.
 */
class StoredResponse {
  private readonly headLength: number;

  constructor(
    readonly headers: CompleteResponse["headers"],
    private body: Buffer,
    private position: number,
    readonly operationName: string,
    /** Which operation it answers, for the log. */
    readonly operation: ToldOperation,
  ) {
    this.headLength = body.length - String(position).length - after.length;
  }

  /** The body as of a position. */
  bodyAt(position: number): Buffer {
    if (position !== this.position) {
      const head = this.body.subarray(0, this.headLength);
      this.body = Buffer.concat([head, Buffer.from(`${position}${after}`)]);
      this.position = position;
    }
    return this.body;
  }
}

/** The scope of verified credentials, and their holder. */
type KnownScope = Pick<AccessScope, "key"> & { holder: Viewer["holder"]; kind: string };

const visitors: KnownScope = {
  key: scopeOf(visitor).key,
  holder: undefined,
  kind: requesterKind(visitor),
};

/** The key of an answer: what the viewer may see, the language of its texts, and the request. */
const keyOf = (scope: string, language: Language, request: string): string =>
  `${scope}\n${language}\n${request}`;

/** The key of all credentials of a request together: the scope holds while each of them does. */
const hashOf = (credentials: readonly string[]): string => textHash(credentials.join("\n"));

/**
 * The response cache: it sends an answer again for a request that is the same byte for byte, from a
 * requester with the same scope, while nothing that the answer was read from has changed. It stores
 * answers of plans only, because only plans list what they read.
 */
export class ResponseCache implements ResponseStore<RequestContext> {
  private readonly answers: ExactCache<StoredResponse>;
  private readonly scopes: ExactCache<KnownScope>;
  /** Answers to queries that requests execute within themselves, as the documents of views. */
  readonly inner: ExactCache<InnerAnswer>;

  constructor(
    changed: ChangedTables,
    maxBytes: number,
    private readonly reads: Metrics["reads"],
  ) {
    this.answers = new ExactCache(changed, maxBytes * (1 - scopesPart - innerPart));
    this.inner = new ExactCache(changed, maxBytes * innerPart);
    this.scopes = new ExactCache(changed, maxBytes * scopesPart);
  }

  /** Its caches by name. */
  get all(): Record<string, CacheFigures> {
    return { responses: this.answers, inner: this.inner, scopes: this.scopes };
  }

  find(
    request: string,
    { address, credentials, atLeast, language }: Requester,
  ): CachedResponse | undefined {
    const known =
      credentials.length === 0 ? visitors : this.scopes.find(hashOf(credentials))?.value;
    if (known === undefined) return undefined;
    const started = performance.now();
    const found = this.answers.find(keyOf(known.key, language, request), atLeast);
    if (isTracing()) noteSpan("cache", started, { "rembuk.cache.hit": found !== undefined });
    if (!found) return undefined;
    this.reads.inc({ path: "cached", cause: "" });
    const { value, position } = found;
    const facts = currentFacts();
    if (facts) Object.assign(facts, value.operation, { path: "cached", requester: known.kind });
    const client = clientOf(address, known);
    const { headers, operationName } = value;
    return { client, headers, body: value.bodyAt(position), operationName };
  }

  store(
    request: string,
    { basis: basisOf, viewer, language, operationName = otherName }: RequestContext,
    response: CompleteResponse,
  ): void {
    const basis = basisOf?.();
    if (!basis) return;
    const { headers, body } = response;
    if (!body.endsWith(`"position":${basis.position}${after}`)) return;
    const bytes = Buffer.from(body);
    const key = keyOf(scopeOf(viewer).key, language, request);
    const { type, name, document } = currentFacts() ?? noOperation;
    const operation = { type, name, document };
    const stored = new StoredResponse(headers, bytes, basis.position, operationName, operation);
    this.answers.store(key, stored, bytes.length, basis);
  }

  /** Caches the scope of credentials: they belong to `viewer`, as verified at `position` or later. */
  storeScope(credentials: readonly string[], viewer: Viewer, position: number): void {
    if (credentials.length === 0) return;
    const { key } = scopeOf(viewer);
    const basis = { tags: viewerTables, position, until: credentialEnd(viewer) };
    const { holder } = viewer;
    const known = { key, holder, kind: requesterKind(viewer) };
    this.scopes.store(hashOf(credentials), known, key.length, basis);
  }
}
