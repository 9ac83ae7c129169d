import DataLoader from "dataloader";
import type { GroupRequest } from "../groups/group-query.js";
import { FilterCompiler } from "../lists/filter.js";
import { RowOrder } from "../lists/order.js";
import type { Arguments, Where } from "../model/arguments.js";
import type { Class } from "../model/class.js";
import { columnOf, fieldOf, idType, type NounDefinition, nounOf } from "../model/dictionary.js";
import { isReference } from "../model/field.js";
import type { FieldName, Row, RowOf } from "../model/row.js";
import { rowOf } from "../model/rows.js";
import type { Compute, Join } from "../model/sites.js";
import { allOf, isAmong, type Sql, sql } from "../sql/fragments.js";
import { type RowRef, Statement } from "../sql/statement.js";
import { ConnectionReader, type ConnectionRequest, type Page, rootList } from "./connection.js";
import { type GroupPage, GroupsReader, type GroupTotals, type SelectedMeasures } from "./groups.js";
import { rowColumns } from "./row-columns.js";
import type { Reading, ReadSession, RowSession } from "./session.js";

/** A list that is read from end to end. */
export interface ListRequest {
  noun: NounDefinition;
  fields: readonly string[];
  where: Where;
  /** The order of its rows; the noun's default without it. */
  order?: (row: RowRef) => Sql;
}

/** A document's request of the groups of one connection field. */
export interface GroupsRequest {
  request: ConnectionRequest;
  groups: GroupRequest;
  measures: SelectedMeasures;
}

/**
 * Reads rows for one request in one snapshot, each kind of read in one statement for all the rows
 * that need it together: a list costs the same number of statements at 1 and at 100 rows.
 */
export class Reader<Session extends RowSession = ReadSession> {
  private readonly loaders = new Map<string, DataLoader<never, unknown>>();

  constructor(readonly reading: Reading<Session>) {}

  /** The row of a class with this id, with these fields; null where it is absent or hidden. */
  byId<T extends object, K extends FieldName<T>>(
    target: Class<T>,
    id: string,
    fields: readonly K[],
  ): Promise<RowOf<T, K> | null> {
    return this.row(nounOf(target), id, fields) as Promise<RowOf<T, K> | null>;
  }

  /** The row of a class with this key, with these fields; null where it is absent or hidden. */
  async byKey<T extends object, K extends FieldName<T>>(
    target: Class<T>,
    key: string,
    fields: readonly K[],
  ): Promise<RowOf<T, K> | null> {
    const row = await this.rowByKey(nounOf(target), key, fields);
    return row as RowOf<T, K> | null;
  }

  /** The rows of a class that refer to a row by `reference`, in their default order. */
  async referringTo<T extends object, K extends FieldName<T>>(
    target: Class<T>,
    reference: FieldName<T>,
    id: string,
    fields: readonly K[],
  ): Promise<RowOf<T, K>[]> {
    const noun = nounOf(target);
    const field = fieldOf(noun, reference);
    if (!isReference(field)) throw new Error(`${noun.name}.${reference} is no reference`);
    const join: Join = (parent, row, scope) => sql`${field.selected(row, scope)} = ${parent}`;
    const request = {
      noun,
      parent: { noun: nounOf(field.target()), join },
      ...{ whole: true, args: {}, fields, cursors: false },
    };
    const { nodes } = await this.page(id, `${noun.name} by ${reference}`, request);
    return nodes as RowOf<T, K>[];
  }

  /** The row with this id, with the fields that a document selects; null where it is absent or hidden. */
  row(noun: NounDefinition, id: string, fields: readonly string[]): Promise<Row | null> {
    const batch = (ids: readonly string[]) => this.rowsById(noun, ids, fields);
    return this.loader(`id ${noun.name} ${fields}`, batch).load(id);
  }

  /** The same by the row's key. */
  async rowByKey(
    noun: NounDefinition,
    key: string,
    fields: readonly string[],
  ): Promise<Row | null> {
    const { column } = columnOf(noun, "key");
    const rows = await this.select(noun, fields, (row) => sql`${row.column(column)} = ${key}`);
    return rows[0] ?? null;
  }

  /** A page of a connection, or a short list whole; `parent` is null for a root list. */
  page(parent: string | null, path: string, request: ConnectionRequest): Promise<Page> {
    const batch = (parents: readonly string[]) =>
      new ConnectionReader(this.reading, request).pages(parents);
    const { fields, cursors, args } = request;
    const key = `page ${path} ${fields} ${cursors} ${JSON.stringify(args)}`;
    return this.loader(key, batch).load(parent ?? rootList);
  }

