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
import type { Shared } from "./graphql-http.js";
import type { HubContext, HubExecution, Subscribed, TransportOptions } from "./hub-context.js";
import type { LiveSocket } from "./live-socket.js";
import { operationDuration, runningOperations } from "./metrics.js";
import { asGraphqlError, extensionsOf } from "./result-extensions.js";
import { credentialOfSocket, languageOfSocket } from "./socket-asker.js";

/** What the hub knows of a socket; graphql-ws carries it as its `extra`. */
export interface SocketState {
  live: LiveSocket;
  headers: NodeJS.Dict<string | string[]>;
  credential: string | undefined;
  language: Language;
  /** How to stop what runs, by the operation's id, from its message until it has ended. */
  running: Map<string, () => unknown>;
}

type SocketContext = Context<Record<string, unknown> | undefined, SocketState>;
type SocketOptions = ServerOptions<Record<string, unknown> | undefined, SocketState>;

/** An execution that knows what its operation cost. */
interface SocketExecution<C> extends HubExecution<C> {
  admitted: Admitted;
  /** Keeps how to stop the operation's stream. */
  stoppedBy(stop: () => unknown): void;
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
      onSubscribe: ({ extra }, id, payload) => this.start(extra, id, payload),
      execute: (args) => this.execute(args as SocketExecution<C>),
      subscribe: (args) => this.subscribe(args as SocketExecution<C>),
      onNext: ({ extra }, _, __, ___, result) => this.shown(result, extra.language),
      onError: ({ extra }, _, __, errors) => this.present(errors, extra.language),
      onComplete: (_, __, payload) => this.endings.get(payload)?.(),
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

  /** Stops whatever still runs on a socket that is gone. */
  stopAll({ running }: SocketState): void {
    for (const stop of running.values()) stop();
  }

  private async start(
    state: SocketState,
    id: string,
    payload: SubscribePayload,
  ): Promise<SocketExecution<C> | readonly GraphQLError[]> {
    const { live, running } = state;
    const limit = this.options.config.limits.subscriptionsPerSocket;
    if (live.leaving) return [leaving];
    // graphql-ws forgets an id when its client completes it; its operation may not have ended yet,
    // and the two would be taken for one another.
    if (running.has(id)) {
      live.close(CloseCode.operationExists, `The operation ${id} has not ended yet`);
      return [leaving];
    }
    if (running.size >= limit) return [tooMany(limit)];
    running.set(id, () => undefined);
    const started = await this.begin(state, id, payload);
    if (Array.isArray(started)) running.delete(id);
    return started;
  }

  private async begin(
    state: SocketState,
    id: string,
    payload: SubscribePayload,
  ): Promise<SocketExecution<C> | readonly GraphQLError[]> {
    try {
      const document = this.shared.admission.parse(payload.query);
      const admitted = this.shared.admission.admit(document, payload);
      if ("errors" in admitted) return admitted.errors;
      const contextValue = await this.open(state);
      if (state.live.leaving) {
        await contextValue.close();
        return [leaving];
      }
      this.began(state, id, payload, admitted, contextValue);
      const { schema } = this.options;
      const { operationName, variables: variableValues } = payload;
      const stoppedBy = (stop: () => unknown) => state.running.set(id, stop);
      return { schema, document, operationName, variableValues, contextValue, admitted, stoppedBy };
    } catch (error) {
      return [asGraphqlError(error)];
    }
  }

  /** Keeps what must be undone when the operation ends, however it ends. */
  private began(
    { live, running }: SocketState,
    id: string,
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
      running.delete(id);
      finishing.delete(promise);
      if (finishing.size === 0) this.finishing.delete(live);
      runningOperations.dec();
      ended();
      if (type !== "subscription") {
        const seconds = (performance.now() - started) / 1000;
        operationDuration.observe({ type, transport: "websocket" }, seconds);
      }
      await context.close().catch((err: unknown) => this.options.logger.error({ err }));
      resolve();
    });
  }

  private async execute({
    admitted,
    stoppedBy: _,
    ...args
  }: SocketExecution<C>): Promise<ExecutionResult> {
    const result = await settle(() => execute(args));
    const { extensions, errors } = await extensionsOf(args.contextValue, admitted.cost);
    const all = [...(result.errors ?? []), ...errors];
    const merged = { ...result, extensions: { ...result.extensions, ...extensions } };
    return all.length > 0 ? { ...merged, errors: all } : merged;
  }

  private async subscribe({
    admitted: _,
    stoppedBy,
    ...args
  }: SocketExecution<C>): Promise<Subscribed> {
    const start = this.options.subscribe ?? subscribe;
    const subscribed = await settle(() => start(args));
    if (!(Symbol.asyncIterator in subscribed)) return subscribed;
    const stream = stoppable(subscribed);
    stoppedBy(() => stream.return(undefined));
    return stream;
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

/** graphql-ws ends only what has a `return` of its own; an iterable's is on its iterator. */
function stoppable(events: AsyncIterable<ExecutionResult>): AsyncGenerator<ExecutionResult> {
  const iterator = events[Symbol.asyncIterator]();
  const done = { done: true, value: undefined } as const;
  return {
    next: () => iterator.next(),
    return: async () => (await iterator.return?.()) ?? done,
    throw: (error) => Promise.reject(error),
    [Symbol.asyncIterator]() {
      return this;
    },
    async [Symbol.asyncDispose]() {
      await iterator.return?.();
    },
  };
}
