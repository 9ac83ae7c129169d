import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";

/** The size of a document in measures that need neither the schema nor variables. */
export interface DocumentShape {
  /** The deepest nesting of fields; introspection is not counted. */
  depth: number;
  /** Aliases as written: those of a fragment count once, however often it is spread. */
  aliases: number;
  /** Fields in the widest selection set, fragments included. */
  breadth: number;
  /** Fields at the root of one operation, fragments included. */
  rootFields: number;
  /** Fields in one operation, fragments counted at every place where they are spread. */
  selections: number;
}

interface SetShape {
  depth: number;
  breadth: number;
  /** Fields of this set itself. */
  width: number;
  selections: number;
}

const empty: SetShape = { depth: 0, breadth: 0, width: 0, selections: 0 };

/** Introspection has a limit of its own in graphql-js (MaxIntrospectionDepthRule). */
const isMeta = (name: string): boolean => name.startsWith("__");

/**
 * Measures selection sets in time linear in the document: each fragment is measured once, however
 * often other fragments spread it. A cycle of fragments counts as nothing; validation refuses it.
 */
class ShapeReader {
  aliases = 0;
  private readonly measured = new Map<string, SetShape>();

  constructor(private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>) {}

  set(node: SelectionSetNode | undefined): SetShape {
    if (!node) return empty;
    const total = { ...empty };
    for (const selection of node.selections) {
      const part = this.selection(selection);
      total.depth = Math.max(total.depth, part.depth);
      total.breadth = Math.max(total.breadth, part.breadth);
      total.width += part.width;
      total.selections += part.selections;
    }
    total.breadth = Math.max(total.breadth, total.width);
    return total;
  }

  private selection(node: SelectionNode): SetShape {
    if (node.kind === Kind.INLINE_FRAGMENT) return this.set(node.selectionSet);
    if (node.kind === Kind.FRAGMENT_SPREAD) return this.fragment(node.name.value);
    if (node.alias && node.alias.value !== node.name.value) this.aliases += 1;
    if (isMeta(node.name.value)) return { depth: 0, breadth: 0, width: 1, selections: 1 };
    const below = this.set(node.selectionSet);
    const { depth, breadth, selections } = below;
    return { depth: depth + 1, breadth, width: 1, selections: selections + 1 };
  }

  private fragment(name: string): SetShape {
    const known = this.measured.get(name);
    if (known) return known;
    this.measured.set(name, empty);
    const shape = this.set(this.fragments.get(name)?.selectionSet);
    this.measured.set(name, shape);
    return shape;
  }
}

/** The fragments of a document by name. */
export function fragmentsOf(document: DocumentNode): Map<string, FragmentDefinitionNode> {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, definition);
    }
  }
  return fragments;
}

/** The shape of a document: for each measure, that of its largest operation. */
export function shapeOf(document: DocumentNode): DocumentShape {
  const reader = new ShapeReader(fragmentsOf(document));
  const operations = document.definitions.filter(
    (definition): definition is OperationDefinitionNode =>
      definition.kind === Kind.OPERATION_DEFINITION,
  );
  const shapes = operations.map((operation) => reader.set(operation.selectionSet));
  const largest = (measure: keyof SetShape) => Math.max(0, ...shapes.map((s) => s[measure]));
  return {
    depth: largest("depth"),
    aliases: reader.aliases,
    breadth: largest("breadth"),
    rootFields: largest("width"),
    selections: largest("selections"),
  };
}

/**
 * The number of fields in the widest set after fields of one response name were merged, as an answer
 * has them. graphql-js compares each field of such a set with each other, also where the document
 * spreads them over many narrow sets. Only for documents whose fragments have no cycles, and whose
 * `selections` are within the limit: it visits each of them.
 */
export function mergedBreadth(document: DocumentNode): number {
  const fragments = fragmentsOf(document);
  const operations = document.definitions.filter(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION,
  );
  const breadths = operations.map(({ selectionSet }) => widest([selectionSet], fragments));
  return Math.max(0, ...breadths);
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

function widest(sets: readonly SelectionSetNode[], fragments: Fragments): number {
  const below = new Map<string, SelectionSetNode[]>();
  let width = 0;
  for (const { alias, name, selectionSet } of sets.flatMap((set) => fieldsOf(set, fragments))) {
    width += 1;
    if (!selectionSet) continue;
    const key = (alias ?? name).value;
    const merged = below.get(key);
    if (merged) merged.push(selectionSet);
    else below.set(key, [selectionSet]);
  }
  const inside = [...below.values()].map((merged) => widest(merged, fragments));
  return Math.max(width, ...inside);
}

/** The fields of a set, those of its fragments included. */
const fieldsOf = (set: SelectionSetNode, fragments: Fragments): FieldNode[] =>
  set.selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    const inner =
      selection.kind === Kind.INLINE_FRAGMENT
        ? selection.selectionSet
        : fragments.get(selection.name.value)?.selectionSet;
    return inner ? fieldsOf(inner, fragments) : [];
  });
