import { ApolloClient, CombinedGraphQLErrors, gql, InMemoryCache } from "@apollo/client";
import { GraphQLWsLink } from "@apollo/client/link/subscriptions";
import { createClient } from "graphql-ws";

/** Apollo Client 4: subscriptions by GraphQLWsLink. */
export function connect({ url, webSocketImpl, connectionParams }) {
  let closed; // how the last socket was closed: Apollo's error has it in its message alone
  const sockets = createClient({
    url: url.replace("http", "ws"),
    connectionParams,
    retryAttempts: 0,
    webSocketImpl,
    on: { closed: (event) => (closed = event) },
  });
  /** The hub's first error, with its code in `extensions`; else how the socket was closed. */
  const refusalIn = (error) =>
    CombinedGraphQLErrors.is(error) ? error.errors[0] : (closed ?? error);
  const client = new ApolloClient({
    link: new GraphQLWsLink(sockets),
    cache: new InMemoryCache(),
  });
  return {
    open: (query, variables, show) =>
      new Promise((resolve, reject) => {
        client.subscribe({ query: gql(query), variables }).subscribe({
          next: ({ data, error }) => (error ? reject(refusalIn(error)) : show(data)),
          error: (reason) => reject(refusalIn(reason)),
          complete: resolve,
        });
      }),
    close: async () => {
      client.stop();
      await sockets.dispose();
    },
  };
}
