import { HubError } from "../../platform/errors.js";
import type { RowCells } from "./row-cells.js";

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
