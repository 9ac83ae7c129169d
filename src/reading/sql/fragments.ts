import { type RawBuilder, sql } from "kysely";

/** A piece of SQL with its parameters apart; pieces compose, values never become text. */
export type Sql = RawBuilder<unknown>;

export { sql };

/** The column of a table's alias, quoted. */
export const column = (alias: string, name: string): Sql => sql.ref(`${alias}.${name}`);

/** All of `parts`; true when there is none. */
export const allOf = (parts: readonly Sql[]): Sql =>
  parts.length === 0 ? sql`true` : sql`(${sql.join(parts, sql` and `)})`;

/** Any of `parts`; false when there is none. */
export const anyOf = (parts: readonly Sql[]): Sql =>
  parts.length === 0 ? sql`false` : sql`(${sql.join(parts, sql` or `)})`;

/** Whether the expression is one of `values`, given as one array parameter of `type`. */
export const isAmong = (expression: Sql, values: readonly unknown[], type: string): Sql =>
  sql`${expression} = any(${sql.val(values)}::${sql.raw(type)}[])`;

/** A pattern for LIKE that finds `text` literally. */
export const literalPattern = (text: string): string => text.replace(/[\\%_]/g, "\\$&");

/** Turns a name of the API into its column: `startsOn` becomes `starts_on`. */
export const snake = (name: string): string =>
  name.replace(/[A-Z]/g, (letter, at) => (at ? "_" : "") + letter.toLowerCase());