  /** Every visible row that meets the filter, in batches; the reader holds none of them. */
  every({ noun, fields, where, order }: ListRequest): AsyncGenerator<Row[]> {
    const { session, scope } = this.reading;
    const row = rowOf(noun.target);
    const filter = new FilterCompiler(scope).compile(noun, row, where, "where");
    const conditions = allOf([noun.visible(scope, row), filter]);
    return session.inParts(sql`
      select ${sql.join(rowColumns(noun, row, fields, scope))} from ${row.source} where ${conditions}
      order by ${order?.(row) ?? RowOrder.of(noun, undefined, scope).orderBy(row, false)}`);
  }

  /** A reader of the same snapshot without what this one has loaded. */
  afresh(): Reader<Session> {
    return new Reader(this.reading);
  }

  /** The number of rows in a connection. */
  total(parent: string | null, path: string, request: ConnectionRequest): Promise<number> {
    const batch = (parents: readonly string[]) =>
      new ConnectionReader(this.reading, request).totals(parents);
    return this.loader(`total ${path} ${JSON.stringify(request.args.where)}`, batch).load(
      parent ?? rootList,
    );
  }

  /** A page of the groups of a connection. */
  groups(parent: string | null, path: string, asked: GroupsRequest): Promise<GroupPage> {
    const batch = (parents: readonly string[]) => this.groupsReader(asked).pages(parents);
    return this.loader(keyOfGroups("groups", path, asked), batch).load(parent ?? rootList);
  }

  /** The measures over all rows of a connection, and the number of its groups. */
  groupTotals(parent: string | null, path: string, asked: GroupsRequest): Promise<GroupTotals> {
    const batch = (parents: readonly string[]) => this.groupsReader(asked).totals(parents);
    return this.loader(keyOfGroups("totals", path, asked), batch).load(parent ?? rootList);
  }

  private groupsReader({ request, groups, measures }: GroupsRequest): GroupsReader {
    const { grouped } = new ConnectionReader(this.reading, request);
    return new GroupsReader(this.reading, groups, grouped, measures);
  }

  /** The value of a field of a visible row that SQL computes with these arguments. */
  formula(
    noun: NounDefinition,
    field: string,
    id: string,
    { args, compute }: { args: Arguments; compute: Compute },
  ): Promise<unknown> {
    const batch = async (ids: readonly string[]) => {
      const { session, scope } = this.reading;
      const row = rowOf(noun.target);
      const own = row.column(noun.idColumn);
      const statement = sql`
        select ${own} as "$id", ${compute(row, scope)} as "value"
        from ${row.source} where ${isAmong(own, ids, idType(noun))}`;
      const rows = await session.rows<{ $id: string; value: unknown }>(statement);
      const values = new Map(rows.map(({ $id, value }) => [$id, value]));
      return ids.map((one) => values.get(one));
    };
    const { name } = fieldOf(noun, field);
    return this.loader(`formula ${noun.name}.${name} ${JSON.stringify(args)}`, batch).load(id);
  }

  /** A value that SQL computes from what the viewer may see, and from no row. */
  async value(compute: Compute): Promise<unknown> {
    const { session, scope } = this.reading;
    const value = compute(new Statement().madeRow(), scope);
    const [found] = await session.rows<{ value: unknown }>(sql`select ${value} as value`);
    return found?.value;
  }

  private loader<K, V>(key: string, batch: (keys: readonly K[]) => Promise<V[]>): DataLoader<K, V> {
    const found = this.loaders.get(key) as DataLoader<K, V> | undefined;
    if (found) return found;
    // Async, so that an error before the read rejects the keys like every later one.
    const made = new DataLoader<K, V>(async (keys) => batch(keys));
    this.loaders.set(key, made as DataLoader<never, unknown>);
    return made;
  }

  private async rowsById(noun: NounDefinition, ids: readonly string[], fields: readonly string[]) {
    const { seen } = this.reading;
    const isSeen = seen?.noun === noun && ids.every((id) => seen.ids.has(id));
    const named = (row: RowRef) => isAmong(row.column(noun.idColumn), ids, idType(noun));
    const rows = await this.select(noun, fields, named, isSeen);
    const found = new Map(rows.map((row) => [row.$id, row]));
    return ids.map((id) => found.get(id) ?? null);
  }

  private async select(
    noun: NounDefinition,
    fields: readonly string[],
    where: (row: RowRef) => Sql,
    isSeen = false,
  ): Promise<Row[]> {
    const { session, scope } = this.reading;
    const row = rowOf(noun.target);
    const columns = sql.join(rowColumns(noun, row, fields, scope));
    const conditions = isSeen ? where(row) : allOf([where(row), noun.visible(scope, row)]);
    return session.rows(sql`select ${columns} from ${row.source} where ${conditions}`);
  }
}

const keyOfGroups = (
  what: string,
  path: string,
  { request, groups, measures }: GroupsRequest,
): string => `${what} ${path} ${JSON.stringify([request.args.where, groups.args, measures])}`;
