import type { CsvForm } from "../../../platform/tables/index.js";
import { TimeSlice } from "../../../platform/time-slice.js";
import type { Work } from "../../common/index.js";
import type { TableForm } from "../importer.js";
import type { RowCells } from "./row-cells.js";
import { identityIn, WrittenCells } from "./written-cells.js";

/**
 * Finds the rows that are just as the hub writes them for the requester now. They change nothing, so no
 * rule is applied to them: a table made by the hub can be sent back with rows of any organisation, with any
 * texts, and after an indicator has stopped taking figures.
 */
export class WrittenRows {
  private readonly written: WrittenCells;

  constructor(
    work: Work,
    private readonly form: Pick<TableForm, "source" | "checked">,
    decimals: readonly CsvForm["decimal"][],
  ) {
    this.written = new WrittenCells(work, form.source, decimals);
  }

  /** Marks those among the rows as unchanged, and returns the others. */
  async others(rows: readonly RowCells[]): Promise<readonly RowCells[]> {
    const { source, checked = [] } = this.form;
    const named = rows.filter(
      (cells) => cells.faults.length === 0 && identityIn(cells, source) !== undefined,
    );
    if (named.length === 0) return rows;
    const written = await this.written.find(source.identity.where(named.map(({ row }) => row)));
    const slice = new TimeSlice();
    for (const cells of named) {
      const known = written.get(identityIn(cells, source) ?? "");
      // What a checked column says is not in the written row: it must still be checked.
      const isBare = checked.every(({ name }) => cells.row.text(name) === "");
      const isSame = known && isBare && this.written.differing(cells, known).length === 0;
      if (isSame) cells.outcome = { kind: "UNCHANGED" };
      await slice.pause();
    }
    return rows.filter(({ outcome }) => !outcome);
  }
}
