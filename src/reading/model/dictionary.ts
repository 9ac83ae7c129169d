import type { AccessScope } from "../../access/index.js";
import type {
  ColumnField,
  ComputedField,
  ConnectionField,
  DerivedField,
  DerivedRowsField,
  FormulaField,
  ListField,
  NodeField,
  ReferenceField,
  ReferencesField,
} from "../fields/index.js";
import { type Sql, sql } from "../sql/fragments.js";
import { castType } from "./kinds.js";

/** A class that is both entity and GraphQL type. */
// biome-ignore lint/suspicious/noExplicitAny: a class may take any arguments; only its identity matters here
export type Class<T extends object = object> = abstract new (...args: any[]) => T;

/**
 * How the rows of a child belong to a row of a parent, given the parent's id, the child's alias, and
 * whose eyes look: what joins them may be hidden itself.
 */
export type Join = (parentId: Sql, child: string, scope: AccessScope) => Sql;

/** A field of whichever kind; `type` tells which. */
export type FieldDefinition =
  | ColumnField
  | ComputedField
  | ConnectionField
  | DerivedField
  | DerivedRowsField
  | FormulaField
  | ListField
  | NodeField
  | ReferenceField
  | ReferencesField;

/** A condition on a noun's identifier, offered beside its fields, as `within` for regions. */
export interface Condition {
  description: string;
  /** Throws BAD_USER_INPUT at `path` for a text that it cannot take. */
  check(value: string, path: string): void;
  sql(id: Sql, value: Sql): Sql;
}

/** The row filter of a noun that everybody sees. */
export const seenByAll = (): Sql => sql`true`;

/** What a noun tells the readers of itself. */
export interface NounDefinition {
  name: string;
  target: Class;
  table: string;
  /** The column that identifies a row and breaks ties in every order. */
  idColumn: string;
  fields: Map<string, FieldDefinition>;
  /** The row filter: who may see which rows (rule 7 of the domain). */
  visible(scope: AccessScope, row: string): Sql;
  /**
   * What remains of the row filter for rows that were reached from a row which the viewer sees, by the
   * name of the reference that leads back to it: what follows its plan needs not ask for the plan again.
   */
  visibleBelow: Record<string, NounDefinition["visible"]>;
  /**
   * The same for rows that are known to be about these entities only, where that is less to plan: a
   * noun whose rows are about others, as changes are.
   */
  visibleAmong?: (scope: AccessScope, row: string, entities: ReadonlySet<string>) => Sql;
  /** The order of lists when none is asked: a field's name, its direction, and what breaks ties. */
  defaultOrder: { field: string; descending: boolean; thenBy?: readonly string[] };
  /** The column that `eq` and `in` of its filter compare: its stable key where it has one. */
  filterBy: "key" | "id";
  /** Conditions beside those on its fields, by name; each takes one text. */
  conditions: Record<string, Condition>;
  /** The noun whose changes tell of its rows, where they are loaded in bulk and have none of their own. */
  toldBy?: () => Class;
  /** A country has some thousands of them at most: all are read as fast as an index of a filter. */
  few: boolean;
  /** The root fields that read it. */
  queries: { one?: string; many?: string };
  description: string;
}

const nouns = new Map<Class, NounDefinition>();
const pending = new Map<Class, Map<string, FieldDefinition>>();

/** Notes a field of a class; the class decorator, which runs last, gathers them. */
export function noteField(target: Class, field: FieldDefinition): void {
  const fields = pending.get(target) ?? new Map<string, FieldDefinition>();
  pending.set(target, fields.set(field.name, field));
}

/** The fields noted for a class so far. */
export const notedFields = (target: Class): Map<string, FieldDefinition> =>
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

/** A field of a noun that must exist. */
export function fieldOf(noun: NounDefinition, name: string): FieldDefinition {
  const field = noun.fields.get(name);
  if (!field) throw new Error(`${noun.name} has no field ${name}`);
  return field;
}

/** The field that shows a noun's identifier. */
export function identityField(noun: NounDefinition): ColumnField {
  for (const field of noun.fields.values()) {
    if (field.type === "column" && field.column === noun.idColumn) return field;
  }
  throw new Error(`${noun.name} shows no identifier`);
}

/** The Postgres type of a noun's identifier. */
export const idType = (noun: NounDefinition): string =>
  castType(identityField(noun).kind.columnType);

/** Classes that have fields in the dictionary without being nouns, as mutation payloads. */
export const otherClasses = (): [Class, Map<string, FieldDefinition>][] =>
  [...pending].filter(([target]) => !nouns.has(target));

/** The fields of such a class by its GraphQL name; none where it has only plain ones. */
export const fieldsOfOther = (name: string): Map<string, FieldDefinition> | undefined =>
  otherClasses().find(([target]) => target.name === name)?.[1];
