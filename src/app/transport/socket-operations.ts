import {
  type ExecutionResult,
  execute,
  type FormattedExecutionResult,
  type GraphQLError,
  subscribe,
} from "graphql";
import type { Context, ServerOptions, SubscribePayload } from "graphql-ws";
import { HubError, type Language, unavailable } from "../../platform/errors.js";
import { newId } from "../../platform/ids.js";
import { currentRequest } from "../../platform/request-scope.js";
import type { Admitted } from "./admission.js";
import { CloseCode } from "./close-code.js";
import { delivered } from "./delivery.js";
import type { Shared } from "./graphql-http.js";
import type { HubContext, HubExecution, Subscribed, TransportOptions } from "./hub-context.js";
import type { LiveSocket } from "./live-socket.js";
import { operationDuration, runningOperations } from "./metrics.js";
import { asGraphqlError, extensionsOf } from "./result-extensions.js";
import { credentialOfSocket, languageOfSocket } from "./socket-requester.js";

/** What the hub knows of a socket; graphql-ws carries it as its `extra`. */
export interface SocketState {
  live: LiveSocket;
  headers: NodeJS.Dict<string | string[]>;
  credential: string | undefined;
  language: Language;
  /** The ids of the operations that have not ended, those too that their client wants no more. */
  running: Set<string>;
}

type SocketContext = Context<Record<string, unknown> | undefined, SocketState>;
type SocketOptions = ServerOptions<Record<string, unknown> | undefined, SocketState>;

/** An execution that knows what its operation cost, and where its answers go. */
interface SocketExecution<C> extends HubExecution<C> {
  admitted: Admitted;
  live: LiveSocket;
  /** The operation's id in its messages. */
  id: string;
}

const leaving = unavailable({
  en: "The hub is stopping; connect again.",
  id: "Hub sedang berhenti; sambungkan lagi.",
});

const tooMany = (limit: number): HubError =>
  new HubError(
    "RATE_LIMITED",
    {
      en: `This socket runs ${limit} operations already; complete one first.`,
      id: `Soket ini sudah menjalankan ${limit} operasi; selesaikan salah satu dahulu.`,
    },
    { limit },
  );

/** Every operation of every socket: how graphql-ws asks the hub to run it, and shows its results. */
export class SocketOperations<C extends HubContext> {
  /** What must happen when the operation of a message has ended. */
  private readonly endings = new Map<SubscribePayload, () => Promise<void>>();
  /** Queries and mutations that a stopping hub lets finish, by socket. */
  private readonly finishing = new Map<LiveSocket, Set<Promise<void>>>();

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

  /** Checks the credential once at the start, so that a wrong one is told before any operation. */
  private async connect({ extra, connectionParams }: SocketContext): Promise<boolean> {
    try {
      extra.language = languageOfSocket(extra.headers, connectionParams);
      extra.credential = credentialOfSocket(extra.headers, connectionParams);
      const context = await this.open(extra);
      await context.close();
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
    if (code === "UNAVAILABLE") live.close(CloseCode.tryAgainLater, message);
    else if (code === "INTERNAL_SERVER_ERROR") live.close(CloseCode.internal, message);
    else live.close(CloseCode.credentialRefused, message);
  }

  private open({ credential, language }: SocketState): Promise<C> {
    const requestId = currentRequest()?.requestId ?? newId();
    return this.options.openContext({ credential, language, requestId, atLeast: undefined });
  }

  private async start(
    { extra, subscriptions }: SocketContext,
    id: string,
    payload: SubscribePayload,
  ): Promise<SocketExecution<C> | readonly GraphQLError[]> {
    const { live, running } = extra;
    const limit = this.options.config.limits.subscriptionsPerSocket;
    if (live.leaving) return [leaving];
    if (running.has(id)) {
      // graphql-ws frees an id when its client completes it. While its operation has not ended, it
      // would take a second one for it, and never stop the first.
      live.close(CloseCode.operationExists, `The operation ${id} has not ended yet`);
      await live.closed;
      return [leaving];
    }
    // What the client wants no more may take its time to end, but not without bounds either.
    const wanted = Object.keys(subscriptions).length;
    if (wanted > limit || running.size >= 2 * limit) return [tooMany(limit)];
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
      const document = this.shared.admission.parse(payload.query);
      const admitted = this.shared.admission.admit(document, payload);
      if ("errors" in admitted) return admitted.errors;
      const contextValue = await this.open(extra);
      if (extra.live.leaving) {
        await contextValue.close();
        return [leaving];
      }
      this.began(extra.live, payload, admitted, contextValue);
      const { schema } = this.options;
      const { operationName, variables: variableValues } = payload;
      const args = { schema, document, operationName, variableValues, contextValue };
      return { ...args, admitted, live: extra.live, id };
    } catch (error) {
      return [asGraphqlError(error)];
    }
  }

  /** Keeps what must be undone when the operation ends, however it ends. */
  private began(
    live: LiveSocket,
    payload: SubscribePayload,
    { operation: { operation: type } }: Admitted,
    context: C,
  ): void {
    const ended = live.operationStarted();
    const started = performance.now();
    const { promise, resolve } = Promise.withResolvers<void>();
    const finishing = this.finishing.get(live) ?? new Set();
    if (type !== "subscription") this.finishing.set(live, finishing.add(promise));
    runningOperations.inc();
    this.endings.set(payload, async () => {
      this.endings.delete(payload);
      finishing.delete(promise);
      if (finishing.size === 0) this.finishing.delete(live);
      runningOperations.dec();
      ended();
      if (type !== "subscription") {
        const seconds = (performance.now() - started) / 1000;
        operationDuration.observe({ type, transport: "websocket" }, seconds);
      }
      await this.release(context);
      resolve();
    });
  }

  private release(context: C): Promise<void> {
    return context.close().catch((err: unknown) => this.options.logger.error({ err }));
  }

  private async execute({ admitted, ...args }: SocketExecution<C>): Promise<ExecutionResult> {
    const result = await settle(() => execute(args));
    const { extensions, errors } = await extensionsOf(args.contextValue, admitted.cost);
    // Now, not when the client has taken the answer: a snapshot keeps a connection to the database.
    await this.release(args.contextValue);
    const all = [...(result.errors ?? []), ...errors];
    const merged = { ...result, extensions: { ...result.extensions, ...extensions } };
    return all.length > 0 ? { ...merged, errors: all } : merged;
  }

  private async subscribe({ admitted: _, live, id, ...args }: SocketExecution<C>) {
    const start = this.options.subscribe ?? subscribe;
    const subscribed = await settle<Subscribed>(() => start(args));
    return Symbol.asyncIterator in subscribed ? delivered(subscribed, live, id) : subscribed;
  }

  private shown(result: ExecutionResult, language: Language): FormattedExecutionResult | undefined {
    return result.errors && { ...result, errors: this.present(result.errors, language) };
  }

  private present(errors: readonly unknown[], language: Language) {
    return errors.map((error) => this.shared.presenter.present(error, language));
  }
}

/** What a start gives; what it throws becomes the result's error, not the socket's end. */
async function settle<T extends object>(begin: () => T | Promise<T>): Promise<T | ExecutionResult> {
  try {
    return await begin();
  } catch (error) {
    return { errors: [asGraphqlError(error)] };
  }
}
