import { badField, notFound } from "../../../platform/errors.js";
import { isId } from "../../../platform/ids.js";
import type { CsvCell, TableRow } from "../../../platform/tables/index.js";
import {
  type Class,
  isReference,
  nounOf,
  type Reader,
  type Row,
  type RowRef,
  type RowSession,
  type Sql,
  type Where,
} from "../../../reading/index.js";

/** A filter in a table's address, as a condition on its rows; throws for an invalid or unknown value. */
type TableFilter = (reader: Reader, text: string, name: string) => Promise<Where>;

/** The columns that say which thing a written row is about. */
export interface RowIdentity {
  columns: readonly string[];
  /** The condition that finds the things of rows; it may find others too. */
  where(rows: readonly TableRow[]): Where;
}

/** The identity of rows that have a column `id`. */
export const identifiedById: RowIdentity = {
  columns: ["id"],
  where: (rows) => ({ id: { in: rows.map((row) => row.text("id")).filter(isId) } }),
};

/** The source of the rows of a kind of table, as a viewer may see them. */
export interface TableSource {
  target: Class;
  /** The fields that are read of each row. */
  fields: readonly string[];
  /** The references that are shown, each by a field of its target. */
  references: Readonly<Record<string, "key" | "id">>;
  /** The cells by their columns. */
  cells: Readonly<Record<string, (row: Row) => CsvCell>>;
  filters: Readonly<Record<string, TableFilter>>;
  identity: RowIdentity;
  order?: (row: RowRef) => Sql;
}

/** A filter by the key of a thing; NOT_FOUND if the viewer may not see it. */
export const byKey =
  (target: Class, where: (key: string) => Where): TableFilter =>
  async (reader, key, name) => {
    const noun = nounOf(target);
    if (!(await reader.byKey(target, key, []))) throw notFound(noun.name, name);
    return where(key);
  };

/** A filter by the id of a thing; NOT_FOUND if the viewer may not see it. */
export const byId =
  (target: Class, where: (id: string) => Where): TableFilter =>
  async (reader, text, name) => {
    const noun = nounOf(target);
    if (!isId(text)) throw badField(name, "must be a UUID", "harus berupa UUID");
    if (!(await reader.byId(target, text.toLowerCase(), []))) throw notFound(noun.name, name);
    return where(text.toLowerCase());
  };

/** A reader of a snapshot or of a running transaction. */
type AnyReader = Reader<RowSession>;

/** Rows with the shown fields of their references in place of ids; null for a hidden target. */
async function resolved(reader: AnyReader, source: TableSource, rows: Row[]): Promise<Row[]> {
  const noun = nounOf(source.target);
  const followed = Object.entries(source.references).map(([name, shown]) => {
    const field = noun.fields.get(name);
    if (!field || !isReference(field)) throw new Error(`${noun.name}.${name} is not a reference`);
    return { name, shown, target: nounOf(field.target()) };
  });
  return Promise.all(
    rows.map(async (row) => {
      const found = followed.map(async ({ name, shown, target }): Promise<[string, unknown]> => {
        const id = row[name];
        const there = id ? await reader.row(target, String(id), [shown]) : null;
        return [name, there?.[shown] ?? null];
      });
      return { ...row, ...Object.fromEntries(await Promise.all(found)) };
    }),
  );
}

/** The cells of each row in the order of the columns, read on demand. */
export async function* cellsOf(
  reader: AnyReader,
  source: TableSource,
  where: Where,
  columns: readonly string[],
): AsyncGenerator<CsvCell[]> {
  const { target, references, cells, order } = source;
  const fields = [...source.fields, ...Object.keys(references)];
  const request = { noun: nounOf(target), fields, where, ...(order ? { order } : {}) };
  for await (const rows of reader.every(request)) {
    for (const row of await resolved(reader.afresh(), source, rows)) {
      yield columns.map((column) => cells[column]?.(row));
    }
  }
}
