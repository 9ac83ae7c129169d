import {
  type GraphQLEnumType,
  type GraphQLInputObjectType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isObjectType,
} from "graphql";
import { camel, type DatasetSchema, datasetSchema, type GroupsSchema } from "./document/dataset.js";
import { type Found, measureIn, pathIn } from "./document/paths.js";
import { ViewCellKind, ViewDataset } from "./enums.js";
import { headingOfPath, memberName } from "./words/headings.js";

/** A part that a view of a dataset can have, with its words. */
export interface CataloguePart {
  name: string;
  id: string;
  en: string;
  kind?: ViewCellKind;
}

/** A condition that people can choose: where it stands in the filter, and what it compares. */
export interface CatalogueFilter extends Omit<CataloguePart, "kind"> {
  type: "ENUM" | "TEXT" | "NUMBER" | "MONEY" | "DATE" | "BOOLEAN" | "PERIOD" | "KEY" | "REGION";
  enumeration?: string;
}

/** What a view of one dataset can be made of. */
export interface DatasetCatalogue {
  columns: CataloguePart[];
  dimensions: CataloguePart[];
  measures: CataloguePart[];
  orders: CataloguePart[];
  groupOrders: CataloguePart[];
  filters: CatalogueFilter[];
}

const worded = (name: string, path: string) => {
  const { indonesian, english } = headingOfPath(path);
  return { name, id: indonesian, en: english };
};

/** The part at a path, where the schema has a value there. */
function partAt(name: string, path: string, found: Found): CataloguePart[] {
  if ("problem" in found) return [];
  return [{ ...worded(name, path), kind: found.shape.kind }];
}

/** What tells people nothing as a column. */
const technical = new Set(["id", "version"]);

/** The fields that people may want: not those of a text in both languages that a plain one shows too. */
const fieldNames = (type: GraphQLObjectType): string[] => {
  const fields = type.getFields();
  const isTwin = (name: string) => name.endsWith("Text") && name.slice(0, -4) in fields;
  return Object.keys(fields).filter((name) => !technical.has(name) && !isTwin(name));
};

/** The columns of a row: its own values, what it refers to, and the values of that. */
function columnsOf(row: GraphQLObjectType): CataloguePart[] {
  return fieldNames(row).flatMap((name) => {
    const below = getNamedType(row.getFields()[name]?.type);
    const found = pathIn(row, name);
    const isReference = "shape" in found && found.shape.kind === ViewCellKind.REFERENCE;
    const inner = isReference && isObjectType(below) ? fieldNames(below) : [];
    return [
      ...partAt(name, name, found),
      ...inner.flatMap((one) =>
        partAt(`${name}.${one}`, `${name}.${one}`, pathIn(row, `${name}.${one}`)),
      ),
    ];
  });
}

const drawn: ReadonlySet<ViewCellKind> = new Set([ViewCellKind.NUMBER, ViewCellKind.MONEY]);

/** The paths of values below a type of measures, which are three names long at most. */
function measurePaths(type: GraphQLObjectType, before: readonly string[] = []): string[] {
  return Object.entries(type.getFields()).flatMap(([name, field]) => {
    const path = [...before, name];
    const below = getNamedType(field.type);
    if (isObjectType(below)) return path.length < 3 ? measurePaths(below, path) : [];
    return [path.join(".")];
  });
}

function measuresOf(groups: GroupsSchema): CataloguePart[] {
  const { measures, dimensions } = groups;
  const names = new Set(dimensions.getValues().map(({ name }) => name));
  const distinct = dimensionsOf(groups)
    .filter(({ kind }) => kind === ViewCellKind.REFERENCE)
    .map(({ name }) => `countDistinct.${camel(name)}`);
  return [...measurePaths(measures), ...distinct]
    .flatMap((name) => partAt(name, name, measureIn(measures, names, name)))
    .filter(({ kind }) => kind !== undefined && drawn.has(kind));
}

const dimensionsOf = ({ dimensions, key }: GroupsSchema): CataloguePart[] =>
  dimensions.getValues().flatMap(({ name }) => partAt(name, camel(name), pathIn(key, camel(name))));

const ordersOf = (type: GraphQLEnumType | undefined): CataloguePart[] =>
  (type?.getValues() ?? []).map(({ name }) => worded(name, camel(name)));

/** The types of conditions by the filter's type in the schema. */
const comparisons: Readonly<Record<string, CatalogueFilter["type"]>> = {
  TextFilter: "TEXT",
  IntFilter: "NUMBER",
  FloatFilter: "NUMBER",
  MoneyFilter: "MONEY",
  DateFilter: "DATE",
  BooleanFilter: "BOOLEAN",
  PeriodFilter: "PERIOD",
};

/** The condition of one field of a filter; none where people could not say it in one row. */
function filterAt(name: string, type: GraphQLInputObjectType): CatalogueFilter[] {
  const words = worded(name, name);
  const plain = comparisons[type.name];
  if (plain) return [{ ...words, type: plain }];
  const { eq, key, within, region } = type.getFields();
  const compared = eq && getNamedType(eq.type);
  if (isEnumType(compared)) {
    const isNamed = compared.getValues().every((one) => memberName(compared.name, one.name));
    return isNamed ? [{ ...words, type: "ENUM", enumeration: compared.name }] : [];
  }
  if (within) return [{ ...words, type: "REGION" }];
  const below = region && getNamedType(region.type);
  const regions =
    type.name === "AreaFilter" && isInputObjectType(below) ? filterAt(`${name}.region`, below) : [];
  const keys: CatalogueFilter[] = key ? [{ ...words, type: "KEY" }] : [];
  return [...keys, ...regions];
}

function filtersOf(where: DatasetSchema["where"]): CatalogueFilter[] {
  const type = getNamedType(where);
  if (!isInputObjectType(type)) return [];
  return Object.entries(type.getFields()).flatMap(([name, field]) => {
    const below = getNamedType(field.type);
    return isInputObjectType(below) && below !== type ? filterAt(name, below) : [];
  });
}

/** Sorted by name: the order of fields follows the imports of a program, and readers sort by words. */
const sorted = <Part extends { name: string }>(parts: Part[]): Part[] =>
  parts.sort((one, other) => (one.name < other.name ? -1 : 1));

function catalogueOf({ row, orders, groups, where }: DatasetSchema): DatasetCatalogue {
  return {
    columns: sorted(columnsOf(row)),
    dimensions: sorted(groups ? dimensionsOf(groups) : []),
    measures: sorted(groups ? measuresOf(groups) : []),
    orders: sorted(ordersOf(orders)),
    groupOrders: sorted(ordersOf(groups?.orders)),
    filters: sorted(filtersOf(where)),
  };
}

/**
 * What views can be made of, by dataset, with words in both languages: for a page on which people build
 * one by choosing. It follows from the schema; a test saves a view of each part.
 */
export function viewCatalogue(
  schema: GraphQLSchema,
): Partial<Record<ViewDataset, DatasetCatalogue>> {
  const entries = Object.values(ViewDataset).flatMap((dataset) => {
    const found = datasetSchema(schema, dataset);
    return found ? [[dataset, catalogueOf(found)] as const] : [];
  });
  return Object.fromEntries(entries);
}
