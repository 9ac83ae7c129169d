import type { RowCells } from "./row-cells.js";
import type { CellChange, LeftAlone } from "./row-outcome.js";

/** A row that a table would create or correct; of a correction the cells that differ, by their columns. */
export interface ReportedRow {
  row: number;
  change: "NEW" | "CORRECTED";
  cells?: Readonly<Record<string, CellChange>>;
}

/** A row that was left alone. */
export interface LeftRow {
  row: number;
  reason: LeftAlone;
}

/** The largest number of rows that a report lists, of each kind; further ones are counted. */
const maxListed = 1000;

/** The counts of a table's rows by their outcomes, and the first rows of each. */
export class RowReport {
  rows = 0;
  refused = 0;
  unchanged = 0;
  leftAlone = 0;
  taken = 0;
  readonly changes: ReportedRow[] = [];
  readonly left: LeftRow[] = [];

  add({ row: { row }, faults, outcome }: RowCells): void {
    this.rows += 1;
    if (faults.length > 0) this.refused += 1;
    else if (!outcome) throw new Error(`Row ${row} has no outcome`);
    else if (outcome.kind === "UNCHANGED") this.unchanged += 1;
    else if (outcome.kind === "LEFT_ALONE") {
      this.leftAlone += 1;
      if (this.left.length < maxListed) this.left.push({ row, reason: outcome.reason });
    } else {
      this.taken += 1;
      const { kind: change, ...more } = outcome;
      if (this.changes.length < maxListed) this.changes.push({ row, change, ...more });
    }
  }
}
