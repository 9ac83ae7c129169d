import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Language } from "../platform/errors.js";
import { runInRequest } from "../platform/request-scope.js";
import { ErrorPresenter } from "./errors/error-presenter.js";
import { httpHeadOf } from "./errors/http-status.js";
import { ClientGone, RequestRefusal } from "./errors/refusal.js";
import { Files } from "./files/files.js";
import { GraphqlHttp } from "./graphql/graphql-http.js";
import { OperationValidator } from "./graphql/operation-validator.js";
import type { Shared } from "./graphql/shared.js";
import { languageOf } from "./http/accept-language.js";
import { addressOf } from "./http/address.js";
import { OriginPolicy } from "./http/cors.js";
import { declaredLength, endBeforeBody } from "./http/early-answer.js";
import { assetsPath, Graphiql } from "./http/graphiql.js";
import { answerLive, answerMetrics, answerReady } from "./http/health.js";
import { Pages } from "./http/pages.js";
import { headerOf, requestIdOf } from "./http/requester.js";
import {
  defaultTimeouts,
  type HubContext,
  type Timeouts,
  type Transport,
  type TransportOptions,
} from "./port.js";
import { WebSockets } from "./sockets/web-sockets.js";

type Answer = (req: IncomingMessage, res: ServerResponse, requestId: string) => unknown;

/** The handlers of one path by method; HEAD is answered as GET is, without the body. */
type Methods = Record<string, Answer>;

const notFound = () =>
  new RequestRefusal(404, {
    en: "There is nothing at this address; GraphQL is at /graphql.",
    id: "Tidak ada apa pun di alamat ini; GraphQL ada di /graphql.",
  });

const wrongMethod = (methods: string) =>
  new RequestRefusal(
    405,
    {
      en: `This address answers ${methods} only.`,
      id: `Alamat ini hanya melayani ${methods}.`,
    },
    { allow: methods },
  );

const readOnly = (answer: Answer): Methods => ({ GET: answer, HEAD: answer });

/** The HTTP server: routes, headers, errors, timeouts and an orderly stop. */
class HttpServer<C extends HubContext> {
  private readonly server: Server;
  private readonly origins: OriginPolicy;
  private readonly sockets: WebSockets<C>;
  private readonly graphiql: Graphiql | undefined;
  private readonly pages: Pages<C>;
  private readonly files: Files<C>;
  private readonly routes: Record<string, Methods>;
  private readonly timeouts: Timeouts;
  /** The number of requests that are being answered, and the callback for when there is none. */
  private running = 0;
  private onIdle: (() => void) | undefined;
  private ending: Promise<void> | undefined;

  constructor(
    private readonly options: TransportOptions<C>,
    private readonly shared: Shared,
    private readonly graphql: GraphqlHttp<C>,
  ) {
    const { config, timeouts } = options;
    this.timeouts = { ...defaultTimeouts, ...timeouts };
    this.origins = new OriginPolicy(config.trustedOrigins);
    this.sockets = new WebSockets(options, shared, this.origins);
    this.graphiql = config.graphiql ? new Graphiql() : undefined;
    this.pages = new Pages(options);
    this.files = new Files(options, shared.presenter, this.timeouts, this.origins);
    this.routes = this.makeRoutes();
    this.server = this.makeServer();
  }

  async listen(): Promise<Transport> {
    const { host, port } = this.options.config;
    await new Promise<void>((resolve, reject) => {
      this.server.once("error", reject);
      this.server.listen(port, host, () => {
        this.server.off("error", reject);
        resolve();
      });
    });
    const bound = this.server.address() as AddressInfo;
    const name = bound.family === "IPv6" ? `[${bound.address}]` : bound.address;
    return {
      url: `http://${name}:${bound.port}/graphql`,
      port: bound.port,
      close: () => {
        this.ending ??= this.close();
        return this.ending;
      },
    };
  }

  private makeServer(): Server {
    const { headersMs, requestMs, uploadMs, keepAliveMs, silenceMs } = this.timeouts;
    const server = createServer({
      headersTimeout: headersMs,
      // The time for uploads; `limitTime` sets a shorter one for all others.
      requestTimeout: Math.max(requestMs, uploadMs),
      keepAliveTimeout: keepAliveMs,
      connectionsCheckingInterval: Math.min(headersMs, 1000),
    });
    server.timeout = silenceMs;
    const { bodyBytes } = this.options.config.limits;
    server.on("request", (req, res) => void this.handle(req, res));
    server.on("checkContinue", (req, res) => {
      // A client that waits for "100 Continue" is spared a body which is too large. An upload is
      // asked for by its handler, once the requester may send it.
      if (!this.files.isUpload(req) && declaredLength(req) <= bodyBytes) res.writeContinue();
      void this.handle(req, res);
    });
    server.on("upgrade", (req, connection, head) => this.sockets.upgrade(req, connection, head));
    return server;
  }

