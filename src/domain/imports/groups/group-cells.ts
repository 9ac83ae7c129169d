import { textsIn } from "../../../platform/tables/index.js";
import { Visibility } from "../../common/index.js";
import type { RowCells } from "../rows/row-cells.js";

/** The largest length of the cell of products: fifty names whose quotation marks are doubled. */
const maxProductsCell = 25_000;

/** Products as `Keripik; Dodol`, within the limits of the API. */
export function productsIn(cells: RowCells): { name: string }[] {
  const names = [...textsIn(cells.text("products", maxProductsCell) ?? "")];
  if (names.length > 50 || names.some(({ length }) => length > 200)) {
    cells.fault("products", {
      en: "must be at most 50 products of at most 200 characters, separated by ;",
      id: "paling banyak 50 produk, masing-masing paling panjang 200 karakter, dipisahkan ;",
    });
  }
  return names.map((name) => ({ name }));
}

/** The line of business, which needs both of its columns. */
export function classificationIn(cells: RowCells): { code: string; version: string } | null {
  const code = cells.text("classification code", 20);
  const version = cells.text("classification version", 50);
  if ((code === null) !== (version === null)) {
    const text = { en: "needs both code and version", id: "kode dan versi diisi bersama" };
    cells.fault("classification code", text);
  }
  return code && version ? { code, version } : null;
}

/** The audience; null for an empty cell. */
export const visibilityIn = (cells: RowCells): Visibility | null =>
  cells.oneOf("visibility", Visibility);
