import {
  type FieldNode,
  type GraphQLField,
  type GraphQLInputType,
  getNamedType,
  isInputObjectType,
  valueFromAST,
} from "graphql";
import {
  type FilterMeasure,
  filteredNoun,
  listTables,
  measureFilter as measureWhere,
  type NounDefinition,
  type Where,
} from "../../reading/index.js";

/** An argument that is a filter on a noun. */
export interface FilterArgument {
  name: string;
  type: GraphQLInputType;
  noun: NounDefinition;
}

/** The arguments of a field that are filters. */
export function filtersOf(field: GraphQLField<unknown, unknown>): FilterArgument[] {
  return field.args.flatMap(({ name, type }) => {
    const input = getNamedType(type);
    const noun = isInputObjectType(input) ? filteredNoun(input.name) : undefined;
    return noun ? [{ name, type, noun }] : [];
  });
}

/** The measures of a field's filter, as the executor will read it: one condition may stand for a list. */
export function measureFilter(
  { name, type, noun }: FilterArgument,
  field: FieldNode,
  variables: Readonly<Record<string, unknown>>,
  place: "root" | "below",
): FilterMeasure {
  const given = field.arguments?.find((argument) => argument.name.value === name);
  const where = given && valueFromAST(given.value, type, variables);
  return measureWhere(noun, (where ?? {}) as Where, place);
}

/** The tables of a row filter that cost nothing beside the list, and the cost of each further one. */
const freeTables = 10;
const costPerTable = 15;

/** The cost of a list whose row filter is long, as that of changes: Postgres plans it for each list. */
export const listCost = (filters: readonly FilterArgument[]): number =>
  filters.reduce(
    (cost, { noun }) => cost + costPerTable * Math.max(0, listTables(noun) - freeTables),
    0,
  );
