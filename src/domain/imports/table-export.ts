import type { Readable } from "node:stream";
import { badField } from "../../platform/errors.js";
import { writeCsv } from "../../platform/tables/index.js";
import type { Reader } from "../../reading/index.js";
import type { ImportKind } from "./enums.js";
import { tableForms } from "./forms.js";
import { ownerColumns } from "./importer.js";
import { cellsOf } from "./rows/table-source.js";

/** What is asked of a table. */
export interface TableAsked {
  kind: ImportKind;
  /** The header alone, of the columns that a sender fills in. */
  isTemplate: boolean;
  /** Texts by the names of filters. */
  filters: ReadonlyMap<string, string>;
}

/**
 * A table (CSV) as the reader's viewer sees it, in the columns in which the hub takes it. What is wrong
 * with a filter is thrown before; the rows are read while the table is.
 */
export async function tableOf(
  reader: Reader,
  { kind, isTemplate, filters }: TableAsked,
): Promise<() => Readable> {
  const { columns, isOwned, source } = tableForms[kind];
  const where: Record<string, unknown>[] = [];
  for (const [name, text] of filters) {
    const filter = Object.hasOwn(source.filters, name) ? source.filters[name] : undefined;
    if (!filter) throw unknownFilter(name, Object.keys(source.filters));
    where.push(await filter(reader, text, name));
  }
  const header = [...columns, ...(isOwned && !isTemplate ? ownerColumns : [])];
  const names = header.map(({ name }) => name);
  return () => writeCsv(names, isTemplate ? [] : cellsOf(reader, source, { and: where }, names));
}

const unknownFilter = (name: string, known: readonly string[]) => {
  const list = known.join(", ");
  return badField(
    name.slice(0, 60),
    `is no filter of this table: ${list}`,
    `bukan saringan tabel ini: ${list}`,
  );
};
