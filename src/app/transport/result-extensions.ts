import { GraphQLError } from "graphql";
import type { HubContext } from "./hub-context.js";

/** What an executed operation's answer says beside its data. */
export interface ResultExtensions {
  /** What the operation cost, as the limit counts it. */
  cost: number;
  /** The ledger position at which it was read: subscribe after it, and nothing is missed. */
  position?: number;
}

/** An error that GraphQL can carry: itself, or one that it caused. */
export function asGraphqlError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  const originalError = error instanceof Error ? error : new Error(String(error));
  return new GraphQLError(originalError.message, { originalError });
}

/**
 * The extensions of an executed operation. When the position cannot be had, `errors` says so; the
 * data stays in the answer, as a mutation has happened already.
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
