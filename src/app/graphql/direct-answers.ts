import { type GraphQLResponse, HeaderMap, type HTTPGraphQLResponse } from "@apollo/server";
import { type DocumentNode, getOperationAST } from "graphql";
import Negotiator from "negotiator";
import { remembered } from "../http/remembered.js";
import type { HubContext } from "../port.js";
import type { AskedRequest } from "./documents/http-request.js";
import { isRecord } from "./documents/identifier.js";
import { bodyOf, JsonText } from "./json-text.js";
import type { ContextCarrier, OperationAnswers } from "./operation-answers.js";
import type { OperationRequest, OperationValidator } from "./operation-validator.js";

/** A well-formed request with the text of its document. */
interface PlainRequest extends OperationRequest {
  query: string;
}

const isAbsentOr = (value: unknown, is: (given: unknown) => boolean): boolean =>
  value === undefined || value === null || is(value);

const isText = (value: unknown): boolean => typeof value === "string";

/** A body as a plain request; undefined where Apollo must look at it. */
function plainBody(body: unknown): PlainRequest | undefined {
  if (!isRecord(body)) return undefined;
  const { query, operationName, variables, extensions } = body;
  if (typeof query !== "string" || !isAbsentOr(extensions, isPlain)) return undefined;
  if (!isAbsentOr(operationName, isText) || !isAbsentOr(variables, isRecord)) return undefined;
  // The cast: as was checked.
  return { query, operationName, variables } as PlainRequest;
}

const isPlain = (extensions: unknown): boolean =>
  isRecord(extensions) && !("persistedQuery" in extensions);

/** The same of an address's search. */
function plainSearch(search: string): PlainRequest | undefined {
  const given = new URLSearchParams(search);
  const names = [...given.keys()];
  if (new Set(names).size < names.length || given.has("extensions")) return undefined;
  const variables = given.get("variables");
  try {
    return plainBody({
      query: given.get("query"),
      operationName: given.get("operationName"),
      variables: variables && JSON.parse(variables),
    });
  } catch {
    return undefined;
  }
}

/** The types of answers, as Apollo has them. */
const types = [
  "application/json; charset=utf-8",
  "application/graphql-response+json; charset=utf-8",
] as const;
const callbackType = "application/json; callbackSpec=1.0; charset=utf-8";

/** The type of the answer to a request with this `Accept`; undefined where Apollo must decide. */
const typeIn = remembered((accept) => {
  const preferred = new Negotiator({ headers: { accept } }).mediaType([...types, callbackType]);
  return types.find((one) => one === preferred);
});

/** True for a response whose data is text, with nothing else. */
const isWholeText = ({ body }: GraphQLResponse): boolean =>
  body.kind === "single" && body.singleResult.data instanceof JsonText;

/**
 * The answers that need nothing of Apollo: to well-formed requests with a document that is known, which the hub
 * answers as text. Apollo answers all others, and goes on with what was begun here: nothing is counted, read or
 * performed twice.
 */
export class DirectAnswers<C extends HubContext> {
  constructor(
    private readonly validator: OperationValidator,
    private readonly answers: OperationAnswers<C>,
  ) {}

  /** The answer; undefined where Apollo must make it, with what `open` gives. */
  async answer(
    asked: AskedRequest,
    accept: string | undefined,
    open: () => Promise<ContextCarrier<C>>,
  ): Promise<HTTPGraphQLResponse | undefined> {
    const started = performance.now();
    const type = accept ? typeIn(accept) : types[0];
    const plain = asked.method === "GET" ? plainSearch(asked.search) : plainBody(asked.body);
    const document = plain && this.documentOf(plain, asked.method);
    if (!type || !document) return undefined;
    try {
      const carrier = await open();
      carrier.begun = this.answers.begin(carrier, document, plain);
      const { valid, response } = await carrier.begun;
      if (!valid || !response || !isWholeText(response)) return undefined;
      await this.answers.complete(response, valid, carrier.hub, started);
      return complete(response, type);
    } catch {
      // Apollo waits for the same, and answers as it does when that fails.
      return undefined;
    }
  }

  /** The document, where it is known; a GET does not perform a mutation. */
  private documentOf(plain: PlainRequest, method: string): DocumentNode | undefined {
    if (plain.operationName === "") plain.operationName = undefined;
    const document = this.validator.documents.findByText(plain.query);
    if (!document || method === "POST") return document;
    const operation = getOperationAST(document, plain.operationName);
    return operation?.operation === "query" ? document : undefined;
  }
}

/** The response as Apollo would give it. */
function complete({ http, body }: GraphQLResponse, type: string): HTTPGraphQLResponse {
  if (body.kind !== "single") throw new Error("incremental answers are not served");
  const headers = new HeaderMap(http.headers);
  headers.set("content-type", type);
  const string = bodyOf(body.singleResult);
  return { status: http.status, headers, body: { kind: "complete", string } };
}
