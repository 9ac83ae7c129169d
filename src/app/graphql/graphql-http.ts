import { type ApolloServer, HeaderMap, type HTTPGraphQLResponse } from "@apollo/server";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { GraphQLError } from "graphql";
import { HubError } from "../../platform/errors.js";
import { currentFacts } from "../../platform/request-scope.js";
import { httpHeadOf } from "../errors/http-status.js";
import { eventsWanted, streamAskedBy } from "../events/asked-stream.js";
import { eventsOfResult } from "../events/event-bytes.js";
import { EventStreams } from "../events/event-streams.js";
import { addressOf } from "../http/address.js";
import { isDeliberate, notDeliberate } from "../http/deliberate.js";
import { hasBody } from "../http/early-answer.js";
import { Graphiql } from "../http/graphiql.js";
import { jsonOf, receiveJson } from "../http/json-body.js";
import { eventType } from "../http/media-type.js";
import { countCost, countOne } from "../http/rate-headers.js";
import { requesterOf } from "../http/requester.js";
import { addResource, readOnly } from "../http/resource.js";
import { addVary } from "../http/vary.js";
import { requestCost } from "../limits/index.js";
import { isPoll } from "../polls/asked-poll.js";
import { Polls } from "../polls/polls.js";
import type { CachedResponse, CompleteResponse, HubContext, TransportOptions } from "../port.js";
import { makeApolloServer } from "./apollo-server.js";
import { DirectAnswers } from "./direct-answers.js";
import {
  type AskedRequest,
  type ResolvedRequest,
  resolveRequest,
  withoutEmpty,
} from "./documents/http-request.js";
import { answerTagOf, sendTagged } from "./documents/revalidation.js";
import { type ContextCarrier, hasErrors, OperationAnswers } from "./operation-answers.js";
import { asGraphqlError } from "./result-extensions.js";
import type { Shared } from "./shared.js";

/**
 * GraphQL over HTTP at `/graphql`: queries by GET and POST, mutations by POST, subscriptions as events,
 * GraphiQL for browsers.
 */
export class GraphqlHttp<C extends HubContext> {
  private readonly graphiql: Graphiql | undefined;
  private readonly events: EventStreams<C> | undefined;
  private readonly polls: Polls<C> | undefined;

  private constructor(
    private readonly options: TransportOptions<C>,
    private readonly apollo: ApolloServer<ContextCarrier<C>>,
    private readonly direct: DirectAnswers<C>,
    private readonly shared: Shared,
  ) {
    this.graphiql = options.config.graphiql ? new Graphiql() : undefined;
    const { subscribe } = options;
    this.events = subscribe && new EventStreams(options, shared, subscribe);
    this.polls = subscribe && new Polls(options, shared, subscribe);
  }

  static async start<C extends HubContext>(
    options: TransportOptions<C>,
    shared: Shared,
  ): Promise<GraphqlHttp<C>> {
    const { validator, presenter } = shared;
    const answers = new OperationAnswers(validator, presenter, options);
    const apollo = makeApolloServer(options, shared, answers);
    await apollo.start();
    return new GraphqlHttp(options, apollo, new DirectAnswers(validator, answers), shared);
  }

  /** Adds `/graphql`, and GraphiQL's files. */
  addTo(app: FastifyInstance): void {
    receiveJson(app);
    const { graphiql } = this;
    addResource(app, "/graphql", {
      handlers: {
        ...readOnly((request, reply) =>
          graphiql && Graphiql.isWantedBy(request)
            ? graphiql.answerPage(reply)
            : this.answerGet(request, reply),
        ),
        POST: (request, reply) => this.answer(request, reply),
      },
      hasPreflight: true,
    });
    graphiql?.addAssets(app);
  }

  /** Ends the streams of events, which would last, and answers those who wait for something new. */
  endStreams(): void {
    this.events?.close();
    this.polls?.close();
  }

  stop(): Promise<void> {
    return this.apollo.stop();
  }

