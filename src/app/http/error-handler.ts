import type { FastifyReply, FastifyRequest } from "fastify";
import { cutResponse } from "../../platform/connection-end.js";
import type { ErrorPresenter } from "../errors/error-presenter.js";
import { httpHeadOf } from "../errors/http-status.js";
import { ClientGone, RequestRefusal, tooLargeBody } from "../errors/refusal.js";
import { languageOf } from "./accept-language.js";
import { wrongJsonType } from "./json-body.js";
import { acceptsExplicitly, graphqlResponse } from "./media-type.js";
import { refusalPage, sendPage } from "./page.js";
import { headerOf } from "./requester.js";

/** Fastify's refusals of a body, as the hub's. */
function ownError(error: unknown, request: FastifyRequest): unknown {
  const { code } = error as { code?: unknown };
  if (code === "FST_ERR_CTP_BODY_TOO_LARGE") return tooLargeBody(request.routeOptions.bodyLimit);
  if (code === "FST_ERR_CTP_INVALID_MEDIA_TYPE") return wrongJsonType();
  return error;
}

/** True for a request that a browser makes to show its answer: of a page, or of an address that is not there. */
const isShownAsPage = ({ routeOptions, is404, method, headers }: FastifyRequest): boolean => {
  const mayBePage = routeOptions.config?.isPage || (is404 && method === "GET");
  return Boolean(mayBePage) && acceptsExplicitly(headers, "text/html");
};

const isGone = (error: unknown, { raw }: FastifyRequest): boolean =>
  error instanceof ClientGone || (raw.destroyed && !raw.complete);

/** The media type of refusals: Apollo Client shows a message only of the one for GraphQL. */
const jsonTypeFor = ({ headers }: FastifyRequest): string =>
  acceptsExplicitly(headers, graphqlResponse) ? graphqlResponse : "application/json";

function setHead(reply: FastifyReply, error: unknown): void {
  if (error instanceof RequestRefusal) {
    reply.code(error.status).headers(error.headers);
    return;
  }
  const { status, headers } = httpHeadOf(error);
  reply.code(status ?? 500).headers(Object.fromEntries(headers));
}

/**
 * The handler of all errors of requests: it answers in the form of GraphQL's errors with the status
 * that belongs to the error, or with a page where a browser asked for one.
 */
export function errorHandler(presenter: ErrorPresenter) {
  return (thrown: unknown, request: FastifyRequest, reply: FastifyReply): void => {
    if (isGone(thrown, request) || reply.raw.headersSent) {
      reply.hijack();
      cutResponse(reply.raw);
      return;
    }
    const error = ownError(thrown, request);
    const language = languageOf(headerOf(request.headers, "accept-language"));
    const { message, extensions } = presenter.present(error, language);
    setHead(reply, error);
    reply.header("cache-control", "no-store").removeHeader("content-disposition");
    if (isShownAsPage(request)) {
      sendPage(reply, refusalPage(reply.statusCode, message, language), language);
      return;
    }
    reply
      .header("content-type", `${jsonTypeFor(request)}; charset=utf-8`)
      .send(JSON.stringify({ errors: [{ message, extensions }] }));
  };
}
