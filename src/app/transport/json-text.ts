import type { FormattedExecutionResult } from "graphql";

/** A result's `data` that is JSON already: it goes to the socket as it is. */
export class JsonText {
  constructor(readonly text: string) {}
}

/** The body of an answer. Data that is text already is put in its place, and never parsed. */
export function bodyOf(result: FormattedExecutionResult): string {
  const data: unknown = result.data;
  if (!(data instanceof JsonText)) return `${JSON.stringify(result)}\n`;
  const rest = JSON.stringify({ errors: result.errors, extensions: result.extensions });
  return `{"data":${data.text}${rest === "{}" ? "" : `,${rest.slice(1, -1)}`}}\n`;
}
