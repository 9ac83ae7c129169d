import { sql } from "../../../reading/index.js";
import type { Work } from "../../common/index.js";
import { namesRegion } from "../../regions/index.js";
import type { RowCells } from "./row-cells.js";

/** The names of these regions by their codes; codes of no region are absent. */
export async function regionNames(
  work: Work,
  codes: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const given = [...new Set(codes.filter((code) => code !== null))];
  const statement = sql<{ code: string; name: string }>`
    select code, name from region where code = any(${given}::text[])`;
  const { rows } = await statement.execute(work.em.getKysely());
  return new Map(rows.map(({ code, name }) => [code, name]));
}

/**
 * Refuses a row whose region has another name than its column of the name says: the codes of BPS and of
 * the Ministry of Home Affairs differ. `name` is the region's official name.
 */
export function checkRegionName(cells: RowCells, column: string, name: string | undefined): void {
  const given = cells.text(`${column} name`, 200);
  if (given === null || name === undefined || namesRegion(given, name)) return;
  const code = cells.row.text(column);
  cells.fault(column, {
    en: `${code} is ${name}, not ${given}; codes are those of the Ministry of Home Affairs, not of BPS`,
    id: `${code} adalah ${name}, bukan ${given}; gunakan kode Kemendagri, bukan kode BPS`,
  });
}
