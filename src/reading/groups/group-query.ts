import { writeNow } from "../lists/filter.js";
import { Keyset } from "../lists/keyset.js";
import type { QueryWriter } from "../lists/list-query.js";
import { type Paging, pagingOf } from "../lists/paging.js";
import type { NounDefinition } from "../model/dictionary.js";
import type { GroupDimension, MadeOfGroup, Measure } from "../model/grouping.js";
import { type Sql, sql } from "../sql/fragments.js";
import type { RowRef, Statement } from "../sql/statement.js";
import {
  dimensionsAsked,
  type GroupArgs,
  type GroupTerm,
  nameOf,
  termsOf,
} from "./group-arguments.js";
import { type GroupColumn, measureColumn } from "./group-columns.js";
import { GroupedRows } from "./grouped-rows.js";

/** The order, paging and dimensions that the arguments of `groups` ask for. */
export class GroupRequest {
  readonly dimensions: readonly GroupDimension[];
  readonly paging: Paging;
  readonly keyset: Keyset;
  readonly terms: readonly GroupTerm[];

  /** BAD_USER_INPUT where the arguments contradict each other or exceed a bound. */
  constructor(
    readonly noun: NounDefinition,
    readonly args: GroupArgs,
  ) {
    this.dimensions = dimensionsAsked(noun, args.by);
    this.terms = termsOf(noun, this.dimensions, args.orderBy);
    this.paging = pagingOf({ first: args.first ?? null, after: args.after ?? null });
    const by = this.dimensions.map(({ name }) => name).join();
    const order = this.terms.map(({ of, descending }) => `${nameOf(of)}${descending ? "-" : "+"}`);
    this.keyset = new Keyset(
      `${by}:${order.join("")}`,
      this.terms.map(({ of, descending }) => ({ ...kindOf(of), descending })),
    );
  }
}

const kindOf = (of: GroupTerm["of"]) => {
  if ("dimension" in of) return { kind: of.dimension.kind, nullable: true };
  const { kind, nullable } = of.column;
  if (!kind) throw new Error(`${of.column.name} is no order`);
  return { kind, nullable };
};

/** Which parts of the answer are read: the groups, and the total over all of them. */
export interface GroupParts {
  groups: boolean;
  total: boolean;
}

/**
 * The statement of groups, for both read paths: a relation with a row for each group and, where it is
 * asked for, one for the whole. Its columns are added while the answer is written.
 */
export class GroupQuery {
  private readonly rows: GroupedRows;
  private readonly columns = new Map<string, { alias: string; value: Sql }>();
  private readonly key: RowRef;
  /** The relation of the groups. */
  readonly relation: RowRef;
  private readonly whole = sql.ref("$whole");

  constructor(
    readonly request: GroupRequest,
    private readonly writer: QueryWriter,
    private readonly statement: Statement,
    matches: (row: RowRef) => Sql,
    private readonly parts: GroupParts,
  ) {
    const { noun } = request;
    this.rows = new GroupedRows(
      noun,
      statement.row(noun.table),
      writer.scope,
      matches,
      this.request.dimensions,
    );
    this.key = statement.madeRow();
    this.relation = statement.madeRow();
  }

  /** The value of a dimension in a row of the relation; none where groups are not by it. */
  keyOf(row: RowRef, name: string): { value: Sql; dimension: GroupDimension } | undefined {
    const at = this.request.dimensions.findIndex((one) => one.name === name);
    const dimension = this.request.dimensions[at];
    return dimension && { value: row.column(`k${at}`), dimension };
  }

  /** A value in a row of the relation. */
  column(row: RowRef, column: GroupColumn): Sql {
    const known = this.columns.get(column.name);
    if (known) return row.column(known.alias);
    const alias = `m${this.columns.size}`;
    this.columns.set(column.name, { alias, value: column.value(this.rows.site) });
    return row.column(alias);
  }

