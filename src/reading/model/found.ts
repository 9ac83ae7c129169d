import type { AccessScope } from "../../access/index.js";
import type { Sql } from "../sql/fragments.js";
import type { RowRef, Statement } from "../sql/statement.js";
import type { Arguments } from "./arguments.js";
import type { NodeName } from "./sites.js";

/** The statement, the viewer and the arguments with which rows of several nouns are searched for. */
export interface FindSite {
  readonly statement: Statement;
  readonly scope: AccessScope;
  /** The arguments of the field. Only their `shape` may decide over the statement's text. */
  readonly args: Arguments;
  /** A parameter: the result of `read` on the arguments of each run. */
  value(read: (args: Arguments) => unknown): Sql;
}

/** A page of rows of several nouns that a statement finds. Each was found by the row filter of its noun. */
export interface FoundPage {
  /** The common table expressions that the rest reads. */
  tables: Sql;
  /** A row of the page. */
  row: RowRef;
  /** The rows of the page in order, with one more where there are more than `limit`. */
  rows: Sql;
  limit: number;
  hasPrevious: boolean;
  /** The noun and the id of a row, and the names of the nouns that it may be of. */
  node: NodeName;
  nouns: ReadonlySet<string>;
  /** The text of a row's cursor. */
  cursor: Sql;
  /** The further members of an item, and those of the page as a whole, by their fields. */
  item: Readonly<Record<string, Sql>>;
  whole: Readonly<Record<string, Sql>>;
}

/** A field whose rows SQL finds among several nouns. */
export interface Finder {
  find(site: FindSite): FoundPage;
  /** The part of the arguments on which the statement's text depends. Throws for bad arguments. */
  shape(args: Arguments): string;
}
