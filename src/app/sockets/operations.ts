import {
  type ExecutionResult,
  type FormattedExecutionResult,
  GraphQLError,
  subscribe,
} from "graphql";
import type { Context, ServerOptions, SubscribePayload } from "graphql-ws";
import type { Language } from "../../platform/errors.js";
import { releaseOnce } from "../../platform/fair-slots.js";
import { newId } from "../../platform/ids.js";
import { currentRequest } from "../../platform/request-scope.js";
import { retryAfterOf } from "../admission/retry-after.js";
import { retrySeconds } from "../errors/http-status.js";
import { jsonOfResult } from "../graphql/json-text.js";
import type { ValidOperation } from "../graphql/operation-validator.js";
import { asGraphqlError, settle } from "../graphql/result-extensions.js";
import type { Shared } from "../graphql/shared.js";
import { charge, requestCost } from "../limits/index.js";
import type { Client, HubContext, HubExecution, Subscribed, TransportOptions } from "../port.js";
import { answerTo } from "./answers.js";
import { CloseCode } from "./close-code.js";
import { answered, delivered, type SocketOperation } from "./delivery.js";
import type { LiveSocket } from "./live-socket.js";
import { failing, orOutage, stopping, tooManyOperations } from "./outcomes.js";
import { credentialsOfSocket, languageOfSocket } from "./requester.js";
import type { SocketState } from "./socket-state.js";
import { SocketTally } from "./socket-tally.js";

type SocketContext = Context<Record<string, unknown> | undefined, SocketState>;
type SocketOptions = ServerOptions<Record<string, unknown> | undefined, SocketState>;

/** The arguments of an execution, with the checked operation and the socket of its answers. */
interface SocketExecution<C> extends HubExecution<C> {
  valid: ValidOperation;
  operation: SocketOperation;
  /** Counts a subscription as running; before, it waits for its turn. */
  begun(): void;
}

/** The operations of all sockets: the hooks by which graphql-ws runs them and shows their results. */
export class SocketOperations<C extends HubContext> {
  /** The clean-up of each running operation, by its message. */
  private readonly endings = new Map<SubscribePayload, () => Promise<void>>();
  /** The running queries and mutations by socket; a stopping hub lets them finish. */
  private readonly finishing = new Map<LiveSocket, Set<Promise<void>>>();

  /** The open sockets of each client. */
  private readonly tally = new SocketTally();

  constructor(
    private readonly options: TransportOptions<C>,
    private readonly shared: Shared,
  ) {}

  /** The hooks of graphql-ws's server. */
  hooks(): SocketOptions {
    return {
      connectionInitWaitTimeout: this.options.config.live.initSeconds * 1000,
      onConnect: (context) => this.connect(context),
      onSubscribe: (context, id, payload) => this.start(context, id, payload),
      execute: (args) => this.execute(args as SocketExecution<C>),
      subscribe: (args) => this.subscribe(args as SocketExecution<C>),
      onNext: ({ extra }, _, __, ___, result) => this.shown(result, extra.language),
      onError: ({ extra }, _, __, errors) => this.present(errors, extra.language),
      onComplete: ({ extra }, id, payload) => {
        extra.running.delete(id);
        return this.endings.get(payload)?.();
      },
    };
  }

  /** Resolves when the queries and mutations that run on a socket have been answered. */
  async settled(live: LiveSocket): Promise<void> {
    await Promise.all(this.finishing.get(live) ?? []);
  }

  /** Checks the credentials once at the start, so that a wrong one is refused before any operation. */
  private async connect({ extra, connectionParams }: SocketContext): Promise<boolean> {
    const { limits } = this.options.config;
    try {
      extra.statedLanguage = languageOfSocket(connectionParams) ?? extra.statedLanguage;
      extra.language = extra.statedLanguage ?? extra.language;
      extra.credentials = credentialsOfSocket(extra.upgrade, connectionParams);
      const context = await this.inTurn(extra);
      await context.close();
      extra.client = context.client;
      this.tally.admit(context.client.key, limits.socketsPerClient, extra.live.closed);
      extra.live.expireAt(context.expiresAt);
      return true;
    } catch (error) {
      this.refuse(extra, error);
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
      return await this.open(state, requestCost);
    } finally {
      release();
    }
  }

  /** Opens a context and counts a cost for its client. */
  private async open({ address, credentials, language }: SocketState, cost: number): Promise<C> {
    const requestId = currentRequest()?.requestId ?? newId();
    const requester = { address, credentials, language, requestId, atLeast: undefined };
    const context = await this.options.openContext(requester);
    try {
      await this.count(context.client, cost);
      return context;
    } catch (error) {
      await context.close();
      throw error;
    }
  }

  /** Counts a cost for a client; throws RATE_LIMITED when its rate is used up. */
  private async count(client: Client | undefined, cost: number): Promise<void> {
    if (client) await charge(this.options.rates, client, cost);
  }

