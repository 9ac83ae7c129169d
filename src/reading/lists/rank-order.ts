import { kinds } from "../model/kinds.js";
import { type Sql, sql } from "../sql/fragments.js";
import type { RowRef } from "../sql/statement.js";
import { Keyset } from "./keyset.js";

/** The order of rows of several nouns: the highest `score` first, then the latest `at`, then by `id`. */
const keyset = new Keyset("rank", [
  { kind: kinds.int, nullable: false, descending: true },
  { kind: kinds.instant, nullable: false, descending: true },
  { kind: kinds.key, nullable: false, descending: false },
]);

const valuesOf = (row: RowRef): Sql[] => [
  row.column("score"),
  row.column("at"),
  sql`${row.column("id")} collate "C"`,
];

/** The ORDER BY list by rank. */
export const byRank = (row: RowRef): Sql => keyset.orderBy(valuesOf(row), false);

/** The cursor of a row in this order. */
export const rankCursor = (row: RowRef): Sql => keyset.cursorText(valuesOf(row));

/** The values of a cursor that a client gave back; BAD_USER_INPUT at `path` for another one. */
export const readRankCursor = (text: string, path: string): readonly (string | null)[] =>
  keyset.read(text, path).values;

/** The condition that a row comes after the cursor with these values. */
export const afterRank = (row: RowRef, values: readonly Sql[]): Sql =>
  keyset.beyond(valuesOf(row), values, false);
