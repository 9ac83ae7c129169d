import {
  type DocumentNode,
  type FieldNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
} from "graphql";
import { fragmentsOf } from "../limits/index.js";

/** The first field that a valid operation selects, also in its fragments. */
export function firstFieldOf(
  document: DocumentNode,
  { selectionSet }: OperationDefinitionNode,
): FieldNode | undefined {
  let [first] = selectionSet.selections;
  while (first && first.kind !== Kind.FIELD) {
    const set =
      first.kind === Kind.INLINE_FRAGMENT
        ? first.selectionSet
        : fragmentsOf(document).get(first.name.value)?.selectionSet;
    first = set?.selections[0];
  }
  return first;
}

/**
 * An error that leaves a whole operation without data, located at a root field: clients look for what is
 * missing by `path`, and one error is enough for all fields.
 */
export function locatedAt(field: FieldNode | undefined, error: unknown): GraphQLError {
  const originalError = error instanceof Error ? error : new Error(String(error));
  const path = field && [(field.alias ?? field.name).value];
  return new GraphQLError(originalError.message, { nodes: field, path, originalError });
}
