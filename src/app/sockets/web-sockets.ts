import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { handleProtocols, MessageType, makeServer, parseMessage, type Server } from "graphql-ws";
import { type RawData, type WebSocket, WebSocketServer } from "ws";
import { endAfterLast } from "../../platform/connection-end.js";
import { forbidden } from "../../platform/errors.js";
import { newId } from "../../platform/ids.js";
import { RequestFacts } from "../../platform/request-facts.js";
import { runInRequest } from "../../platform/request-scope.js";
import type { ErrorPresenter } from "../errors/error-presenter.js";
import { noAddress } from "../errors/refusal.js";
import type { Shared } from "../graphql/shared.js";
import { languageOf, statedLanguageOf } from "../http/accept-language.js";
import { addressOf } from "../http/address.js";
import { allowsSocket } from "../http/cors.js";
import { clientAddressOf, type ProxyTrust, proxyTrust } from "../http/proxies.js";
import { headerOf, sentCredentials } from "../http/requester.js";
import { networkOf } from "../limits/index.js";
import type { RequestScope } from "../observing/request-log.js";
import { overSocket } from "../observing/request-span.js";
import type { HubContext, TransportOptions } from "../port.js";
import { CloseCode } from "./close-code.js";
import { LiveSocket } from "./live-socket.js";
import { longestId, OperationIds, type RefusedId } from "./operation-ids.js";
import { SocketOperations } from "./operations.js";
import { stopping } from "./outcomes.js";
import type { SocketState } from "./socket-state.js";
import { SocketTally, tooManyOfAddress } from "./socket-tally.js";
import { upgradeRefusal } from "./upgrade-refusal.js";

const serverMessages = new Set([MessageType.ConnectionAck, MessageType.Next, MessageType.Error]);

/** The time that a client has to read why it has no WebSocket, and to end its connection. */
const refusalReadMs = 5_000;

/** The refusal of a page whose origin the operator has not listed. */
const foreignOrigin = () =>
  forbidden({
    en: "A page of this origin may not open a WebSocket: the hub's operator lists origins in CORS_ORIGINS.",
    id: "Halaman dari asal ini tidak boleh membuka WebSocket: operator hub mendaftarkan asal di CORS_ORIGINS.",
  });

/** True for a message that only a server may send; graphql-ws throws for it. */
function isServerMessage(data: string): boolean {
  try {
    return serverMessages.has(parseMessage(data).type);
  } catch {
    return false;
  }
}

/** Closes the socket of a client that chose an id for an operation that it may not have. */
function refuseId(live: LiveSocket, { refused, id }: RefusedId): void {
  if (refused === "tooDeep") {
    live.close(CloseCode.badMessage, "A message is nested too deeply");
  } else if (refused === "tooLong") {
    live.close(
      CloseCode.badMessage,
      `The id of an operation has more than ${longestId} characters`,
    );
  } else live.close(CloseCode.operationExists, `The operation ${id} has not ended yet`);
}

/**
 * The message with an empty text where it names its document by an identifier alone: graphql-ws refuses
 * a message without a text.
 */
function withText(data: string): string {
  if (!/"(?:documentId|persistedQuery)"/.test(data)) return data;
  try {
    const message = JSON.parse(data);
    if (message.type !== MessageType.Subscribe || message.payload.query !== undefined) return data;
    return JSON.stringify({ ...message, payload: { ...message.payload, query: "" } });
  } catch {
    // graphql-ws says what is wrong with it.
    return data;
  }
}

/** GraphQL over WebSockets: subscriptions, and queries and mutations too. */
export class WebSockets<C extends HubContext> {
  private readonly server: WebSocketServer;
  private readonly protocol: Server<SocketState>;
  private readonly operations: SocketOperations<C>;
  private readonly sockets = new Set<LiveSocket>();
  /** The open sockets by address; a client's own are counted once it is known. */
  private readonly tally = new SocketTally();
  private readonly trust: ProxyTrust;
  private readonly presenter: ErrorPresenter;
  private closing = false;

  constructor(
    private readonly options: TransportOptions<C>,
    private readonly shared: Shared,
  ) {
    this.presenter = shared.presenter;
    this.trust = proxyTrust(options.config.trustedProxies);
    this.operations = new SocketOperations(options, shared);
    this.protocol = makeServer(this.operations.hooks());
    this.server = new WebSocketServer({
      noServer: true,
      clientTracking: false,
      handleProtocols,
      maxPayload: options.config.limits.frameBytes,
      // Compression costs a third of a megabyte a socket, and sockets could not share frames.
      perMessageDeflate: false,
      autoPong: false,
    });
  }

