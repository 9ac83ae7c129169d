import { createClient } from "graphql-ws";
import { dataOf } from "./follow.js";

/** graphql-ws: one socket for all streams. */
export function connect({ url, webSocketImpl, connectionParams }) {
  const client = createClient({
    url: url.replace("http", "ws"),
    connectionParams, // called for each connection, so that a token is a new one
    retryAttempts: 0, // `follow` connects again: a retry would repeat the first `after`
    webSocketImpl, // Node only
  });
  return {
    async open(query, variables, show) {
      for await (const payload of client.iterate({ query, variables })) show(dataOf(payload));
    },
    close: () => client.dispose(),
  };
}
