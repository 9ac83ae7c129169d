import {
  type ApolloServerPlugin,
  type GraphQLRequestContextWillSendResponse,
  type GraphQLResponse,
  HeaderMap,
} from "@apollo/server";
import type { FormattedExecutionResult, GraphQLError } from "graphql";
import { badUserInput, type HubError } from "../../platform/errors.js";
import type { Admission, Admitted } from "./admission.js";
import type { ErrorPresenter } from "./error-presentation.js";
import type { HubContext, TransportOptions } from "./hub-context.js";
import { JsonText } from "./json-text.js";
import { operationDuration } from "./metrics.js";
import { extensionsOf } from "./result-extensions.js";

/** Holds the hub's context while Apollo, which copies whatever context it is given, carries it. */
export interface Carrier<C> {
  hub: C;
}

const overHttp = (): HubError =>
  badUserInput([
    {
      path: "query",
      message: {
        en: "subscriptions travel over a WebSocket (graphql-transport-ws) at this address",
        id: "langganan (subscription) berjalan lewat WebSocket (graphql-transport-ws) di alamat ini",
      },
    },
  ]);

/**
 * What the hub does with every operation over HTTP: admits or refuses it, and tells in the answer's
 * extensions what it cost and at which position of the ledger it was read.
 */
export function operationPlugin<C extends HubContext>(
  admission: Admission,
  presenter: ErrorPresenter,
  readAsText: TransportOptions<C>["readAsText"],
): ApolloServerPlugin<Carrier<C>> {
  return {
    async requestDidStart(request) {
      const { hub } = request.contextValue;
      // Apollo copied the carrier; resolvers get the context itself, with its private fields.
      Object.assign(request, { contextValue: hub });
      const started = performance.now();
      let admitted: Admitted | undefined;
      return {
        async responseForOperation({ document, request: { operationName, variables } }) {
          const outcome = admission.admit(document, { operationName, variables });
          if ("errors" in outcome) return refusal(outcome.errors, presenter, hub);
          admitted = outcome;
          const kind = outcome.operation.operation;
          if (kind === "subscription") return refusal([overHttp()], presenter, hub);
          if (kind === "mutation" || !readAsText) return null;
          return answered(() => readAsText(hub, { document, ...outcome }), presenter, hub);
        },
        async willSendResponse(answered) {
          if (!admitted) return;
          const type = admitted.operation.operation;
          await addExtensions(answered, admitted, hub, presenter);
          const seconds = (performance.now() - started) / 1000;
          operationDuration.observe({ type, transport: "http" }, seconds);
        },
      };
    },
  };
}

/** The answer that is read as text; null where there is none and graphql-js is to execute. */
async function answered(
  read: () => Promise<string | undefined>,
  presenter: ErrorPresenter,
  { language }: HubContext,
): Promise<GraphQLResponse | null> {
  const single = (singleResult: FormattedExecutionResult): GraphQLResponse => ({
    http: { status: undefined, headers: new HeaderMap() },
    body: { kind: "single", singleResult },
  });
  try {
    const text = await read();
    return text === undefined ? null : single({ data: new JsonText(text) as never });
  } catch (error) {
    return single({ errors: [presenter.present(error, language)], data: null });
  }
}

function refusal(
  errors: readonly GraphQLError[],
  presenter: ErrorPresenter,
  { language }: HubContext,
): GraphQLResponse {
  const shown = errors.map((error) => presenter.present(error, language));
  return {
    http: { status: 400, headers: new HeaderMap() },
    body: { kind: "single", singleResult: { errors: shown } },
  };
}

async function addExtensions<C>(
  { response }: GraphQLRequestContextWillSendResponse<Carrier<C>>,
  { cost }: Admitted,
  hub: HubContext,
  presenter: ErrorPresenter,
): Promise<void> {
  const { body, http } = response;
  http.headers.set("rembuk-cost", String(cost));
  if (body?.kind !== "single" || body.singleResult.data === undefined) return;
  const { extensions, errors } = await extensionsOf(hub, cost);
  const { singleResult: result } = body;
  const shown = errors.map((error) => presenter.present(error, hub.language));
  if (shown.length > 0) result.errors = [...(result.errors ?? []), ...shown];
  result.extensions = { ...result.extensions, ...extensions };
}
