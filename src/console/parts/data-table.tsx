import {
  type ColumnDef,
  createSortedRowModel,
  rowSortingFeature,
  type SortDirection,
  sortFns,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import type { ReactNode } from "react";
import styles from "./data-table.module.css";

const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns,
});

/** A column of a table: how it is named, what it sorts by, and how it is shown. */
export interface TableColumn<Row> {
  name: string;
  title: string;
  /** What the column sorts by, and what it shows without `show`. */
  value: (row: Row) => string | number | null;
  show?: (row: Row) => ReactNode;
  /** True for figures, which stand at the end of their cell. */
  isNumber?: boolean;
}

const sortOf = (direction: SortDirection | false) =>
  direction === false ? "none" : direction === "asc" ? "ascending" : "descending";

const marks = { none: "", ascending: " ↑", descending: " ↓" } as const;

/** What a table shows. */
export interface TableProps<Row> {
  caption: string;
  columns: readonly TableColumn<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
}

/** A table whose rows one may sort by its columns. */
export function DataTable<Row extends object>({ caption, columns, rows, keyOf }: TableProps<Row>) {
  const table = useTable({
    features,
    data: rows as Row[],
    columns: columns.map(
      ({ name, value }): ColumnDef<typeof features, Row> => ({ id: name, accessorFn: value }),
    ),
    getRowId: keyOf,
  });
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ name, title, isNumber }) => {
              const sort = sortOf(table.getColumn(name)?.getIsSorted() ?? false);
              return (
                <th key={name} scope="col" aria-sort={sort} data-number={isNumber}>
                  <button
                    type="button"
                    className={styles.sort}
                    onClick={() => table.getColumn(name)?.toggleSorting()}
                  >
                    {title}
                    <span aria-hidden="true">{marks[sort]}</span>
                  </button>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {table.getRowModel().rows.map(({ id, original }) => (
            <tr key={id}>
              {columns.map(({ name, title, value, show, isNumber }) => (
                <td key={name} data-number={isNumber} data-title={title}>
                  {show ? show(original) : value(original)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
