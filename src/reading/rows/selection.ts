import { type GraphQLResolveInfo, Kind, type SelectionSetNode } from "graphql";

type Fragments = GraphQLResolveInfo["fragments"];

function collect(
  set: SelectionSetNode,
  fragments: Fragments,
  found: Map<string, SelectionSetNode[]>,
) {
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) {
      const below = found.get(selection.name.value) ?? [];
      if (selection.selectionSet) below.push(selection.selectionSet);
      found.set(selection.name.value, below);
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      collect(selection.selectionSet, fragments, found);
    } else {
      const fragment = fragments[selection.name.value];
      if (fragment) collect(fragment.selectionSet, fragments, found);
    }
  }
}

function fieldsBelow(info: GraphQLResolveInfo, path: readonly string[]): Set<string> {
  let sets = info.fieldNodes.flatMap((node) => node.selectionSet ?? []);
  const open = () => {
    const found = new Map<string, SelectionSetNode[]>();
    for (const set of sets) collect(set, info.fragments, found);
    return found;
  };
  for (const name of path) sets = open().get(name) ?? [];
  return new Set(open().keys());
}

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
