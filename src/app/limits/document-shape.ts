import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";

/** How large a document is before anything is known of its schema or variables. */
export interface DocumentShape {
  /** Fields nested in fields, the deepest; introspection is not counted. */
  depth: number;
  /** Aliases as written: a fragment's count once, however often it is spread. */
  aliases: number;
  /** Fields in one selection set, fragments spread out; the widest set. */
  breadth: number;
  /** Fields at the root of one operation, fragments spread out. */
  rootFields: number;
  /** Fields in one operation, fragments spread out wherever they are used. */
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
 * Measures in time linear in the document: a fragment is measured once and remembered, so one that
 * spreads others, which spread others, costs nothing to count. Cycles count as nothing here;
 * validation refuses them.
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
