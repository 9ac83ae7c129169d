import type { ExecutionResult, FormattedExecutionResult } from "graphql";
import type { AnswerPath } from "../metrics/operation-metrics.js";

/** A result's `data` as JSON text, which goes to the socket as it is. */
export class JsonText {
  constructor(readonly text: string) {}
}

/** The result of an operation that graphql-js did not execute. */
export type TextResult = ExecutionResult<JsonText>;

/** What gave a result that is not from the cache. */
export function pathOf({ data }: { data?: unknown }): AnswerPath {
  if (data instanceof JsonText) return "planned";
  return data === undefined || data === null ? "refused" : "resolver";
}

/** A result's JSON. A JsonText is put in its place without being parsed. */
export function jsonOfResult(result: FormattedExecutionResult<unknown>): string {
  const { data } = result;
  if (!(data instanceof JsonText)) return JSON.stringify(result);
  const rest = JSON.stringify({ errors: result.errors, extensions: result.extensions });
  return `{"data":${data.text}${rest === "{}" ? "" : `,${rest.slice(1, -1)}`}}`;
}

/** The body of an answer over HTTP. */
export const bodyOf = (result: FormattedExecutionResult): string => `${jsonOfResult(result)}\n`;
