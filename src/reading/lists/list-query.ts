import type { AccessScope } from "../../access/index.js";
import { retained, retainedAfter } from "../../ledger/index.js";
import type { ConnectionArgs } from "../model/arguments.js";
import type { NounDefinition } from "../model/dictionary.js";
import { allOf, type Sql, sql } from "../sql/fragments.js";
import { ledgerTable } from "../sql/past.js";
import type { RowRef } from "../sql/statement.js";
import { FilterCompiler, type ValueWriter, writeNow } from "./filter.js";
import { RowOrder } from "./order.js";
import { type Paging, pagingOf, wholeList } from "./paging.js";

/** The writer of a list's statement: for which viewer, and how values of the arguments get into it. */
export interface QueryWriter {
  scope: AccessScope;
  /** Writes values of the arguments; the present ones by default. */
  write?: ValueWriter;
}

/**
 * The SQL of a list as a connection's arguments describe it: filter, order, cursors and limit. Both
 * engines read pages and totals by it.
 */
export class ListQuery {
  private constructor(
    private readonly noun: NounDefinition,
    private readonly args: ConnectionArgs,
    private readonly writer: QueryWriter,
    readonly order: RowOrder,
    readonly paging: Paging,
  ) {}

  /** A page of a list; BAD_USER_INPUT where the arguments contradict each other. */
  static page(noun: NounDefinition, args: ConnectionArgs, writer: QueryWriter): ListQuery {
    return new ListQuery(
      noun,
      args,
      writer,
      RowOrder.of(noun, args.orderBy, writer.scope),
      pagingOf(args),
    );
  }

  /** A short list whole, in its noun's default order. */
  static whole(noun: NounDefinition, writer: QueryWriter): ListQuery {
    return new ListQuery(noun, {}, writer, RowOrder.of(noun, undefined, writer.scope), wholeList);
  }

  /** The condition that `row` is of the list: `belongs`, and the filter. */
  matches(row: RowRef, belongs: Sql): Sql {
    const { where } = this.args;
    if (!where) return belongs;
    const { scope, write } = this.writer;
    const filter = new FilterCompiler(scope, write);
    const writer = this.noun.table === ledgerTable ? filter.overRetained : filter;
    return allOf([belongs, writer.compile(this.noun, row, where, "where")]);
  }

  /** The first rows of `from` that meet `where` and lie between the cursors, in the page's order. */
  rows(row: RowRef, { columns, from, where, limit }: RowsRequest): Sql {
    return sql`select ${columns} from ${from} where ${allOf([...where, ...this.bounds(row)])}
      order by ${this.orderBy(row)} limit ${sql.lit(limit)}`;
  }

  /** The number of rows in the list, cursors aside. */
  total(row: RowRef, belongs: Sql): Sql {
    return sql`select count(*) from ${row.source} where ${this.matches(row, belongs)}`;
  }

  /** The ORDER BY list in which the page is read: from its end for `last`. */
  orderBy(row: RowRef): Sql {
    return this.order.orderBy(row, this.paging.backwards);
  }

  private bounds(row: RowRef): Sql[] {
    const { write = writeNow } = this.writer;
    return (["after", "before"] as const).flatMap((name) => {
      const cursor = this.paging[name];
      if (cursor === undefined) return [];
      const present = this.order.read(cursor, name).values;
      const valueAt = (at: number) =>
        write(cursor, name, (text) => this.order.read(String(text), name).values[at]);
      const values: unknown[] = present.map((value, at) => (value === null ? null : valueAt(at)));
      if (this.noun.table === ledgerTable) values.push(retainedAt(name, values.pop()));
      return [this.order.beyond(row, values, name === "before")];
    });
  }
}

/** The position of a cursor in the ledger: what it leads to is retained, or the page fails. */
const retainedAt = (name: "after" | "before", position: unknown): Sql =>
  name === "after" ? retainedAfter(sql`${position}::bigint`) : retained(sql`${position}::bigint`);

/** The rows that a page is read from. */
interface RowsRequest {
  columns: Sql;
  /** The text after FROM. */
  from: Sql;
  where: readonly Sql[];
  limit: number;
}
