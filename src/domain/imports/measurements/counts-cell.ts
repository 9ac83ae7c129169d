import { textsIn } from "../../../platform/tables/index.js";
import type { Disaggregation } from "../../common/index.js";
import { type StoredCount, storedCounts } from "../../indicators/index.js";
import type { RowCells } from "../rows/row-cells.js";

const countForm = /^(?:(SEX|AGE_BAND|DISABILITY) )?(.{1,50})=(-?\d[\d.,]{0,29})$/i;

/** A dimension in the place of a category, as in `SEX=12`. */
const dimensionAlone = /^(SEX|AGE_BAND|DISABILITY)$/i;

/** A text that holds one more count, as `women=12, SEX men` of `SEX women=12, SEX men=10`. */
const otherCount = /=\s*\d[\d.,]*\s*(?:[,|/&]|(?:SEX|AGE_BAND|DISABILITY)\s)/i;

const isCategory = (value: string): boolean =>
  value.trim() !== "" && !dimensionAlone.test(value.trim()) && !otherCount.test(value);

/**
 * The counts in a row, as `SEX women=12; SEX men=10; AGE_BAND 15-24=3`. A count that names no dimension is of
 * the one before it, as in `SEX women=12; men=10`.
 */
export function countsIn(cells: RowCells): StoredCount[] {
  const text = cells.text("disaggregation", 10_000) ?? "";
  const counts: StoredCount[] = [];
  let dimension = "";
  for (const part of textsIn(text)) {
    const [, by = dimension, value = "", count = ""] = countForm.exec(part.trim()) ?? [];
    if (!by || !isCategory(value)) {
      cells.fault("disaggregation", {
        en: "must have the form: SEX women=12; AGE_BAND 15-24=3, with a semicolon between counts",
        id: "harus seperti: SEX women=12; AGE_BAND 15-24=3, dengan titik koma di antaranya",
      });
      return [];
    }
    const number = cells.wholeIn("disaggregation", count);
    if (number === null) return [];
    dimension = by;
    counts.push({
      by: by.toUpperCase() as Disaggregation,
      count: number,
      value: value.trim(),
    });
  }
  return storedCounts(counts);
}
