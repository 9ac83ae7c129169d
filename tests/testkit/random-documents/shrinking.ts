import {
  type ASTNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
  type VariableDefinitionNode,
  valueFromASTUntyped,
  visit,
} from "graphql";
import { decimal, list, nothing, object, oneOf, text, truth } from "./ast-nodes.js";
import { type DrawnRequest, prune } from "./prune.js";

/** Every node of a kind in a document, in its order. */
function nodesOf<N extends ASTNode>(document: DocumentNode, kind: N["kind"]): N[] {
  const found: N[] = [];
  visit(document, {
    enter(node) {
      if (node.kind === kind) found.push(node as N);
    },
  });
  return found;
}

/** The document with one node in the place of another; without it where there is none. */
function replaced(document: DocumentNode, node: ASTNode, by: ASTNode | null): DocumentNode {
  return visit(document, { enter: (one) => (one === node ? by : undefined) });
}

/** Lists that are shorter: halves first, then each element alone left out. */
function* shorter<T>(whole: readonly T[], least: number): Generator<T[]> {
  const { length } = whole;
  if (length >= 4) {
    yield whole.slice(0, length >> 1);
    yield whole.slice(length >> 1);
  }
  if (length <= least) return;
  for (let at = 0; at < length; at += 1) yield whole.toSpliced(at, 1);
}

/** Without some of the selections of a set. */
function* fewerSelections(asked: DrawnRequest): Generator<DrawnRequest> {
  for (const set of nodesOf<SelectionSetNode>(asked.document, Kind.SELECTION_SET)) {
    for (const selections of shorter(set.selections, 1)) {
      yield { ...asked, document: replaced(asked.document, set, { ...set, selections }) };
    }
  }
}

const typename: SelectionNode = {
  kind: Kind.FIELD,
  name: { kind: Kind.NAME, value: "__typename" },
};

const isTypename = ({ selections }: SelectionSetNode): boolean => {
  const [only, ...others] = selections;
  return others.length === 0 && only?.kind === Kind.FIELD && only.name.value === "__typename";
};

/** What lies below a field is only its type's name. */
function* shallower(asked: DrawnRequest): Generator<DrawnRequest> {
  for (const set of nodesOf<SelectionSetNode>(asked.document, Kind.SELECTION_SET)) {
    if (isTypename(set)) continue;
    const bare = { ...set, selections: [typename] };
    yield { ...asked, document: replaced(asked.document, set, bare) };
  }
}

/** Fragments become the selections that they hold. */
function* unwrapped(asked: DrawnRequest): Generator<DrawnRequest> {
  const { document } = asked;
  const named = nodesOf<FragmentDefinitionNode>(document, Kind.FRAGMENT_DEFINITION);
  for (const set of nodesOf<SelectionSetNode>(document, Kind.SELECTION_SET)) {
    for (const [at, one] of set.selections.entries()) {
      if (one.kind === Kind.FIELD) continue;
      const body =
        one.kind === Kind.INLINE_FRAGMENT
          ? one
          : named.find(({ name }) => name.value === one.name.value);
      if (!body) continue;
      const selections = set.selections.toSpliced(at, 1, ...body.selectionSet.selections);
      yield { ...asked, document: replaced(document, set, { ...set, selections }) };
    }
  }
}

/** Without an argument, a directive or an alias. */
function* plainer(asked: DrawnRequest): Generator<DrawnRequest> {
  const { document } = asked;
  for (const kind of [Kind.ARGUMENT, Kind.DIRECTIVE] as const) {
    for (const node of nodesOf(document, kind)) {
      yield { ...asked, document: replaced(document, node, null) };
    }
  }
  for (const node of nodesOf<FieldNode>(document, Kind.FIELD)) {
    if (!node.alias) continue;
    const { alias: _, ...bare } = node;
    yield { ...asked, document: replaced(document, node, bare) };
  }
}

/** Values with less in them. */
function* simplerValues(asked: DrawnRequest): Generator<DrawnRequest> {
  const { document } = asked;
  const instead = (node: ASTNode, by: ASTNode) => ({
    ...asked,
    document: replaced(document, node, by),
  });
  for (const node of nodesOf<ValueNode>(document, Kind.LIST)) {
    if (node.kind !== Kind.LIST) continue;
    for (const values of shorter(node.values, 0)) yield instead(node, { ...node, values });
  }
  for (const node of nodesOf<ValueNode>(document, Kind.OBJECT)) {
    if (node.kind !== Kind.OBJECT) continue;
    for (const fields of shorter(node.fields, 0)) yield instead(node, { ...node, fields });
    for (const { value } of node.fields) {
      if (value.kind === Kind.OBJECT) yield instead(node, value);
      if (value.kind === Kind.LIST && value.values[0]) yield instead(node, value.values[0]);
    }
  }
  for (const node of nodesOf<ValueNode>(document, Kind.STRING)) {
    if (node.kind !== Kind.STRING || node.value.length < 12) continue;
    if (!/^[\w-]+$/.test(node.value)) yield instead(node, text(node.value.slice(0, 6)));
  }
}

/** JSON as the literal that would be read as it; enums look like texts, so `named` says. */
function literalOf(value: unknown, named: boolean): ValueNode {
  if (value === null || value === undefined) return nothing;
  if (typeof value === "string") return named ? oneOf(value) : text(value);
  if (typeof value === "number") return decimal(value);
  if (typeof value === "boolean") return truth(value);
  if (Array.isArray(value)) return list(value.map((one) => literalOf(one, named)));
  return object(Object.entries(value).map(([key, one]) => [key, literalOf(one, named)] as const));
}

/** Variables become literals: what the first turn sends for them. */
function* withoutVariables(asked: DrawnRequest): Generator<DrawnRequest> {
  const definitions = nodesOf<VariableDefinitionNode>(asked.document, Kind.VARIABLE_DEFINITION);
  for (const { variable, defaultValue } of definitions) {
    const called = variable.name.value;
    const usual = defaultValue && valueFromASTUntyped(defaultValue);
    const [variables = {}] = asked.turns;
    const value = Object.hasOwn(variables, called) ? variables[called] : usual;
    for (const named of [false, true]) {
      const literal = literalOf(value, named);
      const document: DocumentNode = visit(asked.document, {
        VariableDefinition: (one) => (one.variable.name.value === called ? null : false),
        Variable: (one) => (one.name.value === called ? literal : undefined),
      });
      yield { ...asked, document };
    }
  }
}

/** Only the operation that is asked, without a name. */
function* oneOperation(asked: DrawnRequest): Generator<DrawnRequest> {
  const { document, turns, operationName } = asked;
  const operations = nodesOf<OperationDefinitionNode>(document, Kind.OPERATION_DEFINITION);
  if (operationName === undefined && operations.every(({ name }) => !name)) return;
  const chosen = operations.find(({ name }) => name?.value === operationName) ?? operations.at(-1);
  if (!chosen) return;
  const { name: _, ...bare } = chosen;
  const others = document.definitions.filter(({ kind }) => kind !== Kind.OPERATION_DEFINITION);
  const definitions = [bare, ...others];
  yield { document: { ...document, definitions }, turns };
}

/**
 * Documents that are simpler than this one, the much simpler ones first. Some are not valid: those
 * differ nowhere, and are passed over.
 */
export function* simpler(asked: DrawnRequest): Generator<DrawnRequest> {
  const ways = [
    fewerSelections,
    shallower,
    oneOperation,
    unwrapped,
    withoutVariables,
    plainer,
    simplerValues,
  ];
  for (const way of ways) {
    for (const candidate of way(asked)) yield prune(candidate);
  }
}
