import type { Attributes, Span } from "@opentelemetry/api";
import type { RequestFacts } from "../../platform/request-facts.js";
import { failSpan } from "../../platform/tracing/tracing.js";

/** What the transport tells of a request when it has ended. */
export interface Ending {
  /** The method of HTTP, or `WebSocket`. */
  method: string;
  /** The address as its pattern, as `/imports/:id`. */
  route: string;
  /** The status of HTTP; absent over WebSockets. */
  status?: number;
}

/** How operations come over WebSockets. */
export const overSocket: Ending = { method: "WebSocket", route: "/graphql" };

/** The attributes of a request's span, by the semantic conventions of OpenTelemetry where they have a name. */
const attributesOf = (facts: RequestFacts, { method, route, status }: Ending): Attributes => ({
  ...(status === undefined
    ? { "network.protocol.name": "websocket" }
    : { "http.request.method": method, "http.response.status_code": status }),
  "http.route": route,
  "graphql.operation.type": facts.type,
  "graphql.operation.name": facts.name,
  "rembuk.document.hash": facts.document,
  "rembuk.path": facts.path,
  "rembuk.path.cause": facts.cause,
  "rembuk.requester": facts.requester,
  "rembuk.statements": facts.statements,
  "rembuk.rows": facts.rows,
  "rembuk.waited_ms": facts.waitedMs,
});

/** Gives a request's span the name of its operation, and what is known of it. */
export function describeSpan(span: Span, facts: RequestFacts, ending: Ending): void {
  const { type, name, code } = facts;
  if (type) span.updateName(name ? `${type} ${name}` : type);
  span.setAttributes(attributesOf(facts, ending));
  if (code !== undefined) failSpan(span, code);
}
