import type { IncomingHttpHeaders } from "node:http";
import { MIMEType } from "node:util";
import Negotiator from "negotiator";

/** The media type of answers that only programs for GraphQL accept (GraphQL over HTTP). */
export const graphqlResponse = "application/graphql-response+json";

/** The media type of a stream of events (HTML, "Server-sent events"). */
export const eventType = "text/event-stream";

/** True when `Accept` lists this media type itself, not only a range that includes it. */
export const acceptsExplicitly = ({ accept = "" }: IncomingHttpHeaders, type: string): boolean =>
  new Negotiator({ headers: { accept: accept.toLowerCase() } }).mediaTypes().includes(type);

/** The media type of a body; undefined where it is absent, malformed or has a content encoding. */
export function bodyTypeOf(headers: IncomingHttpHeaders): MIMEType | undefined {
  if ((headers["content-encoding"] ?? "identity") !== "identity") return undefined;
  try {
    return new MIMEType(headers["content-type"] ?? "");
  } catch {
    return undefined;
  }
}
