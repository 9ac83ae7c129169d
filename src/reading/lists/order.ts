import type { AccessScope } from "../../access/index.js";
import { OrderDirection, type OrderInput, orderName } from "../model/arguments.js";
import { columnOf, columnsOf, identityField, type NounDefinition } from "../model/dictionary.js";
import type { ColumnField } from "../model/field.js";
import { type Sql, sql } from "../sql/fragments.js";
import type { RowRef } from "../sql/statement.js";
import type { Cursor } from "./cursor.js";
import { Keyset } from "./keyset.js";

interface Term {
  field: ColumnField;
  descending: boolean;
}

/**
 * A total order of a noun's rows: the requested orders, then the id. Absent values count as largest, as
 * in Postgres, so that an index serves both directions.
 */
export class RowOrder {
  private readonly keyset: Keyset;

  private constructor(
    private readonly terms: readonly Term[],
    private readonly scope: AccessScope,
  ) {
    const name = terms.map((term) => nameOfTerm(term, scope)).join("");
    this.keyset = new Keyset(
      name,
      terms.map(({ field: { kind, nullable }, descending }) => ({ kind, nullable, descending })),
    );
  }

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
    return new RowOrder(all, scope);
  }

  /** The order's name, which its cursors carry. */
  get name(): string {
    return this.keyset.name;
  }

  /** The cursor that a client gave back, if it is one of this order; else BAD_USER_INPUT at `path`. */
  read(text: string, path: string): Cursor {
    return this.keyset.read(text, path);
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
    return this.values(row).map((value) => sql`${value}::text`);
  }

  /** The ORDER BY list; `backwards` for reading a page from its end. */
  orderBy(row: RowRef, backwards: boolean): Sql {
    return this.keyset.orderBy(this.values(row), backwards);
  }

  /** The cursor of `row` as clients hold it, made by Postgres. */
  cursorText(row: RowRef): Sql {
    return this.keyset.cursorText(this.values(row));
  }

  /**
   * The condition that `row` lies strictly after the cursor with these values, or before it, when `before`.
   * The text depends on which of the values are null.
   */
  beyond(row: RowRef, values: readonly unknown[], before: boolean): Sql {
    return this.keyset.beyond(this.values(row), values, before);
  }

  /** The values of a row by which it is ordered. */
  private values(row: RowRef): Sql[] {
    return this.terms.map(({ field: { column, suppression, orderedBy } }) => {
      if (suppression) return suppression.order((name) => row.column(name));
      return orderedBy?.value(row, this.scope) ?? row.column(column);
    });
  }
}

/** The name of a term in its order's name. Texts in a language have another order than in the other one. */
function nameOfTerm({ field, descending }: Term, { language }: AccessScope): string {
  const own = field.inLanguage ? `${field.name}.${language}` : field.name;
  return `${own}${descending ? "-" : "+"}`;
}

function orderedField(noun: NounDefinition, name: string): ColumnField {
  const found = columnsOf(noun).find((field) => orderName(field.name) === name);
  if (!found) throw new Error(`${noun.name} has no order ${name}`);
  return found;
}
