import type { ExecutionResult } from "graphql";
import { asOfPosition } from "../limits/index.js";
import type { HubContext, TransportOptions, ValidQuery } from "../port.js";

type TextReads<C extends HubContext> = Pick<
  TransportOptions<C>,
  "readAsText" | "performAsText" | "readAsOf"
>;

/** The read of a query as of the position that it asks for; undefined for all other operations. */
function pastReader<C extends HubContext>(
  { readAsOf }: TextReads<C>,
  context: C,
  query: ValidQuery,
): (() => Promise<string>) | undefined {
  const position = asOfPosition(query);
  return position === undefined || !readAsOf ? undefined : () => readAsOf(context, query, position);
}

/** The result of a query as of the position that it asks for; undefined for all other operations. */
export function pastResult<C extends HubContext>(
  reads: TextReads<C>,
  context: C,
  query: ValidQuery,
): Promise<ExecutionResult> | undefined {
  return pastReader(reads, context, query)?.().then((text) => ({ data: JSON.parse(text) }));
}

/** The answer to a query or a mutation as text, where the hub may have one; undefined where graphql-js executes it. */
export function textReader<C extends HubContext>(
  reads: TextReads<C>,
  context: C,
  query: ValidQuery,
): (() => Promise<string | undefined>) | undefined {
  const { readAsText, performAsText } = reads;
  if (query.operation.operation === "mutation") {
    return performAsText && (() => performAsText(context, query));
  }
  const now = readAsText && (() => readAsText(context, query));
  return pastReader(reads, context, query) ?? now;
}
