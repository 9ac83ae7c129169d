import { badField, notFound } from "../../../platform/errors.js";
import { isId } from "../../../platform/ids.js";
import type { CsvCell } from "../../../platform/tables/index.js";
import {
  type Class,
  isReference,
  nounOf,
  type Reader,
  type Row,
  type RowRef,
  type Sql,
  type Where,
} from "../../../reading/index.js";

/** What a filter of a table's address asks of its rows; throws for what is wrong with it or unknown. */
type TableFilter = (reader: Reader, text: string, name: string) => Promise<Where>;

/** Where the rows of a kind of table come from, as a viewer sees them. */
export interface TableSource {
  target: Class;
  /** What is read of each row. */
  fields: readonly string[];
  /** The references that are shown, each by a field of what it leads to. */
  references: Readonly<Record<string, "key" | "id">>;
  /** The cell of each column that can have one. */
  cells: Readonly<Record<string, (row: Row) => CsvCell>>;
  filters: Readonly<Record<string, TableFilter>>;
  order?: (row: RowRef) => Sql;
}

/** The rows whose `field` is the thing with this key; NOT_FOUND where the viewer sees none. */
export const byKey =
  (target: Class, where: (key: string) => Where): TableFilter =>
  async (reader, key, name) => {
    const noun = nounOf(target);
    if (!(await reader.byKey(target, key, []))) throw notFound(noun.name, name);
    return where(key);
  };

/** The same for the thing with this id. */
export const byId =
  (target: Class, where: (id: string) => Where): TableFilter =>
  async (reader, text, name) => {
    const noun = nounOf(target);
    if (!isId(text)) throw badField(name, "must be a UUID", "harus berupa UUID");
    if (!(await reader.byId(target, text.toLowerCase(), []))) throw notFound(noun.name, name);
    return where(text.toLowerCase());
  };

/** Rows with what their references lead to in the place of ids; null where it is hidden. */
async function resolved(reader: Reader, source: TableSource, rows: Row[]): Promise<Row[]> {
  const noun = nounOf(source.target);
  const followed = Object.entries(source.references).map(([name, shown]) => {
    const field = noun.fields.get(name);
    if (!field || !isReference(field)) throw new Error(`${noun.name}.${name} is no reference`);
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

/** The cells of each row in the order of the columns, read as they are wanted. */
export async function* cellsOf(
  reader: Reader,
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
