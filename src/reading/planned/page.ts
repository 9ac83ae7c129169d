import type { GraphQLObjectType } from "graphql";
import type { AccessScope } from "../../access/index.js";
import { ListQuery } from "../lists/list-query.js";
import { RowOrder } from "../lists/order.js";
import type { Arguments, ConnectionArgs } from "../model/arguments.js";
import type { NounDefinition } from "../model/dictionary.js";
import type { Belongs } from "../model/sites.js";
import { type Sql, sql } from "../sql/fragments.js";
import { Json } from "../sql/json.js";
import type { Rows, Section, Shape } from "../sql/sections.js";
import type { RowRef } from "../sql/statement.js";
import { formOf, valueAt } from "./arguments.js";
import { type Compiler, nameOf, type SelectedField, Unplannable, type Writer } from "./compiler.js";
import { groups } from "./groups.js";
import { PageFrame } from "./page-frame.js";
import { objectOf } from "./rows.js";

/** The shape of a list's arguments, on which the statement's text depends: limits, orders, filters. */
const shapeOf =
  (noun: NounDefinition, scope: AccessScope) =>
  (values: Arguments): string => {
    const { where, orderBy, first, last, after, before } = values as ConnectionArgs;
    const nulls = (cursor: string | null | undefined, path: string) =>
      cursor &&
      RowOrder.of(noun, orderBy, scope)
        .read(cursor, path)
        .values.map((value) => value === null);
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
  const from = sql`lateral (${rows}) as ${row.name}`;
  const order = list.orderBy(row);
  return Json.within(
    Json.list(object),
    (all) => sql`(select ${all} from ${from})`,
    false,
    (section) =>
      section.list({ from, where: [], order, rows: [row] }, (below) => object.placed(below)),
  );
}

/** A page of a connection as the object that is selected: its rows in one relation, aggregated. */
export function page(
  compiler: Compiler,
  noun: NounDefinition,
  selected: SelectedField,
  belongs?: Belongs,
): Json {
  const isVisible: Belongs = (row) => noun.visible(compiler.scope, row);
  return new PageWriter(compiler, noun, selected, belongs ?? isVisible, !belongs).write();
}

class PageWriter {
  private readonly hasFilter: boolean;
  private readonly list: ListQuery;
  private readonly type: GraphQLObjectType;
  private readonly selected: ReadonlySet<string>;
  private readonly frame: PageFrame;
  /** The page's rows. */
  private readonly row: RowRef;
  /**
   * A relation of the ids and orders of the list's rows, where they are found once for both the page and
   * the total. Without a filter each does better alone: the page by an index and the total by counting.
   */
  private readonly matching: RowRef | undefined;
  /** The rows of the page as a section has them; known where the page is placed in one. */
  private shown: Rows | undefined;

  constructor(
    private readonly compiler: Compiler,
    private readonly noun: NounDefinition,
    private readonly field: SelectedField,
    private readonly belongs: Belongs,
    /** True for a list that stands in no row. */
    private readonly isRoot: boolean,
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
    const { order, paging } = this.list;
    this.frame = new PageFrame(compiler, field, paging, () => order.cursorText(this.row));
    this.row = compiler.statement.row(noun.table);
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
    const readsFilter = selected.has("totalCount") || selected.has("groups");
    return selectsRows || (hasFilter && !readsFilter);
  }

  write(): Json {
    const object = this.compiler.object(this.type, this.field.nodes, this.member);
    if (!this.readsRows) return object;
    // `having true` makes one row of all, also where no aggregate is selected, as with `__typename` alone.
    const found = this.found();
    const rows = this.rows();
    const { matching } = this;
    const defined = matching ? sql`with ${matching.name} as materialized (${found}) ` : sql``;
    return Json.within(
      object,
      (one) => sql`(${defined}select ${one} from ${rows} having true)`,
      false,
      (section) => this.placed(object, section, { found, rows }),
    );
  }

  private readonly member: Writer = (selected) => {
    switch (selected.definition.name) {
      case "nodes":
        return this.items(this.node(selected));
      case "edges":
        return this.items(this.compiler.object(objectOf(selected), selected.nodes, this.edge));
      case "pageInfo":
        return this.place(selected);
      case "totalCount":
        return this.total();
      case "groups":
        return groups(this.compiler, this.noun, selected, (row) =>
          this.list.matches(row, this.belongs(row)),
        );
      default:
        throw new Unplannable(nameOf(selected));
    }
  };

  private readonly edge: Writer = (selected) =>
    selected.definition.name === "node" ? this.node(selected) : this.frame.edgeCursor();

  private items(item: Json): Json {
    return this.frame.items(item, () => this.shown);
  }

  private node(selected: SelectedField): Json {
    return this.compiler.rowObject(this.noun, this.row, objectOf(selected), selected.nodes);
  }

  private rows(): Sql {
    const { row, list, matching, frame } = this;
    const found = list.rows(row, {
      columns: sql`${row.name}.*`,
      from: matching ? sql`${matching.name} as ${row.name}` : row.source,
      where: matching ? [] : [list.matches(row, this.belongs(row))],
      limit: frame.limit,
    });
    return frame.framed(matching ? this.whole(found) : found, row);
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
    return sql`select ${columns} from ${row.source} where ${this.list.matches(row, this.belongs(row))}`;
  }

  /**
   * The page where its items can be a section: it gives them, and values that do not depend on them. What is
   * found for several parts of it stands before the statement, so it can be a root's page only.
   */
  private placed(
    object: Json,
    section: Section,
    { found, rows }: { found: Sql; rows: Sql },
  ): Shape | undefined {
    const { row, list, frame, matching, selected } = this;
    const hasPlace = selected.has("pageInfo");
    if (!hasPlace && !selected.has("nodes") && !selected.has("edges")) return undefined;
    if ((matching || hasPlace) && !this.isRoot) return undefined;
    if (matching) section.define(matching.name, found);
    const shown = hasPlace ? this.compiler.statement.madeRow().name : undefined;
    if (shown) section.define(shown, sql`select * from ${rows}`);
    const from = shown ? sql`${shown} as ${row.name}` : sql`lateral ${rows}`;
    const order = list.order.orderBy(row, false);
    this.shown = { from, where: frame.isWithin(), order, rows: [row] };
    return object.placed(section);
  }

  /** The page's place in its list, which follows from all rows of the page. */
  private place(selected: SelectedField): Json {
    const place = this.compiler.object(objectOf(selected), selected.nodes, this.frame.place);
    return Json.within(
      place,
      (one) => one,
      false,
      (section) =>
        section.value(
          sql`(select ${place.text()} from ${this.shown?.from} having true)`,
          "json",
          false,
        ),
    );
  }

  private total(): Json {
    if (this.matching) return Json.of(sql`(select count(*) from ${this.matching.name})`, false);
    const row = this.compiler.statement.row(this.noun.table);
    return Json.of(sql`(${this.list.total(row, this.belongs(row))})`, false);
  }
}
