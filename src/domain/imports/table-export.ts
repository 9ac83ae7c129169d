import type { Readable } from "node:stream";
import { badField } from "../../platform/errors.js";
import { type CsvForm, writeCsv } from "../../platform/tables/index.js";
import type { Reader } from "../../reading/index.js";
import type { ImportKind } from "./enums.js";
import { tableForms } from "./forms.js";
import { cellsOf } from "./rows/table-source.js";

/** The request for a table. */
export interface TableRequest {
  kind: ImportKind;
  /** True for the header only, with the columns that a sender fills in. */
  isTemplate: boolean;
  /** The form in which it is written. */
  form: CsvForm;
  /** The values of filters by their names. */
  filters: ReadonlyMap<string, string>;
}

/**
 * A table (CSV) of the rows that the viewer may see, in the columns of the import. A fault of a filter is
 * thrown at once; the rows are read while the table is sent.
 */
export async function tableOf(
  reader: Reader,
  { kind, isTemplate, form, filters }: TableRequest,
): Promise<() => Readable> {
  const { columns, exported, source } = tableForms[kind];
  const where: Record<string, unknown>[] = [];
  for (const [name, text] of filters) {
    const filter = Object.hasOwn(source.filters, name) ? source.filters[name] : undefined;
    if (!filter) throw unknownFilter(name, Object.keys(source.filters));
    where.push(await filter(reader, text, name));
  }
  const header = [...columns, ...(isTemplate ? [] : exported)];
  const names = header.map(({ name }) => name);
  return () => {
    const rows = isTemplate ? [] : cellsOf(reader, source, { and: where }, names);
    return writeCsv(names, rows, form);
  };
}

const unknownFilter = (name: string, known: readonly string[]) => {
  const list = known.join(", ");
  return badField(
    name.slice(0, 60),
    `is not a filter of this table; use one of: ${list}`,
    `bukan saringan tabel ini; gunakan salah satu: ${list}`,
  );
};