  private makeRoutes(): Record<string, Methods> {
    const methods = "GET, POST, OPTIONS";
    return {
      "/graphql": {
        GET: (req, res, id) => this.pageOrQuery(req, res, id),
        POST: (req, res, id) => this.graphql.answer(req, res, id),
        OPTIONS: (req, res) => this.origins.preflight(req.headers, res, methods),
      },
      "/health/live": readOnly((_, res) => answerLive(res)),
      "/health/ready": readOnly((_, res) =>
        answerReady(res, this.ending !== undefined, () => this.options.ready()),
      ),
      "/metrics": readOnly((_, res) => answerMetrics(res)),
    };
  }

  private async pageOrQuery(req: IncomingMessage, res: ServerResponse, id: string): Promise<void> {
    if (this.graphiql && Graphiql.isWantedBy(req)) this.graphiql.answerPage(res);
    else await this.graphql.answer(req, res, id);
  }

  private async handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const requestId = requestIdOf(req.headers);
    const language = languageOf(headerOf(req.headers, "accept-language"));
    const closed = new Promise((resolve) => res.once("close", resolve));
    this.running += 1;
    if (!this.files.isUpload(req)) this.limitTime(req, res);
    await runInRequest({ requestId, language }, async () => {
      try {
        this.setHeaders(req, res, requestId);
        await this.route(req, res, requestId);
      } catch (error) {
        this.refuse(req, res, error, language);
      }
      await closed;
      this.answered(req, res);
    });
  }

  /** Closes the connection of a request that is not complete in time, as Node's own server does. */
  private limitTime(req: IncomingMessage, res: ServerResponse): void {
    const timer = setTimeout(() => {
      if (req.complete || res.headersSent) return;
      req.socket.end("HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n");
      req.destroy();
    }, this.timeouts.requestMs);
    res.once("close", () => clearTimeout(timer));
  }

  private setHeaders(req: IncomingMessage, res: ServerResponse, requestId: string): void {
    res.setHeader("x-request-id", requestId);
    res.setHeader("x-content-type-options", "nosniff");
    res.setHeader("referrer-policy", "no-referrer");
    this.origins.apply(req.headers, res);
    if (this.ending) res.setHeader("connection", "close");
  }

  private async route(req: IncomingMessage, res: ServerResponse, requestId: string): Promise<void> {
    const path = addressOf(req).path;
    const methods = Object.hasOwn(this.routes, path) ? this.routes[path] : this.below(path);
    if (!methods) throw notFound();
    const method = req.method ?? "";
    const answer = Object.hasOwn(methods, method) ? methods[method] : undefined;
    if (!answer) throw wrongMethod(Object.keys(methods).join(", "));
    await answer(req, res, requestId);
  }

  private below(path: string): Methods | undefined {
    const { graphiql } = this;
    const page = this.pages.at(path);
    if (page) return readOnly(page);
    const files = this.files.at(path);
    if (files) return files;
    if (!graphiql || !path.startsWith(assetsPath)) return undefined;
    return readOnly(async (req, res) => {
      if (!(await graphiql.answerAsset(req, res))) throw notFound();
    });
  }

  private refuse(req: IncomingMessage, res: ServerResponse, error: unknown, language: Language) {
    if (error instanceof ClientGone || res.headersSent) {
      res.destroy();
      return;
    }
    const shown = this.shared.presenter.present(error, language);
    if (error instanceof RequestRefusal) {
      res.statusCode = error.status;
      for (const [name, value] of Object.entries(error.headers)) res.setHeader(name, value);
    } else {
      const { status, headers } = httpHeadOf(error);
      res.statusCode = status ?? 500;
      for (const [name, value] of headers) res.setHeader(name, value);
    }
    res.setHeader("cache-control", "no-store");
    const { message, extensions } = shown;
    if (this.pages.refuse(req, res, message, language)) return;
    res.setHeader("content-type", "application/json; charset=utf-8");
    endBeforeBody(req, res, JSON.stringify({ errors: [{ message, extensions }] }));
  }

  private answered({ method, url }: IncomingMessage, { statusCode }: ServerResponse): void {
    this.running -= 1;
    this.options.logger.debug({ method, path: url?.split("?")[0], statusCode }, "answered");
    if (this.running === 0) this.onIdle?.();
  }

  private async close(): Promise<void> {
    const stopped = new Promise((resolve) => this.server.close(resolve));
    const idle = new Promise<void>((resolve) => {
      this.onIdle = resolve;
      if (this.running === 0) resolve();
    });
    const timeouts = setTimeout(() => {
      this.sockets.cut();
      this.server.closeAllConnections();
    }, this.timeouts.drainMs);
    await Promise.all([idle, this.sockets.close()]);
    clearTimeout(timeouts);
    // The remaining connections have sent no complete request.
    this.server.closeAllConnections();
    await stopped;
    await this.graphql.stop();
  }
}

/** Starts to listen; rejects when the address is taken. */
export async function startTransport<C extends HubContext>(
  options: TransportOptions<C>,
): Promise<Transport> {
  const validator = new OperationValidator(options.schema, options.config);
  const shared = {
    validator,
    presenter: new ErrorPresenter(options.logger, options.config.limits),
  };
  const graphql = await GraphqlHttp.start(options, shared);
  return new HttpServer(options, shared, graphql).listen();
}
