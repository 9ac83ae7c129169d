import type { TableColumn } from "../../platform/tables/index.js";
import type { Work } from "../common/index.js";
import type { RowCells } from "./rows/row-cells.js";
import type { TableSource } from "./rows/table-source.js";

/** What is done with the rows of a table. */
export interface Importer {
  /**
   * Takes some rows, after those before: creates and changes nouns in the transaction's unit of work.
   * What is wrong goes to the row's cells, and then nothing of that row may be taken.
   */
  take(rows: readonly RowCells[]): Promise<void>;
  /** How many rows said what the hub knew already. */
  readonly unchanged: number;
}

/** A kind of table: its columns, who takes its rows, and who gives them. */
export interface TableForm {
  columns: readonly TableColumn[];
  /** Whether its rows are some organisation's own: then it may have `ownerColumns`. */
  isOwned: boolean;
  source: TableSource;
  /** Begins with a table on behalf of an organisation; none for the platform's operator. */
  begin(work: Work, organisation: string | undefined): Importer;
}

/**
 * What the hub writes beside the columns of a table, so that a row says whose it is. A table that
 * comes back may keep them, and then they must be right.
 */
export const ownerColumns = columnsOf("organisation", "id");

/** Columns by their names; those that end with `!` are needed. */
export function columnsOf(...names: string[]): TableColumn[] {
  return names.map((name) => ({ name: name.replace(/!$/, ""), needed: name.endsWith("!") }));
}