  private async start(
    { extra, subscriptions }: SocketContext,
    id: string,
    payload: SubscribePayload,
  ): Promise<SocketExecution<C> | readonly GraphQLError[]> {
    const { live, running } = extra;
    const limit = this.options.config.limits.subscriptionsPerSocket;
    if (live.isStopping) return [stopping];
    // Completed operations may take time to end, but their number has a limit too.
    const active = Object.keys(subscriptions).length;
    if (active > limit || running.size >= 2 * limit) return [tooManyOperations(limit)];
    running.add(id);
    const begun = await this.begin(extra, id, payload);
    if (Array.isArray(begun)) running.delete(id);
    return begun;
  }

  private async begin(
    extra: SocketState,
    id: string,
    payload: SubscribePayload,
  ): Promise<SocketExecution<C> | readonly GraphQLError[]> {
    try {
      // Before the document is read, which costs something too.
      await this.count(extra.client, requestCost);
      const text = this.shared.documents.textOf(payload) ?? payload.query;
      const document = this.shared.validator.parse(text);
      // Some clients send an empty name for the only operation of a document.
      const operationName = payload.operationName || undefined;
      const { variables: variableValues } = payload;
      const request = { operationName, variables: variableValues };
      const valid = this.shared.validator.validate(document, request);
      if ("errors" in valid) return valid.errors;
      const contextValue = await this.open(extra, valid.cost - requestCost);
      const count = (cost: number) => this.count(extra.client, cost);
      Object.assign(contextValue.meter, { cost: valid.cost, count });
      if (extra.live.isStopping) {
        await contextValue.close();
        return [stopping];
      }
      const begun = this.register(extra.live, payload, valid, contextValue);
      const { schema } = this.options;
      const args = { schema, document, operationName, variableValues, contextValue };
      const operation = {
        live: extra.live,
        idNow: () => extra.ids.idOf(id),
        shown: (result: ExecutionResult<unknown>) => this.shown(result, extra.language) ?? result,
      };
      return { ...args, valid, operation, begun };
    } catch (error) {
      return [asGraphqlError(error)];
    }
  }

  /** Registers the clean-up for the operation's end, whatever ends it; gives what a subscription's start calls. */
  private register(
    live: LiveSocket,
    payload: SubscribePayload,
    { operation: { operation: type } }: ValidOperation,
    context: C,
  ): () => void {
    const { metrics } = this.options;
    const ended = live.operationStarted();
    const started = performance.now();
    const { promise, resolve } = Promise.withResolvers<void>();
    const finishing = this.finishing.get(live) ?? new Set();
    if (type !== "subscription") this.finishing.set(live, finishing.add(promise));
    const count = releaseOnce(() => metrics.runningOperations.inc());
    if (type !== "subscription") count();
    this.endings.set(payload, async () => {
      count();
      this.endings.delete(payload);
      finishing.delete(promise);
      if (finishing.size === 0) this.finishing.delete(live);
      metrics.runningOperations.dec();
      ended();
      if (type !== "subscription") {
        const seconds = (performance.now() - started) / 1000;
        metrics.operationDuration.observe({ type, transport: "websocket" }, seconds);
      }
      await this.release(context);
      resolve();
    });
    return count;
  }

  private release(context: C): Promise<void> {
    return context.close().catch((err: unknown) => this.options.logger.error({ err }));
  }

  private async execute({ valid, operation, begun: _, ...args }: SocketExecution<C>) {
    const answer = await answerTo(this.options, args, valid);
    // Now, not when the client has read the answer: a snapshot holds a connection to the database.
    await this.release(args.contextValue);
    if (answer instanceof GraphQLError) return failing(answer);
    return answered(jsonOfResult(operation.shown(answer)), operation);
  }

  private async subscribe({ valid: _, operation, begun, ...args }: SocketExecution<C>) {
    const start = this.options.subscribe ?? subscribe;
    const { live } = operation;
    const starter = {
      ...{ client: args.contextValue.client, gone: live.closed },
      isWanted: () => operation.idNow() !== undefined,
    };
    const subscribed = await settle<Subscribed>(() =>
      this.shared.starts.begin(args, starter, () => start(args)),
    );
    begun();
    this.sendAway(live, subscribed, args.contextValue.language);
    if ("run" in subscribed) return delivered(subscribed, operation);
    return Symbol.asyncIterator in subscribed ? subscribed : orOutage(subscribed);
  }

  /**
   * Closes a socket on which nothing runs where its start is refused because too many wait: clients retry a
   * connection by themselves, and an operation not.
   */
  private sendAway(live: LiveSocket, subscribed: Subscribed, language: Language): void {
    const [error] = "errors" in subscribed ? (subscribed.errors ?? []) : [];
    const { code, measure } = error?.extensions ?? {};
    if (code !== "UNAVAILABLE" || measure !== "starts" || live.streams > 0) return;
    const { message } = this.shared.presenter.present(error, language);
    live.close(CloseCode.tryAgainLater, message, retryAfterOf(error));
  }

  private shown<D>(
    result: ExecutionResult<D>,
    language: Language,
  ): FormattedExecutionResult<D> | undefined {
    return result.errors && { ...result, errors: this.present(result.errors, language) };
  }

  private present(errors: readonly unknown[], language: Language) {
    return errors.map((error) => this.shared.presenter.present(error, language));
  }
}