  private async answerGet(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    if (!isDeliberate(request.headers)) throw notDeliberate();
    const isFollowing = this.polls && isPoll(addressOf(request).search);
    return isFollowing ? this.polls.answer(request, reply) : this.answer(request, reply);
  }

  private async answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const started = performance.now();
    const bytes = request.body as Buffer | undefined;
    // The body of a GET is not part of the request and is not read.
    const isComplete = bytes !== undefined || !hasBody(request.raw);
    const key = this.options.responses && isComplete ? cacheKeyOf(request, bytes) : undefined;
    const cached = key && this.find(key, request);
    if (!cached) return this.execute(request, reply, bytes, key);
    const counting = countOne(this.options.rates, reply, cached.client);
    if (counting) await counting;
    const seconds = (performance.now() - started) / 1000;
    const { operationName: operation } = cached;
    this.options.metrics.operations.answered({ ...cachedOverHttp, operation, seconds });
    return this.send(request, reply, cached);
  }

  private async execute(
    request: FastifyRequest,
    reply: FastifyReply,
    bytes: Buffer | undefined,
    key: string | undefined,
  ): Promise<FastifyReply> {
    const asked = askedBy(request, bytes && jsonOf(bytes));
    this.shared.validator.checkLength(sourceOf(asked));
    const resolved = resolveRequest(asked, this.shared.documents);
    const wish = eventsWanted(request.headers);
    const stream = wish && this.events && streamAskedBy(resolved.request, this.shared.validator);
    if (stream && this.events) return this.events.answer(request, reply, stream);
    if (wish !== "only") return this.executeOnce(request, reply, resolved, { key });
    return this.executeOnce(request, reply, resolved, { shape: asEvents });
  }

  private async executeOnce(
    request: FastifyRequest,
    reply: FastifyReply,
    { request: asked, isByIdentifier }: ResolvedRequest,
    { key, shape }: { key?: string | undefined; shape?: typeof asEvents },
  ): Promise<FastifyReply> {
    const opened: C[] = [];
    let opening: Promise<ContextCarrier<C>> | undefined;
    const open = () => {
      opening ??= this.open(request, reply, opened);
      return opening;
    };
    // Apollo would refuse a client that takes no JSON; it gets the one result as an event.
    const accept = shape ? "application/json" : request.headers.accept;
    try {
      const answer =
        (await this.direct.answer(asked, accept, open)) ??
        (await this.apollo.executeHTTPGraphQLRequest({
          httpGraphQLRequest: { ...asked, headers: headersOf(request, accept) },
          context: open,
        }));
      const isTagged = isByIdentifier && asked.method === "GET" && !shape;
      const shaped = shape?.(answer) ?? answer;
      const response = responseOf(shaped, isTagged);
      const status = shaped.status ?? 200;
      this.send(request, reply.code(status), response);
      const [context] = opened;
      if (key && context && status === 200) this.options.responses?.store(key, context, response);
      return reply;
    } finally {
      for (const context of opened) await context.close();
    }
  }

  private send(
    request: FastifyRequest,
    reply: FastifyReply,
    { headers, body }: CompleteResponse | CachedResponse,
  ): FastifyReply {
    const facts = currentFacts();
    facts?.answered();
    for (const [name, value] of headers) reply.header(name, value);
    const tag = headers.find(([name]) => name === "etag")?.[1];
    const { metrics, config } = this.options;
    const maxAge = config.documentsMaxAgeSeconds;
    if (tag !== undefined) sendTagged(request, reply, { tag, maxAge, body });
    else sendUntagged(request, reply, body);
    const isSent = request.method !== "HEAD" && reply.statusCode !== notModified;
    if (isSent) metrics.operations.sent("http", facts?.path ?? "refused", body);
    return reply;
  }

  /** The cached answer that still holds; Apollo answers a requester that is malformed. */
  private find(key: string, request: FastifyRequest): CachedResponse | undefined {
    try {
      return this.options.responses?.find(key, requesterOf(request));
    } catch (error) {
      if (error instanceof HubError) return undefined;
      throw error;
    }
  }

  /** Opens the context; an error becomes an answer with the status that belongs to it. */
  private async open(
    request: FastifyRequest,
    reply: FastifyReply,
    opened: C[],
  ): Promise<ContextCarrier<C>> {
    const { rates, openContext } = this.options;
    try {
      const hub = await openContext(requesterOf(request));
      opened.push(hub);
      const count = (cost: number) => countCost(rates, reply, hub.client, cost);
      // Before its document is read, which costs something too.
      await count(requestCost);
      return { hub, count };
    } catch (error) {
      const { message, originalError } = asGraphqlError(error);
      const extensions = { http: httpHeadOf(error) };
      throw new GraphQLError(message, {
        originalError: originalError ?? (error as Error),
        extensions,
      });
    }
  }
}

