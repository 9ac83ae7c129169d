import type { GraphQLScalarType } from "graphql";
import { Float, ID, Int } from "type-graphql";
import {
  DateScalar,
  InstantScalar,
  JsonScalar,
  MoneyScalar,
  PartialDateScalar,
  PositionScalar,
} from "../platform/scalars.js";
import { type Sql, sql } from "./sql.js";

/** What filters a kind of column can offer; `filter-inputs.ts` holds the input type of each. */
export type FilterKind =
  | "Id"
  | "Text"
  | "Int"
  | "Float"
  | "Money"
  | "Date"
  | "DateTime"
  | "Boolean"
  | "Position";

/**
 * One kind of column: how it is stored, shown, filtered and compared. A new kind of field is added
 * here and nowhere else.
 */
export interface ColumnKind {
  /** The column's type in Postgres; cursors and filters are cast to it. */
  columnType: string;
  /** The type that MikroORM maps on the way in. */
  ormType: string;
  graphql: GraphQLScalarType | StringConstructor | BooleanConstructor;
  filter?: FilterKind;
  /** The SQL whose value is what the API shows, the same text that the scalar would print. */
  select(expression: Sql): Sql;
}

const asIs = (expression: Sql): Sql => expression;
const asText = (expression: Sql): Sql => sql`${expression}::text`;
const asInstant = (expression: Sql): Sql =>
  sql`to_char(${expression} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const kind = (
  columnType: string,
  ormType: string,
  graphql: ColumnKind["graphql"],
  filter: FilterKind | undefined,
  select: ColumnKind["select"] = asIs,
): ColumnKind => ({ columnType, ormType, graphql, ...(filter ? { filter } : {}), select });

/** The kinds by name, as the decorators take them. */
export const kinds = {
  id: kind("uuid", "uuid", ID, "Id"),
  code: kind(`text collate "C"`, "string", ID, "Id"),
  key: kind(`text collate "C"`, "string", String, "Text"),
  text: kind("text", "string", String, "Text"),
  int: kind("int", "integer", Int, "Int"),
  float: kind("double precision", "double", Float, "Float"),
  boolean: kind("boolean", "boolean", Boolean, "Boolean"),
  date: kind("date", "string", DateScalar, "Date", asText),
  partialDate: kind("text", "string", PartialDateScalar, "Text"),
  instant: kind("timestamptz(3)", "datetime", InstantScalar, "DateTime", asInstant),
  money: kind("bigint", "string", MoneyScalar, "Money", asText),
  position: kind("bigint", "string", PositionScalar, "Position", (e) => sql`${e}::float8`),
  json: kind("jsonb", "json", JsonScalar, undefined),
} satisfies Record<string, ColumnKind>;

/** The name of a kind. */
export type KindName = keyof typeof kinds;

/** The bare type for a cast, without collation. */
export const castType = (columnType: string): string => columnType.replace(/ collate .*/, "");
