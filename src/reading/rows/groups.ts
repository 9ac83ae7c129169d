import { dimensionOf, measuredOf, measuresOf } from "../groups/dimensions.js";
import {
  aggregateColumn,
  countColumn,
  distinctColumn,
  type GroupColumn,
  measureColumn,
} from "../groups/group-columns.js";
import { type GroupParts, GroupQuery, type GroupRequest } from "../groups/group-query.js";
import { encodeCursor } from "../lists/cursor.js";
import type { Aggregate } from "../model/grouping.js";
import type { Row } from "../model/row.js";
import { type Sql, sql } from "../sql/fragments.js";
import { type RowRef, Statement } from "../sql/statement.js";
import type { GroupedList } from "./connection.js";
import type { Reading, RowSession } from "./session.js";

/** The measures that a document selects: names with those of their members, and what is counted once. */
export interface SelectedMeasures {
  names: Readonly<Record<string, readonly string[]>>;
  distinct: readonly string[];
}

/** One group as the API shows it: references in the key are ids. */
export interface Group {
  key: Row;
  measures: Row;
}

/** A page of groups. */
export interface GroupPage {
  groups: Group[];
  cursors: string[];
  hasNextPage: boolean;
}

/** The whole of a list's rows, and the number of its groups. */
export interface GroupTotals {
  total: Row;
  count: number;
}

interface RawGroup extends Group {
  parent: string;
  cursor: (string | null)[];
}

/** Members of a JSON object: values of SQL, or objects of such. */
type Members = { [name: string]: Sql | Members };

function objectSql(members: Members): Sql {
  const parts = Object.entries(members).map(([name, value]) => {
    const isSql = "toOperationNode" in value;
    return sql`${sql.lit(name)}, ${isSql ? (value as Sql) : objectSql(value as Members)}`;
  });
  return sql`jsonb_build_object(${sql.join(parts)})`;
}

/** Reads the groups of one connection field for many parents in one statement. */
export class GroupsReader {
  constructor(
    private readonly reading: Reading<RowSession>,
    private readonly request: GroupRequest,
    private readonly list: GroupedList,
    private readonly selected: SelectedMeasures,
  ) {}

  /** The page of each parent, in their order. */
  async pages(parents: readonly string[]): Promise<GroupPage[]> {
    const { keyset, paging, dimensions } = this.request;
    const statement = this.statement(parents, { groups: true, total: false }, (query, made) => {
      const row = made.madeRow();
      const keys = dimensions.map(({ name, kind }): [string, Sql] => {
        const key = query.keyOf(row, name);
        return [name, kind.select(key?.value ?? sql`null`)];
      });
      const own = query.ordered(row);
      const cursor = own.map((value) => sql`${value}::text`);
      const page = query.page(row, paging.limit + 1);
      const order = own.length > 0 ? sql`order by ${keyset.orderBy(own, false)}` : sql``;
      return sql`select array[${sql.join(cursor)}]::text[] as cursor, ${objectSql(Object.fromEntries(keys))} as key,
        ${this.measures(query, row)} as measures, row_number() over (${order}) as at from (${page}) as ${row.name}`;
    });
    const rows = await this.reading.session.rows<RawGroup>(statement);
    const byParent = Map.groupBy(rows, ({ parent }) => parent);
    return parents.map((parent) => this.page(byParent.get(parent) ?? []));
  }

  /** The measures over all rows of each parent's list, and the number of its groups. */
  async totals(parents: readonly string[]): Promise<GroupTotals[]> {
    const statement = this.statement(parents, { groups: true, total: true }, (query, made) => {
      const row = made.madeRow();
      return sql`select ${this.measures(query, row)} as total, (${query.count()})::int as count, 1 as at
        from ${query.relation.name} as ${row.name} where ${query.isWhole(row)}`;
    });
    const rows = await this.reading.session.rows<GroupTotals & { parent: string }>(statement);
    const found = new Map(rows.map((row) => [row.parent, row]));
    return parents.map((parent) => found.get(parent) ?? { total: {}, count: 0 });
  }

  private page(rows: RawGroup[]): GroupPage {
    const { keyset, paging } = this.request;
    const groups = rows.slice(0, paging.limit);
    const cursors = groups.map(({ cursor }) =>
      encodeCursor({ order: keyset.name, values: cursor }),
    );
    return { groups, cursors, hasNextPage: rows.length > paging.limit };
  }

  private statement(
    parents: readonly string[],
    parts: GroupParts,
    select: (query: GroupQuery, statement: Statement) => Sql,
  ): Sql {
    const statement = new Statement();
    const parent = statement.madeRow();
    const id = parent.column("id");
    const { scope } = this.reading;
    const matches = (row: RowRef) => this.list.matches(row, id);
    const query = new GroupQuery(this.request, { scope }, statement, matches, parts);
    const found = select(query, statement);
    const one = statement.madeRow();
    return sql`select ${id}::text as parent, ${one.name}.* from ${this.list.parents(parents, parent)}
      cross join lateral (${query.given()}${found}) as ${one.name}
      order by ${parent.column("at")}, ${one.column("at")}`;
  }

  private measures(query: GroupQuery, row: RowRef): Sql {
    const { noun } = this.request;
    const shown = (column: GroupColumn): Sql => {
      const value = query.column(row, column);
      return column.kind ? column.kind.select(value) : value;
    };
    const members: Members = {};
    for (const [name, below] of Object.entries(this.selected.names)) {
      const measure = measuresOf(noun).get(name);
      if (name === "count") members[name] = shown(countColumn);
      else if (measure?.kind) members[name] = shown(measureColumn(measure));
      else if (measure?.made) members[name] = query.made(row, measure, measure.made);
      else if (measure) members[name] = each(below, (one) => shown(measureColumn(measure, one)));
      else {
        members[name] = each(below, (one) => {
          const measured = measuredOf(noun).get(one);
          if (!measured) throw new Error(`${noun.name} has no ${name} of ${one}`);
          return shown(aggregateColumn(measured, name as Aggregate));
        });
      }
    }
    members.distinct = each(this.selected.distinct, (name) =>
      shown(distinctColumn(dimensionOf(noun, name))),
    );
    return objectSql(members);
  }
}

const each = (names: readonly string[], value: (name: string) => Sql): Members =>
  Object.fromEntries(names.map((name) => [name, value(name)]));
