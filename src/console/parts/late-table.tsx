import { lazy, Suspense } from "react";
import type { DataTable, TableProps } from "./data-table.js";
import { Loading } from "./loading.js";

const Loaded = lazy(() =>
  import("./data-table.js").then((file) => ({ default: file.DataTable })),
) as unknown as typeof DataTable;

/**
 * A table that a page shows only where it is chosen: its library is loaded then. It is as large as the home
 * page.
 */
export function LateTable<Row extends object>(props: TableProps<Row>) {
  return (
    <Suspense fallback={<Loading />}>
      <Loaded {...props} />
    </Suspense>
  );
}
