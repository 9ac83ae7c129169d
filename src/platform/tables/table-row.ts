import { type CellFault, cellAddress } from "./cell-fault.js";
import type { Header } from "./csv-header.js";

const stray = {
  en: "has no heading above it; clear the cell, name its column, or quote a value that contains the separator",
  id: "tidak mempunyai kepala kolom; kosongkan selnya, beri nama kolomnya, atau beri tanda kutip pada nilai yang memuat pemisah",
};

/** A row of a table. */
export class TableRow {
  constructor(
    /** Its number in the file as a spreadsheet counts, from 1. */
    readonly row: number,
    /** The content of its cells, in the file's order. */
    readonly cells: readonly string[],
    private readonly header: Header,
  ) {}

  /** The content of a column with the blanks around it; empty where the table or the row lacks it. */
  content(column: string): string {
    const at = this.header.indexOf(column);
    return at === undefined ? "" : (this.cells[at] ?? "");
  }

  /** The trimmed text of a column. */
  text(column: string): string {
    return this.content(column).trim();
  }

  /** True if the table has the column. */
  has(column: string): boolean {
    return this.header.indexOf(column) !== undefined;
  }

  /** The address of the column's cell in this row, as `B12`; the row's number without the column. */
  address(column: string): string {
    const at = this.header.indexOf(column);
    return at === undefined ? String(this.row) : cellAddress(this.row - 1, at);
  }

  /** A fault of the column's cell. */
  fault(column: string, en: string, id: string): CellFault {
    return { cell: this.address(column), message: { en, id } };
  }

  /** The fault of the first cell with content beyond the header or below an empty heading, if any. */
  strayFault(): CellFault | undefined {
    const at = this.header.firstStray(this.cells);
    return at < 0 ? undefined : { cell: cellAddress(this.row - 1, at), message: stray };
  }
}
