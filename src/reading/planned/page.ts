import type { FieldNode, GraphQLObjectType } from "graphql";
import type { AccessScope } from "../../access/index.js";
import { ListQuery } from "../lists/list-query.js";
import { RowOrder } from "../lists/order.js";
import type { Arguments, ConnectionArgs } from "../model/arguments.js";
import type { NounDefinition } from "../model/dictionary.js";
import type { Belongs } from "../model/sites.js";
import { type Sql, sql } from "../sql/fragments.js";
import { Json } from "../sql/json.js";
import type { RowRef } from "../sql/statement.js";
import { formOf, valueAt } from "./arguments.js";
import { type Compiler, nameOf, type SelectedField, Unplannable, type Writer } from "./compiler.js";
import { objectOf } from "./rows.js";

/** The shape of a list's arguments, on which the statement's text depends: limits, orders, filters. */
const shapeOf =
  (noun: NounDefinition, scope: AccessScope) =>
  (values: Arguments): string => {
    const { where, orderBy, first, last, after, before } = values as ConnectionArgs;
    const order = RowOrder.of(noun, orderBy, scope);
    const nulls = (cursor: string | null | undefined, path: string) =>
      cursor && order.read(cursor, path).values.map((value) => value === null);
    const cursors = [nulls(after, "after"), nulls(before, "before")];
    return JSON.stringify([formOf(where), orderBy, first, last, cursors]);
  };

/** A short list whole, in its noun's own order. */
export function wholeList(
  compiler: Compiler,
  noun: NounDefinition,
  selected: SelectedField,
  belongs: Belongs,
): Json {
  const row = compiler.statement.row(noun.table);
  const object = compiler.rowObject(noun, row, objectOf(selected), selected.nodes);
  const list = ListQuery.whole(noun, { scope: compiler.scope });
  const rows = list.rows(row, {
    columns: sql`${row.name}.*`,
    from: row.source,
    where: [belongs(row)],
    limit: list.paging.limit,
  });
  return Json.of(sql`(select ${Json.list(object).text()} from (${rows}) as ${row.name})`, false);
}

/** A page of a connection as the object that is selected: its rows in one relation, aggregated. */
export function page(
  compiler: Compiler,
  noun: NounDefinition,
  selected: SelectedField,
  belongs: Belongs = (row) => noun.visible(compiler.scope, row),
): Json {
  return new PageWriter(compiler, noun, selected, belongs).write();
}

class PageWriter {
  private readonly hasFilter: boolean;
  private readonly list: ListQuery;
  private readonly type: GraphQLObjectType;
  private readonly selected: ReadonlySet<string>;
  private readonly pageInfo: ReadonlySet<string>;
  /** The page's rows. */
  private readonly row: RowRef;
  /** The place of a row in its page as it is read, and the number of rows that are read. */
  private readonly number: Sql;
  private readonly count: Sql;
  /**
   * A relation of the ids and orders of the list's rows, where they are found once for both the page and
   * the total. Without a filter each does better alone: the page by an index and the total by counting.
   */
  private readonly matching: RowRef | undefined;

  constructor(
    private readonly compiler: Compiler,
    private readonly noun: NounDefinition,
    private readonly field: SelectedField,
    private readonly belongs: Belongs,
  ) {
    const given = compiler.arguments(field, shapeOf(noun, compiler.scope));
    const args = given.values as ConnectionArgs;
    this.hasFilter = Boolean(args.where);
    this.list = ListQuery.page(noun, args, {
      scope: compiler.scope,
      write: (_, path, read) => given.later((values) => read(valueAt(values, path))),
    });
    this.type = objectOf(field);
    this.selected = compiler.names(this.type, field.nodes);
    this.pageInfo = this.namesBelow("pageInfo");
    this.row = compiler.statement.row(noun.table);
    this.number = sql.ref("$n");
    this.count = sql.ref("$count");
    const isShared = this.hasFilter && this.readsRows && this.selected.has("totalCount");
    this.matching = isShared ? compiler.statement.madeRow() : undefined;
  }

  /**
   * True where rows are read. A filter's values are checked where they are read, as resolvers do for a
   * list that `@skip` leaves out: so a filter has its rows read though none of them is selected.
   */
  private get readsRows(): boolean {
    const { selected, hasFilter } = this;
    const selectsRows = selected.has("nodes") || selected.has("edges") || selected.has("pageInfo");
    return selectsRows || (hasFilter && !selected.has("totalCount"));
  }

  write(): Json {
    const object = this.compiler.object(this.type, this.field.nodes, this.member);
    if (!this.readsRows) return object;
    // `having true` makes one row of all, also where no aggregate is selected, as with `__typename` alone.
    return Json.of(
      sql`(${this.found()}select ${object.text()} from ${this.rows()} having true)`,
      false,
    );
  }

