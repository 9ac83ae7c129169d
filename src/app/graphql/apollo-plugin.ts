import type { ApolloServerPlugin } from "@apollo/server";
import type { HubContext } from "../port.js";
import type { ContextCarrier, OperationAnswers } from "./operation-answers.js";
import type { ValidOperation } from "./operation-validator.js";

/** The Apollo plugin for every operation over HTTP that is not answered without Apollo. */
export function operationPlugin<C extends HubContext>(
  answers: OperationAnswers<C>,
): ApolloServerPlugin<ContextCarrier<C>> {
  return {
    async requestDidStart(request) {
      const carrier = request.contextValue;
      const { hub } = carrier;
      // Apollo copied the wrapper; resolvers get the context itself, with its private fields.
      Object.assign(request, { contextValue: hub });
      // Some clients send an empty name for the only operation of a document.
      if (request.request.operationName === "") delete request.request.operationName;
      const started = performance.now();
      let valid: ValidOperation | undefined;
      return {
        async responseForOperation({ document, request: { operationName, variables } }) {
          const beginning =
            carrier.begun ?? answers.begin(carrier, document, { operationName, variables });
          const begun = await beginning;
          valid = begun.valid;
          return begun.response;
        },
        async willSendResponse({ response }) {
          if (valid) await answers.complete(response, valid, hub, started);
        },
      };
    },
  };
}
