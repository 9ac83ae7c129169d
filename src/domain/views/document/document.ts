import type { GraphQLSchema } from "graphql";
import { badUserInput } from "../../../platform/errors.js";
import { fault } from "../../common/index.js";
import { ViewKind } from "../enums.js";
import { camel, type DatasetSchema, datasetSchema, type GroupsSchema } from "./dataset.js";
import type { Order, ViewDefinition } from "./definition.js";
import { byName } from "./markers.js";
import { parameterIn, parameterValues } from "./parameters.js";
import { type Found, measureIn, type PathShape, pathIn } from "./paths.js";
import { selectionText } from "./selection.js";
import { dropped, filledWhere, relativeIn } from "./where.js";

/** The part of a view's answer that a column stands in. */
export type ColumnRole = "FIELD" | "DIMENSION" | "MEASURE";

/** A column of a view's result. */
export interface ViewColumnShape extends PathShape {
  /** The path as the view names it, or a dimension's name in camel case. */
  key: string;
  role: ColumnRole;
}

/** A view as a document: what a portal can send as it is. */
export interface ViewDocument {
  document: string;
  variables: Record<string, unknown>;
  /** The columns, in their order: fields of rows, or dimensions and then measures. */
  columns: readonly ViewColumnShape[];
}

/** What a document is made for. */
export interface ViewRequest {
  schema: GraphQLSchema;
  definition: ViewDefinition;
  /** The values of parameters by name, as the request gives them. */
  parameters: unknown;
  /** Today in the hub's zone, as `2024-07-03`. */
  today: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}

/** The shape at a path that the view's check has found. */
function shapeOf(found: Found, key: string, role: ColumnRole): ViewColumnShape {
  if ("shape" in found) return { ...found.shape, key, role };
  throw badUserInput([{ path: key, message: found.problem }]);
}

/** The columns of dimensions, whose values are in a group's key. */
const dimensionColumns = (groups: GroupsSchema, names: readonly string[]): ViewColumnShape[] =>
  names.map((name) => shapeOf(pathIn(groups.key, camel(name)), camel(name), "DIMENSION"));

/** The columns of measures. */
function measureColumns(groups: GroupsSchema, names: readonly string[]): ViewColumnShape[] {
  const dimensions = new Set(groups.dimensions.getValues().map(({ name }) => name));
  return names.map((name) =>
    shapeOf(measureIn(groups.measures, dimensions, name), name, "MEASURE"),
  );
}

const ordersText = (orders: readonly Order[]): string =>
  orders.length === 0
    ? ""
    : `, orderBy: [${orders.map(({ field, direction }) => `{ field: ${field}, direction: ${direction} }`).join(", ")}]`;

const selected = (columns: readonly ViewColumnShape[]): string =>
  selectionText(columns.map(({ selections }) => selections));

const pageInfo = "pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount";

/** A query of the view's dataset with these selections below the list. */
function queryText({ list, where }: DatasetSchema, below: string, isPaged: string): string {
  return `query View($where: ${where}, $first: Int, $after: String) {\n  rows: ${list}(where: $where${isPaged}) ${below}\n}`;
}

/** The groups of a list by these dimensions; `name` is their name in the answer. */
function groupsText(
  name: string,
  by: readonly string[],
  given: string,
  below: readonly string[],
): string {
  const field = name === "groups" ? name : `${name}: groups`;
  return `${field}(by: [${by.join(", ")}]${given}) { ${below.join(" ")} }`;
}

const page = ", first: $first, after: $after";

function tableDocument(dataset: DatasetSchema, { columns, orderBy }: ViewDefinition) {
  const shapes = columns.map((key) => shapeOf(pathIn(dataset.row, key), key, "FIELD"));
  const own = { selections: ["__typename"] };
  const id = { selections: ["id"] };
  const nodes = selectionText([own, id, ...shapes].map(({ selections }) => selections));
  const given = `${page}${ordersText(orderBy)}`;
  return {
    document: queryText(dataset, `{ nodes ${nodes} ${pageInfo} }`, given),
    columns: shapes,
  };
}

