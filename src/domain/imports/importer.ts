import type { TableColumn } from "../../platform/tables/index.js";
import type { Work } from "../common/index.js";
import type { RowCells } from "./rows/row-cells.js";
import type { TableSource } from "./rows/table-source.js";

/** The import of the rows of one table. */
export interface Importer {
  /**
   * Imports the next rows: creates and changes nouns in the transaction's unit of work. Each row gets its
   * outcome, or faults at its cells; a row with faults must change nothing.
   */
  importRows(rows: readonly RowCells[]): Promise<void>;
}

/** The form of a kind of table: its columns, its importer, and the source of its export. */
export interface TableForm {
  columns: readonly TableColumn[];
  /** Columns that a table may have besides, to be checked against what the hub knows. */
  checked?: readonly TableColumn[];
  /** True if each row belongs to an organisation; the table may then have `ownerColumns`. */
  isOwned: boolean;
  source: TableSource;
  /** Creates the importer of a table on behalf of an organisation; undefined for the platform's operator. */
  begin(work: Work, organisation: string | undefined): Importer;
}

/**
 * The columns that an export adds, so that each row names its owner. A table that is sent back may keep
 * them, and then they must be correct.
 */
export const ownerColumns = columnsOf("organisation", "id");

/** Columns by their names; a name that ends with `!` is a required column. */
export function columnsOf(...names: string[]): TableColumn[] {
  return names.map((name) => ({ name: name.replace(/!$/, ""), needed: name.endsWith("!") }));
}