  /** Answers the request for a WebSocket at `/graphql`. */
  upgrade(req: IncomingMessage, connection: Duplex, head: Buffer): void {
    connection.on("error", (err) => this.options.logger.debug({ err }));
    const refusal = this.refusalOf(req);
    if (refusal) {
      const answer = upgradeRefusal(refusal, req.headers, this.presenter);
      endAfterLast(connection, refusalReadMs, answer);
    } else {
      this.server.handleUpgrade(req, connection, head, (socket) =>
        this.opened(socket, connection, req),
      );
    }
  }

  /** Lets queries and mutations finish, then closes every socket with 1001. */
  async close(): Promise<void> {
    this.closing = true;
    await Promise.all(
      [...this.sockets].map(async (live) => {
        live.isStopping = true;
        await this.operations.settled(live);
        this.sendAway(live);
        await live.closed;
      }),
    );
  }

  /** Closes the remaining sockets, whose operations did not finish in time. */
  cut(): void {
    for (const live of this.sockets) this.sendAway(live);
  }

  /** Closes a socket of a hub that stops: its client is to reconnect at a time of its own. */
  private sendAway(live: LiveSocket): void {
    const seconds = this.shared.starts.queue.spreadOver(this.sockets.size);
    live.close(CloseCode.goingAway, "The hub is stopping", seconds);
  }

  private refusalOf(req: IncomingMessage): Error | undefined {
    if (addressOf(req).path !== "/graphql") return noAddress();
    if (this.closing) return stopping;
    const { trustedOrigins, limits } = this.options.config;
    if (!allowsSocket(req.headers, trustedOrigins)) return foreignOrigin();
    const most = limits.clientsPerAddress * limits.socketsPerClient;
    if (this.tally.isFull(this.addressOf(req), most)) return tooManyOfAddress(most);
    const { connects } = this.shared.starts;
    return connects.isFull ? connects.refusal() : undefined;
  }

  private addressOf(req: IncomingMessage): string {
    return networkOf(clientAddressOf(req, this.trust));
  }

  private opened(socket: WebSocket, connection: Duplex, req: IncomingMessage): void {
    const { config, metrics } = this.options;
    const live = new LiveSocket(socket, connection, config.live, metrics.openSockets);
    this.sockets.add(live);
    const header = headerOf(req.headers, "accept-language");
    const [language, statedLanguage] = [languageOf(header), statedLanguageOf(header)];
    const upgrade = sentCredentials(req);
    const running = new Set<string>();
    const address = this.addressOf(req);
    this.tally.count(address, live.closed);
    const ids = new OperationIds();
    const client = undefined;
    const state: SocketState = {
      ...{ live, ids, upgrade, address, client, credentials: [], running },
      ...{ language, statedLanguage, trace: req.headers },
    };
    const adaptor = {
      protocol: socket.protocol,
      send: async (data: string) => {
        const message = ids.outgoing(data);
        if (message !== undefined) await live.send(message);
      },
      close: (code: number, reason: string) => live.close(code, reason),
      onMessage: (handle: (data: string) => Promise<void>) =>
        void socket.on("message", (data) => this.received(state, data, handle)),
    };
    const gone = this.protocol.opened(adaptor, state);
    socket.on("error", (err) => this.options.logger.debug({ err }, "a WebSocket failed"));
    socket.once("close", (code, reason) => {
      this.sockets.delete(live);
      gone(code, String(reason)).catch((err: unknown) => this.options.logger.error({ err }));
    });
  }

  /** Handles one message in its own request scope, which lasts as long as the operation it starts. */
  private received(
    { live, ids, language, statedLanguage }: SocketState,
    data: RawData,
    handle: (data: string) => Promise<void>,
  ): void {
    live.heard();
    if (!live.isOpen) return;
    const incoming = ids.incoming(String(data));
    if ("refused" in incoming) {
      refuseId(live, incoming);
      return;
    }
    const { message } = incoming;
    if (message === undefined) return;
    const facts = new RequestFacts();
    const scope: RequestScope = { requestId: newId(), language, statedLanguage, facts };
    void runInRequest(scope, async () => {
      try {
        await handle(withText(message));
      } catch (error) {
        this.failed(live, String(data), error);
      }
      // Messages of the protocol itself are no requests.
      if (facts.type ?? facts.code) this.shared.requests.ended(scope, overSocket);
    });
  }

  private failed(live: LiveSocket, data: string, err: unknown): void {
    if (isServerMessage(data)) {
      live.close(CloseCode.badMessage, "A client may not send this type of message");
    } else {
      this.options.logger.error({ err }, "a WebSocket's message could not be handled");
      live.close(CloseCode.internal, "Internal error");
    }
  }
}
