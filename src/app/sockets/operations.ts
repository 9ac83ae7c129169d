import {
  type ExecutionArgs,
  type ExecutionResult,
  type FormattedExecutionResult,
  GraphQLError,
  OperationTypeNode,
  parse,
  subscribe,
} from "graphql";
import type { Context, ServerOptions, SubscribePayload } from "graphql-ws";
import type { Language } from "../../platform/errors.js";
import { releaseOnce } from "../../platform/fair-slots.js";
import { currentFacts, currentRequest } from "../../platform/request-scope.js";
import { endSpan, isTracing, startRequestSpan } from "../../platform/tracing/tracing.js";
import { retryAfterOf } from "../admission/retry-after.js";
import { asGraphqlError, settle } from "../graphql/result-extensions.js";
import type { Shared } from "../graphql/shared.js";
import { seenPosition } from "../http/requester.js";
import { requestCost } from "../limits/index.js";
import { describeSpan, overSocket } from "../observing/request-span.js";
import type { HubContext, Subscribed, TransportOptions } from "../port.js";
import { type Asked, cacheKeyOf, SocketAnswers } from "./answers.js";
import { CloseCode } from "./close-code.js";
import { Connecting } from "./connecting.js";
import { SocketContexts } from "./contexts.js";
import { answered, delivered, type SocketOperation } from "./delivery.js";
import type { LiveSocket } from "./live-socket.js";
import { failing, orOutage, stopping, tooManyOperations } from "./outcomes.js";
import { requesterOnSocket } from "./requester.js";
import type { SocketState } from "./socket-state.js";

type SocketContext = Context<Record<string, unknown> | undefined, SocketState>;
type SocketOptions = ServerOptions<Record<string, unknown> | undefined, SocketState>;

/** The arguments of an execution, with the checked operation and the socket of its answers. */
interface SocketExecution<C extends HubContext> extends Asked<C> {
  operation: SocketOperation;
  /** Counts a subscription as running; before, it waits for its turn. */
  begun(): void;
}

/** A message that begins an operation. */
interface Received {
  extra: SocketState;
  payload: SubscribePayload;
  /** The position that its sender has seen. */
  seen: number | undefined;
  /** The key of its answer in the response cache. */
  key: string;
  operation: SocketOperation;
}

/** A query whose answer is known, with a document that graphql-ws takes for it. */
interface KnownAnswer extends ExecutionArgs {
  contextValue: undefined;
  operation: SocketOperation;
  answer: Buffer;
}

/** Begins the span of an operation, in the trace that its message names, or its connection. */
function beginSpan({ trace }: SocketState, { extensions }: SubscribePayload): void {
  if (!isTracing()) return;
  const scope = currentRequest();
  const own = extensions?.traceparent === undefined ? trace : extensions;
  if (scope) scope.span = startRequestSpan("WebSocket /graphql", own ?? {});
}

/** Ends the span of a subscription that has started: its stream lasts, and each read of it has a span of its own. */
function endStart(): void {
  const scope = currentRequest();
  if (!scope?.span || !scope.facts) return;
  if (scope.span.isRecording()) describeSpan(scope.span, scope.facts, overSocket);
  endSpan(scope.span);
}

const anyQuery = parse("{ __typename }");

/** The operations of all sockets: the hooks by which graphql-ws runs them and shows their results. */
export class SocketOperations<C extends HubContext> {
  /** The clean-up of each running operation, by its message. */
  private readonly endings = new Map<SubscribePayload, () => Promise<void>>();
  /** The running queries and mutations by socket; a stopping hub lets them finish. */
  private readonly finishing = new Map<LiveSocket, Set<Promise<void>>>();

  private readonly answers: SocketAnswers<C>;
  private readonly contexts: SocketContexts<C>;
  private readonly connecting: Connecting<C>;

  constructor(
    private readonly options: TransportOptions<C>,
    private readonly shared: Shared,
  ) {
    this.answers = new SocketAnswers(options);
    this.contexts = new SocketContexts(options);
    this.connecting = new Connecting(options, shared, this.contexts);
  }

