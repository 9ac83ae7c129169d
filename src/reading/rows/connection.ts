import { encodeCursor } from "../lists/cursor.js";
import { ListQuery } from "../lists/list-query.js";
import type { ConnectionArgs } from "../model/arguments.js";
import { idType, type NounDefinition } from "../model/dictionary.js";
import type { Row } from "../model/row.js";
import type { Compute, Join } from "../model/sites.js";
import { allOf, type Sql, sql } from "../sql/fragments.js";
import { type RowRef, Statement } from "../sql/statement.js";
import { rowColumns } from "./row-columns.js";
import type { Reading, RowSession } from "./session.js";

/** A document's request of one connection field, the same for every parent row. */
export interface ConnectionRequest {
  noun: NounDefinition;
  /** The noun of the parents, and how rows belong to one; absent for a root list. */
  parent?: { noun: NounDefinition; join: Join };
  /** The condition that its rows meet beside the filter, for a list without parents. */
  among?: Compute;
  /** True for all rows at once, of a short list that is not paged. */
  whole?: boolean;
  args: ConnectionArgs;
  /** The fields of each row. */
  fields: readonly string[];
  /** True where the rows' cursors are selected. */
  cursors: boolean;
}

/** A list whose rows are grouped for many parents in one statement. */
export interface GroupedList {
  /** The condition that a row is of the parent's list. */
  matches(row: RowRef, parent: Sql): Sql;
  /** The parents as a table of `id` and `at`. */
  parents(ids: readonly string[], parent: RowRef): Sql;
}

/** One page of a list. */
export interface Page {
  nodes: Row[];
  /** The cursor of each node; empty where none is selected. */
  cursors: string[];
  hasNextPage: boolean;
  hasPreviousPage: boolean;
}

/** The parent of a list that has none. */
export const rootList = "";

interface RawRow extends Row {
  $parent: string | null;
  $cursor?: (string | null)[];
}

/** Reads pages of one connection field for many parents in one statement. */
export class ConnectionReader {
  private readonly list: ListQuery;

  constructor(
    private readonly reading: Reading<RowSession>,
    private readonly request: ConnectionRequest,
  ) {
    const { noun, args, whole } = request;
    this.list = whole
      ? ListQuery.whole(noun, { scope: reading.scope })
      : ListQuery.page(noun, args, { scope: reading.scope });
  }

  /** The page of each parent, in the order of `parents`; a root list has the one parent `rootList`. */
  async pages(parents: readonly string[]): Promise<Page[]> {
    const rows = await this.reading.session.rows<RawRow>(this.pagesStatement(parents));
    const byParent = Map.groupBy(rows, (row) => row.$parent ?? rootList);
    return parents.map((parent) => this.page(byParent.get(parent) ?? []));
  }

  /** The number of rows in each parent's list, cursors aside. */
  async totals(parents: readonly string[]): Promise<number[]> {
    const statement = new Statement();
    const row = statement.row(this.request.noun.table);
    const total = (parent: Sql) => sql`(${this.list.total(row, this.belongs(row, parent))})::int`;
    if (!this.request.parent) {
      const counted = sql<{ count: number }>`select ${total(sql`null`)} as "count"`;
      const [found] = await this.reading.session.rows<{ count: number }>(counted);
      return [found?.count ?? 0];
    }
    const parent = statement.madeRow();
    const id = parent.column("id");
    const rows = await this.reading.session.rows<{ parent: string; count: number }>(
      sql`select ${id} as "parent", ${total(id)} as "count" from ${this.parents(parents, parent)}`,
    );
    const counts = new Map(rows.map((one) => [one.parent, one.count]));
    return parents.map((one) => counts.get(one) ?? 0);
  }

  /** The list for the statement of its groups. */
  get grouped(): GroupedList {
    return {
      matches: (row, parent) => this.list.matches(row, this.belongs(row, parent)),
      parents: (ids, parent) =>
        this.request.parent
          ? this.parents(ids, parent)
          : sql`(values (${rootList}, 1)) as ${parent.name}(id, at)`,
    };
  }

  private belongs(row: RowRef, parent: Sql): Sql {
    const { noun, parent: of, among } = this.request;
    const { scope } = this.reading;
    const joined = of ? [of.join(parent, row, scope)] : among ? [among(row, scope)] : [];
    return allOf([...joined, noun.visible(scope, row)]);
  }

  private pagesStatement(parents: readonly string[]): Sql {
    const statement = new Statement();
    if (!this.request.parent) return this.pageStatement(statement, sql`null`);
    const parent = statement.madeRow();
    const page = statement.madeRow();
    return sql`select ${page.name}.* from ${this.parents(parents, parent)}
      cross join lateral (${this.pageStatement(statement, parent.column("id"))}) as ${page.name}
      order by ${parent.column("at")}, ${page.column("$n")}`;
  }

  private pageStatement(statement: Statement, parent: Sql): Sql {
    const { list } = this;
    const { noun, fields, cursors } = this.request;
    const row = statement.row(noun.table);
    const cursor = sql`array[${sql.join(list.order.cursorColumns(row))}]::text[] as "$cursor"`;
    const columns = sql.join([
      sql`${parent}::text as "$parent"`,
      ...(cursors ? [cursor] : []),
      sql`row_number() over (order by ${list.orderBy(row)}) as "$n"`,
      ...rowColumns(noun, row, fields, this.reading.scope),
    ]);
    const where = [list.matches(row, this.belongs(row, parent))];
    return list.rows(row, { columns, from: row.source, where, limit: list.paging.limit + 1 });
  }

  private page(rows: RawRow[]): Page {
    const { order, paging } = this.list;
    const { limit, backwards, after, before } = paging;
    const more = rows.length > limit;
    const nodes = rows.slice(0, limit);
    if (backwards) nodes.reverse();
    const cursors = nodes.flatMap(({ $cursor }) =>
      $cursor ? encodeCursor({ order: order.name, values: $cursor }) : [],
    );
    return {
      nodes,
      cursors,
      hasNextPage: backwards ? before !== undefined : more,
      hasPreviousPage: backwards ? more : after !== undefined,
    };
  }

  /** The parents as a table with their places, so that the rows come back in the parents' order. */
  private parents(ids: readonly string[], parent: RowRef): Sql {
    const { noun } = this.request.parent ?? this.request;
    return sql`unnest(${sql.val(ids)}::${sql.raw(idType(noun))}[]) with ordinality as ${parent.name}(id, at)`;
  }
}
