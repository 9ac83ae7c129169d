import type { IncomingHttpHeaders } from "node:http";
import { MIMEType } from "node:util";
import Negotiator from "negotiator";
import { remembered } from "./remembered.js";

/** The media type of answers that only programs for GraphQL accept (GraphQL over HTTP). */
export const graphqlResponse = "application/graphql-response+json";

/** The media type of a stream of events (HTML, "Server-sent events"). */
export const eventType = "text/event-stream";

/** True when `Accept` lists this media type itself, not only a range that includes it. */
export const acceptsExplicitly = ({ accept }: IncomingHttpHeaders, type: string): boolean =>
  accept !== undefined && typesListedIn(accept).includes(type);

const typesListedIn = remembered((accept) =>
  new Negotiator({ headers: { accept: accept.toLowerCase() } }).mediaTypes(),
);

/** The media type of a body; undefined where it is absent, malformed or has a content encoding. */
export const bodyTypeOf = (headers: IncomingHttpHeaders): Readonly<MIMEType> | undefined =>
  (headers["content-encoding"] ?? "identity") === "identity"
    ? typeIn(headers["content-type"] ?? "")
    : undefined;

const typeIn = remembered((contentType) => {
  try {
    return new MIMEType(contentType);
  } catch {
    return undefined;
  }
});
