import type { GraphQLScalarType } from "graphql";
import { Float, ID, Int } from "type-graphql";
import { isId } from "../../platform/ids.js";
import {
  DateScalar,
  InstantScalar,
  isDate,
  JsonScalar,
  MoneyScalar,
  PartialDateScalar,
  PeriodScalar,
  PositionScalar,
} from "../../platform/scalars.js";
import { type Sql, sql } from "../sql/fragments.js";
import type { JsonForm } from "../sql/json.js";

/** The filters that a kind of column can offer; `schema/filter-inputs.ts` holds the input type of each. */
export type FilterKind =
  | "Id"
  | "Text"
  | "Int"
  | "Float"
  | "Money"
  | "Date"
  | "DateTime"
  | "Boolean"
  | "Period"
  | "Position";

/** One kind of column: how it is stored, shown, filtered and compared. A new kind is added here only. */
export interface ColumnKind {
  /** The column's type in Postgres; cursors and filters are cast to it. */
  columnType: string;
  /** The type that MikroORM maps on the way in. */
  ormType: string;
  graphql: GraphQLScalarType | StringConstructor | BooleanConstructor;
  filter?: FilterKind;
  /** The value as the API shows it: the same text that the scalar would print. */
  select(expression: Sql): Sql;
  /** The form in JSON of the text of `written`. */
  json: JsonForm;
  /** The SQL whose text is the one that the API shows; the value itself by default. */
  written(expression: Sql): Sql;
  /** True where the values are of a type of texts in Postgres. */
  isText: boolean;
  /**
   * Tells a text that Postgres can read as this type: cursors come back from clients, and a cast that
   * fails would end the whole request's snapshot.
   */
  reads(text: string): boolean;
}

const asIs = (expression: Sql): Sql => expression;
const asText = (expression: Sql): Sql => sql`${expression}::text`;
const asInstant = (expression: Sql): Sql =>
  sql`to_char(${expression} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const anyText = (text: string): boolean => !text.includes("\u0000");
const wholeWithin = (most: bigint) => (text: string) =>
  /^-?\d{1,19}$/.test(text) && BigInt(text) <= most && BigInt(text) >= -most;
const readsInt = wholeWithin(2n ** 31n - 1n);
const readsBigint = wholeWithin(2n ** 63n - 1n);
const readsFloat = (text: string) =>
  /^-?\d+(?:\.\d+)?(?:e[+-]?\d{1,3})?$/.test(text) && Number.isFinite(Number(text));
const readsBoolean = (text: string) => text === "true" || text === "false";
/** As Postgres prints an instant in UTC: `2026-11-22 05:30:00.123+00`. */
const readsInstant = (text: string) =>
  /^.{10} (?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,6})?\+00$/.test(text) &&
  isDate(text.slice(0, 10));

interface KindOptions {
  filter?: FilterKind;
  select?: ColumnKind["select"];
  json?: JsonForm;
  written?: ColumnKind["written"];
  reads?: ColumnKind["reads"];
}

const kind = (
  columnType: string,
  ormType: string,
  graphql: ColumnKind["graphql"],
  options: KindOptions = {},
): ColumnKind => {
  const { filter, select = asIs, json = "text", written = asIs, reads = anyText } = options;
  const isText = /^text\b/.test(columnType);
  const made = { columnType, ormType, graphql, select, json, written, isText, reads };
  return filter ? { ...made, filter } : made;
};

/** The kinds by name, as the decorators take them. */
export const kinds = {
  id: kind("uuid", "uuid", ID, { filter: "Id", json: "quoted", reads: isId }),
  code: kind(`text collate "C"`, "string", ID, { filter: "Id" }),
  key: kind(`text collate "C"`, "string", String, { filter: "Text" }),
  text: kind("text", "string", String, { filter: "Text" }),
  int: kind("int", "integer", Int, { filter: "Int", json: "number", reads: readsInt }),
  float: kind("double precision", "double", Float, {
    filter: "Float",
    json: "number",
    reads: readsFloat,
  }),
  boolean: kind("boolean", "boolean", Boolean, {
    filter: "Boolean",
    json: "boolean",
    reads: readsBoolean,
  }),
  date: kind("date", "string", DateScalar, {
    filter: "Date",
    select: asText,
    json: "quoted",
    reads: isDate,
  }),
  partialDate: kind("text", "string", PartialDateScalar, { filter: "Text" }),
  period: kind(`text collate "C"`, "string", PeriodScalar, { filter: "Period" }),
  instant: kind("timestamptz(3)", "datetime", InstantScalar, {
    filter: "DateTime",
    select: asInstant,
    json: "quoted",
    written: asInstant,
    reads: readsInstant,
  }),
  money: kind("bigint", "string", MoneyScalar, {
    filter: "Money",
    select: asText,
    json: "quoted",
    reads: readsBigint,
  }),
  /** A sum of money: whole numbers of any size, as Postgres adds them up. */
  moneySum: kind("numeric", "string", MoneyScalar, {
    select: asText,
    json: "quoted",
    reads: (text) => /^-?\d{1,60}$/.test(text),
  }),
  position: kind("bigint", "string", PositionScalar, {
    filter: "Position",
    select: (expression) => sql`${expression}::float8`,
    json: "number",
    reads: readsBigint,
  }),
  json: kind("jsonb", "json", JsonScalar, { json: "json" }),
} satisfies Record<string, ColumnKind>;

/** The name of a kind. */
export type KindName = keyof typeof kinds;

/** The bare type for a cast, without collation. */
export const castType = (columnType: string): string => columnType.replace(/ collate .*/, "");
