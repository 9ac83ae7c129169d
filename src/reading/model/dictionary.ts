import type { AccessScope } from "../../access/index.js";
import { type Sql, sql } from "../sql/fragments.js";
import type { RowRef } from "../sql/statement.js";
import type { Class } from "./class.js";
import { type ColumnField, isColumn, type NounField } from "./field.js";
import { castType } from "./kinds.js";
import type { ScopeMember } from "./scope-members.js";
import type { NounTable } from "./sites.js";

/** A condition on a noun's identifier, offered beside its fields, as `within` for regions. */
export interface Condition {
  description: string;
  /** Throws BAD_USER_INPUT at `path` for a text that it cannot take. */
  check(value: string, path: string): void;
  sql(id: Sql, value: Sql): Sql;
  /** The condition that one of an array of identifiers meets it, where an index answers that. */
  some?(ids: Sql, value: Sql): Sql;
}

/** The row filter of a noun that everybody sees. */
export const seenByAll = (): Sql => sql`true`;

/** The rows of a noun that the viewer may see, as SQL on a row of its table (rule 7 of the domain). */
export type RowFilter = (scope: AccessScope, row: RowRef) => Sql;

/** A noun: its table, its fields, and who may see its rows. */
export interface NounDefinition extends NounTable {
  target: Class;
  fields: Map<string, NounField>;
  visible: RowFilter;
  /**
   * The rest of the row filter for rows that were reached from a row which the viewer sees, by the name
   * of the reference that leads back to it: a row that follows its plan need not ask for the plan again.
   */
  visibleBelow: Record<string, RowFilter>;
  /**
   * The row filter for rows that are known to be about these entities only, where that is less to plan:
   * for a noun whose rows are about others, as changes are.
   */
  visibleAmong?: (scope: AccessScope, row: RowRef, entities: ReadonlySet<string>) => Sql;
  /**
   * The changes of it that the viewer may see, as SQL on the row of `change`, for a noun whose rows may be
   * deleted, or of which not all changes are as visible as the row. Without it a change is visible where its
   * subject is visible now.
   */
  changesVisible?: RowFilter;
  /** Names of stored fields that its changes do not show. */
  hiddenInChanges: readonly string[];
  /** True where a change of it may change what a viewer may see: streams then check their access again. */
  decidesAccess: boolean;
  /** The default order of lists: a field's name, its direction, and the fields that break ties. */
  defaultOrder: { field: string; descending: boolean; thenBy?: readonly string[] };
  /** The column that `eq` and `in` of its filter compare: its stable key where it has one. */
  filterBy: "key" | "id";
  /** Conditions beside those on its fields, by name; each takes one text. */
  conditions: Record<string, Condition>;
  /** The noun whose changes stand for those of its rows, where they are loaded in bulk. */
  changedWith?: () => Class;
  /** The member of a change's scope that names its rows: `plan` for action plans. */
  scopeMember?: ScopeMember;
  /**
   * The references to rows whose plan and deliberation the ledger files its changes under, too. They never
   * change once the row is stored (`filing.ts` holds both).
   */
  within: readonly string[];
  /** True where not all changes of a row are filed under its own plan, deliberation, area and programme. */
  filedApart: boolean;
  /** The number of its rows, where it is the same in every hub. */
  rows?: number;
  /** True where a country has some thousands of rows at most: reading all is as fast as an index. */
  isSmall: boolean;
  /** The reason for which its lists have no groups, where they have none. */
  ungrouped?: string;
  /** The names of the root fields that read it. */
  queries: { one?: string; many?: string };
  description: string;
}

const nouns = new Map<Class, NounDefinition>();
const pending = new Map<Class, Map<string, NounField>>();
/** The classes of `pending` by name: every leaf of a document is looked up. */
const noted = new Map<string, Class>();

/** Notes a field of a class; the class decorator, which runs last, gathers them. */
export function noteField(target: Class, field: NounField): void {
  const fields = pending.get(target) ?? new Map<string, NounField>();
  pending.set(target, fields.set(field.name, field));
  noted.set(target.name, target);
}

/** The fields noted for a class so far. */
export const notedFields = (target: Class): Map<string, NounField> =>
  pending.get(target) ?? new Map();

/** Adds a noun to the dictionary. */
export function defineNoun(noun: NounDefinition): void {
  nouns.set(noun.target, noun);
}

/** Every noun of the dictionary, in the order of definition. */
export const allNouns = (): NounDefinition[] => [...nouns.values()];

/** The definition of a noun's class. */
export function nounOf(target: Class): NounDefinition {
  const noun = nouns.get(target);
  if (!noun) throw new Error(`${target.name} is no noun of the dictionary`);
  return noun;
}

/** The definition of the noun with this GraphQL name. */
export const nounNamed = (name: string): NounDefinition | undefined =>
  allNouns().find((noun) => noun.name === name);

/** The field of this name, which the noun must have. */
export function fieldOf(noun: NounDefinition, name: string): NounField {
  const field = noun.fields.get(name);
  if (!field) throw new Error(`${noun.name} has no field ${name}`);
  return field;
}

/** The field of this name, which the noun must have as a column. */
export function columnOf(noun: NounDefinition, name: string): ColumnField {
  const field = fieldOf(noun, name);
  if (!isColumn(field)) throw new Error(`${noun.name}.${name} is no column`);
  return field;
}

/** The fields of a noun that are stored in a column. */
export const columnsOf = (noun: NounDefinition): ColumnField[] =>
  [...noun.fields.values()].filter(isColumn);

/** The field that shows a noun's identifier. */
export function identityField(noun: NounDefinition): ColumnField {
  const found = columnsOf(noun).find(({ column }) => column === noun.idColumn);
  if (!found) throw new Error(`${noun.name} shows no identifier`);
  return found;
}

/** The field that `eq` and `in` of a noun's filter compare. */
export const filteredIdentity = (noun: NounDefinition): ColumnField =>
  noun.filterBy === "key" ? columnOf(noun, "key") : identityField(noun);

/** The Postgres type of a noun's identifier. */
export const idType = (noun: NounDefinition): string =>
  castType(identityField(noun).kind.columnType);

/** Classes that have fields in the dictionary without being nouns, as mutation payloads. */
export const otherClasses = (): [Class, Map<string, NounField>][] =>
  [...pending].filter(([target]) => !nouns.has(target));

/** The fields of such a class by its GraphQL name; none where it has only plain ones. */
export function fieldsOfOther(name: string): Map<string, NounField> | undefined {
  const target = noted.get(name);
  return target && !nouns.has(target) ? pending.get(target) : undefined;
}
