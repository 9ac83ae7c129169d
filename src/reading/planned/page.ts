import type { FieldNode, GraphQLObjectType } from "graphql";
import { FilterCompiler } from "../lists/filter.js";
import { RowOrder } from "../lists/order.js";
import { type ConnectionArgs, longestList, type Paging, pagingOf } from "../lists/paging.js";
import type { NounDefinition } from "../model/dictionary.js";
import { allOf, type Sql, sql } from "../sql/fragments.js";
import { formOf, type Given, type Values, valueAt } from "./arguments.js";
import { type Asked, type Compiler, nameOf, Unplannable, type Writer } from "./compiler.js";
import { Json } from "./json.js";
import { objectOf, rowObject } from "./rows.js";

/** The place of a row in its page as it is read, and how many are read. */
const number = sql.ref("$n");
const count = sql.ref("$count");

/** Which rows of the noun the viewer finds in the list, before any filter. */
type Belongs = (row: string) => Sql;

/** What decides over the text of a page's statement: limits, orders, and which filters there are. */
const shapeOf =
  (noun: NounDefinition) =>
  (values: Values): string => {
    const { where, orderBy, first, last, after, before } = values as ConnectionArgs;
    const order = RowOrder.of(noun, orderBy);
    const nulls = (cursor: string | null | undefined, path: string) =>
      cursor && order.read(cursor, path).values.map((value) => value === null);
    const cursors = [nulls(after, "after"), nulls(before, "before")];
    return JSON.stringify([formOf(where), orderBy, first, last, cursors]);
  };

/** A short list whole, in its noun's own order. */
export function wholeList(
  compiler: Compiler,
  noun: NounDefinition,
  asked: Asked,
  belongs: Belongs,
): Json {
  const alias = compiler.aliases.next();
  const row = sql.ref(alias);
  const object = rowObject(compiler, noun, alias, objectOf(asked), asked.nodes);
  const order = RowOrder.of(noun, undefined).orderBy(alias, false);
  return Json.of(
    sql`(select ${Json.list(object).text()} from (select ${row}.* from ${sql.table(noun.table)} as ${row}
      where ${belongs(alias)} order by ${order} limit ${sql.lit(longestList)}) as ${row})`,
    false,
  );
}

/** A page of a connection as what is asked of it: its rows in one relation, aggregated. */
export function page(
  compiler: Compiler,
  noun: NounDefinition,
  asked: Asked,
  belongs: Belongs = (row) => noun.visible(compiler.scope, row),
): Json {
  return new PageWriter(compiler, noun, asked, belongs).write();
}

class PageWriter {
  private readonly given: Given;
  private readonly paging: Paging;
  private readonly order: RowOrder;
  private readonly type: GraphQLObjectType;
  private readonly asked: ReadonlySet<string>;
  private readonly pageInfo: ReadonlySet<string>;
  /** The page's rows. */
  private readonly row: string;
  /**
   * Names the list's ids and orders, when they are found once for both the page and the total: without a
   * filter each does better alone, the page by an index and the total by counting.
   */
  private readonly matching: string | undefined;

  constructor(
    private readonly compiler: Compiler,
    private readonly noun: NounDefinition,
    private readonly field: Asked,
    private readonly belongs: Belongs,
  ) {
    this.given = compiler.given(field, shapeOf(noun));
    const args = this.given.values as ConnectionArgs;
    this.paging = pagingOf(args);
    this.order = RowOrder.of(noun, args.orderBy);
    this.type = objectOf(field);
    this.asked = compiler.names(this.type, field.nodes);
    this.pageInfo = this.namesBelow("pageInfo");
    this.row = compiler.aliases.next();
    const isShared = args.where && this.readsRows && this.asked.has("totalCount");
    this.matching = isShared ? compiler.aliases.next() : undefined;
  }

  /**
   * Whether rows are read. A filter's values are checked where they are read, as resolvers do for a
   * list that `@skip` leaves out: so a filter has its rows read though nothing is asked of them.
   */
  private get readsRows(): boolean {
    const { asked, given } = this;
    const asksRows = asked.has("nodes") || asked.has("edges") || asked.has("pageInfo");
    return asksRows || (Boolean(given.values.where) && !asked.has("totalCount"));
  }

  write(): Json {
    const object = this.compiler.object(this.type, this.field.nodes, this.member);
    if (!this.readsRows) return object;
    // One row of all, even where nothing that is asked is worked out of them, as a type's name is not.
    return Json.of(
      sql`(${this.found()}select ${object.text()} from ${this.rows()} having true)`,
      false,
    );
  }

  private readonly member: Writer = (asked) => {
    switch (asked.definition.name) {
      case "nodes":
        return this.list(this.node(asked));
      case "edges":
        return this.list(this.compiler.object(objectOf(asked), asked.nodes, this.edge));
      case "pageInfo":
        return this.compiler.object(objectOf(asked), asked.nodes, this.place);
      case "totalCount":
        return this.total();
      default:
        throw new Unplannable(nameOf(asked));
    }
  };

  private readonly edge: Writer = (asked) =>
    asked.definition.name === "node"
      ? this.node(asked)
      : Json.value(this.order.cursorText(this.row), "quoted", false);

