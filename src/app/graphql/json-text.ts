import type { ExecutionResult, FormattedExecutionResult } from "graphql";
import type { AnswerPath } from "../../platform/request-facts.js";
import { currentFacts } from "../../platform/request-scope.js";

/** A result's `data` as JSON text, which goes to the socket as it is. */
export class JsonText {
  constructor(
    readonly text: string,
    /** What gave it. */
    readonly path: AnswerPath,
  ) {}
}

/** The result of an operation that graphql-js did not execute. */
export type TextResult = ExecutionResult<JsonText>;

/** What gave a result that is not from the cache; the request's facts have it from then on. */
export function notedPathOf({ data }: { data?: unknown }): AnswerPath {
  const made = data === undefined || data === null ? "refused" : "resolver";
  const path = data instanceof JsonText ? data.path : made;
  const facts = currentFacts();
  if (facts) facts.path = path;
  return path;
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
