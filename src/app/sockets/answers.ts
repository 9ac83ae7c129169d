import { type ExecutionResult, execute, type GraphQLError } from "graphql";
import type { SubscribePayload } from "graphql-ws";
import { overAnswer } from "../../platform/answer-size.js";
import { outageOf } from "../errors/http-status.js";
import { jsonOfResult } from "../graphql/json-text.js";
import type { ValidOperation } from "../graphql/operation-validator.js";
import { extensionsOf, settle } from "../graphql/result-extensions.js";
import { textResult } from "../graphql/text-reader.js";
import type { HubContext, HubExecution, Requester, TransportOptions } from "../port.js";
import type { Shown } from "./delivery.js";

/** A query or a mutation that is to be answered. */
export interface Asked<C extends HubContext> extends HubExecution<C> {
  valid: ValidOperation;
  /** The key of its answer in the response cache. */
  key: string;
}

/** The text of all that an answer depends on, besides the requester; its position is the requester's. */
export function cacheKeyOf({ extensions, ...payload }: SubscribePayload): string {
  return `WebSocket ${JSON.stringify({ ...payload, extensions: { ...extensions, position: undefined } })}`;
}

/** The answers to queries and mutations over WebSockets, as JSON. */
export class SocketAnswers<C extends HubContext> {
  constructor(private readonly options: TransportOptions<C>) {}

  /** The cached answer that still holds for a requester; undefined where there is none. */
  cached(key: string, requester: Requester): Buffer | undefined {
    // Without the line break at the end of a body.
    return this.options.responses?.find(key, requester)?.body.subarray(0, -1);
  }

  /** The answer; an error where it has nothing because the hub is unavailable. */
  async answerTo({ valid, key, ...args }: Asked<C>, shown: Shown): Promise<string | GraphQLError> {
    const result = await this.resultOf(args, valid);
    const outage = outageOf(result);
    if (outage) return outage;
    const { contextValue: context } = args;
    const { extensions, errors } = await extensionsOf(context, context.meter.cost);
    const all = [...(result.errors ?? []), ...errors];
    const whole = { ...result, ...(all.length > 0 && { errors: all }) };
    const json = jsonOfResult(shown({ ...whole, extensions: { ...extensions } }));
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
