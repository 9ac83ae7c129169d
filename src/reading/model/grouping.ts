import type { AccessScope } from "../../access/index.js";
import type { Sql } from "../sql/fragments.js";
import type { RowRef } from "../sql/statement.js";
import type { Class } from "./class.js";
import type { ColumnKind } from "./kinds.js";

// What rows can be grouped by, and what is measured over a group. Fields offer the common ones themselves;
// classes declare the others by the decorators of `groups/declare.ts`.

/** A row that is grouped, in a statement that may join what the row leads to. */
export interface GroupSite {
  readonly row: RowRef;
  readonly scope: AccessScope;
  /** The value of a dimension of the rows that are grouped, where they are grouped by it. */
  key(dimension: string): Sql | undefined;
  /**
   * The row to which a to-one reference of this row leads, joined once for the whole statement: all its
   * columns are null where there is none, or where the viewer may not see it.
   */
  edge(reference: string): GroupSite;
  /**
   * A value that follows from the row at the end of a path of to-one references alone, under a name. It is made
   * once for each row that the path's first reference leads to, not for each row that is grouped.
   */
  once(name: string, path: string, value: GroupCompute): Sql;
  /** The row of a fact that has this row's id, joined once: all its columns are null without one. */
  fact(fact: Fact): RowRef;
}

/** The SQL of a value from a row that is grouped. */
export type GroupCompute = (site: GroupSite) => Sql;

/** One dimension: a value of which each row has one, or none. */
export interface GroupDimension {
  /** The name of its field in the key; `by` takes it in upper case. */
  name: string;
  description: string;
  /** The type of the key's field. */
  type: () => unknown;
  /** The noun of which the value is the id, where the key shows a row. */
  target?: () => Class;
  /** The kind of the value. */
  kind: ColumnKind;
  value: GroupCompute;
}

/** What can be made of the numbers or dates of a group's rows. */
export type Aggregate = "sum" | "average" | "min" | "max";

/** A number or a date of a row, and what is made of it. */
export interface Measured {
  name: string;
  description: string;
  kind: ColumnKind;
  aggregates: readonly Aggregate[];
  value: GroupCompute;
}

/**
 * Numbers about rows of a noun that SQL makes in one pass, as the money of actions: at most one row for
 * each id. It is joined to the rows that are grouped, and a measure aggregates its columns.
 */
export interface Fact {
  /**
   * A query whose rows have the column `id`, and one for each number. `found` is a query of the ids of the
   * rows that are grouped: it reads no others. It counts only what the viewer may see.
   */
  rows(found: Sql, near: RowRef, scope: AccessScope): Sql;
}

/** A measure of the domain: an aggregate over the rows of a group, or an object of such. */
export interface Measure {
  name: string;
  description: string;
  nullable: boolean;
  /** Its part of a document's cost, once for all groups, where it reads more than the rows themselves. */
  cost: number;
  /** The kind of its value; absent for an object. */
  kind?: ColumnKind;
  type: () => unknown;
  /** The aggregates by member of the object; of one value as its only member, `value`. */
  parts(site: GroupSite): Record<string, Sql>;
  /** What makes the whole object, as JSON, of the parts; absent where the parts are its members. */
  made?: MadeOfGroup;
}

/**
 * The SQL of a value that is made of a group's aggregates, once for each group that is shown: not for the
 * groups of other pages, nor for the total unless that is asked for.
 */
export type MadeOfGroup<Parts = Record<string, Sql>> = (group: ShownGroup<Parts>) => Sql;

/** A group that is shown, with the aggregates that a measure's parts have made of its rows. */
export interface ShownGroup<Parts> {
  readonly row: RowRef;
  readonly scope: AccessScope;
  /** The aggregates by name. */
  readonly parts: Parts;
}

/** A dimension as a class declares it. */
export interface DeclaredDimension {
  name: string;
  /** Made when all nouns are defined. */
  make(noun: Class): GroupDimension;
}

interface Declared {
  dimensions: DeclaredDimension[];
  measures: Measure[];
}

const declared = new Map<Class, Declared>();

/** The dimensions and measures that a class declares beside its fields. */
export function declaredOf(target: Class): Declared {
  const found = declared.get(target) ?? { dimensions: [], measures: [] };
  declared.set(target, found);
  return found;
}