/** The status of an answer that its client has. */
const notModified = 304;

/** Sends an answer that no shared cache may store. */
function sendUntagged(request: FastifyRequest, reply: FastifyReply, body: string | Buffer): void {
  const isPost = request.method === "POST";
  reply.header("cache-control", isPost ? "no-store" : "private, no-cache");
  addVary(reply);
  reply.send(body);
}

/** The headers as Apollo takes them. */
function headersOf({ headers, method }: FastifyRequest, accept: string | undefined): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  if (accept !== undefined) map.set("accept", accept);
  // A GET has no body that it could describe; Apollo refuses some of its values.
  if (method !== "POST") map.delete("content-type");
  return map;
}

/** The method; HEAD is answered as GET is, by the same cached answer, without the body. */
const methodOf = ({ method }: FastifyRequest): string => (method === "HEAD" ? "GET" : method);

function askedBy(request: FastifyRequest, body: unknown): AskedRequest {
  const search = withoutEmpty(addressOf(request).search);
  return { method: methodOf(request), search, body };
}

/** The document's text, as a body or an address brings it. */
const sourceOf = ({ method, search, body }: AskedRequest): unknown =>
  method === "GET"
    ? new URLSearchParams(search).get("query")
    : (body as { query?: unknown } | null | undefined)?.query;

const cachedOverHttp = { type: "query", transport: "http", path: "cached" } as const;

/** A text that no header's value contains. */
const absent = "\0";

/** Every part of a request that its answer depends on, besides the requester; the body byte by byte. */
function cacheKeyOf(request: FastifyRequest, body: Buffer | undefined): string {
  const given = `${methodOf(request)} ${request.url}\n${request.headers.accept ?? absent}`;
  return `${given}\n${body?.toString("latin1") ?? ""}`;
}

/**
 * An answer as events. Its errors are read with the status 200 alone; a refused credential and a wait keep
 * the status that every client and proxy knows.
 */
function asEvents({ headers, body, status = 200 }: HTTPGraphQLResponse): HTTPGraphQLResponse {
  if (body.kind !== "complete") throw new Error("incremental answers are not served");
  const shown = new HeaderMap(headers);
  shown.set("content-type", `${eventType}; charset=utf-8`);
  const string = eventsOfResult(body.string.trimEnd());
  const shownStatus = status === 400 ? 200 : status;
  return { headers: shown, body: { kind: "complete", string }, status: shownStatus };
}

/** The answer; a whole one to a GET by a document's identifier has a tag, by which caches ask again. */
function responseOf(
  { status = 200, headers, body }: HTTPGraphQLResponse,
  isTagged: boolean,
): CompleteResponse {
  if (body.kind !== "complete") throw new Error("incremental answers are not served");
  const { string } = body;
  const isWhole = status === 200 && !headers.has(hasErrors);
  headers.delete(hasErrors);
  const tags = isTagged && isWhole ? [["etag", answerTagOf(string)] as const] : [];
  return { headers: [...headers, ...tags], body: string };
}
