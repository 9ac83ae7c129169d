import { Index } from "@mikro-orm/decorators/legacy";
import { columnOf, columnsOf, identityField, type NounDefinition } from "../model/dictionary.js";
import type { ColumnField } from "../model/field.js";
import type { FilterKind } from "../model/kinds.js";

/** An index that a noun's offers ask for, by the names of its fields. */
export interface OfferedIndex {
  /** `ordered` reads a range in order, `search` finds any part of a text (pg_trgm). */
  kind: "ordered" | "search";
  fields: readonly string[];
}

/**
 * The kinds of filters that get an index although no order has one. Numbers without an order are counts of
 * few values, as are periods and booleans: their index would cost writes and find half a table.
 */
const selective: ReadonlySet<FilterKind | undefined> = new Set(["Id", "Date", "DateTime"]);

/** Tells a column whose filter gets an index. */
const isFiltered = ({ filterable, enumeration, declined }: ColumnField): boolean =>
  filterable && !enumeration && !declined;

/** The indexes for the noun's orders, both ways and page by page: the column and the tie-breakers. */
function ordersOf(noun: NounDefinition, identity: string): OfferedIndex[] {
  const { field, thenBy = [] } = noun.defaultOrder;
  const offered = columnsOf(noun).filter(
    ({ orderable, unique, suppression }) => orderable && !unique && !suppression,
  );
  const orders = offered.map(({ name }) => [name, identity]);
  if (thenBy.length > 0) orders.push([field, ...thenBy, identity]);
  return orders
    .filter(([first]) => first !== identity)
    .map((fields) => ({ kind: "ordered", fields }));
}

/** The indexes for its filters where no order has one: a text is searched, other values are compared. */
function filtersOf(noun: NounDefinition, identity: string): OfferedIndex[] {
  if (noun.isSmall) return [];
  return columnsOf(noun)
    .filter(isFiltered)
    .flatMap(({ name, kind: { filter }, orderable, unique }): OfferedIndex[] => {
      if (filter === "Text") return [{ kind: "search", fields: [name] }];
      if (orderable || unique || !selective.has(filter)) return [];
      return [{ kind: "ordered", fields: [name, identity] }];
    });
}

/**
 * The indexes that follow from what a noun offers, so that no noun's author can forget one. Only
 * nouns with a root list have any: every other list is of one parent, and its reference's index
 * leaves few rows to sort.
 */
export function offeredIndexes(noun: NounDefinition): OfferedIndex[] {
  if (!noun.queries.many) return [];
  const { name } = identityField(noun);
  return [...ordersOf(noun, name), ...filtersOf(noun, name)];
}

// The casts: MikroORM types its class decorators for concrete classes with known properties.

/** Declares them to the ORM, whose migrations make them. */
export function declareIndexes(noun: NounDefinition): void {
  for (const { kind, fields } of offeredIndexes(noun)) {
    if (kind === "ordered") Index({ properties: fields as never })(noun.target as never);
    else searchIndex(noun, fields[0] as string);
  }
}

function searchIndex(noun: NounDefinition, name: string): void {
  const { table, target } = noun;
  const { column } = columnOf(noun, name);
  const index = `${table}_${column}_search`;
  const expression = `create index ${index} on ${table} using gin (${column} gin_trgm_ops)`;
  Index({ name: index, expression })(target as never);
}
