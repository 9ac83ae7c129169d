import type { IncomingMessage, ServerResponse } from "node:http";
import {
  type ApolloServer,
  HeaderMap,
  type HTTPGraphQLRequest,
  type HTTPGraphQLResponse,
} from "@apollo/server";
import { GraphQLError } from "graphql";
import { HubError } from "../../platform/errors.js";
import { httpHeadOf } from "../errors/http-status.js";
import { addressOf } from "../http/address.js";
import { endBeforeBody, hasBody } from "../http/early-answer.js";
import { jsonOf, readJsonBytes } from "../http/json-body.js";
import { requesterOf, varyOn } from "../http/requester.js";
import { operationDuration } from "../metrics.js";
import type { CachedResponse, CompleteResponse, HubContext, TransportOptions } from "../port.js";
import type { ContextCarrier } from "./apollo-plugin.js";
import { makeApolloServer } from "./apollo-server.js";
import { asGraphqlError } from "./result-extensions.js";
import type { Shared } from "./shared.js";

/** The headers by which Apollo and the hub decide how, and if, a request is answered. */
const relevantHeaders = [
  ...["content-type", "content-encoding", "accept"],
  ...["apollo-require-preflight", "x-apollo-operation-name"],
];

/** GraphQL over HTTP: queries by GET and POST, mutations by POST. */
export class GraphqlHttp<C extends HubContext> {
  private constructor(
    private readonly options: TransportOptions<C>,
    private readonly apollo: ApolloServer<ContextCarrier<C>>,
  ) {}

  static async start<C extends HubContext>(
    options: TransportOptions<C>,
    shared: Shared,
  ): Promise<GraphqlHttp<C>> {
    const apollo = makeApolloServer(options, shared);
    await apollo.start();
    return new GraphqlHttp(options, apollo);
  }

  /** Answers one request to `/graphql`; throws RequestRefusal where it holds no operation. */
  async answer(req: IncomingMessage, res: ServerResponse, requestId: string): Promise<void> {
    const { config, responses } = this.options;
    const bytes =
      req.method === "POST" ? await readJsonBytes(req, config.limits.bodyBytes) : undefined;
    const started = performance.now();
    // The body of a GET is not part of the request and is not read.
    const isComplete = bytes !== undefined || !hasBody(req);
    const key = responses && isComplete ? cacheKeyOf(req, bytes) : undefined;
    const cached = key && this.find(key, req, requestId);
    if (cached) {
      sendCached(res, cached);
      operationDuration.observe(queryOverHttp, (performance.now() - started) / 1000);
    } else await this.execute(req, res, requestId, bytes, key);
  }

  stop(): Promise<void> {
    return this.apollo.stop();
  }

  private async execute(
    req: IncomingMessage,
    res: ServerResponse,
    requestId: string,
    bytes: Buffer | undefined,
    key: string | undefined,
  ): Promise<void> {
    const opened: C[] = [];
    try {
      const answer = await this.apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest: apolloRequestOf(req, bytes && jsonOf(bytes)),
        context: async () => ({ hub: await this.open(req, requestId, opened) }),
      });
      const response = responseOf(answer, req.method === "POST");
      const status = answer.status ?? 200;
      setHeaders(res, response.headers);
      res.statusCode = status;
      endBeforeBody(req, res, response.body);
      const [context] = opened;
      if (key && context && status === 200) this.options.responses?.store(key, context, response);
    } finally {
      for (const context of opened) await context.close();
    }
  }

  /** The cached answer that still holds; Apollo answers a requester that is malformed. */
  private find(key: string, req: IncomingMessage, requestId: string): CachedResponse | undefined {
    try {
      return this.options.responses?.find(key, requesterOf(req.headers, requestId));
    } catch (error) {
      if (error instanceof HubError) return undefined;
      throw error;
    }
  }

  /** Opens the context; an error becomes an answer with the status that belongs to it. */
  private async open(req: IncomingMessage, requestId: string, opened: C[]): Promise<C> {
    try {
      const context = await this.options.openContext(requesterOf(req.headers, requestId));
      opened.push(context);
      return context;
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

function apolloRequestOf(req: IncomingMessage, body: unknown): HTTPGraphQLRequest {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(req.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  return { method: req.method ?? "", headers, search: addressOf(req).search, body };
}

const queryOverHttp = { type: "query", transport: "http" };

/** A text that no header's value contains. */
const absent = "\0";

/** Every part of a request that its answer depends on, besides the requester; the body byte by byte. */
function cacheKeyOf({ method, url, headers }: IncomingMessage, body: Buffer | undefined): string {
  const sent = relevantHeaders.map((name) => headers[name] ?? absent);
  return `${method} ${url}\n${sent.join("\n")}\n${body?.toString("latin1") ?? ""}`;
}

function responseOf({ headers, body }: HTTPGraphQLResponse, isPost: boolean): CompleteResponse {
  if (body.kind !== "complete") throw new Error("incremental answers are not served");
  const caching = { "cache-control": isPost ? "no-store" : "private, no-cache" };
  return { headers: [...headers, ...Object.entries(caching)], body: body.string };
}

function setHeaders(res: ServerResponse, headers: CompleteResponse["headers"]): void {
  for (const [name, value] of headers) res.setHeader(name, value);
  res.appendHeader("vary", varyOn);
}

/** Sends a cached answer without joining its pieces. */
function sendCached(res: ServerResponse, { headers, body: [first, last] }: CachedResponse): void {
  setHeaders(res, headers);
  res.setHeader("content-length", first.length + last.length);
  res.write(first);
  res.end(last);
}
