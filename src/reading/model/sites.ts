import type { AccessScope } from "../../access/index.js";
import type { Sql } from "../sql/fragments.js";
import type { Json } from "../sql/json.js";
import type { RowRef } from "../sql/statement.js";
import type { Arguments, ConnectionArgs } from "./arguments.js";
import type { Class } from "./class.js";
import type { ColumnKind } from "./kinds.js";
import type { Row } from "./row.js";

// The interfaces of the engines as fields use them. The engines implement them; a field knows nothing else
// of an engine.

/** The table of a noun, and what identifies its rows. */
export interface NounTable {
  /** The noun's name in the API. */
  name: string;
  table: string;
  /** The column that identifies a row and breaks ties in every order. */
  idColumn: string;
}

/** A row of a noun in a statement, and the viewer for whom the statement is made. */
interface StatementSite {
  readonly noun: NounTable;
  readonly row: RowRef;
  readonly scope: AccessScope;
}

/**
 * The condition by which a child's row belongs to a parent's row. It depends on the viewer, as a row that
 * joins the two may be hidden itself.
 */
export type Join = (parentId: Sql, child: RowRef, scope: AccessScope) => Sql;

/** The condition that a row of another noun belongs to a list and is visible. */
export type Belongs = (child: RowRef) => Sql;

/** The SQL of a value, from a row and what the viewer may see. */
export type Compute = (row: RowRef, scope: AccessScope) => Sql;

/** One input of a filter on a field. Its values are read and checked by the filter's engine. */
export interface FilterSite extends StatementSite {
  /** The conditions of the input on a value of this kind. */
  scalar(kind: ColumnKind, value: Sql): Sql;
  /** The conditions of the input on a list of enum values. */
  enumList(list: Sql): Sql;
  /** The condition that some visible row of a noun, joined by `join`, meets the input. */
  some(target: Class, join: (child: RowRef) => Sql): Sql;
  /** The condition that the visible row with some id of an array meets the input. */
  someOf(target: Class, ids: Sql): Sql;
}

/** Rows that SQL makes of a noun's row. */
export interface MadeRows {
  /** The text after FROM, with WHERE. */
  from: Sql;
  /** The order; no two rows are equal in it. */
  order: Sql;
  /** The members of each row: text, or JSON where the schema has a list or any JSON. */
  parts: Record<string, Sql>;
}

/** The SQL of a noun's name and of a row's id, for a row of a noun that the statement finds out. */
export interface NodeName {
  entity: Sql;
  id: Sql;
}

/** Makes a value from fields of a row and the field's arguments, in code. */
export type ComputeInCode = (row: Row, args: Arguments) => unknown;

/** Makes a value from fields of a row, a field's arguments and the request's context, through which it reads further. */
export type ExecuteInRequest = (row: Row, args: Arguments, context: unknown) => unknown;

/** One field in a planned statement: it asks for the JSON of what the document selects of it. */
export interface PlanSite extends StatementSite {
  /** The field's arguments. They decide over the statement's text: other values are another plan. */
  arguments(): Arguments;
  /** A value of this kind. */
  value(kind: ColumnKind, value: Sql, nullable: boolean): Json;
  /** A value of the field's type that SQL gives as JSON. */
  json(value: Sql): Json;
  /** An object of which SQL gives each member. */
  parts(parts: Record<string, Sql>): Json;
  /** A list of such objects. */
  madeRows(rows: MadeRows): Json;
  /** The visible row of a noun with this id; null without one. */
  byId(target: Class, id: Sql): Json;
  /** The visible rows of a noun with these ids: a set-returning function, whose rows are id and place. */
  byIds(target: Class, ids: Sql): Json;
  /** The visible row of whichever noun the statement names. */
  node(name: NodeName): Json;
  /** The rows of a noun that belong to this one, whole. */
  list(target: Class, belongs: Belongs): Json;
  /** A page of the rows of a noun that belong to this one. */
  page(target: Class, belongs: Belongs): Json;
  /** A value that code computes from fields of the row, after Postgres has answered. */
  inCode(needs: readonly string[], compute: ComputeInCode): Json;
  /** A value that is made within the request by further reads, after Postgres has answered. */
  executed(needs: readonly string[], make: ExecuteInRequest): Json;
  /** Leaves the document to the resolvers: no statement gives the field. */
  resolverOnly(): never;
}

/** The part of a planned statement's engine that a member of a JSON object may use. */
export type ObjectSite = Pick<PlanSite, "byId" | "byIds">;

/** One field of a row that the resolver path has read: it asks for further rows. */
export interface RowSite {
  readonly noun: NounTable | undefined;
  readonly row: Row;
  /** The request's context; a field of the domain knows which part of it it uses. */
  readonly context: unknown;
  /** The visible row of a noun with this id, or null. */
  byId(target: Class, id: string): Promise<Row | null>;
  /** The visible row of the noun with this name, or null. */
  node(entity: string, id: string): Promise<Row | null>;
  /** The rows of a noun that belong to this one, whole. */
  list(target: Class, join: Join): Promise<Row[]>;
  /** A page of the rows of a noun that belong to this one. */
  page(target: Class, join: Join, args: ConnectionArgs): Promise<object>;
  /** A page of all rows of a noun that meet a condition. */
  among(target: Class, condition: Compute, args: ConnectionArgs): Promise<object>;
  /** The value of a field that SQL computes with these arguments. */
  formula(field: string, args: Arguments, compute: Compute): Promise<unknown>;
}
