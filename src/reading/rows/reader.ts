import DataLoader from "dataloader";
import type { ColumnField, FormulaField } from "../fields/index.js";
import { FilterCompiler } from "../lists/filter.js";
import { RowOrder } from "../lists/order.js";
import { fieldOf, idType, type NounDefinition } from "../model/dictionary.js";
import { allOf, column, isAmong, type Sql, sql } from "../sql/fragments.js";
import { ConnectionReader, type ConnectionRequest, type Page, rootList } from "./connection.js";
import { rowColumns } from "./row-columns.js";
import type { Reading, Row } from "./session.js";

/** What is wanted of a list that is read from end to end. */
export interface ListRequest {
  noun: NounDefinition;
  fields: readonly string[];
  where: Record<string, unknown>;
  /** The order, of the row's alias; the noun's own without it. */
  order?: (row: string) => Sql;
}

/**
 * Reads rows for one request in one snapshot, each kind of read in one statement for all the rows
 * that ask it together: a list costs the same number of statements at 1 and at 100 rows.
 */
export class Reader {
  private readonly loaders = new Map<string, DataLoader<never, unknown>>();

  constructor(readonly reading: Reading) {}

  /** The row with this id, or null: absent and hidden look the same. */
  byId(noun: NounDefinition, id: string, fields: readonly string[]): Promise<Row | null> {
    const batch = (ids: readonly string[]) => this.rowsById(noun, ids, fields);
    return this.loader(`id ${noun.name} ${fields}`, batch).load(id);
  }

  /** The one visible row whose column has this value, or null. */
  async byValue(noun: NounDefinition, field: string, value: string, fields: readonly string[]) {
    const own = column("t", (fieldOf(noun, field) as ColumnField).column);
    const rows = await this.select(noun, fields, sql`${own} = ${value}`);
    return rows[0] ?? null;
  }

  /** All rows of a short list, in the noun's default order. */
  async list(parent: string, path: string, request: ConnectionRequest): Promise<Row[]> {
    const page = await this.page(parent, path, { ...request, whole: true });
    return page.nodes;
  }

  /** A page of a connection; `parent` is null for a root list. */
  page(parent: string | null, path: string, request: ConnectionRequest): Promise<Page> {
    const batch = (parents: readonly string[]) =>
      new ConnectionReader(this.reading, request).pages(parents);
    const { fields, cursors, args } = request;
    const key = `page ${path} ${fields} ${cursors} ${JSON.stringify(args)}`;
    return this.loader(key, batch).load(parent ?? rootList);
  }

  /** Every visible row that meets the filter, some at a time; none is kept here. */
  every({ noun, fields, where, order }: ListRequest): AsyncGenerator<Row[]> {
    const { session, scope } = this.reading;
    const filter = new FilterCompiler(scope);
    const row = filter.alias();
    const conditions = allOf([noun.visible(scope, row), filter.compile(noun, row, where, "where")]);
    return session.inParts(sql`
      select ${sql.join(rowColumns(noun, row, fields, scope))}
      from ${sql.table(noun.table)} as ${sql.ref(row)} where ${conditions}
      order by ${order?.(row) ?? RowOrder.of(noun, undefined).orderBy(row, false)}`);
  }

  /** A reader of the same snapshot that keeps nothing of what this one has read. */
  afresh(): Reader {
    return new Reader(this.reading);
  }

  /** How many rows a connection has in all. */
  total(parent: string | null, path: string, request: ConnectionRequest): Promise<number> {
    const batch = (parents: readonly string[]) =>
      new ConnectionReader(this.reading, request).totals(parents);
    return this.loader(`total ${path} ${JSON.stringify(request.args.where)}`, batch).load(
      parent ?? rootList,
    );
  }

  /** What a formula of a visible row gives with these arguments. */
  formula(noun: NounDefinition, field: FormulaField, id: string, args: Row): Promise<unknown> {
    const batch = async (ids: readonly string[]) => {
      const { session, scope } = this.reading;
      const own = column("t", noun.idColumn);
      const statement = sql`
        select ${own} as "$id", ${field.value("t", scope, args)} as "value"
        from ${sql.table(noun.table)} as "t" where ${isAmong(own, ids, idType(noun))}`;
      const rows = await session.rows<{ $id: string; value: unknown }>(statement);
      const values = new Map(rows.map(({ $id, value }) => [$id, value]));
      return ids.map((one) => values.get(one));
    };
    return this.loader(`formula ${noun.name}.${field.name} ${JSON.stringify(args)}`, batch).load(
      id,
    );
  }

  private loader<K, V>(key: string, batch: (keys: readonly K[]) => Promise<V[]>): DataLoader<K, V> {
    const found = this.loaders.get(key) as DataLoader<K, V> | undefined;
    if (found) return found;
    // Async, so that what a batch refuses before it reads rejects its keys like everything later.
    const made = new DataLoader<K, V>(async (keys) => batch(keys));
    this.loaders.set(key, made as never);
    return made;
  }

  private async rowsById(noun: NounDefinition, ids: readonly string[], fields: readonly string[]) {
    const own = column("t", noun.idColumn);
    const { seen } = this.reading;
    const known = seen?.noun === noun && ids.every((id) => seen.ids.has(id));
    const rows = await this.select(noun, fields, isAmong(own, ids, idType(noun)), known);
    const found = new Map(rows.map((row) => [row.$id, row]));
    return ids.map((id) => found.get(id) ?? null);
  }

  private async select(
    noun: NounDefinition,
    fields: readonly string[],
    where: Sql,
    known = false,
  ): Promise<Row[]> {
    const { session, scope } = this.reading;
    const columns = sql.join(rowColumns(noun, "t", fields, scope));
    const conditions = known ? where : allOf([where, noun.visible(scope, "t")]);
    return session.rows(
      sql`select ${columns} from ${sql.table(noun.table)} as "t" where ${conditions}`,
    );
  }
}
