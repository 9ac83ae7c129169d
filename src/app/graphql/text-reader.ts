import type { AnswerPath } from "../../platform/request-facts.js";
import { currentFacts } from "../../platform/request-scope.js";
import { asOfPosition } from "../limits/index.js";
import type { HubContext, TransportOptions, ValidQuery } from "../port.js";
import { firstFieldOf, locatedAt } from "./first-field.js";
import { JsonText, type TextResult } from "./json-text.js";

/** The ways of the hub to answer an operation without graphql-js. */
export type TextReads<C extends HubContext> = Pick<
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

/** The answer to a query or a mutation as text, where the hub may have one; undefined where graphql-js executes it. */
function textReader<C extends HubContext>(
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

/** What gives the answer to a valid operation. */
const pathOf = (query: ValidQuery, text: string | undefined): AnswerPath => {
  if (text === undefined) return "resolver";
  return asOfPosition(query) === undefined ? "planned" : "past";
};

/**
 * The result of a query or a mutation, at or after the requester's position, where the hub gives it as text;
 * undefined where graphql-js must execute the operation. An error leaves the whole operation without data.
 */
export async function textResult<C extends HubContext>(
  reads: TextReads<C>,
  context: C,
  query: ValidQuery,
): Promise<TextResult | undefined> {
  try {
    await context.reached();
    const text = await textReader(reads, context, query)?.();
    const facts = currentFacts();
    const path = pathOf(query, text);
    // Now already: statements of the resolvers are logged with it.
    if (facts) facts.path = path;
    return text === undefined ? undefined : { data: new JsonText(text, path) };
  } catch (error) {
    const field = firstFieldOf(query.document, query.operation);
    return { errors: [locatedAt(field, error)], data: null };
  }
}