  private readonly member: Writer = (selected) => {
    switch (selected.definition.name) {
      case "nodes":
        return this.items(this.node(selected));
      case "edges":
        return this.items(this.compiler.object(objectOf(selected), selected.nodes, this.edge));
      case "pageInfo":
        return this.compiler.object(objectOf(selected), selected.nodes, this.place);
      case "totalCount":
        return this.total();
      default:
        throw new Unplannable(nameOf(selected));
    }
  };

  private readonly edge: Writer = (selected) =>
    selected.definition.name === "node"
      ? this.node(selected)
      : Json.value(this.list.order.cursorText(this.row), "quoted", false);

  private readonly place: Writer = (selected) => {
    const { limit, backwards, after, before } = this.list.paging;
    const more = Json.of(sql`(count(*) > ${sql.lit(limit)})::text`, false);
    switch (selected.definition.name) {
      case "hasNextPage":
        return backwards ? Json.known(before !== undefined) : more;
      case "hasPreviousPage":
        return backwards ? more : Json.known(after !== undefined);
      case "startCursor":
        return this.endOf(backwards);
      case "endCursor":
        return this.endOf(!backwards);
      default:
        throw new Unplannable(nameOf(selected));
    }
  };

  private node(selected: SelectedField): Json {
    return this.compiler.rowObject(this.noun, this.row, objectOf(selected), selected.nodes);
  }

  private items(item: Json): Json {
    const order = this.list.paging.backwards ? sql` order by ${this.number} desc` : sql``;
    return Json.list(item, this.withinLimit(), order);
  }

  /** The cursor of the row that was read last, or first; those of the others are not computed. */
  private endOf(last: boolean): Json {
    const { limit } = this.list.paging;
    const at = last ? sql`least(${this.count}, ${sql.lit(limit)})` : sql.lit(Math.min(limit, 1));
    const cursor = this.list.order.cursorText(this.row);
    return Json.value(sql`max(${cursor}) filter (where ${this.number} = ${at})`, "quoted", true);
  }

  /** Leaves out the row that is read only to see whether there are more. */
  private withinLimit(): Sql {
    return this.looksFurther
      ? sql` filter (where ${this.number} <= ${sql.lit(this.list.paging.limit)})`
      : sql``;
  }

  private get looksFurther(): boolean {
    return this.pageInfo.has(this.list.paging.backwards ? "hasPreviousPage" : "hasNextPage");
  }

  private get showsEnds(): boolean {
    return this.pageInfo.has("startCursor") || this.pageInfo.has("endCursor");
  }

  private rows(): Sql {
    const { row, list, matching } = this;
    const found = list.rows(row, {
      columns: sql`${row.name}.*`,
      from: matching ? sql`${matching.name} as ${row.name}` : row.source,
      where: matching ? [] : [list.matches(row, this.belongs(row))],
      limit: list.paging.limit + Number(this.looksFurther),
    });
    const all = matching ? this.whole(found) : found;
    const isPlain = !this.looksFurther && !this.showsEnds && !list.paging.backwards;
    if (isPlain) return sql`(${all}) as ${row.name}`;
    return sql`(select one.*, row_number() over () as ${this.number}, count(*) over () as ${this.count}
      from (${all}) as one) as ${row.name}`;
  }

  /** The whole rows of a page whose ids are found. */
  private whole(ids: Sql): Sql {
    const { row } = this;
    const id = sql.ref(this.noun.idColumn);
    return sql`select ${row.name}.* from (${ids}) as ids join ${row.source} on ${row.name}.${id} = ids.${id}
      order by ${this.list.orderBy(row)}`;
  }

  /** The rows that match, where they are found once for both page and total. */
  private found(): Sql {
    if (!this.matching) return sql``;
    const row = this.compiler.statement.row(this.noun.table);
    const columns = sql.join(this.list.order.columns(row));
    return sql`with ${this.matching.name} as materialized (
      select ${columns} from ${row.source} where ${this.list.matches(row, this.belongs(row))})
    `;
  }

  private total(): Json {
    if (this.matching) return Json.of(sql`(select count(*) from ${this.matching.name})`, false);
    const row = this.compiler.statement.row(this.noun.table);
    return Json.of(sql`(${this.list.total(row, this.belongs(row))})`, false);
  }

  private namesBelow(name: string): ReadonlySet<string> {
    const { compiler, type, field } = this;
    const nodes: FieldNode[] = compiler.below(type, field.nodes, name);
    const below = type.getFields()[name];
    return below ? compiler.names(objectOf({ ...field, definition: below }), nodes) : new Set();
  }
}
