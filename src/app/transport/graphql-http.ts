import type { IncomingMessage, ServerResponse } from "node:http";
import {
  ApolloServer,
  type ApolloServerPlugin,
  HeaderMap,
  type HTTPGraphQLRequest,
  type HTTPGraphQLResponse,
} from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import { GraphQLError } from "graphql";
import { HubError } from "../../platform/errors.js";
import { currentRequest } from "../../platform/request-scope.js";
import { usualLanguage } from "./accept-language.js";
import type { Admission } from "./admission.js";
import { type Carrier, operationPlugin } from "./apollo-plugin.js";
import type { ErrorPresenter } from "./error-presentation.js";
import { httpHeadOf } from "./http-head.js";
import type { FoundAnswer, HubContext, TransportOptions, WholeAnswer } from "./hub-context.js";
import { bodyOf } from "./json-text.js";
import { operationDuration } from "./metrics.js";
import { endBeforeBody, hasBody } from "./refusal.js";
import { jsonOf, readJsonBytes } from "./request-body.js";
import { requesterOf, varyOn } from "./requester.js";
import { asGraphqlError } from "./result-extensions.js";

const disabled = [
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
];

/** The headers by which Apollo and the hub decide how, and whether, a request is answered. */
const answerHeaders = [
  ...["content-type", "content-encoding", "accept"],
  ...["apollo-require-preflight", "x-apollo-operation-name"],
];

/** The parts that both transports share. */
export interface Shared {
  admission: Admission;
  presenter: ErrorPresenter;
}

/** GraphQL over HTTP: queries by GET and POST, mutations by POST. */
export class GraphqlHttp<C extends HubContext> {
  private constructor(
    private readonly options: TransportOptions<C>,
    private readonly apollo: ApolloServer<Carrier<C>>,
  ) {}

  static async start<C extends HubContext>(
    options: TransportOptions<C>,
    shared: Shared,
  ): Promise<GraphqlHttp<C>> {
    const apollo = new ApolloServer<Carrier<C>>(apolloOptions(options, shared));
    await apollo.start();
    return new GraphqlHttp(options, apollo);
  }

  /** Answers one request to `/graphql`; throws RequestRefusal when it holds no operation. */
  async answer(req: IncomingMessage, res: ServerResponse, requestId: string): Promise<void> {
    const { config, kept } = this.options;
    const isPost = req.method === "POST";
    const bytes = isPost ? await readJsonBytes(req, config.limits.bodyBytes) : undefined;
    const started = performance.now();
    // A body that comes with a GET is not waited for: it is no part of the question.
    const isWhole = bytes !== undefined || !hasBody(req);
    const question = kept && isWhole ? questionOf(req, bytes) : undefined;
    const found = question && this.find(question, req, requestId);
    if (found) {
      sendAgain(res, found);
      operationDuration.observe(queryOverHttp, (performance.now() - started) / 1000);
      return;
    }
    const opened: C[] = [];
    try {
      const answer = await this.apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest: requestOf(req, bytes && jsonOf(bytes)),
        context: async () => ({ hub: await this.open(req, requestId, opened) }),
      });
      const whole = wholeOf(answer, isPost);
      const status = answer.status ?? 200;
      setHeaders(res, whole.headers);
      res.statusCode = status;
      endBeforeBody(req, res, whole.body);
      const [context] = opened;
      if (question && context && status === 200) kept?.keep(question, context, whole);
    } finally {
      for (const context of opened) await context.close();
    }
  }

  stop(): Promise<void> {
    return this.apollo.stop();
  }

  /** What was answered to the question before, if it still holds; who asks wrongly is told by Apollo. */
  private find(question: string, req: IncomingMessage, requestId: string): FoundAnswer | undefined {
    try {
      return this.options.kept?.find(question, requesterOf(req.headers, requestId));
    } catch (error) {
      if (error instanceof HubError) return undefined;
      throw error;
    }
  }

  /** Opens the context; what it throws becomes an answer with the status that belongs to it. */
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

function apolloOptions<C extends HubContext>(
  { config, logger, schema, readAsText }: TransportOptions<C>,
  { admission, presenter }: Shared,
) {
  const plugins: ApolloServerPlugin<Carrier<C>>[] = [
    ...disabled.map((plugin) => plugin()),
    operationPlugin<C>(admission, presenter, readAsText),
  ];
  return {
    schema,
    logger,
    plugins,
    // The plugin validates: after the limits that keep validation itself cheap, once a document,
    // and with the paths of bad literals, for WebSockets in the same way.
    dangerouslyDisableValidation: true as const,
    introspection: config.introspection,
    hideSchemaDetailsFromClientErrors: !config.introspection,
    parseOptions: { maxTokens: config.limits.tokens },
    stringifyResult: bodyOf,
    documentStore: admission.documents,
    cache: "bounded" as const,
    persistedQueries: false as const,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    nodeEnv: config.environment,
    formatError: (_: unknown, error: unknown) =>
      presenter.present(error, currentRequest()?.language ?? usualLanguage),
  };
}

function requestOf(req: IncomingMessage, body: unknown): HTTPGraphQLRequest {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(req.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  const address = req.url ?? "";
  const mark = address.indexOf("?");
  const search = mark < 0 ? "" : address.slice(mark);
  return { method: req.method ?? "", headers, search, body };
}

const queryOverHttp = { type: "query", transport: "http" };

/** No header's value holds it. */
const absent = "\0";

/** All of a request that its answer depends on, besides who asks: the body's bytes as they are. */
function questionOf({ method, url, headers }: IncomingMessage, body: Buffer | undefined): string {
  const sent = answerHeaders.map((name) => headers[name] ?? absent);
  return `${method} ${url}\n${sent.join("\n")}\n${body?.toString("latin1") ?? ""}`;
}

function wholeOf({ headers, body }: HTTPGraphQLResponse, isPost: boolean): WholeAnswer {
  if (body.kind !== "complete") throw new Error("incremental answers are not served");
  const more = { "cache-control": isPost ? "no-store" : "private, no-cache" };
  return { headers: [...headers, ...Object.entries(more)], body: body.string };
}

function setHeaders(res: ServerResponse, headers: WholeAnswer["headers"]): void {
  for (const [name, value] of headers) res.setHeader(name, value);
  res.appendHeader("vary", varyOn);
}

/** Sends what was sent before, without putting its pieces together. */
function sendAgain(res: ServerResponse, { headers, body: [first, last] }: FoundAnswer): void {
  setHeaders(res, headers);
  res.setHeader("content-length", first.length + last.length);
  res.write(first);
  res.end(last);
}