function groupsDocument(
  dataset: DatasetSchema,
  groups: GroupsSchema,
  { groupBy, measures, orderBy }: ViewDefinition,
) {
  const keys = dimensionColumns(groups, groupBy);
  const values = measureColumns(groups, measures);
  const shown = `measures ${selected(values)}`;
  const nodes = keys.length > 0 ? `nodes { key ${selected(keys)} ${shown} }` : `nodes { ${shown} }`;
  const below = [nodes, pageInfo, `total ${selected(values)}`];
  const given = `${page}${ordersText(orderBy)}`;
  const text = groupsText("groups", groupBy, given, below);
  return { document: queryText(dataset, `{ ${text} }`, ""), columns: [...keys, ...values] };
}

/** The most rows, and the most columns, of a matrix. */
export const mostOfMatrix = 200;

/** A matrix in one document: its rows with their totals, its columns with theirs, and a page of its cells. */
function matrixDocument(
  dataset: DatasetSchema,
  groups: GroupsSchema,
  { matrixRows, matrixColumns, measures }: ViewDefinition,
) {
  const rows = dimensionColumns(groups, matrixRows);
  const columns = dimensionColumns(groups, matrixColumns);
  const values = measureColumns(groups, measures);
  const nodes = (keys: readonly ViewColumnShape[]) =>
    `nodes { key ${selected(keys)} measures ${selected(values)} }`;
  const whole = `, first: ${mostOfMatrix}`;
  const below = [
    groupsText("matrixRows", matrixRows, whole, [
      nodes(rows),
      "totalCount",
      `total ${selected(values)}`,
    ]),
    groupsText("matrixColumns", matrixColumns, whole, [nodes(columns), "totalCount"]),
    groupsText("groups", [...matrixRows, ...matrixColumns], page, [
      nodes([...rows, ...columns]),
      pageInfo,
    ]),
  ];
  return {
    document: queryText(dataset, `{\n    ${below.join("\n    ")}\n  }`, ""),
    columns: [...rows, ...columns, ...values],
  };
}

function documentOf(dataset: DatasetSchema, definition: ViewDefinition) {
  if (definition.kind === ViewKind.TABLE) return tableDocument(dataset, definition);
  const { groups } = dataset;
  if (!groups) throw badUserInput([noGroups]);
  return definition.kind === ViewKind.GROUPS
    ? groupsDocument(dataset, groups, definition)
    : matrixDocument(dataset, groups, definition);
}

/** The fault of a dataset whose list has no groups. */
export const noGroups = fault(
  "kind",
  "the dataset has no groups",
  "himpunan data ini tanpa kelompok",
);

/** The dataset of a view; throws BAD_USER_INPUT for a list that the schema no longer has. */
function existingDataset({ schema, definition }: Pick<ViewRequest, "schema" | "definition">) {
  const found = datasetSchema(schema, definition.dataset);
  if (found) return found;
  throw badUserInput([
    fault("dataset", "the schema has no such list", "skema tidak memiliki daftar ini"),
  ]);
}

/** The view's filter with the values of parameters and with relative dates as days. */
function whereOf({ schema, definition, parameters, today }: ViewRequest, dataset: DatasetSchema) {
  const values = parameterValues(schema, definition.parameters, parameters);
  const known = byName(definition.parameters);
  return filledWhere(definition.where, dataset.where, (place) => {
    const { marker } = place;
    if (marker === "wrong") return dropped;
    if (marker.kind === "date") return relativeIn(place, marker.name, today);
    const parameter = known.get(marker.name);
    if (!parameter || !values.has(marker.name)) return dropped;
    return parameterIn(place, parameter, values.get(marker.name), today);
  });
}

/** The text of a view's document, which no parameter changes, and its columns. */
export function viewText(
  request: Pick<ViewRequest, "schema" | "definition">,
): Pick<ViewDocument, "document" | "columns"> {
  return documentOf(existingDataset(request), request.definition);
}

/**
 * The variables of a view's document. Throws BAD_USER_INPUT for parameters that the request gives wrongly,
 * at `parameters.<name>`.
 */
export function viewVariables(request: ViewRequest): ViewDocument["variables"] {
  const { definition, first, after } = request;
  const where = whereOf(request, existingDataset(request));
  const isMatrix = definition.kind === ViewKind.MATRIX;
  return {
    ...(where === undefined ? {} : { where }),
    first: first ?? (isMatrix ? mostOfMatrix : definition.pageSize),
    ...(after ? { after } : {}),
  };
}

/** The document of a view with its variables and its columns, for a view whose check has found no fault. */
export const viewDocument = (request: ViewRequest): ViewDocument => ({
  ...viewText(request),
  variables: viewVariables(request),
});
