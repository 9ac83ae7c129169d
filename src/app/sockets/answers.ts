import {
  type ExecutionResult,
  execute,
  type FormattedExecutionResult,
  type GraphQLError,
} from "graphql";
import type { SubscribePayload } from "graphql-ws";
import { overAnswer } from "../../platform/answer-size.js";
import { outageOf } from "../errors/http-status.js";
import { jsonOfResult, notedPathOf } from "../graphql/json-text.js";
import type { ValidOperation } from "../graphql/operation-validator.js";
import { extensionsOf, settle } from "../graphql/result-extensions.js";
import { textResult } from "../graphql/text-reader.js";
import type {
  CachedResponse,
  HubContext,
  HubExecution,
  Requester,
  TransportOptions,
} from "../port.js";
import type { SocketOperation } from "./delivery.js";

/** A query or a mutation that is to be answered. */
export interface Asked<C extends HubContext> extends HubExecution<C> {
  valid: ValidOperation;
  /** The key of its answer in the response cache. */
  key: string;
}

/** What the extensions of a message say of its sender, not of its answer. */
const ofSender = { position: undefined, traceparent: undefined, tracestate: undefined };

/** The text of all that an answer depends on, besides the requester; its position is the requester's. */
export function cacheKeyOf({ extensions, ...payload }: SubscribePayload): string {
  return `WebSocket ${JSON.stringify({ ...payload, extensions: { ...extensions, ...ofSender } })}`;
}

const cachedOnSocket = { type: "query", transport: "websocket", path: "cached" } as const;

/** The answers to queries and mutations over WebSockets, as JSON. */
export class SocketAnswers<C extends HubContext> {
  constructor(private readonly options: TransportOptions<C>) {}

  /** The cached answer that still holds for a requester; undefined where there is none. */
  cached(key: string, requester: Requester): CachedResponse | undefined {
    return this.options.responses?.find(key, requester);
  }

  /** The bytes of a cached answer that is sent now, and counted. */
  take({ body, operationName }: CachedResponse, { startedAt }: SocketOperation): Buffer {
    const { metrics } = this.options;
    const seconds = (performance.now() - startedAt) / 1000;
    metrics.operations.answered({ ...cachedOnSocket, operation: operationName, seconds });
    // Without the line break at the end of a body.
    const bytes = body.subarray(0, -1);
    metrics.operations.sent("websocket", "cached", bytes);
    return bytes;
  }

  /** The answer; an error where it has nothing because the hub is unavailable. */
  async answerTo(
    { valid, key, ...args }: Asked<C>,
    { shown, startedAt }: SocketOperation,
  ): Promise<string | GraphQLError> {
    const { contextValue: context } = args;
    const { operations } = this.options.metrics;
    const operation = operations.nameOf(valid.operation);
    context.operationName = operation;
    const result = await this.resultOf(args, valid);
    const path = notedPathOf(result);
    const counted = (errors: FormattedExecutionResult["errors"]) => {
      const seconds = (performance.now() - startedAt) / 1000;
      const type = valid.operation.operation;
      const asked = { operation, type, transport: "websocket" } as const;
      operations.answered({ ...asked, path, seconds, errors });
    };
    const outage = outageOf(result);
    if (outage) {
      counted([outage]);
      return outage;
    }
    const { extensions, errors } = await extensionsOf(context, context.meter.cost);
    const all = [...(result.errors ?? []), ...errors];
    const whole = { ...result, ...(all.length > 0 && { errors: all }) };
    const answer = shown({ ...whole, extensions: { ...extensions } });
    const json = jsonOfResult(answer);
    counted(answer.errors);
    operations.sent("websocket", path, json);
    this.options.responses?.store(key, context, { headers: [], body: `${json}\n` });
    return json;
  }

  /** The result: with its data as text where the hub gives it so, else of graphql-js. */
  private async resultOf(
    args: HubExecution<C>,
    valid: ValidOperation,
  ): Promise<ExecutionResult<unknown>> {
    const query = { document: args.document, ...valid };
    const text = await textResult(this.options, args.contextValue, query);
    if (text) return text;
    const executed = await settle<ExecutionResult>(() => execute(args));
    const over = overAnswer(executed.data, this.options.config.limits.answerBytes);
    return over ? { data: null, errors: [over] } : executed;
  }
}
