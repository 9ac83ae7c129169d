import { isRaw, JsonProperty, type Platform, Utils } from "@mikro-orm/core";

/** A statement with placeholders as Postgres knows them, and their values. */
export interface BoundText {
  sql: string;
  values: unknown[];
}

/**
 * The most values of a statement that is prepared. A longer one, as an insert of many rows, seldom has the
 * same number of them again.
 */
const mostValues = 400;

/** The values that MikroORM writes into a statement's text, as the driver takes them for parameters. */
type Format = Pick<Platform, "quoteIdentifier" | "quoteValue">;

/** A value as the text that the platform would write between quotes. */
export function parameterOf(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (Utils.isPlainObject(value) || isTaggedJson(value)) return JSON.stringify(value);
  return value;
}

/** What the ORM stores as JSON: it may be a list. */
const isTaggedJson = (value: unknown): boolean =>
  typeof value === "object" && value !== null && JsonProperty in value;

/** True for a list whose members MikroORM writes side by side, as of `in (…)`. */
export const isValueList = (value: unknown): value is unknown[] =>
  Array.isArray(value) && !isTaggedJson(value);

/**
 * A statement of MikroORM with its values as parameters. Undefined where it must stay as it is: a command
 * that takes none, or one of too many values.
 */
export function boundText(format: Format, text: string, given: unknown): BoundText | undefined {
  if (!Array.isArray(given) || given.length === 0 || given.length > mostValues) return undefined;
  if (!/^\s*(select|insert|update|delete|with)\b/i.test(text)) return undefined;
  const values: unknown[] = [];
  const place = (value: unknown): string => {
    if (isRaw(value)) return format.quoteValue(value);
    if (isValueList(value)) return value.map(place).join(", ");
    values.push(parameterOf(value));
    return `$${values.length}`;
  };
  let at = 0;
  const sql = text.replaceAll(/\\\?|\?\??/g, (mark) => {
    if (mark === "\\?") return "?";
    const value = given[at++];
    return mark === "??" ? format.quoteIdentifier(value) : place(value);
  });
  return { sql, values };
}
