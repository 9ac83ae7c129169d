import { type ExecutionArgs, GraphQLError, getOperationAST } from "graphql";
import { getVariableValues } from "graphql/execution/values.js";
import type { AccessScope } from "../access/index.js";
import { HubError } from "../platform/errors.js";
import { type Database, type EventPlan, makeEventPlan, Unplannable } from "../reading/index.js";

/** The bytes of payloads that one statement gives before it leaves the rest to the next. */
const allBytes = 4_194_304;

/**
 * The statement that reads the payloads of a subscription's document, for viewers whose scopes have the
 * shape of this one; undefined where only resolvers can make them.
 */
export function payloadPlan(
  { schema, document, operationName, variableValues }: ExecutionArgs,
  scope: AccessScope,
  { database, answerBytes }: { database: Database; answerBytes: number },
): EventPlan | undefined {
  const operation = getOperationAST(document, operationName);
  if (!operation) return undefined;
  const definitions = operation.variableDefinitions ?? [];
  const { coerced } = getVariableValues(schema, definitions, variableValues ?? {});
  if (!coerced) return undefined;
  try {
    const request = { schema, document, operation, variables: coerced, scope };
    return makeEventPlan(request, database, { eventBytes: answerBytes, allBytes });
  } catch (error) {
    // Resolvers know the places of errors in what a document asks.
    const isOfDocument = error instanceof GraphQLError || error instanceof HubError;
    if (error instanceof Unplannable || isOfDocument) return undefined;
    throw error;
  }
}
