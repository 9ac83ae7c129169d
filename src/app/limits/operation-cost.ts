import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isUnionType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  valueFromASTUntyped,
} from "graphql";
import { pageLimits } from "../../reading/lists/paging.js";

/** What a list without pages is taken to hold, a count to cost, and a mutation beside its answer. */
const assumed = { unpagedList: 10, totalCount: 10, mutation: 10 } as const;

type Variables = Readonly<Record<string, unknown>>;
type Field = GraphQLField<unknown, unknown>;

/** What the cost needs to know of a field, however it is asked for. */
interface FieldRate {
  /** The type below it; absent for a leaf. */
  answer: GraphQLCompositeType | undefined;
  /** What it costs by itself: a leaf once, an object each time that it could come. */
  own: number;
  isPaged: boolean;
  /** How many objects it is taken to give where it is a list without pages; 1 where it is none. */
  rows: number;
}

const rates = new WeakMap<Field, FieldRate>();

function rateOf(field: Field): FieldRate {
  const known = rates.get(field);
  if (known) return known;
  const answer = getNamedType(field.type);
  const isList = isListType(getNullableType(field.type));
  const takes = (name: string) => field.args.some((argument) => argument.name === name);
  const told = Number(field.extensions.cost ?? 0);
  const leaf = field.name === "totalCount" ? assumed.totalCount : Number(isList) + told;
  const rate: FieldRate = {
    answer: isCompositeType(answer) ? answer : undefined,
    own: isCompositeType(answer) ? 1 : leaf,
    isPaged: takes("first") && takes("last"),
    rows: isList ? Number(field.extensions.rows ?? assumed.unpagedList) : 1,
  };
  rates.set(field, rate);
  return rate;
}

function argument(field: Field, node: FieldNode, variables: Variables, name: string): unknown {
  const given = node.arguments?.find((candidate) => candidate.name.value === name);
  const value = given && valueFromASTUntyped(given.value, variables);
  if (value !== undefined) return value;
  return field.args.find((candidate) => candidate.name === name)?.defaultValue;
}

/**
 * Counts the objects that an operation could give back: a page as many as it asks for, multiplied
 * by the pages it lies in. Fragments are counted once for each page size that they stand under, so
 * that counting stays linear in the document.
 */
class CostReader {
  private readonly counted = new Map<string, number>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>,
    private readonly variables: Variables,
  ) {}

  operation(operation: OperationDefinitionNode): number {
    const root = this.schema.getRootType(operation.operation);
    return root ? this.set(root, operation.selectionSet, 1) : 0;
  }

  /** The cost of a set; `page` is how many `nodes` or `edges` it gives when it is a connection. */
  private set(type: GraphQLCompositeType, node: SelectionSetNode | undefined, page: number) {
    const each = type === this.schema.getMutationType() ? assumed.mutation : 0;
    let cost = 0;
    for (const selection of node?.selections ?? []) {
      if (selection.kind === Kind.FIELD) {
        cost += each + this.field(type, selection, page);
      } else if (selection.kind === Kind.FRAGMENT_SPREAD) {
        cost += this.fragment(selection.name.value, page);
      } else {
        const on = this.typeOf(selection.typeCondition?.name.value) ?? type;
        cost += this.set(on, selection.selectionSet, page);
      }
    }
    return cost;
  }

  private fragment(name: string, page: number): number {
    const key = `${page} ${name}`;
    const known = this.counted.get(key);
    if (known !== undefined) return known;
    const definition = this.fragments.get(name);
    const type = this.typeOf(definition?.typeCondition.name.value);
    const cost = type ? this.set(type, definition?.selectionSet, page) : 0;
    this.counted.set(key, cost);
    return cost;
  }

  private typeOf(name: string | undefined): GraphQLCompositeType | undefined {
    const type = name === undefined ? undefined : this.schema.getType(name);
    return isCompositeType(type) ? type : undefined;
  }

  private field(type: GraphQLCompositeType, node: FieldNode, page: number): number {
    const field = isUnionType(type) ? undefined : type.getFields()[node.name.value];
    if (!field) return 0;
    const { answer, own, isPaged } = rateOf(field);
    if (!answer) return own;
    if (isPaged) return own + this.set(answer, node.selectionSet, this.pageOf(field, node));
    return (own + this.set(answer, node.selectionSet, 1)) * this.countOf(field, node, page);
  }

  /** How many objects a field that is no connection gives. */
  private countOf(field: Field, node: FieldNode, page: number): number {
    if (field.name === "nodes" || field.name === "edges") {
      const ids = argument(field, node, this.variables, "ids");
      return Array.isArray(ids) ? ids.length : page;
    }
    return rateOf(field).rows;
  }

  private pageOf(field: Field, node: FieldNode): number {
    const asked =
      argument(field, node, this.variables, "first") ??
      argument(field, node, this.variables, "last");
    const count = typeof asked === "number" ? asked : pageLimits.usual;
    return Math.min(Math.max(count, 0), pageLimits.most);
  }
}

/**
 * The cost of an operation with its variables, which must have been coerced: each object 1, a page
 * what it asks for (`first` or `last`, at most 200) times what each of its rows asks for, an
 * unpaged list 10 or what its field says, `totalCount` 10, a mutation 10. Introspection costs nothing.
 */
export function costOf(
  schema: GraphQLSchema,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  operation: OperationDefinitionNode,
  variables: Variables,
): number {
  return new CostReader(schema, fragments, variables).operation(operation);
}
