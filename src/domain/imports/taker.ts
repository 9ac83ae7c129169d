import type { TableColumn } from "../../platform/tables/index.js";
import type { Work } from "../common/index.js";
import type { RowCells } from "./row-cells.js";

/** What is done with the rows of a table. */
export interface Taker {
  /**
   * Takes some rows, after those before: creates and changes nouns in the transaction's unit of work.
   * What is wrong goes to the row's cells, and then nothing of that row may be taken.
   */
  take(rows: readonly RowCells[]): Promise<void>;
  /** How many rows said what the hub knew already. */
  readonly unchanged: number;
}

/** A kind of table: its columns, and who takes its rows. */
export interface TableForm {
  columns: readonly TableColumn[];
  /** Begins with a table on behalf of an organisation; none for the platform's operator. */
  begin(work: Work, organisation: string | undefined): Taker;
}

/** Columns by their names; those that end with `!` are needed. */
export const columnsOf = (...names: string[]): TableColumn[] =>
  names.map((name) => ({ name: name.replace(/!$/, ""), needed: name.endsWith("!") }));
