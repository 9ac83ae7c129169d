import type { FormattedExecutionResult } from "graphql";

/** A result's `data` as JSON text, which goes to the socket as it is. */
export class JsonText {
  constructor(readonly text: string) {}
}

/** The body of an answer. A JsonText is put in its place without being parsed. */
export function bodyOf(result: FormattedExecutionResult): string {
  const data: unknown = result.data;
  if (!(data instanceof JsonText)) return `${JSON.stringify(result)}\n`;
  const rest = JSON.stringify({ errors: result.errors, extensions: result.extensions });
  return `{"data":${data.text}${rest === "{}" ? "" : `,${rest.slice(1, -1)}`}}\n`;
}
