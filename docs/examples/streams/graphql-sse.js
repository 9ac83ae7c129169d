import { createClient } from "graphql-sse";
import { dataOf } from "./follow.js";

/** graphql-sse: one request for each stream, where a network cuts WebSockets. */
export function connect({ url, headers }) {
  const client = createClient({ url, headers, retryAttempts: 0 });
  return {
    async open(query, variables, show) {
      try {
        for await (const payload of client.iterate({ query, variables })) show(dataOf(payload));
      } catch (reason) {
        throw await refusalIn(reason);
      }
    },
    close: () => client.dispose(),
  };
}

/** Where the hub refused the request itself, its error is in the body of the response. */
export async function refusalIn(reason) {
  const { response } = reason;
  if (!response || response.bodyUsed) return reason;
  const { errors } = await response.json().catch(() => ({}));
  return Object.assign(reason, errors?.[0], { status: response.status });
}