  private readonly place: Writer = (asked) => {
    const { backwards, after, before } = this.paging;
    const more = Json.of(sql`(count(*) > ${sql.lit(this.paging.limit)})::text`, false);
    switch (asked.definition.name) {
      case "hasNextPage":
        return backwards ? Json.known(before !== undefined) : more;
      case "hasPreviousPage":
        return backwards ? more : Json.known(after !== undefined);
      case "startCursor":
        return this.endOf(backwards);
      case "endCursor":
        return this.endOf(!backwards);
      default:
        throw new Unplannable(nameOf(asked));
    }
  };

  private node(asked: Asked): Json {
    return rowObject(this.compiler, this.noun, this.row, objectOf(asked), asked.nodes);
  }

  private list(item: Json): Json {
    const order = this.paging.backwards ? sql` order by ${number} desc` : sql``;
    return Json.list(item, this.kept(), order);
  }

  /** The cursor of the row that was read last, or first; the others' are not worked out. */
  private endOf(last: boolean): Json {
    const { limit } = this.paging;
    const at = last ? sql`least(${count}, ${sql.lit(limit)})` : sql.lit(Math.min(limit, 1));
    const cursor = this.order.cursorText(this.row);
    return Json.value(sql`max(${cursor}) filter (where ${number} = ${at})`, "quoted", true);
  }

  /** Without the row that was read only to see whether there are more. */
  private kept(): Sql {
    return this.looksFurther
      ? sql` filter (where ${number} <= ${sql.lit(this.paging.limit)})`
      : sql``;
  }

  private get looksFurther(): boolean {
    return this.pageInfo.has(this.paging.backwards ? "hasPreviousPage" : "hasNextPage");
  }

  private get showsEnds(): boolean {
    return this.pageInfo.has("startCursor") || this.pageInfo.has("endCursor");
  }

  private rows(): Sql {
    const { row, paging } = this;
    const limit = sql.lit(paging.limit + Number(this.looksFurther));
    const order = this.order.orderBy(row, paging.backwards);
    const from = this.matching
      ? sql`${sql.ref(this.matching)} as ${sql.ref(row)} where ${allOf(this.bounds(row))}`
      : sql`${this.table(row)} where ${allOf([...this.conditions(row), ...this.bounds(row)])}`;
    const ids = sql`select ${sql.ref(row)}.* from ${from} order by ${order} limit ${limit}`;
    const all = this.matching ? this.whole(ids, order) : ids;
    const isPlain = !this.looksFurther && !this.showsEnds && !paging.backwards;
    if (isPlain) return sql`(${all}) as ${sql.ref(row)}`;
    return sql`(select one.*, row_number() over () as ${number}, count(*) over () as ${count}
      from (${all}) as one) as ${sql.ref(row)}`;
  }

  /** The rows whose ids a page was found to have. */
  private whole(ids: Sql, order: Sql): Sql {
    const row = sql.ref(this.row);
    const id = sql.ref(this.noun.idColumn);
    return sql`select ${row}.* from (${ids}) as ids join ${this.table(this.row)} on ${row}.${id} = ids.${id}
      order by ${order}`;
  }

  /** The rows that match, where they are found once for both. */
  private found(): Sql {
    if (!this.matching) return sql``;
    const row = this.compiler.aliases.next();
    const columns = sql.join(this.order.columns(row));
    return sql`with ${sql.ref(this.matching)} as materialized (
      select ${columns} from ${this.table(row)} where ${allOf(this.conditions(row))})
    `;
  }

  private total(): Json {
    if (this.matching) {
      return Json.of(sql`(select count(*) from ${sql.ref(this.matching)})`, false);
    }
    const row = this.compiler.aliases.next();
    const where = allOf(this.conditions(row));
    return Json.of(sql`(select count(*) from ${this.table(row)} where ${where})`, false);
  }

  private table(row: string): Sql {
    return sql`${sql.table(this.noun.table)} as ${sql.ref(row)}`;
  }

  private conditions(row: string): Sql[] {
    const { compiler, noun, given } = this;
    const { where } = given.values as ConnectionArgs;
    const filter = new FilterCompiler(compiler.scope, compiler.aliases, (_, path, read) =>
      given.later((values) => read(valueAt(values, path) as never)),
    );
    const conditions = where ? [filter.compile(noun, row, where, "where")] : [];
    compiler.noteConditions(filter.conditions);
    return [this.belongs(row), ...conditions];
  }

  private bounds(row: string): Sql[] {
    return (["after", "before"] as const).flatMap((name) => {
      const cursor = this.paging[name];
      if (cursor === undefined) return [];
      const present = this.order.read(cursor, name).values;
      const values = present.map((value, at) =>
        value === null ? null : this.cursorValue(name, at),
      );
      return [this.order.beyond(row, values, name === "before")];
    });
  }

  private cursorValue(name: "after" | "before", at: number): Sql {
    const { order } = this;
    return this.given.later((values) => order.read(String(values[name]), name).values[at]);
  }

  private namesBelow(name: string): ReadonlySet<string> {
    const { compiler, type, field } = this;
    const nodes: FieldNode[] = compiler.below(type, field.nodes, name);
    const below = type.getFields()[name];
    return below ? compiler.names(objectOf({ ...field, definition: below }), nodes) : new Set();
  }
}