  /** A measure that is made of a group's parts: outside the relation, so that only rows of the answer have it. */
  made(row: RowRef, measure: Measure, made: MadeOfGroup): Sql {
    const names = Object.keys(measure.parts(this.rows.site));
    const parts = Object.fromEntries(
      names.map((name) => [name, this.column(row, measureColumn(measure, name))]),
    );
    return made({ row, scope: this.writer.scope, parts });
  }

  /** The values of a row by which groups are ordered. */
  ordered(row: RowRef): Sql[] {
    return this.request.terms.map(({ of }) => {
      if ("column" in of) return this.column(row, of.column);
      const key = this.keyOf(row, of.dimension.name);
      if (!key) throw new Error(`Groups are not by ${of.dimension.name}`);
      return key.value;
    });
  }

  /** The first groups after the cursor, in their order. */
  page(row: RowRef, limit: number): Sql {
    const { keyset } = this.request;
    const own = this.ordered(row);
    const where = sql.join([this.isGroup(row), ...this.beyond(own)], sql` and `);
    return sql`select ${row.name}.* from ${this.relation.name} as ${row.name} where ${where}
      order by ${own.length > 0 ? keyset.orderBy(own, false) : sql`1`} limit ${sql.lit(limit)}`;
  }

  /** The number of groups. */
  count(): Sql {
    const row = this.statement.madeRow();
    return sql`select count(*) from ${this.relation.name} as ${row.name} where ${this.isGroup(row)}`;
  }

  /** The condition that a row of the relation is the whole. */
  isWhole(row: RowRef): Sql {
    return this.hasBoth ? sql`${row.name}.${this.whole}` : sql`true`;
  }

  private isGroup(row: RowRef): Sql {
    return this.hasBoth ? sql`not ${row.name}.${this.whole}` : sql`true`;
  }

  private get hasBoth(): boolean {
    const { groups, total } = this.parts;
    return groups && total && this.request.dimensions.length > 0;
  }

  private beyond(own: readonly Sql[]): Sql[] {
    const { keyset, paging } = this.request;
    if (paging.after === undefined) return [];
    const { write = writeNow } = this.writer;
    const present = keyset.read(paging.after, "after").values;
    const values = present.map((value, at) =>
      value === null
        ? null
        : write(paging.after, "after", (text) => keyset.read(String(text), "after").values[at]),
    );
    // Without any order there is one group, and nothing after it.
    return [own.length > 0 ? keyset.beyond(own, values, false) : sql`false`];
  }

  /** The relation as the WITH of a statement. Called once all its columns are known. */
  given(): Sql {
    const keys = this.parts.groups ? this.request.dimensions : [];
    const values = keys.map(
      ({ value }, at) => sql`${value(this.rows.site)} as ${sql.ref(`k${at}`)}`,
    );
    const named = keys.map((_, at) => this.key.column(`k${at}`));
    const columns = [...this.columns.values()].map(
      ({ alias, value }) => sql`${value} as ${sql.ref(alias)}`,
    );
    const whole = this.hasBoth ? [sql`grouping(${named[0]}) = 1 as ${this.whole}`] : [];
    const joined =
      keys.length > 0
        ? sql`cross join lateral (select ${sql.join(values)}) as ${this.key.name}`
        : sql``;
    const shown = [...named, ...columns, ...whole];
    const grouped = sql`select ${shown.length > 0 ? sql.join(shown) : sql`1`}
      from ${this.rows.from(joined)} ${this.groupBy(named)}`;
    const found = this.rows.given;
    const relation = sql`${this.relation.name} as (${grouped})`;
    return sql`with ${found ? sql`${found}, ${relation}` : relation} `;
  }

  private groupBy(keys: readonly Sql[]): Sql {
    if (keys.length === 0) return sql`having true`;
    const list = sql.join([...keys]);
    return this.hasBoth ? sql`group by grouping sets ((${list}), ())` : sql`group by ${list}`;
  }
}
