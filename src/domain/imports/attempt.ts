import { HubError, type Text } from "../../platform/errors.js";
import type { RowCells } from "./rows/row-cells.js";

/** The columns whose names differ from those of the inputs' fields. */
const columnOf: Readonly<Record<string, string>> = {
  areaId: "area",
  groupId: "group",
  villageCode: "village",
  organisationId: "name",
  isBaseline: "baseline",
  formedOn: "formed on",
};

/** Runs a use case's own rules for some rows, and adds its faults to the cells of each. */
export async function attempt(
  rows: readonly RowCells[],
  make: () => Promise<unknown>,
): Promise<void> {
  try {
    await make();
  } catch (error) {
    if (!(error instanceof HubError)) throw error;
    const { faults, text } = error;
    for (const cells of rows) {
      if (faults.length > 0) cells.addFaults(faults, columnOf);
      else cells.faults.push({ cell: String(cells.row.row), message: text });
    }
  }
}

/** The existing thing that a row is about; `same` is true if the row equals it. */
export interface Known {
  id: string;
  same: boolean;
}

/**
 * Imports a row about a new thing. If the thing exists and the row `differs`, the fault goes to `column`.
 * The row gets its outcome.
 */
export async function importNew(
  cells: RowCells,
  known: Known | undefined,
  [column, differs]: readonly [column: string, differs: Text],
  make: () => Promise<unknown>,
): Promise<void> {
  cells.checkId(known?.id);
  if (cells.faults.length > 0) return;
  cells.outcome = { kind: known ? "UNCHANGED" : "NEW" };
  if (!known) await attempt([cells], make);
  else if (!known.same) cells.fault(column, differs);
}
