import type { StoredText } from "../../common/index.js";
import type { ViewDataset, ViewKind, ViewParameterType } from "../enums.js";

/** A parameter as a definition holds it. */
export interface Parameter {
  name: string;
  type: ViewParameterType;
  default: unknown;
  required: boolean;
  titleText: StoredText;
  enumeration: string | null;
}

/** One order of rows or groups. */
export interface Order {
  field: string;
  direction: string;
}

/** A chart. */
export interface Chart {
  kind: string;
  x: string | null;
  y: readonly string[];
  series: string | null;
}

/** The question of a view: everything that decides over its document. */
export interface ViewDefinition {
  kind: ViewKind;
  dataset: ViewDataset;
  /** The filter of the dataset, with `{"$parameter": …}` and `{"$date": …}` in the places of values. */
  where: unknown;
  parameters: readonly Parameter[];
  /** Of a TABLE: paths along to-one edges, as `plan.programme.title`. */
  columns: readonly string[];
  /** Of GROUPS: dimensions. */
  groupBy: readonly string[];
  /** Of a MATRIX: the dimensions of its rows and of its columns. */
  matrixRows: readonly string[];
  matrixColumns: readonly string[];
  /** Of GROUPS and a MATRIX: paths of measures, as `count` or `money.given.total`. */
  measures: readonly string[];
  orderBy: readonly Order[];
  pageSize: number;
  chart: Chart | null;
}

/** The names of the parts of a definition: the columns of a view that a document is made of. */
export const definitionParts = [
  "kind",
  "dataset",
  "where",
  "parameters",
  "columns",
  "groupBy",
  "matrixRows",
  "matrixColumns",
  "measures",
  "orderBy",
  "pageSize",
  "chart",
] as const satisfies readonly (keyof ViewDefinition)[];

/** The definition in a row, or in another record, that has all its parts. */
export function definitionOf(row: Readonly<Record<string, unknown>>): ViewDefinition {
  // The cast: the mutations have checked what the columns hold.
  return Object.fromEntries(
    definitionParts.map((part) => [part, row[part]]),
  ) as unknown as ViewDefinition;
}
