import { Enum, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { Extensions } from "type-graphql";
import type { Class } from "../model/class.js";
import { noteField } from "../model/dictionary.js";
import { enumerationOf } from "../model/enumerations.js";
import type { Shown, Suppression } from "../model/field.js";
import type { Aggregate } from "../model/grouping.js";
import { type ColumnKind, type KindName, kinds } from "../model/kinds.js";
import type { Compute } from "../model/sites.js";
import { type Sql, snake, sql } from "../sql/fragments.js";
import { classOf, indexed, type PropertyDecorator, shownAs } from "./property.js";
import { StoredField } from "./stored-field.js";

interface ColumnOptions {
  description: string;
  nullable?: boolean;
  /** Offered in `where`; true by default. */
  filter?: boolean;
  /** Offered in `orderBy`. */
  order?: boolean;
  unique?: boolean;
  /**
   * The filters and orders of a root list have their indexes by themselves (`indexes.ts`). True gives one
   * where there is no such list; false declines that of a filter, and the class says why.
   */
  index?: boolean;
  /** Further columns that the index for its order holds: those by which many rows are grouped. */
  covers?: readonly string[];
  default?: string;
  /** False for a column by which nobody would group rows; else enums, booleans, dates and periods are dimensions. */
  dimension?: false;
  /** The aggregates over groups that make sense: by default all of numbers and money, `min` and `max` of dates. */
  measures?: readonly Aggregate[];
  /** Never in the API nor in the ledger's diffs. */
  secret?: boolean;
  /** The most characters of a text, where they are many: it costs by them in a document. */
  length?: number;
  /** Counts the row's changes, for optimistic locking. */
  version?: boolean;
  /** Hides the value from some viewers, for whom it is null. */
  suppression?: Suppression;
  /** The value that is shown, filtered and ordered where it follows from more than the column. */
  shown?: Shown;
}

/** The characters of a text that cost as much as one object: few texts are as long as they may be. */
const charactersPerUnit = 500;

/** The parts that say how rows are grouped by a column, and what is aggregated of it. */
const grouped = ({ dimension, measures }: Pick<ColumnOptions, "dimension" | "measures">) => ({
  isDimension: dimension !== false,
  ...(measures ? { measures } : {}),
});

/** Lets a text of at most so many characters cost by them, beside its object. */
export const costsBy = (length = 0): PropertyDecorator =>
  Extensions({ cost: Math.ceil(length / charactersPerUnit) });

/** The ORM's property of a column. */
const propertyOf = (kind: ColumnKind, name: string, options: ColumnOptions) => ({
  type: kind.ormType,
  columnType: kind.columnType,
  fieldName: snake(name),
  nullable: options.nullable ?? false,
  // Otherwise the ORM reads a bigint as one of JavaScript, and not as the text that the class declares.
  ...(kind.columnType === "bigint" ? { runtimeType: "string" as const } : {}),
  ...(options.unique ? { unique: true } : {}),
  ...(options.default ? { defaultRaw: options.default } : {}),
  ...(options.secret ? { hidden: true } : {}),
  ...(options.version ? { version: true } : {}),
});

/** A field stored in one column: an ORM property, a GraphQL field and an entry of the dictionary. */
export function Column(kindName: KindName, options: ColumnOptions): PropertyDecorator {
  const kind = kinds[kindName];
  const { description, nullable = false, filter = true, order = false } = options;
  return (prototype, name) => {
    Property(propertyOf(kind, name, options))(prototype, name);
    if (options.index) indexed(prototype, name);
    if (options.secret) return;
    const mayBeNull = nullable || options.suppression !== undefined;
    shownAs(() => kind.graphql, { nullable: mayBeNull, description })(prototype, name);
    costsBy(options.length)(prototype, name);
    const field = new StoredField(name, {
      description,
      kind,
      nullable: mayBeNull,
      filterable: filter && kind.filter !== undefined,
      orderable: order,
      unique: options.unique ?? false,
      declined: options.index === false,
      covers: options.covers ?? [],
      ...grouped(options),
      ...(options.suppression ? { suppression: options.suppression } : {}),
      ...(options.shown ? { shown: options.shown.value, orderedBy: options.shown } : {}),
    });
    noteField(classOf(prototype), field);
  };
}

interface EnumOptions extends Omit<ColumnOptions, "shown"> {
  list?: boolean;
  /** The value that is shown and filtered where it follows from more than the column; not for orders. */
  shown?: Compute;
}

/** The kind of a column of an enumeration: the native enum, or a list of its values as texts. */
const enumKind = (values: Record<string, string>, columnType: string, list: boolean) => ({
  ...kinds.text,
  columnType,
  select: (expression: Sql) => (list ? expression : sql`${expression}::text`),
  // A name of GraphQL needs no escape, and neither does a list of them as Postgres writes it.
  json: list ? ("text" as const) : ("quoted" as const),
  isText: !list,
  reads: (text: string) => Object.hasOwn(values, text),
});

/** A column that holds one value of an enumeration, ordered as the enumeration declares it. */
export function EnumColumn(
  values: () => Record<string, string>,
  options: EnumOptions,
): PropertyDecorator {
  const { description, nullable = false, filter = true, order = false, list = false } = options;
  return (prototype, name) => {
    const enumeration = enumerationOf(values());
    const columnType = list ? "text[]" : enumeration.columnType;
    const fieldName = snake(name);
    if (list)
      Property({ type: "array", columnType, fieldName, defaultRaw: "'{}'" })(prototype, name);
    else
      Enum({
        items: values,
        nativeEnumName: columnType,
        fieldName,
        nullable,
        ...(options.default ? { defaultRaw: `'${options.default}'` } : {}),
      })(prototype, name);
    if (options.index) indexed(prototype, name);
    const graphql = list ? () => [values()] : () => values();
    shownAs(graphql, { nullable, description })(prototype, name);
    const field = new StoredField(name, {
      description,
      kind: enumKind(values(), columnType, list),
      nullable,
      enumeration: { name: enumeration.name, values: values(), list },
      filterable: filter,
      orderable: order,
      ...grouped(options),
      ...(options.shown ? { shown: options.shown } : {}),
    });
    noteField(classOf(prototype), field);
  };
}

/** A column of structured JSON that the API shows as an object type, or a list of one. */
export function Structure(
  type: () => Class | [Class],
  options: { description: string; nullable?: boolean; default?: string },
): PropertyDecorator {
  const { description, nullable = false } = options;
  return (prototype, name) => {
    Property({
      type: "json",
      columnType: "jsonb",
      fieldName: snake(name),
      nullable,
      ...(options.default ? { defaultRaw: options.default } : {}),
    })(prototype, name);
    shownAs(type, { nullable, description })(prototype, name);
    const parts = { description, kind: kinds.json, nullable, filterable: false, orderable: false };
    noteField(classOf(prototype), new StoredField(name, parts));
  };
}

/** The noun's identifier: its primary key in Postgres, not null in the API. */
export function Identifier(
  kindName: "id" | "code" | "position",
  description: string,
): PropertyDecorator {
  const kind = kinds[kindName];
  return (prototype, name) => {
    const { ormType: type, columnType } = kind;
    PrimaryKey({ type, columnType, fieldName: snake(name), autoincrement: false })(prototype, name);
    shownAs(() => kind.graphql, { description })(prototype, name);
    const parts = { description, kind, nullable: false, filterable: true, orderable: true };
    noteField(classOf(prototype), new StoredField(name, parts));
  };
}
