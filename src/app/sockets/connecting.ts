import { retryAfterOf } from "../admission/retry-after.js";
import { retrySeconds } from "../errors/http-status.js";
import type { Shared } from "../graphql/shared.js";
import { requestCost } from "../limits/index.js";
import type { HubContext, TransportOptions } from "../port.js";
import { CloseCode } from "./close-code.js";
import type { SocketContexts } from "./contexts.js";
import {
  credentialsOfSocket,
  languageOfSocket,
  requesterOnSocket,
  traceOfSocket,
} from "./requester.js";
import type { SocketState } from "./socket-state.js";
import { SocketTally } from "./socket-tally.js";

/** Checks who opens a socket, once at its start, so that a wrong credential is refused before any operation. */
export class Connecting<C extends HubContext> {
  /** The open sockets of each client. */
  private readonly tally = new SocketTally();

  constructor(
    private readonly options: TransportOptions<C>,
    private readonly shared: Shared,
    private readonly contexts: SocketContexts<C>,
  ) {}

  /** Takes the payload of `connection_init`; false, with the socket closed, where it is refused. */
  async connect(
    state: SocketState,
    connectionParams: Record<string, unknown> | undefined,
  ): Promise<boolean> {
    const { limits } = this.options.config;
    try {
      state.statedLanguage = languageOfSocket(connectionParams) ?? state.statedLanguage;
      state.language = state.statedLanguage ?? state.language;
      state.trace = traceOfSocket(connectionParams) ?? state.trace;
      state.credentials = credentialsOfSocket(state.upgrade, connectionParams);
      const context = await this.inTurn(state);
      await context.close();
      state.client = context.client;
      this.tally.admit(context.client.key, limits.socketsPerClient, state.live.closed);
      state.live.expireAt(context.expiresAt);
      return true;
    } catch (error) {
      this.refuse(state, error);
      return false;
    }
  }

  private refuse({ live, language }: SocketState, error: unknown): void {
    const { message, extensions } = this.shared.presenter.present(error, language);
    const code = extensions?.code;
    const seconds = retryAfterOf(error) ?? retrySeconds;
    if (extensions?.measure === "sockets") live.close(CloseCode.tooManySockets, message, seconds);
    else if (code === "UNAVAILABLE" || code === "RATE_LIMITED")
      live.close(CloseCode.tryAgainLater, message, seconds);
    else if (code === "INTERNAL_SERVER_ERROR") live.close(CloseCode.internal, message);
    else live.close(CloseCode.credentialRefused, message);
  }

  /** Opens the first context of a socket at its turn: many come at once after a restart. */
  private async inTurn(state: SocketState): Promise<C> {
    const { address, live } = state;
    const client = { key: `address ${address}`, address };
    const release = await this.shared.starts.connects.take({
      ...{ client, after: undefined, gone: live.closed },
    });
    try {
      return await this.contexts.open(requesterOnSocket(state), requestCost);
    } finally {
      release();
    }
  }
}
