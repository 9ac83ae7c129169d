import { type ExecutionResult, GraphQLError } from "graphql";
import type { HubContext } from "../port.js";

/** The extensions in the answer of an executed operation. */
export interface ResultExtensions {
  /** The operation's cost, as the limit counts it. */
  cost: number;
  /** The ledger position at which it was read: a subscription after it misses nothing. */
  position?: number;
}

/** The error itself where GraphQL can carry it, else a GraphQLError that it caused. */
export function asGraphqlError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  const originalError = error instanceof Error ? error : new Error(String(error));
  return new GraphQLError(originalError.message, { originalError });
}

/**
 * The extensions of an executed operation. A failure to read the position goes into `errors`; the data
 * stays in the answer, as a mutation has been committed already.
 */
export async function extensionsOf(
  context: HubContext,
  cost: number,
): Promise<{ extensions: ResultExtensions; errors: GraphQLError[] }> {
  try {
    return { extensions: { cost, position: await context.position() }, errors: [] };
  } catch (error) {
    return { extensions: { cost }, errors: [asGraphqlError(error)] };
  }
}

/** The result of a start; its error, too, is a result. */
export async function settle<T extends object>(
  begin: () => T | Promise<T>,
): Promise<T | ExecutionResult> {
  try {
    return await begin();
  } catch (error) {
    return { errors: [asGraphqlError(error)] };
  }
}
