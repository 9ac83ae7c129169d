import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import { answerLanguage } from "../../platform/request-scope.js";
import type { HubContext, TransportOptions } from "../port.js";
import { operationPlugin } from "./apollo-plugin.js";
import { bodyOf } from "./json-text.js";
import type { ContextCarrier, OperationAnswers } from "./operation-answers.js";
import type { Shared } from "./shared.js";

const disabled = [
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
];

/** The Apollo Server of a hub, not yet started. */
export function makeApolloServer<C extends HubContext>(
  options: TransportOptions<C>,
  { validator, presenter }: Shared,
  answers: OperationAnswers<C>,
): ApolloServer<ContextCarrier<C>> {
  const { config, logger, schema } = options;
  const plugins: ApolloServerPlugin<ContextCarrier<C>>[] = [
    ...disabled.map((plugin) => plugin()),
    operationPlugin<C>(answers),
  ];
  return new ApolloServer<ContextCarrier<C>>({
    schema,
    logger,
    plugins,
    // The plugin validates: after the limits that keep validation itself cheap, once a document,
    // with the paths of bad literals, and in the same way as for WebSockets.
    dangerouslyDisableValidation: true,
    introspection: config.introspection,
    hideSchemaDetailsFromClientErrors: !config.introspection,
    parseOptions: { maxTokens: config.limits.tokens },
    stringifyResult: bodyOf,
    documentStore: validator.documents,
    cache: "bounded",
    persistedQueries: false,
    // Done before the request comes here: see `isDeliberate`.
    csrfPrevention: false,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    nodeEnv: config.environment,
    formatError: (_, error) => presenter.present(error, answerLanguage()),
  });
}
