import { type RawBuilder, sql } from "kysely";

/** A piece of SQL with its parameters apart; pieces compose, values never become text. */
export type Sql = RawBuilder<unknown>;

export { sql };

/** The conjunction of `parts`; true when there is none. */
export const allOf = (parts: readonly Sql[]): Sql =>
  parts.length === 0 ? sql`true` : sql`(${sql.join(parts, sql` and `)})`;

/** The disjunction of `parts`; false when there is none. */
export const anyOf = (parts: readonly Sql[]): Sql =>
  parts.length === 0 ? sql`false` : sql`(${sql.join(parts, sql` or `)})`;

/**
 * The condition that an expression is one of `values`, given as one array parameter of `type`. Of no values it is
 * none, which Postgres knows before it opens a table: many filters ask for organisations that a visitor has not.
 */
export const isAmong = (expression: Sql, values: readonly unknown[], type: string): Sql =>
  values.length === 0
    ? sql`false`
    : sql`${expression} = any(${sql.val(values)}::${sql.raw(type)}[])`;

/** The number of the rows of a group that meet a condition. */
export const countOf = (condition: Sql): Sql => sql`count(*) filter (where ${condition})`;

/** A pattern for LIKE that finds `text` literally. */
export const literalPattern = (text: string): string => text.replace(/[\\%_]/g, "\\$&");

/** The column of a name in the API: `startsOn` becomes `starts_on`. */
export const snake = (name: string): string =>
  name.replace(/[A-Z]/g, (letter, at) => (at ? "_" : "") + letter.toLowerCase());
