import type { Text } from "../../../platform/errors.js";
import type { RowCells } from "./row-cells.js";

/** The first rows of the things in a table, to find duplicate rows. */
export class DuplicateRows {
  private readonly rows = new Map<string, number>();

  /** `column` gets the fault of a duplicate row; `same` is its message, before the number of the first row. */
  constructor(
    private readonly column: string,
    private readonly same: Text,
  ) {}

  /** Records the thing of a row, or adds a fault that names its first row. */
  check(cells: RowCells, thing: string): void {
    const before = this.rows.get(thing);
    if (before === undefined) this.rows.set(thing, cells.row.row);
    else {
      const { en, id } = this.same;
      cells.fault(this.column, { en: `${en} ${before}`, id: `${id} ${before}` });
    }
  }
}
