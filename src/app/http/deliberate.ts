import type { IncomingHttpHeaders } from "node:http";

/** Headers that a page of another origin cannot send unless a preflight allows it. */
const askedFor = [
  ...["authorization", "x-api-key", "rembuk-position", "x-request-id"],
  ...["apollo-require-preflight", "x-apollo-operation-name"],
];

/** The media type of answers that only programs for GraphQL accept (GraphQL over HTTP). */
const graphqlResponse = "application/graphql-response+json";

/**
 * True for a GET that its client has made on purpose, unlike one that a page of any origin makes a
 * browser send, as by an image: only such a GET may cost the hub the execution of a query.
 */
export const isDeliberate = ({
  method,
  headers,
}: {
  method: string;
  headers: IncomingHttpHeaders;
}): boolean =>
  method === "GET" &&
  (askedFor.some((name) => headers[name] !== undefined) ||
    (headers.accept?.toLowerCase().includes(graphqlResponse) ?? false));
