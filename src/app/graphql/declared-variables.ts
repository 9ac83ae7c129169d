import {
  type GraphQLInputType,
  type GraphQLSchema,
  getNullableType,
  isInputType,
  isScalarType,
  type OperationDefinitionNode,
  typeFromAST,
  type VariableDefinitionNode,
} from "graphql";

/** A variable of a valid operation. */
export interface DeclaredVariable {
  name: string;
  type: GraphQLInputType;
  definition: VariableDefinitionNode;
  /** True for a text, number or other scalar. */
  isScalar: boolean;
}

const known = new WeakMap<OperationDefinitionNode, readonly DeclaredVariable[]>();

/** The variables of an operation, with their types; found once for each parsed operation. */
export function declaredVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
): readonly DeclaredVariable[] {
  const found = known.get(operation);
  if (found) return found;
  const declared = (operation.variableDefinitions ?? []).flatMap((definition) => {
    const type = typeFromAST(schema, definition.type);
    if (!isInputType(type)) return [];
    const isScalar = isScalarType(getNullableType(type));
    return [{ name: definition.variable.name.value, type, definition, isScalar }];
  });
  known.set(operation, declared);
  return declared;
}
