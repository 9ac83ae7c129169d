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
import { pageLimits } from "../../reading/index.js";
import { asOfCost, asOfPosition } from "./as-of.js";
import { type FilterArgument, filtersOf, listCost, measureFilter } from "./filter-cost.js";
import { type DocumentParts, groupedNoun, groupsCost } from "./group-cost.js";

/** The measures of an operation that have limits. */
export interface OperationMeasure {
  cost: number;
  /** Conditions of all filters together, and the tables that they add to the statements. */
  conditions: number;
  filterTables: number;
  /** The longest chain of relations in one filter, and its place. */
  filterRelations: number;
  path: string;
}

/** The assumed size of a list without pages, and the costs of a count and of a mutation's work. */
const assumed = { unpagedList: 10, totalCount: 10, mutation: 10 } as const;

type Tally = Omit<OperationMeasure, "filterRelations" | "path">;

const nothing: Readonly<Tally> = { cost: 0, conditions: 0, filterTables: 0 };
const noRelations = { filterRelations: 0, path: "" };

/** Adds the measures of a part, and a cost beside. */
function add(total: Tally, { cost, conditions, filterTables }: Tally, more = 0): void {
  total.cost += cost + more;
  total.conditions += conditions;
  total.filterTables += filterTables;
}

type Field = GraphQLField<unknown, unknown>;

/** The part of a field's cost that does not depend on its arguments. */
interface FieldRate {
  /** The type of its objects; absent for a leaf. */
  objects: GraphQLCompositeType | undefined;
  /** Its own cost, with the one that it declares: of a leaf once, of an object for each one that could be returned. */
  own: number;
  isPaged: boolean;
  /** Its arguments that are filters. */
  filters: readonly FilterArgument[];
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
    own: isCompositeType(objects) ? 1 + declared : leaf,
    isPaged: takes("first") && (takes("last") || takes("after")),
    filters: filtersOf(field),
    rows: isList ? Number(field.extensions.rows ?? assumed.unpagedList) : 1,
  };
  rates.set(field, rate);
  return rate;
}

function argument(
  field: Field,
  node: FieldNode,
  variables: DocumentParts["variables"],
  name: string,
): unknown {
  const given = node.arguments?.find((candidate) => candidate.name.value === name);
  const value = given && valueFromASTUntyped(given.value, variables);
  if (value !== undefined) return value;
  return field.args.find((candidate) => candidate.name === name)?.defaultValue;
}

/** The place of a set: the number of its `nodes` or `edges`, where it is a connection's, and whether that is a root list. */
interface Place {
  page: number;
  isRootList: boolean;
}

const single: Place = { page: 1, isRootList: false };

/**
 * Counts the objects that an operation could return: of a page as many as it requests, times the
 * pages around it. Fragments are counted once for each page size around them, so that counting stays
 * linear in the document.
 */
class CostReader {
  private readonly counted = new Map<string, Tally>();
  private longest: Pick<OperationMeasure, "filterRelations" | "path"> = noRelations;
  private readonly schema: GraphQLSchema;
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly variables: Readonly<Record<string, unknown>>;

  constructor(private readonly parts: DocumentParts) {
    this.schema = parts.schema;
    this.fragments = parts.fragments;
    this.variables = parts.variables;
  }

  operation(operation: OperationDefinitionNode): OperationMeasure {
    const root = this.schema.getRootType(operation.operation);
    const tally = root ? this.set(root, operation.selectionSet, single) : nothing;
    return { ...tally, ...this.longest };
  }

  private set(type: GraphQLCompositeType, node: SelectionSetNode | undefined, place: Place): Tally {
    const each = type === this.schema.getMutationType() ? assumed.mutation : 0;
    const total = { ...nothing };
    for (const selection of node?.selections ?? []) {
      if (selection.kind === Kind.FIELD) {
        add(total, this.field(type, selection, place), each);
      } else if (selection.kind === Kind.FRAGMENT_SPREAD) {
        add(total, this.fragment(selection.name.value, place));
      } else {
        const on = this.typeOf(selection.typeCondition?.name.value) ?? type;
        add(total, this.set(on, selection.selectionSet, place));
      }
    }
    return total;
  }

  private fragment(name: string, place: Place): Tally {
    const key = `${place.page} ${place.isRootList} ${name}`;
    const known = this.counted.get(key);
    if (known !== undefined) return known;
    const definition = this.fragments.get(name);
    const type = this.typeOf(definition?.typeCondition.name.value);
    const tally = type ? this.set(type, definition?.selectionSet, place) : nothing;
    this.counted.set(key, tally);
    return tally;
  }

  private typeOf(name: string | undefined): GraphQLCompositeType | undefined {
    const type = name === undefined ? undefined : this.schema.getType(name);
    return isCompositeType(type) ? type : undefined;
  }

  private field(type: GraphQLCompositeType, node: FieldNode, place: Place): Tally {
    const field = isUnionType(type) ? undefined : type.getFields()[node.name.value];
    if (!field) return nothing;
    const { objects, own, isPaged } = rateOf(field);
    if (!objects) return { ...nothing, cost: own };
    const below = this.set(objects, node.selectionSet, {
      page: isPaged ? this.pageOf(field, node) : 1,
      isRootList: type === this.schema.getQueryType(),
    });
    const times = isPaged ? 1 : this.countOf(field, node, place.page);
    const groups = groupedNoun(field) ? groupsCost(this.parts, field, node, place.isRootList) : 0;
    const tally = { ...below, cost: (own + below.cost) * times + groups };
    return this.filtered(tally, type, field, node);
  }

  /** The tally of a field with its filters, and with the row filter of a list that has a long one. */
  private filtered(tally: Tally, type: GraphQLCompositeType, field: Field, node: FieldNode): Tally {
    const { filters } = rateOf(field);
    if (filters.length === 0) return tally;
    const isRoot = type === this.schema.getQueryType();
    if (isRoot) tally.cost += listCost(filters);
    for (const filter of filters) {
      const measured = measureFilter(filter, node, this.variables, isRoot ? "root" : "below");
      add(tally, measured);
      if (measured.relations <= this.longest.filterRelations) continue;
      const path = [(node.alias ?? node.name).value, filter.name, measured.path].join(".");
      this.longest = { filterRelations: measured.relations, path };
    }
    return tally;
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
 * The measures of an operation with its coerced variables. Its cost: 1 for each object, for a page its size (`first`
 * or `last`, at most 200) times the cost of one row, for an unpaged list 10 rows or the number that its
 * field declares, for `totalCount` 10, for groups what their rows may cost to read, for a mutation 10; a
 * filter by what it makes Postgres do, a long text by its length. A query as of an earlier position costs
 * three times as much. Introspection costs nothing.
 */
export function measureOperation(
  schema: GraphQLSchema,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): OperationMeasure {
  const measure = new CostReader({ schema, fragments, variables }).operation(operation);
  const isAsOf = asOfPosition({ operation, variables }) !== undefined;
  return isAsOf ? { ...measure, cost: asOfCost * measure.cost } : measure;
}

/** The cost alone. */
export const costOf = (...operation: Parameters<typeof measureOperation>): number =>
  measureOperation(...operation).cost;
