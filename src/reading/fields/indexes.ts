import { Index } from "@mikro-orm/decorators/legacy";
import type { Language } from "../../platform/errors.js";
import { columnOf, columnsOf, identityField, type NounDefinition } from "../model/dictionary.js";
import type { ColumnField } from "../model/field.js";
import type { FilterKind } from "../model/kinds.js";
import { languages } from "./in-language.js";

/** An index that a noun's offers ask for, by the names of its fields. */
export interface OfferedIndex {
  /** `ordered` reads a range in order, `search` finds any part of a text (pg_trgm). */
  kind: "ordered" | "search";
  fields: readonly string[];
  /** The language in which it holds the first field, where that is a text in two. */
  language?: Language;
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
  return [...ordersOf(noun, name), ...filtersOf(noun, name)].flatMap((index) =>
    columnOf(noun, index.fields[0] as string).inLanguage
      ? languages.map((language) => ({ ...index, language }))
      : [index],
  );
}

// The casts: MikroORM types its class decorators for concrete classes with known properties.

/** Declares them to the ORM, whose migrations make them. */
export function declareIndexes(noun: NounDefinition): void {
  for (const index of offeredIndexes(noun)) {
    const { kind, fields, language } = index;
    if (kind === "search") searchIndex(noun, index);
    else if (language) orderInLanguage(noun, index);
    else if (columnOf(noun, fields[0] as string).covers.length > 0) coveringIndex(noun, index);
    else Index({ properties: fields as never })(noun.target as never);
  }
}

/** The name of an index by its first column, with the language that it is in. */
const indexName = (table: string, column: string, ending: string, language?: Language): string =>
  [table, column, ...(language ? [language] : []), ending].join("_");

/** What an index holds of its first field: the column, or the expression of its text in a language. */
function firstOf(noun: NounDefinition, { fields: [name], language }: OfferedIndex) {
  const { column, inLanguage } = columnOf(noun, name as string);
  return { column, held: language && inLanguage ? `(${inLanguage(language)})` : column };
}

function searchIndex(noun: NounDefinition, index: OfferedIndex): void {
  const { table, target } = noun;
  const { column, held } = firstOf(noun, index);
  const name = indexName(table, column, "search", index.language);
  const expression = `create index ${name} on ${table} using gin (${held} gin_trgm_ops)`;
  Index({ name, expression })(target as never);
}

function orderInLanguage(noun: NounDefinition, index: OfferedIndex): void {
  const { table, target } = noun;
  const { column, held } = firstOf(noun, index);
  const name = indexName(table, column, "order", index.language);
  const further = index.fields.slice(1).map((field) => columnOf(noun, field).column);
  const expression = `create index ${name} on ${table} (${[held, ...further].join(", ")})`;
  Index({ name, expression })(target as never);
}

function coveringIndex(noun: NounDefinition, { fields }: OfferedIndex): void {
  const { table, target } = noun;
  const columns = fields.map((field) => columnOf(noun, field));
  const name = indexName(table, columns[0]?.column ?? "", "covering");
  const held = columns.map(({ column }) => column).join(", ");
  const covered = columns.flatMap(({ covers }) => covers).join(", ");
  const expression = `create index ${name} on ${table} (${held}) include (${covered})`;
  Index({ name, expression })(target as never);
}
