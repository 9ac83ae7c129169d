import { encodeCursor } from "../lists/cursor.js";
import { FilterCompiler } from "../lists/filter.js";
import { RowOrder } from "../lists/order.js";
import { type ConnectionArgs, longestList, type Paging, pagingOf } from "../lists/paging.js";
import type { Join, NounDefinition } from "../model/dictionary.js";
import { allOf, type Sql, sql } from "../sql/fragments.js";
import { rowColumns } from "./row-columns.js";
import type { Reading, Row } from "./session.js";

/** What a document asks of one connection field, the same for every parent row. */
export interface ConnectionRequest {
  noun: NounDefinition;
  /** How rows belong to a parent, and the type of its id; absent for a root list. */
  parent?: { join: Join; idType: string };
  /** All rows at once, for short lists that are not paged. */
  whole?: boolean;
  args: ConnectionArgs;
  /** The fields of each row. */
  fields: readonly string[];
  /** Whether the rows' cursors are wanted. */
  cursors: boolean;
}

/** One page of a list. */
export interface Page {
  nodes: Row[];
  /** The cursor of each node; empty when none was wanted. */
  cursors: string[];
  hasNextPage: boolean;
  hasPreviousPage: boolean;
}

/** A list that is asked whole is bounded all the same. */
const wholeList: Paging = {
  limit: longestList,
  backwards: false,
  after: undefined,
  before: undefined,
};

/** Stands for the parent of a list that has none. */
export const rootList = "";

interface RawRow extends Row {
  $parent: string | null;
  $cursor?: (string | null)[];
}

/** Reads pages of one connection field for many parents in one statement. */
export class ConnectionReader {
  private readonly order: RowOrder;
  private readonly paging: Paging;
  private readonly filter: FilterCompiler;

  constructor(
    private readonly reading: Reading,
    private readonly request: ConnectionRequest,
  ) {
    this.order = RowOrder.of(request.noun, request.args.orderBy);
    this.paging = request.whole ? wholeList : pagingOf(request.args);
    this.filter = new FilterCompiler(reading.scope);
  }

  /** The page of each parent, in the order of `parents`; a root list has the one parent `rootList`. */
  async pages(parents: readonly string[]): Promise<Page[]> {
    const rows = await this.read(parents);
    const byParent = Map.groupBy(rows, (row) => row.$parent ?? rootList);
    return parents.map((parent) => this.page(byParent.get(parent) ?? []));
  }

  /** How many rows each parent's list has in all, cursors aside. */
  async totals(parents: readonly string[]): Promise<number[]> {
    const row = this.filter.alias();
    const { noun } = this.request;
    const count = (parent: Sql) =>
      sql`select count(*)::int from ${sql.table(noun.table)} as ${sql.ref(row)} where ${this.belongs(row, parent)}`;
    if (!this.request.parent) {
      const rows = await this.reading.session.rows<{ count: number }>(count(sql`null`));
      return [rows[0]?.count ?? 0];
    }
    const each = sql`select parent.id as "parent", (${count(sql.ref("parent.id"))}) as "count" from ${this.parentTable(parents)}`;
    const rows = await this.reading.session.rows<{ parent: string; count: number }>(each);
    const counts = new Map(rows.map((one) => [one.parent, one.count]));
    return parents.map((parent) => counts.get(parent) ?? 0);
  }

  private belongs(row: string, parent: Sql): Sql {
    const { noun, parent: to, args } = this.request;
    return allOf([
      ...(to ? [to.join(parent, row, this.reading.scope)] : []),
      noun.visible(this.reading.scope, row),
      ...(args.where ? [this.filter.compile(noun, row, args.where, "where")] : []),
    ]);
  }

  private async read(parents: readonly string[]): Promise<RawRow[]> {
    const row = this.filter.alias();
    const { parent } = this.request;
    const page = this.pageStatement(row, parent ? sql.ref("parent.id") : sql`null`);
    const statement = parent
      ? sql`select page.* from ${this.parentTable(parents)} cross join lateral (${page}) as page order by parent.at, page."$n"`
      : page;
    return this.reading.session.rows<RawRow>(statement);
  }

  private pageStatement(row: string, parent: Sql): Sql {
    const { noun, fields, cursors } = this.request;
    const { limit, backwards } = this.paging;
    const order = this.order.orderBy(row, backwards);
    const conditions = allOf([this.belongs(row, parent), ...this.bounds(row)]);
    const columns = sql.join([
      sql`${parent}::text as "$parent"`,
      ...(cursors
        ? [sql`array[${sql.join(this.order.cursorColumns(row))}]::text[] as "$cursor"`]
        : []),
      sql`row_number() over (order by ${order}) as "$n"`,
      ...rowColumns(noun, row, fields, this.reading.scope),
    ]);
    return sql`select ${columns} from ${sql.table(noun.table)} as ${sql.ref(row)} where ${conditions} order by ${order} limit ${limit + 1}`;
  }

  private bounds(row: string): Sql[] {
    const bound = (text: string, path: "after" | "before") => {
      return this.order.beyond(row, this.order.read(text, path).values, path === "before");
    };
    const { after, before } = this.paging;
    return [
      ...(after === undefined ? [] : [bound(after, "after")]),
      ...(before === undefined ? [] : [bound(before, "before")]),
    ];
  }

  private page(rows: RawRow[]): Page {
    const { limit, backwards, after, before } = this.paging;
    const more = rows.length > limit;
    const kept = rows.slice(0, limit);
    if (backwards) kept.reverse();
    const { name } = this.order;
    const cursors = kept.flatMap(({ $cursor }) =>
      $cursor ? encodeCursor({ order: name, values: $cursor }) : [],
    );
    return {
      nodes: kept,
      cursors,
      hasNextPage: backwards ? before !== undefined : more,
      hasPreviousPage: backwards ? more : after !== undefined,
    };
  }

  /** The parents as a table with their places, so that the rows come back in the asked order. */
  private parentTable(parents: readonly string[]): Sql {
    const type = sql.raw(this.request.parent?.idType ?? "uuid");
    return sql`unnest(${sql.val(parents)}::${type}[]) with ordinality as parent(id, at)`;
  }
}
