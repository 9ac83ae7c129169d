import type { AccessScope } from "../../access/index.js";
import { OrderDirection, type OrderInput, orderName } from "../model/arguments.js";
import { columnOf, columnsOf, identityField, type NounDefinition } from "../model/dictionary.js";
import type { ColumnField } from "../model/field.js";
import { castType } from "../model/kinds.js";
import { allOf, anyOf, type Sql, sql } from "../sql/fragments.js";
import type { RowRef } from "../sql/statement.js";
import { badCursor, base64urlSql, type Cursor, decodeCursor } from "./cursor.js";

interface Term {
  field: ColumnField;
  descending: boolean;
}

/**
 * A total order of a noun's rows: the requested orders, then the id. Absent values count as largest, as
 * in Postgres, so that an index serves both directions.
 */
export class RowOrder {
  private constructor(
    private readonly terms: readonly Term[],
    private readonly scope: AccessScope,
    /** The order's name, which its cursors carry. */
    readonly name: string,
  ) {}

  static of(
    noun: NounDefinition,
    requested: readonly OrderInput[] | null | undefined,
    scope: AccessScope,
  ): RowOrder {
    const terms: Term[] = (requested ?? []).map(({ field, direction }) => ({
      field: orderedField(noun, field),
      descending: direction === OrderDirection.DESC,
    }));
    if (terms.length === 0) {
      const { field, descending, thenBy = [] } = noun.defaultOrder;
      for (const name of [field, ...thenBy]) {
        terms.push({ field: columnOf(noun, name), descending });
      }
    }
    const identity = identityField(noun);
    const distinct = terms.filter(
      (term, at) => terms.findIndex((t) => t.field === term.field) === at,
    );
    const tie = { field: identity, descending: distinct[0]?.descending ?? false };
    const all = distinct.some((term) => term.field === identity) ? distinct : [...distinct, tie];
    const name = all
      .map(({ field, descending }) => `${field.name}${descending ? "-" : "+"}`)
      .join("");
    return new RowOrder(all, scope, name);
  }

  /** The cursor that a client gave back, if it is one of this order; else BAD_USER_INPUT at `path`. */
  read(text: string, path: string): Cursor {
    const cursor = decodeCursor(text, this.name, this.terms.length, path);
    const fits = this.terms.every(({ field }, at) => {
      const value = cursor.values[at] ?? null;
      return value === null ? field.nullable : field.kind.reads(value);
    });
    if (!fits) throw badCursor(path);
    return cursor;
  }

  /** The columns of `row` that decide its place: its identifier is one of them. */
  columns(row: RowRef): Sql[] {
    const names = this.terms.flatMap(
      ({ field }) => field.suppression?.orderColumns ?? field.orderedBy?.columns ?? [field.column],
    );
    return [...new Set(names)].map((name) => row.column(name));
  }

  /** The values of `row` that its cursor holds, each as text. */
  cursorColumns(row: RowRef): Sql[] {
    return this.terms.map(({ field }) => sql`${this.ordered(field, row)}::text`);
  }

  /** The ORDER BY list; `backwards` for reading a page from its end. */
  orderBy(row: RowRef, backwards: boolean): Sql {
    const terms = this.terms.map(({ field, descending }) => {
      const direction = descending !== backwards ? sql`desc` : sql`asc`;
      return sql`${this.ordered(field, row)} ${direction}`;
    });
    return sql.join(terms);
  }

  /** The cursor of `row` as clients hold it, made by Postgres. */
  cursorText(row: RowRef): Sql {
    const values = this.cursorColumns(row).map(
      (value) => sql`coalesce(to_json(${value})::text, 'null')`,
    );
    const place = sql`concat(${sql.lit(`[${JSON.stringify(this.name)}`)}, ${sql.join(
      values.map((value) => sql`',' || ${value}`),
    )}, ']')`;
    return base64urlSql(place);
  }

  /**
   * The condition that `row` lies strictly after the cursor with these values, or before it, when `before`.
   * The text depends on which of the values are null.
   */
  beyond(row: RowRef, values: readonly unknown[], before: boolean): Sql {
    if (this.comparesAsRow(values, before)) return this.rowBeyond(row, values, before);
    const ways = this.terms.map((term, at) => {
      const own = (t: Term) => this.ordered(t.field, row);
      const same = this.terms.slice(0, at).map((t, i) => equals(t, own(t), values[i] ?? null));
      return allOf([...same, passes(term, own(term), values[at] ?? null, before)]);
    });
    return anyOf(ways);
  }

  /**
   * Tells where Postgres' own comparison of rows gives the same: all values one way, and none absent where
   * absent ones are yet to come. An index then begins at the cursor, however deep it lies.
   */
  private comparesAsRow(values: readonly unknown[], before: boolean): boolean {
    const downwards = this.terms[0]?.descending !== before;
    return this.terms.every(
      ({ field, descending }, at) =>
        (descending !== before) === downwards &&
        (values[at] ?? null) !== null &&
        (downwards || !field.nullable),
    );
  }

  private rowBeyond(row: RowRef, values: readonly unknown[], before: boolean): Sql {
    const own = this.terms.map(({ field }) => this.ordered(field, row));
    const given = this.terms.map(({ field }, at) => typed(field, values[at]));
    const operator = this.terms[0]?.descending !== before ? sql`<` : sql`>`;
    return sql`(${sql.join(own)}) ${operator} (${sql.join(given)})`;
  }

  /** The value of a row by which a field orders it. */
  private ordered({ column, suppression, orderedBy }: ColumnField, row: RowRef): Sql {
    if (suppression) return suppression.order((name) => row.column(name));
    return orderedBy?.value(row, this.scope) ?? row.column(column);
  }
}

function orderedField(noun: NounDefinition, name: string): ColumnField {
  const found = columnsOf(noun).find((field) => orderName(field.name) === name);
  if (!found) throw new Error(`${noun.name} has no order ${name}`);
  return found;
}

const typed = (field: ColumnField, value: unknown): Sql =>
  sql`${value}::${sql.raw(castType(field.kind.columnType))}`;

function equals({ field }: Term, own: Sql, value: unknown): Sql {
  return value === null ? sql`${own} is null` : sql`${own} = ${typed(field, value)}`;
}

/** Absent is larger than everything: nothing passes it upwards, everything downwards. */
function passes({ field, descending }: Term, own: Sql, value: unknown, before: boolean): Sql {
  const downwards = descending !== before;
  if (value === null) return downwards ? sql`${own} is not null` : sql`false`;
  if (downwards) return sql`${own} < ${typed(field, value)}`;
  const more = sql`${own} > ${typed(field, value)}`;
  return field.nullable ? anyOf([more, sql`${own} is null`]) : more;
}
