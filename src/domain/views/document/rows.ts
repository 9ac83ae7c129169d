import { ViewCellKind } from "../enums.js";
import type { ViewColumnShape } from "./document.js";

/** The row of a noun that a cell refers to. */
export interface CellReference {
  __typename: string;
  id: string;
}

/** One cell: the value in the member of its kind; all are null where there is no value. */
export interface Cell {
  kind: ViewCellKind;
  isNull: boolean;
  text: string | null;
  /** A text in both languages, as the answer gives it. */
  translated: { indonesian: string; english: string } | null;
  number: number | null;
  money: string | null;
  date: string | null;
  instant: string | null;
  boolean: boolean | null;
  /** The members of an enumeration: one, or those of a list. */
  codes: readonly string[];
  reference: CellReference | null;
}

const empty: Omit<Cell, "kind"> = {
  isNull: true,
  text: null,
  translated: null,
  number: null,
  money: null,
  date: null,
  instant: null,
  boolean: null,
  codes: [],
  reference: null,
};

type Record_ = Readonly<Record<string, unknown>>;

/** The value at a path of an answer; null where a reference on the way is null. */
function valueAt(answer: unknown, path: readonly string[]): unknown {
  let at = answer;
  for (const name of path) at = (at as Record_ | null | undefined)?.[name] ?? null;
  return at;
}

const translatedOf = (value: unknown): Pick<Cell, "text" | "translated"> => {
  const { indonesian, english } = value as { indonesian: string; english: string };
  return { text: null, translated: { indonesian, english } };
};

/** The name of a referenced row: in both languages, or one text. */
function nameOf(row: Record_, { display, isTranslated }: ViewColumnShape) {
  const name = display ? row[display] : null;
  if (name === null || name === undefined) return { text: null };
  return isTranslated ? translatedOf(name) : { text: String(name) };
}

/** The members of a cell that is not null. */
function filled(value: unknown, column: ViewColumnShape): Partial<Cell> {
  switch (column.kind) {
    case ViewCellKind.REFERENCE: {
      const row = value as Record_;
      const reference = { __typename: String(row.__typename), id: String(row.id) };
      return { reference, ...nameOf(row, column) };
    }
    case ViewCellKind.ENUM:
      return { codes: [value].flat().map(String) };
    case ViewCellKind.NUMBER:
      return column.isList ? { text: [value].flat().join(", ") } : { number: Number(value) };
    case ViewCellKind.BOOLEAN:
      return { boolean: value === true };
    case ViewCellKind.MONEY:
      return { money: String(value) };
    case ViewCellKind.DATE:
      return { date: String(value) };
    case ViewCellKind.INSTANT:
      return { instant: String(value) };
    default:
      return column.isTranslated ? translatedOf(value) : { text: [value].flat().join(", ") };
  }
}

/** The cell of a column in a row of the answer. */
export function cellOf(answer: unknown, column: ViewColumnShape): Cell {
  const { kind } = column;
  const value = valueAt(answer, column.path);
  return value === null || value === undefined
    ? { kind, ...empty }
    : { kind, ...empty, isNull: false, ...filled(value, column) };
}

/** One row: its cells, and the row of the dataset that it shows, where it is one. */
export interface ViewRowData {
  cells: Cell[];
  reference: CellReference | null;
}

/** The place of a page, as Relay gives it. */
export interface PageData {
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  startCursor: string | null;
  endCursor: string | null;
}

/** A group of an answer. */
interface GroupData {
  key?: unknown;
  measures: unknown;
}

/** The groups of an answer. */
interface GroupsData {
  nodes: GroupData[];
  pageInfo: PageData;
  totalCount: number;
  total?: unknown;
}

/** The answer to a view's document. */
export interface ViewData {
  rows: {
    nodes?: (Record_ & CellReference)[];
    pageInfo?: PageData;
    totalCount?: number;
    groups?: GroupsData;
    matrixRows?: GroupsData;
    matrixColumns?: GroupsData;
  };
}

/** The rows of a view: those of a table, or groups. */
export interface ViewRows {
  rows: ViewRowData[];
  pageInfo: PageData;
  totalCount: number;
  /** The measures over all rows of the dataset; null for a table. */
  totals: Cell[] | null;
}

/** The cells of a group, in the order of its columns. */
export const groupCells = (group: GroupData, columns: readonly ViewColumnShape[]): Cell[] =>
  columns.map((column) => cellOf(column.role === "DIMENSION" ? group.key : group.measures, column));

const noPage: PageData = {
  hasNextPage: false,
  hasPreviousPage: false,
  startCursor: null,
  endCursor: null,
};

/** The rows of a view's answer, as typed cells; of a matrix those of its cells. */
export function viewRows({ rows }: ViewData, columns: readonly ViewColumnShape[]): ViewRows {
  const { groups } = rows;
  if (!groups) {
    const { nodes = [], pageInfo = noPage, totalCount = 0 } = rows;
    const made = nodes.map((node) => ({
      cells: columns.map((column) => cellOf(node, column)),
      reference: { __typename: node.__typename, id: node.id },
    }));
    return { rows: made, pageInfo, totalCount, totals: null };
  }
  const measures = columns.filter(({ role }) => role === "MEASURE");
  const total = groups.total ?? rows.matrixRows?.total;
  return {
    rows: groups.nodes.map((group) => ({ cells: groupCells(group, columns), reference: null })),
    pageInfo: groups.pageInfo,
    totalCount: groups.totalCount,
    totals: total ? measures.map((column) => cellOf(total, column)) : null,
  };
}
