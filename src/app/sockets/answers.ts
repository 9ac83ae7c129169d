import { type ExecutionResult, execute, type GraphQLError } from "graphql";
import { overAnswer } from "../../platform/answer-size.js";
import { outageOf } from "../errors/http-status.js";
import type { ValidOperation } from "../graphql/operation-validator.js";
import { extensionsOf, settle } from "../graphql/result-extensions.js";
import { textResult } from "../graphql/text-reader.js";
import type { HubContext, HubExecution, TransportOptions } from "../port.js";

/** The result of a query or a mutation: with its data as text where the hub gives it so, else of graphql-js. */
async function resultOf<C extends HubContext>(
  options: TransportOptions<C>,
  args: HubExecution<C>,
  valid: ValidOperation,
): Promise<ExecutionResult<unknown>> {
  const query = { document: args.document, ...valid };
  const text = await textResult(options, args.contextValue, query);
  if (text) return text;
  const executed = await settle<ExecutionResult>(() => execute(args));
  const over = overAnswer(executed.data, options.config.limits.answerBytes);
  return over ? { data: null, errors: [over] } : executed;
}

/** The answer to a query or a mutation; an error where it has nothing because the hub is unavailable. */
export async function answerTo<C extends HubContext>(
  options: TransportOptions<C>,
  args: HubExecution<C>,
  valid: ValidOperation,
): Promise<ExecutionResult<unknown> | GraphQLError> {
  const result = await resultOf(options, args, valid);
  const outage = outageOf(result);
  if (outage) return outage;
  const { contextValue: context } = args;
  const { extensions, errors } = await extensionsOf(context, context.meter.cost);
  const all = [...(result.errors ?? []), ...errors];
  return { ...result, ...(all.length > 0 && { errors: all }), extensions: { ...extensions } };
}
