import type { Paging } from "../lists/paging.js";
import { type Sql, sql } from "../sql/fragments.js";
import { Json } from "../sql/json.js";
import type { Rows } from "../sql/sections.js";
import type { RowRef } from "../sql/statement.js";
import { type Compiler, nameOf, type SelectedField, Unplannable, type Writer } from "./compiler.js";
import { objectOf } from "./rows.js";

/** What a page shows beside its items: its place in the list, by rows that are numbered where it is asked for. */
export class PageFrame {
  /** The place of a row in its page as it is read, and the number of rows that are read. */
  private readonly number = sql.ref("$n");
  private readonly count = sql.ref("$count");
  private readonly pageInfo: ReadonlySet<string>;

  constructor(
    compiler: Compiler,
    field: SelectedField,
    private readonly paging: Paging,
    /** The cursor of the row that is read. */
    private readonly cursor: () => Sql,
  ) {
    this.pageInfo = namesBelow(compiler, field, "pageInfo");
  }

  /** The rows to read: one more where it is asked whether there are more. */
  get limit(): number {
    return this.paging.limit + Number(this.looksFurther);
  }

  /** The items of the page. */
  items(item: Json, rows?: () => Rows | undefined): Json {
    const order = this.paging.backwards ? sql` order by ${this.number} desc` : sql``;
    const [within] = this.isWithin();
    const by = within ? sql` filter (where ${within})` : sql``;
    return Json.list(item, by, order, rows);
  }

  /** The member of an edge that shows its cursor. */
  edgeCursor(): Json {
    return Json.value(this.cursor(), "quoted", false);
  }

  /** The page's place in its list. */
  readonly place: Writer = (selected) => {
    const { limit, backwards, after, before } = this.paging;
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

  /** The rows of a page under the alias of `row`, with their numbers where those are needed. */
  framed(rows: Sql, row: RowRef): Sql {
    const isPlain = !this.looksFurther && !this.showsEnds && !this.paging.backwards;
    if (isPlain) return sql`(${rows}) as ${row.name}`;
    return sql`(select one.*, row_number() over () as ${this.number}, count(*) over () as ${this.count}
      from (${rows}) as one) as ${row.name}`;
  }

  /** The cursor of the row that was read last, or first; those of the others are not computed. */
  private endOf(last: boolean): Json {
    const { limit } = this.paging;
    const at = last ? sql`least(${this.count}, ${sql.lit(limit)})` : sql.lit(Math.min(limit, 1));
    const ended = sql`max(${this.cursor()}) filter (where ${this.number} = ${at})`;
    return Json.value(ended, "quoted", true);
  }

  /** Leaves out the row that is read only to see whether there are more. */
  isWithin(): Sql[] {
    return this.looksFurther ? [sql`${this.number} <= ${sql.lit(this.paging.limit)}`] : [];
  }

  private get looksFurther(): boolean {
    return this.pageInfo.has(this.paging.backwards ? "hasPreviousPage" : "hasNextPage");
  }

  private get showsEnds(): boolean {
    return this.pageInfo.has("startCursor") || this.pageInfo.has("endCursor");
  }
}

/** The names of the fields that are selected below a member of an object. */
export function namesBelow(
  compiler: Compiler,
  field: SelectedField,
  name: string,
): ReadonlySet<string> {
  const type = objectOf(field);
  const below = type.getFields()[name];
  if (!below) return new Set();
  const nodes = compiler.below(type, field.nodes, name);
  return compiler.names(objectOf({ ...field, definition: below }), nodes);
}
