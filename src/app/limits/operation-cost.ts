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

/** The assumed size of a list without pages, and the costs of a count and of a mutation's work. */
const assumed = { unpagedList: 10, totalCount: 10, mutation: 10 } as const;

type Variables = Readonly<Record<string, unknown>>;
type Field = GraphQLField<unknown, unknown>;

/** The part of a field's cost that does not depend on its arguments. */
interface FieldRate {
  /** The type of its objects; absent for a leaf. */
  objects: GraphQLCompositeType | undefined;
  /** Its own cost: of a leaf once, of an object for each one that could be returned. */
  own: number;
  isPaged: boolean;
  /** The assumed number of objects: of a list without pages its size, else 1. */
  rows: number;
}

const rates = new WeakMap<Field, FieldRate>();

function rateOf(field: Field): FieldRate {
  const known = rates.get(field);
  if (known) return known;
  const objects = getNamedType(field.type);
  const isList = isListType(getNullableType(field.type));
  const takes = (name: string) => field.args.some((argument) => argument.name === name);
  const declared = Number(field.extensions.cost ?? 0);
  const leaf = field.name === "totalCount" ? assumed.totalCount : Number(isList) + declared;
  const rate: FieldRate = {
    objects: isCompositeType(objects) ? objects : undefined,
    own: isCompositeType(objects) ? 1 : leaf,
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
 * Counts the objects that an operation could return: of a page as many as it requests, times the
 * pages around it. Fragments are counted once for each page size around them, so that counting stays
 * linear in the document.
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

  /** The cost of a set; `page` is the number of its `nodes` or `edges`, where it is a connection's. */
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
    const { objects, own, isPaged } = rateOf(field);
    if (!objects) return own;
    if (isPaged) return own + this.set(objects, node.selectionSet, this.pageOf(field, node));
    return (own + this.set(objects, node.selectionSet, 1)) * this.countOf(field, node, page);
  }

  /** The number of objects of a field that is no connection. */
  private countOf(field: Field, node: FieldNode, page: number): number {
    if (field.name === "nodes" || field.name === "edges") {
      const ids = argument(field, node, this.variables, "ids");
      return Array.isArray(ids) ? ids.length : page;
    }
    return rateOf(field).rows;
  }

  private pageOf(field: Field, node: FieldNode): number {
    const requested =
      argument(field, node, this.variables, "first") ??
      argument(field, node, this.variables, "last");
    const count = typeof requested === "number" ? requested : pageLimits.usual;
    return Math.min(Math.max(count, 0), pageLimits.most);
  }
}

/**
 * The cost of an operation with its coerced variables: 1 for each object, for a page its size (`first`
 * or `last`, at most 200) times the cost of one row, for an unpaged list 10 rows or the number that its
 * field declares, for `totalCount` 10, for a mutation 10. Introspection costs nothing.
 */
export function costOf(
  schema: GraphQLSchema,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  operation: OperationDefinitionNode,
  variables: Variables,
): number {
  return new CostReader(schema, fragments, variables).operation(operation);
}
