import type { Text } from "../../../platform/errors.js";
import type { RowCells } from "./row-cells.js";

/** The things of a table by the rows in which they were met first, so that none is taken twice. */
export class DuplicateRows {
  private readonly rows = new Map<string, number>();

  /** `column` is where a second row of the same is told; `same` is what it is, before the row's number. */
  constructor(
    private readonly column: string,
    private readonly same: Text,
  ) {}

  /** Notes the thing of a row, or tells the row before in which it was met. */
  note(cells: RowCells, thing: string): void {
    const before = this.rows.get(thing);
    if (before === undefined) this.rows.set(thing, cells.row.row);
    else {
      const { en, id } = this.same;
      cells.fault(this.column, { en: `${en} ${before}`, id: `${id} ${before}` });
    }
  }
}
