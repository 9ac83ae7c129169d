import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  Kind,
  type SelectionSetNode,
  valueFromAST,
} from "graphql";
import { measureGroups, type NounDefinition, nounNamed } from "../../reading/index.js";

/** The parts of a document that its cost follows from. */
export interface DocumentParts {
  schema: GraphQLSchema;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  variables: Readonly<Record<string, unknown>>;
}

type Field = GraphQLField<unknown, unknown>;

/** The noun whose rows a field shows in groups; undefined for any other field. */
export const groupedNoun = ({ extensions }: Field): NounDefinition | undefined =>
  typeof extensions.grouped === "string" ? nounNamed(extensions.grouped) : undefined;

/** The value of an argument, with enumerations as the dictionary names them. */
function argument({ variables }: DocumentParts, field: Field, node: FieldNode, name: string) {
  const definition = field.args.find((one) => one.name === name);
  const given = node.arguments?.find((one) => one.name.value === name);
  if (!definition) return undefined;
  const value = given && valueFromAST(given.value, definition.type, { ...variables });
  return value ?? definition.defaultValue;
}

/** The measures that are selected anywhere in groups: in a group, an edge, or the total. */
class SelectedMeasures {
  readonly names = new Set<string>();
  readonly distinct = new Set<string>();
  private readonly opened = new Set<string>();

  constructor(private readonly parts: DocumentParts) {}

  read(type: GraphQLNamedType, set: SelectionSetNode | undefined): void {
    for (const selection of set?.selections ?? []) {
      if (selection.kind === Kind.FIELD) this.field(type, selection);
      else if (selection.kind === Kind.INLINE_FRAGMENT) this.read(type, selection.selectionSet);
      else this.fragment(type, selection.name.value);
    }
  }

  /** Each once: a document can spread its fragments very often. */
  private fragment(type: GraphQLNamedType, name: string): void {
    if (this.opened.has(name)) return;
    this.opened.add(name);
    this.read(type, this.parts.fragments.get(name)?.selectionSet);
  }

  private field(type: GraphQLNamedType, node: FieldNode): void {
    const { value: name } = node.name;
    const field = isObjectType(type) ? type.getFields()[name] : undefined;
    if (!field || name === "key" || name === "pageInfo") return;
    if (name === "countDistinct") {
      const of = argument(this.parts, field, node, "of");
      if (typeof of === "string") this.distinct.add(of);
    }
    this.names.add(name);
    this.read(getNamedType(field.type), node.selectionSet);
  }
}

const texts = (values: unknown): string[] => (Array.isArray(values) ? values.map(String) : []);

/** The cost of groups beside that of their objects: what their rows, dimensions and measures may read. */
export function groupsCost(
  parts: DocumentParts,
  field: Field,
  node: FieldNode,
  isRootList: boolean,
): number {
  const noun = groupedNoun(field);
  if (!noun) return 0;
  const selected = new SelectedMeasures(parts);
  selected.read(getNamedType(field.type), node.selectionSet);
  const by = texts(argument(parts, field, node, "by"));
  const orderBy = argument(parts, field, node, "orderBy");
  const orders = Array.isArray(orderBy) ? orderBy.map((one) => String(one?.field)) : [];
  const asked = {
    dimensions: new Set([...by, ...selected.distinct]),
    measures: selected.names,
    orders: new Set(orders),
  };
  return measureGroups(noun, asked, isRootList ? "root" : "below");
}
