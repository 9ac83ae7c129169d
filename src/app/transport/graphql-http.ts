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
import { currentRequest } from "../../platform/request-scope.js";
import { usualLanguage } from "./accept-language.js";
import type { Admission } from "./admission.js";
import { type Carrier, operationPlugin } from "./apollo-plugin.js";
import { askerOf, varyOn } from "./asker.js";
import type { ErrorPresenter } from "./error-presentation.js";
import { httpHeadOf } from "./http-head.js";
import type { HubContext, TransportOptions } from "./hub-context.js";
import { bodyOf } from "./json-text.js";
import { endBeforeBody } from "./refusal.js";
import { readJson } from "./request-body.js";
import { asGraphqlError } from "./result-extensions.js";

const disabled = [
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
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
    const isPost = req.method === "POST";
    const body = isPost ? await readJson(req, this.options.config.limits.bodyBytes) : undefined;
    const opened: C[] = [];
    try {
      const answer = await this.apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest: requestOf(req, body),
        context: async () => ({ hub: await this.open(req, requestId, opened) }),
      });
      res.setHeader("cache-control", isPost ? "no-store" : "private, no-cache");
      res.appendHeader("vary", varyOn);
      send(req, res, answer);
    } finally {
      for (const context of opened) await context.close();
    }
  }

  stop(): Promise<void> {
    return this.apollo.stop();
  }

  /** Opens the context; what it throws becomes an answer with the status that belongs to it. */
  private async open(req: IncomingMessage, requestId: string, opened: C[]): Promise<C> {
    try {
      const context = await this.options.openContext(askerOf(req.headers, requestId));
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

function send(req: IncomingMessage, res: ServerResponse, answer: HTTPGraphQLResponse): void {
  for (const [name, value] of answer.headers) res.setHeader(name, value);
  res.statusCode = answer.status ?? 200;
  if (answer.body.kind !== "complete") throw new Error("incremental answers are not served");
  endBeforeBody(req, res, answer.body.string);
}
