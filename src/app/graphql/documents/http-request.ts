import type { HTTPGraphQLRequest } from "@apollo/server";
import { badField } from "../../../platform/errors.js";
import type { Documents } from "./documents.js";
import { type DocumentParameters, documentIdOf, isRecord, persistedQueryOf } from "./identifier.js";

/** The parts of a request over HTTP that name an operation. */
export type AskedRequest = Pick<HTTPGraphQLRequest, "method" | "search" | "body">;

/** A request over HTTP as Apollo takes it: always with a text, never with an identifier. */
export interface ResolvedRequest {
  request: AskedRequest;
  /** True where the document was named by its identifier and its text was not sent. */
  isByIdentifier: boolean;
}

const hasIdentifier = (given: DocumentParameters): boolean =>
  documentIdOf(given) !== undefined || persistedQueryOf(given) !== undefined;

const hasText = ({ query }: DocumentParameters): boolean =>
  query !== undefined && query !== null && query !== "";

function withoutPersisted(extensions: unknown): unknown {
  if (!isRecord(extensions)) return extensions;
  const { persistedQuery: _, ...others } = extensions;
  return others;
}

/** The value of an address's parameter that is JSON; undefined where it is not, which Apollo reports. */
function jsonIn(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function resolvedBody(
  { documentId: _, extensions, ...others }: Record<string, unknown>,
  text: string | undefined,
) {
  const kept = extensions === undefined ? {} : { extensions: withoutPersisted(extensions) };
  return { ...others, query: text, ...kept };
}

/** The values of an address's parameters that say nothing, as clients send them for none. */
const saysNothing: Readonly<Record<string, readonly string[]>> = {
  variables: ["", "null"],
  extensions: ["", "null"],
  operationName: [""],
  documentId: [""],
};

/** An address's search without the parameters that say nothing. */
export function withoutEmpty(search: string): string {
  if (!/=(?:null)?(?:&|$)/.test(search)) return search;
  const parameters = new URLSearchParams(search);
  for (const [name, values] of Object.entries(saysNothing)) {
    // One that is given twice stays, and is refused.
    const [value, ...others] = parameters.getAll(name);
    if (value !== undefined && others.length === 0 && values.includes(value))
      parameters.delete(name);
  }
  return `?${parameters}`;
}

/** The parameters of an address; Apollo refuses `query` and `extensions` where they are given twice. */
function parametersOf(search: URLSearchParams): DocumentParameters & Record<string, unknown> {
  const id = search.getAll("documentId");
  if (id.length > 1) {
    throw badField("documentId", "may be given once only", "hanya boleh diberikan sekali");
  }
  return {
    query: search.get("query") ?? undefined,
    documentId: id[0],
    extensions: jsonIn(search.get("extensions")),
  };
}

/** The address's parameters with the text in place of the identifier; `search` has one. */
function resolvedSearch(
  { extensions }: DocumentParameters,
  search: URLSearchParams,
  text: string | undefined,
): string {
  if (text !== undefined) search.set("query", text);
  search.delete("documentId");
  if (isRecord(extensions)) {
    search.set("extensions", JSON.stringify(withoutPersisted(extensions)));
  }
  return `?${search}`;
}

/** The request with the document's text in it. Throws the refusals of `Documents`. */
export function resolveRequest(request: AskedRequest, documents: Documents): ResolvedRequest {
  const isGet = request.method === "GET";
  const search = new URLSearchParams(isGet ? request.search : "");
  const given = isGet ? parametersOf(search) : request.body;
  // Apollo says what is wrong with another body.
  if (!isRecord(given)) return { request, isByIdentifier: false };
  const text = documents.textOf(given);
  if (!hasIdentifier(given)) return { request, isByIdentifier: false };
  const resolved = isGet
    ? { ...request, search: resolvedSearch(given, search, text) }
    : { ...request, body: resolvedBody(given, text) };
  return { request: resolved, isByIdentifier: !hasText(given) };
}
