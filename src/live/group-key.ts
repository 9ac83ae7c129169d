import canonicalize from "canonicalize";
import {
  type ArgumentNode,
  type DocumentNode,
  type ExecutionArgs,
  type FieldNode,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  print,
  visit,
} from "graphql";

/** The names of a subscription's arguments that only say which changes are followed. */
const startArgument = "after";
const conditionArgument = "where";

/** The keys of a subscriber. */
export interface Keys {
  /** Of its group, whose members get the same. */
  group: string;
  /** Of its condition, in the group and in the cohort. */
  condition: string;
  /** Of the groups that differ only in who asks. */
  cohort: string;
}

/** The document without arguments of the operation's fields that no payload depends on. */
function withoutArguments(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  names: readonly string[],
): DocumentNode {
  const isKept = ({ name }: ArgumentNode) => !names.includes(name.value);
  const strip = (field: FieldNode) => ({ ...field, arguments: field.arguments?.filter(isKept) });
  const { selectionSet } = operation;
  const selections = selectionSet.selections.map((one) =>
    one.kind === Kind.FIELD ? strip(one) : one,
  );
  const stripped = { ...operation, selectionSet: { ...selectionSet, selections } };
  const definitions = document.definitions.map((one) => (one === operation ? stripped : one));
  return { ...document, definitions } as DocumentNode;
}

/** The variables that a document uses. */
function variablesIn(document: DocumentNode): Set<string> {
  const used = new Set<string>();
  visit(document, {
    VariableDefinition: () => false,
    Variable: ({ name }) => void used.add(name.value),
  });
  return used;
}

/** The text of a document without its definitions of variables. */
const textOf = (document: DocumentNode): string =>
  print(visit(document, { VariableDefinition: () => null }));

/** The document's text without these arguments, and the variables that it still uses. */
function partsOf(
  { document, operationName, variableValues = {} }: ExecutionArgs,
  names: readonly string[],
): unknown[] {
  const operation = getOperationAST(document, operationName);
  const stripped = operation ? withoutArguments(document, operation, names) : document;
  const used = variablesIn(stripped);
  const variables = Object.entries(variableValues ?? {}).filter(([name]) => used.has(name));
  return [textOf(stripped), operationName ?? "", Object.fromEntries(variables)];
}

/**
 * The keys of a subscriber. Where it starts is part of none; its condition is no part of the group's key
 * where it is decided by a change's outline. `view` is what else a payload depends on, `shape` the part of
 * it that the text of a statement depends on.
 */
export function keysOf(
  args: ExecutionArgs,
  isDecided: boolean,
  view: readonly string[],
  shape = "",
): Keys {
  const keyOf = (parts: readonly unknown[], more: readonly string[] = []) =>
    canonicalize([...parts, ...more]) ?? "";
  const condition = partsOf(args, [startArgument]);
  const selected = isDecided ? partsOf(args, [startArgument, conditionArgument]) : condition;
  return {
    group: keyOf(selected, view),
    condition: keyOf(condition),
    cohort: keyOf(selected, [shape]),
  };
}
