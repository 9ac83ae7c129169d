import type { IncomingHttpHeaders } from "node:http";
import type { DocumentNode } from "graphql";
import type { AskedRequest } from "../graphql/documents/http-request.js";
import type { OperationValidator, ValidOperation } from "../graphql/operation-validator.js";
import { acceptsExplicitly, eventType } from "../http/media-type.js";

/** A subscription that a request asks for, checked. */
export interface AskedStream {
  document: DocumentNode;
  operationName: string | undefined;
  valid: ValidOperation;
}

/** Types of answers by which a client takes one result as JSON; a range includes them. */
const jsonTypes = /application\/(?:graphql-response\+json|json|\*)|\*\/\*/i;

/**
 * Whether a client takes events: `only` where it takes nothing else, as an `EventSource`; `too` where it takes
 * JSON as well, as urql, which then gets events for subscriptions and JSON for all else.
 */
export function eventsWanted(headers: IncomingHttpHeaders): "only" | "too" | undefined {
  if (!acceptsExplicitly(headers, eventType)) return undefined;
  return jsonTypes.test(headers.accept ?? "") ? "too" : "only";
}

interface Parameters {
  query?: unknown;
  operationName?: unknown;
  variables?: unknown;
}

function parametersOf({ method, search, body }: AskedRequest): Parameters {
  if (method !== "GET") return (body ?? {}) as Parameters;
  const { variables, ...given } = Object.fromEntries(new URLSearchParams(search));
  return { ...given, variables: variables && JSON.parse(variables) };
}

/** The subscription of a request; undefined for other operations and invalid ones, which Apollo answers. */
export function streamAskedBy(
  request: AskedRequest,
  validator: OperationValidator,
): AskedStream | undefined {
  try {
    const { query, operationName: name, variables } = parametersOf(request);
    if (typeof query !== "string" || !query.includes("subscription")) return undefined;
    const operationName = typeof name === "string" && name !== "" ? name : undefined;
    const document = validator.parse(query);
    const valid = validator.validate(document, {
      operationName,
      variables: variables as Record<string, unknown> | undefined,
    });
    if ("errors" in valid || valid.operation.operation !== "subscription") return undefined;
    return { document, operationName, valid };
  } catch {
    // Apollo finds the same fault, and answers it.
    return undefined;
  }
}
