import type { FieldNode, GraphQLObjectType } from "graphql";
import type { NounDefinition } from "../dictionary.js";
import { FilterCompiler } from "../filter-sql.js";
import { RowOrder } from "../order.js";
import { type ConnectionArgs, type Paging, pagingOf } from "../paging.js";
import { allOf, type Sql, sql } from "../sql.js";
import { formOf, type Given, type Values, valueAt } from "./arguments.js";
import { type Asked, type Compiler, nameOf, Unplannable, type Writer } from "./compiler.js";
import { Json } from "./json.js";
import { objectOf, rowObject } from "./rows.js";

const number = sql.ref("$n");

/** Which rows of the noun belong to the list, before any filter. */
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

/** A page of a connection as what is asked of it: its rows in one relation, aggregated. */
export function page(
  compiler: Compiler,
  noun: NounDefinition,
  asked: Asked,
  belongs?: Belongs,
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

  constructor(
    private readonly compiler: Compiler,
    private readonly noun: NounDefinition,
    private readonly field: Asked,
    private readonly belongs: Belongs | undefined,
  ) {
    this.given = compiler.given(field, shapeOf(noun));
    const args = this.given.values as ConnectionArgs;
    this.paging = pagingOf(args);
    this.order = RowOrder.of(noun, args.orderBy);
    this.type = objectOf(field);
    this.asked = compiler.names(this.type, field.nodes);
    this.pageInfo = this.namesBelow("pageInfo");
    this.row = compiler.aliases.next();
  }

  write(): Json {
    const { compiler, type, field } = this;
    const object = compiler.object(type, field.nodes, this.member);
    if (!this.readsRows) return object;
    return Json.of(sql`(select ${object.text()} from ${this.rows()})`, false);
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

  /**
   * Whether what is asked is worked out of the page's rows. Where nothing is, nothing would make one
   * row of them.
   */
  private get readsRows(): boolean {
    const { asked, pageInfo } = this;
    const ends = pageInfo.has("startCursor") || pageInfo.has("endCursor");
    return asked.has("nodes") || asked.has("edges") || ends || this.looksFurther;
  }

  /**
   * The cursor of the row that was read last, or first. Rows that are read backwards are sorted for
   * the lists beside it, and Postgres gives every aggregate of a statement what it sorted for one.
   */
  private endOf(last: boolean): Json {
    const order = this.paging.backwards ? sql` order by ${number}` : sql``;
    const cursors = sql`array_agg(${this.order.cursorText(this.row)}${order})${this.kept()}`;
    const at = last ? sql`least(count(*), ${sql.lit(this.paging.limit)})::int` : sql`1`;
    return Json.value(sql`(${cursors})[${at}]`, "quoted", true);
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

  private rows(): Sql {
    const { row, paging } = this;
    const limit = sql.lit(paging.limit + Number(this.looksFurther));
    const all = sql`select ${sql.ref(row)}.* from ${this.table(row)}
      where ${allOf([...this.conditions(row), ...this.bounds(row)])}
      order by ${this.order.orderBy(row, paging.backwards)} limit ${limit}`;
    if (!this.looksFurther && !paging.backwards) return sql`(${all}) as ${sql.ref(row)}`;
    return sql`(select one.*, row_number() over () as ${number} from (${all}) as one) as ${sql.ref(row)}`;
  }

  private total(): Json {
    const row = this.compiler.aliases.next();
    const where = allOf(this.conditions(row));
    return Json.of(sql`(select count(*) from ${this.table(row)} where ${where})::text`, false);
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
    return [
      ...(this.belongs ? [this.belongs(row)] : []),
      noun.visible(compiler.scope, row),
      ...(where ? [filter.compile(noun, row, where, "where")] : []),
    ];
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
