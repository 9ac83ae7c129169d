import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionSetNode } from "graphql";

type Fragments = GraphQLResolveInfo["fragments"];

function collect(set: SelectionSetNode, fragments: Fragments, found: Map<string, FieldNode[]>) {
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) {
      const nodes = found.get(selection.name.value) ?? [];
      found.set(selection.name.value, [...nodes, selection]);
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      collect(selection.selectionSet, fragments, found);
    } else {
      const fragment = fragments[selection.name.value];
      if (fragment) collect(fragment.selectionSet, fragments, found);
    }
  }
}

/** The nodes by the field that they select, of all that stand directly below these. */
function below(nodes: readonly FieldNode[], fragments: Fragments): Map<string, FieldNode[]> {
  const found = new Map<string, FieldNode[]>();
  for (const { selectionSet } of nodes) if (selectionSet) collect(selectionSet, fragments, found);
  return found;
}

/** The nodes that select the field at the end of a path below the resolved field. Fragments are opened. */
export const selectedNodes = (
  { fieldNodes, fragments }: GraphQLResolveInfo,
  path: readonly string[],
): readonly FieldNode[] =>
  path.reduce((nodes, name) => below(nodes, fragments).get(name) ?? [], [...fieldNodes]);

const fieldsBelow = (info: GraphQLResolveInfo, path: readonly string[]): Set<string> =>
  new Set(below(selectedNodes(info, path), info.fragments).keys());

/** The fields by path, for each list of nodes: graphql-js hands every row the same list. */
const known = new WeakMap<GraphQLResolveInfo["fieldNodes"], Map<string, Set<string>>>();

/** The same as sorted lists. */
const lists = new WeakMap<ReadonlySet<string>, readonly string[]>();

/**
 * The fields that a document selects below the resolved field, following `path`. Fragments are opened,
 * and a field that a directive may leave out counts as selected.
 */
export function requested(info: GraphQLResolveInfo, ...path: string[]): ReadonlySet<string> {
  const paths = known.get(info.fieldNodes) ?? new Map<string, Set<string>>();
  known.set(info.fieldNodes, paths);
  const key = path.join(".");
  const fields = paths.get(key) ?? fieldsBelow(info, path);
  paths.set(key, fields);
  return fields;
}

/** The same as a list in one fixed order: the fields that a row is read with, and the key of a loader. */
export function requestedFields(info: GraphQLResolveInfo, ...path: string[]): readonly string[] {
  const fields = requested(info, ...path);
  const known = lists.get(fields) ?? [...fields].sort();
  lists.set(fields, known);
  return known;
}
