import { type Sql, sql } from "../sql/fragments.js";
import { type RowRef, Statement } from "../sql/statement.js";
import type { Class } from "./class.js";
import { nounOf } from "./dictionary.js";

/**
 * A further row of a noun in the statement of `near`, under an alias of its own, for FROM and JOIN:
 * `from ${action.source}`.
 */
export const from = (target: Class, near: RowRef): RowRef =>
  near.statement.row(nounOf(target).table);

/** A row of a noun in a statement of its own. */
export const rowOf = (target: Class): RowRef => new Statement().row(nounOf(target).table);

/** The condition that some row of a noun meets a condition. */
export function exists(target: Class, near: RowRef, condition: (inner: RowRef) => Sql): Sql {
  const inner = from(target, near);
  return sql`exists (select 1 from ${inner.source} where ${condition(inner)})`;
}
