import type { TableColumn } from "../../platform/tables/index.js";
import type { Work } from "../common/index.js";
import type { Correcting } from "./corrections/correcting-importer.js";
import type { RowCells } from "./rows/row-cells.js";
import type { TableSource } from "./rows/table-source.js";
import { versionColumn } from "./rows/written-cells.js";

/** The import of the rows of one table. */
export interface Importer {
  /**
   * Imports the next rows: creates and changes nouns in the transaction's unit of work. Each row gets its
   * outcome, or faults at its cells; a row with faults must change nothing.
   */
  importRows(rows: readonly RowCells[]): Promise<void>;
  /** Writes what is not in the unit of work; not called once it is known that the table will be refused. */
  write?(): Promise<void>;
}

/** The form of a kind of table: its columns, its importer, and the source of its export. */
export interface TableForm {
  columns: readonly TableColumn[];
  /** The number of rows that are read, checked and written together, where it is not the usual one. */
  batchRows?: number;
  /** Columns that a table may have besides, to be checked against what the hub knows. */
  checked?: readonly TableColumn[];
  /** Its columns of regions' codes. */
  places?: readonly string[];
  /**
   * The columns that an export adds, by which each row names its owner, itself and the version that it was
   * read at. A table that is sent back may keep them, and then they must be correct.
   */
  exported: readonly TableColumn[];
  source: TableSource;
  /** Creates the importer of a table on behalf of an organisation; undefined for the platform's operator. */
  begin(work: Work, organisation: string | undefined): Importer;
  /** Creates what corrects by a table on behalf of an organisation. */
  correcting(work: Work, organisation: string | undefined): Correcting;
}

/** The columns that an export adds to rows of organisations. */
export const ownedColumns = columnsOf("organisation", "id", versionColumn);

/** Columns by their names; a name that ends with `!` is a required column. */
export function columnsOf(...names: string[]): TableColumn[] {
  return names.map((name) => ({ name: name.replace(/!$/, ""), needed: name.endsWith("!") }));
}
