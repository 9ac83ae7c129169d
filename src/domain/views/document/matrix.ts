import type { ViewColumnShape } from "./document.js";
import { type Cell, groupCells, type ViewData } from "./rows.js";

/** A row or a column of a matrix: its dimensions, and its totals. */
export interface MatrixLine {
  cells: Cell[];
  totals: Cell[];
}

/** A cell of a matrix at its row and its column. */
export interface MatrixCell {
  row: number;
  column: number;
  cells: Cell[];
}

/** A matrix: only the cells that have any rows. */
export interface MatrixData {
  /** How many rows and columns there are in all; `rows` and `columns` hold the first of them. */
  rowCount: number;
  columnCount: number;
  rows: MatrixLine[];
  columns: MatrixLine[];
  cells: MatrixCell[];
}

/** The identity of the dimensions of a line: what its cells show, their names aside. */
const keyOf = (cells: readonly Cell[]): string =>
  JSON.stringify(
    cells.map(({ reference, codes, text, number, money, date, instant, boolean }) => [
      ...(reference ? [reference.__typename, reference.id] : [text]),
      codes,
      ...[number, money, date, instant, boolean],
    ]),
  );

/** The matrix of a view's answer; `sides` are the numbers of dimensions of its rows and its columns. */
export function viewMatrix(
  { rows: answer }: ViewData,
  shapes: readonly ViewColumnShape[],
  sides: { rows: number; columns: number },
): MatrixData {
  const dimensions = shapes.filter(({ role }) => role === "DIMENSION");
  const measures = shapes.filter(({ role }) => role === "MEASURE");
  const ofRows = dimensions.slice(0, sides.rows);
  const ofColumns = dimensions.slice(sides.rows, sides.rows + sides.columns);
  const linesOf = (groups: typeof answer.groups, own: readonly ViewColumnShape[]): MatrixLine[] =>
    (groups?.nodes ?? []).map((group) => ({
      cells: groupCells(group, own),
      totals: groupCells(group, measures),
    }));
  const rows = linesOf(answer.matrixRows, ofRows);
  const columns = linesOf(answer.matrixColumns, ofColumns);
  const places = (lines: readonly MatrixLine[]) =>
    new Map(lines.map(({ cells }, at) => [keyOf(cells), at]));
  const rowAt = places(rows);
  const columnAt = places(columns);
  const cells = (answer.groups?.nodes ?? []).flatMap((group) => {
    const row = rowAt.get(keyOf(groupCells(group, ofRows)));
    const column = columnAt.get(keyOf(groupCells(group, ofColumns)));
    // Beyond the most rows or columns of a matrix: `rowCount` and `columnCount` say so.
    if (row === undefined || column === undefined) return [];
    return [{ row, column, cells: groupCells(group, measures) }];
  });
  const rowCount = answer.matrixRows?.totalCount ?? 0;
  const columnCount = answer.matrixColumns?.totalCount ?? 0;
  return { rowCount, columnCount, rows, columns, cells };
}
