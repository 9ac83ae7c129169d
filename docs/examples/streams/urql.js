import { Client, subscriptionExchange } from "@urql/core";
import { createClient } from "graphql-ws";

/** urql: subscriptions by graphql-ws. */
export function connect({ url, webSocketImpl, connectionParams }) {
  const sockets = createClient({
    url: url.replace("http", "ws"),
    connectionParams,
    retryAttempts: 0,
    webSocketImpl,
  });
  const client = new Client({
    url,
    exchanges: [
      subscriptionExchange({
        forwardSubscription: ({ query, variables }) => ({
          subscribe: (sink) => ({ unsubscribe: sockets.subscribe({ query, variables }, sink) }),
        }),
      }),
    ],
  });
  return {
    open: (query, variables, show) =>
      new Promise((resolve, reject) => {
        const stream = client.subscription(query, variables);
        const { unsubscribe } = stream.subscribe(({ data, error, hasNext }) => {
          const reason = error && (error.graphQLErrors[0] ?? error.networkError);
          if (!reason && data) show(data);
          if (!reason && hasNext) return;
          queueMicrotask(() => unsubscribe());
          reason ? reject(reason) : resolve();
        });
      }),
    close: () => sockets.dispose(),
  };
}
