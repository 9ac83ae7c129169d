import { type GraphQLField, getNamedType, isInputObjectType } from "graphql";
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
  noun: NounDefinition;
}

/** The arguments of a field that are filters. */
export function filtersOf(field: GraphQLField<unknown, unknown>): FilterArgument[] {
  return field.args.flatMap(({ name, type }) => {
    const input = getNamedType(type);
    const noun = isInputObjectType(input) ? filteredNoun(input.name) : undefined;
    return noun ? [{ name, noun }] : [];
  });
}

/** The measures of a filter that was given, or not. */
export function measureFilter(
  noun: NounDefinition,
  where: unknown,
  place: "root" | "below",
): FilterMeasure {
  const given = typeof where === "object" && where !== null ? (where as Where) : {};
  return measureWhere(noun, given, place);
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
