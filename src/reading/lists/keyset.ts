import type { ColumnKind } from "../model/kinds.js";
import { castType } from "../model/kinds.js";
import { allOf, anyOf, type Sql, sql } from "../sql/fragments.js";
import { badCursor, base64urlSql, type Cursor, decodeCursor } from "./cursor.js";

/** One value of a total order, without the row that it is read of. */
export interface KeysetTerm {
  kind: ColumnKind;
  nullable: boolean;
  descending: boolean;
}

/**
 * The SQL of a total order by some values: ORDER BY, cursors, and what lies beyond a cursor. Absent values
 * count as largest, as in Postgres, so that an index serves both directions.
 */
export class Keyset {
  constructor(
    /** The order's name, which its cursors carry. */
    readonly name: string,
    private readonly terms: readonly KeysetTerm[],
  ) {}

  /** The cursor that a client gave back, if it is one of this order; else BAD_USER_INPUT at `path`. */
  read(text: string, path: string): Cursor {
    const cursor = decodeCursor(text, this.name, this.terms.length, path);
    const fits = this.terms.every(({ kind, nullable }, at) => {
      const value = cursor.values[at] ?? null;
      return value === null ? nullable : kind.reads(value);
    });
    if (!fits) throw badCursor(path);
    return cursor;
  }

  /** The ORDER BY list over the values of a row; `backwards` for reading a page from its end. */
  orderBy(own: readonly Sql[], backwards: boolean): Sql {
    const terms = this.terms.map(({ descending }, at) => {
      const direction = descending !== backwards ? sql`desc` : sql`asc`;
      return sql`${own[at]} ${direction}`;
    });
    return sql.join(terms);
  }

  /** The cursor of a row with these values as clients hold it, made by Postgres. */
  cursorText(own: readonly Sql[]): Sql {
    const values = own.map((value) => sql`',' || coalesce(to_json(${value}::text)::text, 'null')`);
    // One group of all rows is ordered by nothing: its cursor holds the name alone.
    const parts = [sql.lit(`[${JSON.stringify(this.name)}`), ...values, sql`']'`];
    return base64urlSql(sql`concat(${sql.join(parts)})`);
  }

  /**
   * The condition that a row with the values `own` lies strictly after the cursor with `values`, or before
   * it, when `before`. The text depends on which of the values are null.
   */
  beyond(own: readonly Sql[], values: readonly unknown[], before: boolean): Sql {
    if (this.comparesAsRow(values, before)) return this.rowBeyond(own, values, before);
    const ways = this.terms.map((term, at) => {
      const same = this.terms
        .slice(0, at)
        .map((one, i) => equals(one, own[i] as Sql, values[i] ?? null));
      return allOf([...same, passes(term, own[at] as Sql, values[at] ?? null, before)]);
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
      ({ nullable, descending }, at) =>
        (descending !== before) === downwards &&
        (values[at] ?? null) !== null &&
        (downwards || !nullable),
    );
  }

  private rowBeyond(own: readonly Sql[], values: readonly unknown[], before: boolean): Sql {
    const given = this.terms.map((term, at) => typed(term, values[at]));
    const operator = this.terms[0]?.descending !== before ? sql`<` : sql`>`;
    return sql`(${sql.join([...own])}) ${operator} (${sql.join(given)})`;
  }
}

const typed = ({ kind }: KeysetTerm, value: unknown): Sql =>
  sql`${value}::${sql.raw(castType(kind.columnType))}`;

function equals(term: KeysetTerm, own: Sql, value: unknown): Sql {
  return value === null ? sql`${own} is null` : sql`${own} = ${typed(term, value)}`;
}

/** Absent is larger than everything: nothing passes it upwards, everything downwards. */
function passes(term: KeysetTerm, own: Sql, value: unknown, before: boolean): Sql {
  const downwards = term.descending !== before;
  if (value === null) return downwards ? sql`${own} is not null` : sql`false`;
  if (downwards) return sql`${own} < ${typed(term, value)}`;
  const more = sql`${own} > ${typed(term, value)}`;
  return term.nullable ? anyOf([more, sql`${own} is null`]) : more;
}
