import { type ExecutionArgs, getOperationAST, Kind, type ValueNode } from "graphql";

function givenBy(value: ValueNode, variables: ExecutionArgs["variableValues"]): unknown {
  if (value.kind === Kind.VARIABLE) return variables?.[value.name.value];
  return value.kind === Kind.INT ? value.value : undefined;
}

/**
 * The position after which a subscription goes on, by the argument `after` of its field; undefined where it
 * starts now.
 */
export function askedPosition({
  document,
  operationName,
  variableValues,
}: Pick<ExecutionArgs, "document" | "operationName" | "variableValues">): number | undefined {
  const [field] = getOperationAST(document, operationName)?.selectionSet.selections ?? [];
  if (field?.kind !== Kind.FIELD) return undefined;
  const argument = field.arguments?.find(({ name }) => name.value === "after");
  const position = Number((argument && givenBy(argument.value, variableValues)) ?? Number.NaN);
  return Number.isSafeInteger(position) ? position : undefined;
}
