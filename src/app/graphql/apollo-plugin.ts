import {
  type ApolloServerPlugin,
  type GraphQLRequestContextWillSendResponse,
  type GraphQLResponse,
  HeaderMap,
  type HTTPGraphQLHead,
} from "@apollo/server";
import type { FormattedExecutionResult, GraphQLError } from "graphql";
import { overAnswer } from "../../platform/answer-size.js";
import { badUserInput, HubError } from "../../platform/errors.js";
import type { ErrorPresenter } from "../errors/error-presenter.js";
import { httpHeadOf, httpHeadOfResult } from "../errors/http-status.js";
import { requestCost } from "../limits/index.js";
import type { HubContext, TransportOptions } from "../port.js";
import { JsonText, type TextResult } from "./json-text.js";
import type { OperationValidator, ValidOperation } from "./operation-validator.js";
import { extensionsOf } from "./result-extensions.js";
import { type TextReads, textResult } from "./text-reader.js";

/** A wrapper for the hub's context, because Apollo makes a copy of the context that it is given. */
export interface ContextCarrier<C> {
  hub: C;
  /** Counts a cost for the client; throws RATE_LIMITED when its rate is used up. */
  count(cost: number): Promise<void>;
}

/** The header by which the plugin tells the transport that an answer has errors; it is never sent. */
export const hasErrors = "rembuk-has-errors";

const overHttp = (): HubError =>
  badUserInput([
    {
      path: "query",
      message: {
        en: "subscriptions come over a WebSocket (graphql-transport-ws), or with Accept: text/event-stream",
        id: "langganan (subscription) berjalan lewat WebSocket (graphql-transport-ws), atau dengan Accept: text/event-stream",
      },
    },
  ]);

/**
 * The Apollo plugin for every operation over HTTP: it validates the operation, answers a query as text
 * where the hub can, and adds the cost and the position of the ledger to the answer's extensions.
 */
export function operationPlugin<C extends HubContext>(
  validator: OperationValidator,
  presenter: ErrorPresenter,
  options: TextReads<C> & Pick<TransportOptions<C>, "metrics" | "config">,
): ApolloServerPlugin<ContextCarrier<C>> {
  const { metrics, config } = options;
  return {
    async requestDidStart(request) {
      const { hub, count } = request.contextValue;
      // Apollo copied the wrapper; resolvers get the context itself, with its private fields.
      Object.assign(request, { contextValue: hub });
      // Some clients send an empty name for the only operation of a document.
      if (request.request.operationName === "") delete request.request.operationName;
      const started = performance.now();
      let valid: ValidOperation | undefined;
      return {
        async responseForOperation({ document, request: { operationName, variables } }) {
          const outcome = validator.validate(document, { operationName, variables });
          if ("errors" in outcome) return refusal(outcome.errors, presenter, hub);
          const over = await refusalOf(() => count(outcome.cost - requestCost));
          if (over) return refusal([over], presenter, hub, httpHeadOf(over));
          Object.assign(hub.meter, { cost: outcome.cost, count });
          valid = outcome;
          const kind = outcome.operation.operation;
          if (kind === "subscription") return refusal([overHttp()], presenter, hub);
          const given = await textResult(options, hub, { document, ...outcome });
          return given ? responseOf(given, presenter, hub) : null;
        },
        async willSendResponse(response) {
          if (!valid) return;
          const type = valid.operation.operation;
          limitAnswer(response, config.limits.answerBytes, hub, presenter);
          await addExtensions(response, hub, presenter);
          const seconds = (performance.now() - started) / 1000;
          metrics.operationDuration.observe({ type, transport: "http" }, seconds);
        },
      };
    },
  };
}

/** The response with a result that graphql-js did not make. */
function responseOf(
  { data, errors }: TextResult,
  presenter: ErrorPresenter,
  { language }: HubContext,
): GraphQLResponse {
  const shown = errors?.map((error) => presenter.present(error, language));
  // The cast: Apollo types data as an object; `stringifyResult` writes a JsonText as it is.
  return single({ ...(shown && { errors: shown }), data: data as never });
}

const single = (singleResult: FormattedExecutionResult): GraphQLResponse => ({
  http: { status: undefined, headers: new HeaderMap() },
  body: { kind: "single", singleResult },
});

/** The error by which `act` refuses; undefined where it does not. */
async function refusalOf(act: () => Promise<void>): Promise<HubError | undefined> {
  try {
    await act();
    return undefined;
  } catch (error) {
    if (error instanceof HubError) return error;
    throw error;
  }
}

function refusal(
  errors: readonly GraphQLError[],
  presenter: ErrorPresenter,
  { language }: HubContext,
  http: HTTPGraphQLHead = { status: 400, headers: new HeaderMap() },
): GraphQLResponse {
  const shown = errors.map((error) => presenter.present(error, language));
  return {
    http,
    body: { kind: "single", singleResult: { errors: shown } },
  };
}

/** Sets the status of a result that has nothing because the hub is unavailable; false for others. */
function setStatus({ body, http }: GraphQLResponse): boolean {
  const head = body.kind === "single" ? httpHeadOfResult(body.singleResult) : undefined;
  if (head?.status === undefined) return false;
  http.status = head.status;
  for (const [name, value] of head.headers) http.headers.set(name, value);
  return true;
}

/** Replaces data that would be too large as JSON by the error that says so. */
function limitAnswer<C>(
  { response: { body } }: GraphQLRequestContextWillSendResponse<ContextCarrier<C>>,
  limit: number,
  { language }: HubContext,
  presenter: ErrorPresenter,
): void {
  if (body?.kind !== "single" || body.singleResult.data instanceof JsonText) return;
  const over = overAnswer(body.singleResult.data, limit);
  if (over)
    Object.assign(body.singleResult, { data: null, errors: [presenter.present(over, language)] });
}

async function addExtensions<C>(
  { response }: GraphQLRequestContextWillSendResponse<ContextCarrier<C>>,
  hub: HubContext,
  presenter: ErrorPresenter,
): Promise<void> {
  const { body, http } = response;
  const { cost } = hub.meter;
  http.headers.set("rembuk-cost", String(cost));
  if (body?.kind !== "single" || body.singleResult.data === undefined) return;
  // In an outage the position would be waited for in vain.
  const isOutage = setStatus(response);
  const { extensions, errors } = isOutage
    ? { extensions: { cost }, errors: [] }
    : await extensionsOf(hub, cost);
  const { singleResult: result } = body;
  const shown = errors.map((error) => presenter.present(error, hub.language));
  if (shown.length > 0) result.errors = [...(result.errors ?? []), ...shown];
  result.extensions = { ...result.extensions, ...extensions };
  if (result.errors?.length) http.headers.set(hasErrors, "");
}
