import type { AccessScope } from "../../access/index.js";
import type { Language } from "../../platform/errors.js";
import type { Sql } from "../sql/fragments.js";
import type { Json } from "../sql/json.js";
import type { RowRef } from "../sql/statement.js";
import type { Arguments } from "./arguments.js";
import type { Class } from "./class.js";
import type { GroupDimension, Measured } from "./grouping.js";
import type { ColumnKind } from "./kinds.js";
import type { Compute, FilterSite, ObjectSite, PlanSite, RowSite } from "./sites.js";

/** The name of a kind of field. */
export type FieldType =
  | "among"
  | "column"
  | "computed"
  | "connection"
  | "derived"
  | "derivedRows"
  | "formula"
  | "list"
  | "member"
  | "executed"
  | "node"
  | "reference"
  | "references";

/** Resolves a field of a row that the resolver path has read. */
export type FieldResolver = (site: RowSite, args: Arguments) => unknown;

/** A field's offer in `where`: the input's name, its type, and its meaning. */
export interface FilterOffer {
  name: string;
  type: () => unknown;
  description: string;
  /** The noun whose conditions it takes, where it leads to another. */
  target?: () => Class;
}

/**
 * One field of a noun, or of a class beside the nouns as a payload. Each kind of field is a class of
 * `fields/`, which says all of it: how the resolver path reads and resolves it, how it is filtered, and
 * how the planned path writes it. A new kind is a new class there.
 */
export abstract class NounField {
  abstract readonly type: FieldType;

  constructor(
    readonly name: string,
    readonly description: string,
  ) {}

  /** The column of a row of the resolver path, under the field's name; none by default. */
  selected(_row: RowRef, _scope: AccessScope): Sql | undefined {
    return undefined;
  }

  /** The names of the fields that are read with the row when this one is selected. */
  readWith(): readonly string[] {
    return [this.name];
  }

  /** The stored value as the API shows it; none for a field that leads elsewhere. */
  stored(_row: RowRef, _scope: AccessScope): Sql | undefined {
    return undefined;
  }

  /** The member of its object that it shows, where that is no row: of most fields the one of their name. */
  memberName(_args: Arguments): string {
    return this.name;
  }

  /** The resolver; without one the row's member of the field's name is the value. */
  resolver(): FieldResolver | undefined {
    return undefined;
  }

  /** The offer in filters; none by default. */
  offer(): FilterOffer | undefined {
    return undefined;
  }

  /** The condition of a filter on it. */
  condition(_site: FilterSite): Sql {
    throw new Error(`${this.name} offers no filter`);
  }

  /** The dimensions by which rows can be grouped through it; none by default. */
  dimensions(): readonly GroupDimension[] {
    return [];
  }

  /** The number or date that is aggregated over groups; none by default. */
  measured(): Measured | undefined {
    return undefined;
  }

  /** The one row to which it leads, for fields that lead to one. */
  edge(): ToOneEdge | undefined {
    return undefined;
  }

  /** Its JSON in a planned statement; throws Unplannable where no statement can give it. */
  abstract written(site: PlanSite): Json;

  /** The same for a member of a JSON object that holds ids of rows; none by default. */
  writtenIn(_object: Sql, _site: ObjectSite): Json | undefined {
    return undefined;
  }
}

/** A way from a row to one row of another noun. */
export interface ToOneEdge {
  target: () => Class;
  /** True where the viewer may not see the row that has this id. */
  mayBeHidden: boolean;
  id(row: RowRef, scope: AccessScope): Sql;
}

/** The native enum of a column: its name, its values, and whether the column holds a list of them. */
export interface ColumnEnumeration {
  name: string;
  values: Record<string, string>;
  list: boolean;
}

/** How a column hides some of its values from some viewers, for whom they are null. */
export interface Suppression {
  /** The condition that a value is one of those. */
  isHideable(value: Sql): Sql;
  /** The condition that the viewer sees it nevertheless. */
  unless: Compute;
  /** The columns of the row that `order` reads. */
  orderColumns: readonly string[];
  /** The value by which lists order, the same for every viewer: null where it may be hidden from one. */
  order(at: (column: string) => Sql): Sql;
}

/** The value of a column that is shown, filtered and ordered, where it follows from more than the column. */
export interface Shown {
  value: Compute;
  /** The columns of the row that it reads. */
  columns: readonly string[];
  /** The condition that the history shows a value of the column, as JSON; all are shown without it. */
  past?(value: Sql, row: RowRef, scope: AccessScope): Sql;
}

/** A field stored in one column. */
export interface ColumnField extends NounField {
  readonly type: "column";
  readonly column: string;
  readonly kind: ColumnKind;
  readonly nullable: boolean;
  readonly filterable: boolean;
  readonly orderable: boolean;
  readonly enumeration: ColumnEnumeration | undefined;
  /** True where a constraint has an index on it already. */
  readonly unique: boolean;
  /** True where an index for its filter is declined. */
  readonly declined: boolean;
  /** Further columns that the index for its order holds, so that groups by it need not read the rows. */
  readonly covers: readonly string[];
  /** Its suppression, if it is hidden from some viewers. Its orders need an index that the class declares. */
  readonly suppression: Suppression | undefined;
  /** The value by which lists order, where that is not the column. */
  readonly orderedBy: Shown | undefined;
  /**
   * For a text in two languages, of which the viewer's is shown: its SQL in one of them, from the table's
   * own columns. Its indexes are on these expressions, one for each language.
   */
  readonly inLanguage: ((language: Language) => string) | undefined;
}

/** A field that leads to one row, or to several, by ids in a column. */
export interface ReferenceField extends NounField {
  readonly type: "reference" | "references";
  readonly target: () => Class;
  /** True where it may lead to a row that the viewer may not see, though they see this one. */
  readonly mayBeHidden: boolean;
  /** The column of the noun that holds the id; absent where there is none. */
  readonly storedIn?: string;
}

/** Tells a field that is stored in a column. */
export const isColumn = (field: NounField): field is ColumnField => field.type === "column";

/** Tells a field that leads to rows by their ids. */
export const isReference = (field: NounField): field is ReferenceField =>
  field.type === "reference" || field.type === "references";
