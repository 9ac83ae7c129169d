import {
  type ASTNode,
  type DefinitionNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  visit,
} from "graphql";

/** What is sent for a document's variables. */
export type Variables = Record<string, unknown>;

/** A document with what is sent beside it, once or several times. */
export interface DrawnRequest {
  document: DocumentNode;
  turns: readonly Variables[];
  operationName?: string;
}

function namesOf(kind: Kind.FRAGMENT_SPREAD | Kind.VARIABLE, node: ASTNode): Set<string> {
  const found = new Set<string>();
  const note = (one: { name: { value: string } }) => {
    found.add(one.name.value);
  };
  visit(node, { [kind]: note, VariableDefinition: () => false as const });
  return found;
}

/** The fragments that the operations use, those within fragments too. */
function usedFragments(document: DocumentNode): Set<string> {
  const bodies = new Map<string, FragmentDefinitionNode>();
  const open: ASTNode[] = [];
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) bodies.set(definition.name.value, definition);
    else open.push(definition);
  }
  const used = new Set<string>();
  for (let node = open.pop(); node; node = open.pop()) {
    for (const called of namesOf(Kind.FRAGMENT_SPREAD, node)) {
      const body = bodies.get(called);
      if (body && !used.has(called)) open.push(body);
      used.add(called);
    }
  }
  return used;
}

/** Takes out the fragments and variables that nothing uses: no document may have such. */
export function prune({ document, turns, operationName }: DrawnRequest): DrawnRequest {
  const fragments = usedFragments(document);
  const kept = document.definitions.filter(
    (one) => one.kind !== Kind.FRAGMENT_DEFINITION || fragments.has(one.name.value),
  );
  const used = namesOf(Kind.VARIABLE, { ...document, definitions: kept });
  const dress = (one: DefinitionNode): DefinitionNode =>
    one.kind === Kind.OPERATION_DEFINITION ? withVariables(one, used) : one;
  const given = (variables: Variables) =>
    Object.fromEntries(Object.entries(variables).filter(([called]) => used.has(called)));
  return {
    document: { ...document, definitions: kept.map(dress) },
    turns: turns.map(given),
    ...(operationName === undefined ? {} : { operationName }),
  };
}

const withVariables = (operation: OperationDefinitionNode, used: ReadonlySet<string>) => ({
  ...operation,
  variableDefinitions: (operation.variableDefinitions ?? []).filter((definition) =>
    used.has(definition.variable.name.value),
  ),
});
