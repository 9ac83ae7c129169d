import type { StoredCount } from "../../indicators/index.js";
import type { RowCells } from "../rows/row-cells.js";
import { countsIn } from "./counts-cell.js";

/** A measurement in a row, before its names are looked up. */
export interface MeasurementRow {
  cells: RowCells;
  indicator: string;
  region: string | null;
  area: string | null;
  action: string | null;
  period: string;
  value: number;
  numerator: number | null;
  denominator: number | null;
  isBaseline: boolean;
  disaggregation: StoredCount[];
  note: string | null;
}

/** Reads a measurement from a row; faults are added to its cells. */
export const measurementRow = (cells: RowCells): MeasurementRow => ({
  cells,
  indicator: cells.requiredText("indicator", 80),
  region: cells.region("region"),
  area: cells.text("area", 80),
  action: cells.text("action", 36)?.toLowerCase() ?? null,
  period: cells.period("period"),
  value: cells.requiredNumber("value"),
  numerator: cells.number("numerator"),
  denominator: cells.number("denominator"),
  isBaseline: cells.boolean("baseline") ?? false,
  disaggregation: countsIn(cells),
  note: cells.text("note", 2000, "several"),
});
