import { HubError, type Text } from "../../platform/errors.js";
import type { RowCells } from "./rows/row-cells.js";

/** The columns of inputs' fields that are called otherwise. */
const columnOf: Readonly<Record<string, string>> = {
  areaId: "area",
  groupId: "group",
  villageCode: "village",
  organisationId: "name",
};

/** Runs a use case's own rules on some rows; what they refuse is told at the cells of each. */
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
      if (faults.length > 0) cells.tell(faults, columnOf);
      else cells.faults.push({ cell: String(cells.row.row), message: text });
    }
  }
}

/** What the hub holds of the thing that a row is about, and whether the row says the same of it. */
export interface Known {
  id: string;
  same: boolean;
}

/**
 * Takes a row that is about something new; tells at `column` that it `differs` from what is there.
 * Gives whether it said what the hub knew already.
 */
export async function takeNew(
  cells: RowCells,
  known: Known | undefined,
  [column, differs]: readonly [column: string, differs: Text],
  make: () => Promise<unknown>,
): Promise<boolean> {
  cells.checkId(known?.id);
  if (cells.faults.length > 0) return false;
  if (!known) await attempt([cells], make);
  else if (!known.same) cells.fault(column, differs);
  return known?.same ?? false;
}
