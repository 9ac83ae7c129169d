import { type IncomingMessage, METHODS, type ServerResponse } from "node:http";
import cors from "@fastify/cors";
import type { Span } from "@opentelemetry/api";
import { type FastifyInstance, type FastifyReply, type FastifyRequest, fastify } from "fastify";
import type { Config } from "../../platform/config.js";
import { RequestFacts } from "../../platform/request-facts.js";
import { runInRequest } from "../../platform/request-scope.js";
import { isTracing, startRequestSpan } from "../../platform/tracing/tracing.js";
import type { ErrorPresenter } from "../errors/error-presenter.js";
import { noAddress, nothingHere } from "../errors/refusal.js";
import { isProbe, type RequestLog, type RequestScope } from "../observing/request-log.js";
import type { Timeouts } from "../port.js";
import { languageOf, statedLanguageOf } from "./accept-language.js";
import { Compression } from "./compression.js";
import type { Connections } from "./connections.js";
import { corsOptions } from "./cors.js";
import { declaredLength, lingerOnSend } from "./early-answer.js";
import { errorHandler } from "./error-handler.js";
import type { Lifecycle } from "./lifecycle.js";
import { proxyTrust } from "./proxies.js";
import { headerOf, requestIdOf } from "./requester.js";
import { answerUnreadable } from "./unreadable.js";

/** Closes the connection of a request that is not complete in time, as Node's own server does. */
function limitTime(req: IncomingMessage, res: ServerResponse, ms: number): void {
  const timer = setTimeout(() => {
    if (req.complete || res.headersSent) return;
    req.socket.end("HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n");
    req.destroy();
  }, ms);
  res.once("close", () => clearTimeout(timer));
}

/** The parts that the HTTP server's hooks need. */
export interface AppOptions {
  config: Pick<Config, "limits" | "trustedOrigins" | "trustedProxies">;
  requests: RequestLog;
  presenter: ErrorPresenter;
  timeouts: Timeouts;
  lifecycle: Lifecycle;
  connections: Connections;
}

/**
 * The Fastify server with everything that all addresses share: ids, headers, the request scope, time
 * limits, early answers, CORS and errors. Routes are added to it by the rooms.
 */
export async function makeApp(options: AppOptions): Promise<FastifyInstance> {
  const { config, presenter, timeouts } = options;
  const refuse = errorHandler(presenter);
  const app = fastify({
    http: {
      headersTimeout: timeouts.headersMs,
      connectionsCheckingInterval: Math.min(timeouts.headersMs, 1000),
    },
    // The time for uploads; `limitTime` sets a shorter one for all others.
    requestTimeout: Math.max(timeouts.requestMs, timeouts.uploadMs),
    keepAliveTimeout: timeouts.keepAliveMs,
    connectionTimeout: timeouts.silenceMs,
    bodyLimit: config.limits.bodyBytes,
    exposeHeadRoutes: false,
    trustProxy: proxyTrust(config.trustedProxies),
    return503OnClosing: false,
    clientErrorHandler: answerUnreadable,
    genReqId: ({ headers }) => requestIdOf(headers),
    // A path that cannot be decoded looks like one where there is nothing.
    frameworkErrors: (_, request, reply) => {
      setHeaders(request, reply);
      refuse(nothingHere(), request, reply);
    },
  });
  app.removeAllContentTypeParsers();
  // So that an address answers each of them by 405, as it does those that Fastify knows.
  for (const method of METHODS) {
    if (!app.supportedMethods.includes(method)) app.addHttpMethod(method);
  }
  addBeginning(app, options);
  await addCors(app, config.trustedOrigins, refuse);
  app.addHook("onRequest", ({ is404 }, _reply, done) => done(is404 ? noAddress() : undefined));
  app.addHook("onSend", new Compression().onSend);
  app.addHook("onSend", lingerOnSend);
  app.setErrorHandler(refuse);
  options.connections.watch(app.server);
  // A client that waits for "100 Continue" is answered by `begin`.
  app.server.on("checkContinue", (req, res) => app.routing(req, res));
  return app;
}

/** Adds what begins each request, in its own scope. */
function addBeginning(app: FastifyInstance, options: AppOptions): void {
  app.addHook("onRequest", (request, reply, done) => {
    const header = headerOf(request.headers, "accept-language");
    const [language, statedLanguage] = [languageOf(header), statedLanguageOf(header)];
    // One that was sent behind the last of its connection; nothing more can be answered there.
    if (!request.raw.socket.writable) {
      reply.hijack();
      return;
    }
    const span = spanOf(request);
    const facts = new RequestFacts();
    const scope = { requestId: request.id, language, statedLanguage, facts, span };
    runInRequest(scope, () => {
      begin(request, reply, scope, options);
      done();
    });
  });
}

/** Adds the headers of CORS, where the operator has listed origins. */
async function addCors(
  app: FastifyInstance,
  trustedOrigins: readonly string[],
  refuse: ReturnType<typeof errorHandler>,
): Promise<void> {
  if (trustedOrigins.length === 0) return;
  // The plug-in has a route for OPTIONS of all addresses, also of those that are none.
  app.addHook("onRoute", (route) => {
    if (route.url !== "*") return;
    route.handler = (request, reply) => refuse(noAddress(), request, reply);
  });
  await app.register(cors, corsOptions(trustedOrigins));
}

/** The address as its pattern, as `/imports/:id`. */
const routeOf = ({ routeOptions }: FastifyRequest): string => routeOptions.url ?? "none";

/** The span of a request, except for what a machine asks every few seconds. */
const spanOf = (request: FastifyRequest): Span | undefined =>
  isTracing() && !isProbe(routeOf(request))
    ? startRequestSpan(`${request.method} ${routeOf(request)}`, request.headers)
    : undefined;

function setHeaders(request: FastifyRequest, reply: FastifyReply): void {
  reply
    .header("x-request-id", request.id)
    .header("x-content-type-options", "nosniff")
    .header("referrer-policy", "no-referrer");
}

/** Begins a request: counts and logs it, limits its time, and asks for its body where it may be sent. */
function begin(
  request: FastifyRequest,
  reply: FastifyReply,
  scope: RequestScope,
  options: AppOptions,
): void {
  const { raw: req, method } = request;
  const { raw: res } = reply;
  const { config, requests, timeouts, lifecycle, connections } = options;
  lifecycle.requestBegan();
  const ended = connections.requestBegan(req);
  const { socket } = req;
  const before = socket.bytesWritten;
  res.once("close", () => {
    scope.facts.bytes = socket.bytesWritten - before;
    requests.ended(scope, { method, route: routeOf(request), status: res.statusCode });
    ended();
    lifecycle.requestEnded();
  });
  setHeaders(request, reply);
  if (lifecycle.isStopping) reply.header("connection", "close");
  // An upload has its own timeouts, and its handler asks for it once the requester may send it.
  if (request.routeOptions.config.isUpload) return;
  limitTime(req, res, timeouts.requestMs);
  const isWaiting = req.headers.expect !== undefined;
  if (isWaiting && declaredLength(req) <= config.limits.bodyBytes) res.writeContinue();
}
