import { authExchange } from "@urql/exchange-auth";
import { cacheExchange } from "@urql/exchange-graphcache";
import { persistedExchange } from "@urql/exchange-persisted";
import { type Client, createClient, fetchExchange, subscriptionExchange } from "urql";
import { keys } from "../../../schema/clients/graphcache-keys.js";
import possibleTypes from "../../../schema/clients/possible-types.json" with { type: "json" };
import type { Language } from "../language/language.js";
import type { Session } from "../session/session.js";
import type { Connection } from "./connection.js";
import { idOf } from "./documents.js";
import { ownVersionsExchange } from "./own-versions.js";
import { followExchange } from "./positions.js";
import { updates } from "./updates.js";

/**
 * The GraphQL client of one session in one language: a normalised cache, the person's token, documents
 * by their ids, and subscriptions over one WebSocket, whose payloads go into the cache too.
 */
export function makeClient(session: Session, language: Language, connection: Connection): Client {
  return createClient({
    url: "/graphql",
    preferGetMethod: false,
    fetchOptions: () => ({ headers: { "accept-language": language } }),
    exchanges: [
      cacheExchange({ keys, possibleTypes, updates }),
      ownVersionsExchange,
      followExchange,
      authExchange(async (utilities) => ({
        addAuthToOperation: (operation) => {
          const { token } = session.current();
          if (!token) return operation;
          return utilities.appendHeaders(operation, { authorization: `Bearer ${token}` });
        },
        // Somebody who is away signs in again with the first request that gets through.
        willAuthError: () => session.current().away,
        didAuthError: ({ graphQLErrors }) =>
          graphQLErrors.some(({ extensions }) => extensions.code === "UNAUTHENTICATED"),
        refreshAuth: async () => {
          await session.renew();
        },
      })),
      persistedExchange({
        enforcePersistedQueries: true,
        enableForMutation: true,
        preferGetForPersistedQueries: false,
        generateHash: async (_, document) => idOf(document),
      }),
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: (_, { query, variables }) => ({
          subscribe: (sink) => {
            const documentId = idOf(query as never);
            const payload = { query: "", documentId, variables: { ...variables } };
            const take = (result: { data?: Record<string, unknown> | null }) => {
              resumeAfter(payload.variables, result.data);
              sink.next(result as never);
            };
            const ended = { error: sink.error, complete: sink.complete };
            return {
              unsubscribe: connection.socket.subscribe(payload, { next: take as never, ...ended }),
            };
          },
        }),
      }),
    ],
  });
}

/** Lets a subscription that the socket begins again start after the last payload that came. */
function resumeAfter(
  variables: Record<string, unknown>,
  data: Record<string, unknown> | null | undefined,
): void {
  for (const payload of Object.values(data ?? {})) {
    const position = (payload as { position?: number } | null)?.position;
    if (typeof position === "number" && "after" in variables) variables.after = position;
  }
}
