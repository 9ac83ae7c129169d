import { isPartialDate } from "../../../platform/scalars.js";
import type { CsvCell } from "../../../platform/tables/index.js";
import { isWebAddress } from "../../../platform/web-address.js";
import type { Row } from "../../../reading/index.js";
import { type Source, sourcesOf } from "../../common/index.js";
import type { RowCells } from "./row-cells.js";

/** The columns of the one source that a row can name. */
export const sourceColumns = [
  "source publisher",
  "source date",
  "source note",
  "source address",
].map((name) => ({ name, needed: false }));

/** The source in a row, as a list of at most one. */
export function sourceOf(cells: RowCells): Source[] {
  const publisher = cells.text("source publisher", 200);
  const date = cells.text("source date", 10);
  const note = cells.text("source note", 2000, "several");
  const address = cells.text("source address", 2000);
  if (date && !isPartialDate(date)) {
    cells.fault("source date", {
      en: "must be a year, a month or a date as 2022, 2022-07 or 2022-07-04",
      id: "harus berupa tahun, bulan, atau tanggal seperti 2022, 2022-07, atau 2022-07-04",
    });
  }
  if (address && !isWebAddress(address)) {
    const text = {
      en: "must be an address as https://example.org/page",
      id: "harus alamat seperti https://example.org/halaman",
    };
    cells.fault("source address", text);
  }
  if (publisher === null) {
    if (date ?? note ?? address) {
      cells.fault("source publisher", {
        en: "is required with the other columns of the source",
        id: "wajib diisi bersama kolom sumber lainnya",
      });
    }
    return [];
  }
  return sourcesOf([{ publisher, date, note, address }]);
}

const firstOf = ({ sources }: Row): Source | undefined => (sources as Source[])[0];

/** The cells of the first source of a row; a table has columns for one source. */
export const sourceCells: Readonly<Record<string, (row: Row) => CsvCell>> = {
  "source publisher": (row) => firstOf(row)?.publisher,
  "source date": (row) => firstOf(row)?.date,
  "source note": (row) => firstOf(row)?.note,
  "source address": (row) => firstOf(row)?.address,
};