  /** The hooks of graphql-ws's server. */
  hooks(): SocketOptions {
    return {
      connectionInitWaitTimeout: this.options.config.live.initSeconds * 1000,
      onConnect: ({ extra, connectionParams }) => this.connecting.connect(extra, connectionParams),
      onSubscribe: (context, id, payload) => this.start(context, id, payload),
      execute: (args) => this.execute(args as SocketExecution<C> | KnownAnswer),
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

  private async start(
    { extra, subscriptions }: SocketContext,
    id: string,
    payload: SubscribePayload,
  ): Promise<SocketExecution<C> | KnownAnswer | readonly GraphQLError[]> {
    const { live, running } = extra;
    const limit = this.options.config.limits.subscriptionsPerSocket;
    if (live.isStopping) return [stopping];
    // Completed operations may take time to end, but their number has a limit too.
    const active = Object.keys(subscriptions).length;
    if (active > limit || running.size >= 2 * limit) return [tooManyOperations(limit)];
    running.add(id);
    beginSpan(extra, payload);
    const begun = await this.begin(extra, id, payload);
    if (Array.isArray(begun)) running.delete(id);
    return begun;
  }

  private async begin(
    extra: SocketState,
    id: string,
    payload: SubscribePayload,
  ): Promise<SocketExecution<C> | KnownAnswer | readonly GraphQLError[]> {
    const operation = {
      live: extra.live,
      startedAt: performance.now(),
      idNow: () => extra.ids.idOf(id),
      shown: <D>(result: ExecutionResult<D>) => this.shown(result, extra.language) ?? result,
    };
    try {
      // Before the document is read, which costs something too.
      await this.contexts.count(extra.client, requestCost);
      const seen = seenPosition(payload.extensions?.position, "extensions.position");
      const key = cacheKeyOf(payload);
      const answer = this.answers.cached(key, requesterOnSocket(extra, seen));
      if (!answer) return await this.check({ extra, payload, seen, key, operation });
      this.register(extra.live, payload, OperationTypeNode.QUERY);
      const { schema } = this.options;
      const known = { schema, document: anyQuery, contextValue: undefined };
      return { ...known, operation, answer: this.answers.take(answer, operation) };
    } catch (error) {
      return [asGraphqlError(error)];
    }
  }

  private async check({
    extra,
    payload,
    seen,
    key,
    operation,
  }: Received): Promise<SocketExecution<C> | readonly GraphQLError[]> {
    const text = this.shared.documents.textOf(payload) ?? payload.query;
    const document = this.shared.validator.parse(text);
    // Some clients send an empty name for the only operation of a document.
    const operationName = payload.operationName || undefined;
    const { variables: variableValues } = payload;
    const request = { operationName, variables: variableValues };
    const valid = this.shared.validator.validate(document, request);
    if ("errors" in valid) return valid.errors;
    const type = valid.operation.operation;
    // A subscription says by an argument where it begins.
    const requester = requesterOnSocket(extra, type === "subscription" ? undefined : seen);
    const contextValue = await this.contexts.open(requester, valid.cost - requestCost);
    const count = (cost: number) => this.contexts.count(extra.client, cost);
    Object.assign(contextValue.meter, { cost: valid.cost, count });
    if (extra.live.isStopping) {
      await contextValue.close();
      return [stopping];
    }
    const begun = this.register(extra.live, payload, type, contextValue);
    const { schema } = this.options;
    const args = { schema, document, operationName, variableValues, contextValue };
    return { ...args, valid, key, operation, begun };
  }

  /** Registers the clean-up for the operation's end, whatever ends it; gives what a subscription's start calls. */
  private register(
    live: LiveSocket,
    payload: SubscribePayload,
    type: OperationTypeNode,
    context?: C,
  ): () => void {
    const { metrics } = this.options;
    const ended = live.operationStarted();
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
      if (context) await this.contexts.release(context);
      resolve();
    });
    return count;
  }

  private async execute(args: SocketExecution<C> | KnownAnswer) {
    if ("answer" in args) return answered(args.answer, args.operation);
    const { operation, begun: _, ...asked } = args;
    const answer = await this.answers.answerTo(asked, operation);
    currentFacts()?.answered();
    // Now, not when the client has read the answer: a snapshot holds a connection to the database.
    await this.contexts.release(args.contextValue);
    if (answer instanceof GraphQLError) return failing(answer);
    return answered(Buffer.from(answer), operation);
  }

  private async subscribe({ valid: _, key: __, operation, begun, ...args }: SocketExecution<C>) {
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
    endStart();
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
