import { Entity, Enum, Index, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { Field, ObjectType } from "type-graphql";
import type { AccessScope } from "../access/index.js";
import {
  type Class,
  defineNoun,
  type NounDefinition,
  notedFields,
  noteField,
} from "./dictionary.js";
import { enumerationOf } from "./enumerations.js";
import { type KindName, kinds } from "./kinds.js";
import { type Sql, snake, sql } from "./sql.js";

/** A decorator of a class's property. */
export type PropertyDecorator = (prototype: object, name: string) => void;

/** The class whose prototype a property decorator is given. */
export const classOf = (prototype: object): Class => prototype.constructor as Class;

/** MikroORM's Index types its property decorator for classes only; the call is the same. */
export const indexed = (prototype: object, name: string): void =>
  Index()(prototype as never, name as never);

interface ColumnOptions {
  description: string;
  nullable?: boolean;
  /** Offered in `where`; true unless said. */
  filter?: boolean;
  /** Offered in `orderBy`. */
  order?: boolean;
  unique?: boolean;
  index?: boolean;
  default?: string;
  /** Never in the API nor in the ledger's diffs. */
  secret?: boolean;
  /** Counts the row's changes, for optimistic locking. */
  version?: boolean;
}

/** A field stored in one column: an ORM property, a GraphQL field and an entry of the dictionary. */
export function Column(kindName: KindName, options: ColumnOptions): PropertyDecorator {
  const kind = kinds[kindName];
  const { description, nullable = false, filter = true, order = false } = options;
  return (prototype, name) => {
    Property({
      type: kind.ormType,
      columnType: kind.columnType,
      fieldName: snake(name),
      nullable,
      ...(options.unique ? { unique: true } : {}),
      ...(options.default ? { defaultRaw: options.default } : {}),
      ...(options.secret ? { hidden: true } : {}),
      ...(options.version ? { version: true } : {}),
    })(prototype, name);
    if (options.index) indexed(prototype, name);
    if (options.secret) return;
    Field(() => kind.graphql, { nullable, description })(prototype, name);
    noteField(classOf(prototype), {
      type: "column",
      name,
      description,
      column: snake(name),
      kind,
      nullable,
      filterable: filter && kind.filter !== undefined,
      orderable: order,
    });
  };
}

interface EnumOptions extends ColumnOptions {
  list?: boolean;
  /** The value that is shown and filtered where it follows from more than the row; not for orders. */
  shown?: (row: string, scope: AccessScope) => Sql;
}

/** A column that holds one value of an enumeration, ordered as the enumeration declares it. */
export function EnumColumn(
  values: () => Record<string, string>,
  options: EnumOptions,
): PropertyDecorator {
  const { description, nullable = false, filter = true, order = false, list = false } = options;
  return (prototype, name) => {
    const enumeration = enumerationOf(values());
    const columnType = list ? "text[]" : enumeration.columnType;
    if (list)
      Property({ type: "array", columnType, fieldName: snake(name), defaultRaw: "'{}'" })(
        prototype,
        name,
      );
    else
      Enum({
        items: values,
        nativeEnumName: columnType,
        fieldName: snake(name),
        nullable,
        ...(options.default ? { defaultRaw: `'${options.default}'` } : {}),
      })(prototype, name);
    if (options.index) indexed(prototype, name);
    const graphql = list ? () => [values()] : () => values();
    Field(graphql, { nullable, description })(prototype, name);
    noteField(classOf(prototype), {
      type: "column",
      name,
      description,
      column: snake(name),
      kind: {
        ...kinds.text,
        columnType,
        select: (expression) => (list ? expression : sql`${expression}::text`),
        // A name of GraphQL needs no escape, and neither does a list of them as Postgres writes it.
        json: list ? "text" : "quoted",
        reads: (text) => Object.hasOwn(values(), text),
      },
      nullable,
      enumeration: { name: enumeration.name, values: values(), list },
      filterable: filter,
      orderable: order,
      ...(options.shown ? { shown: options.shown } : {}),
    });
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
    Field(type as () => never, { nullable, description })(prototype, name);
    noteField(classOf(prototype), {
      type: "column",
      name,
      description,
      column: snake(name),
      kind: kinds.json,
      nullable,
      filterable: false,
      orderable: false,
    });
  };
}

/** A field that SQL computes from the row, counting only what the viewer may see. */
export function Derived(
  kindName: KindName,
  options: { description: string; nullable?: boolean; type?: () => unknown },
  compute: (row: string, scope: AccessScope) => Sql,
): PropertyDecorator {
  const { description, nullable = false } = options;
  const kind = kinds[kindName];
  return (prototype, name) => {
    const type = options.type ?? (() => kind.graphql);
    Field(type as () => never, { nullable, description })(prototype, name);
    const field = { name, description, kind, nullable, sql: compute };
    noteField(classOf(prototype), { type: "derived", ...field });
  };
}

/**
 * As Derived, for an object of which SQL computes each member: the planned path computes those only that
 * are asked for. Its members are text, or JSON where they are lists.
 */
export function DerivedObject(
  type: () => Class,
  description: string,
  parts: (row: string, scope: AccessScope) => Record<string, Sql>,
): PropertyDecorator {
  const whole = (row: string, scope: AccessScope): Sql => {
    const members = Object.entries(parts(row, scope)).map(
      ([name, part]) => sql`${sql.lit(name)}, ${part}`,
    );
    return sql`jsonb_build_object(${sql.join(members)})`;
  };
  return (prototype, name) => {
    Field(type as () => never, { description })(prototype, name);
    const field = { name, description, kind: kinds.json, nullable: false, sql: whole, parts };
    noteField(classOf(prototype), { type: "derived", ...field });
  };
}

interface NounOptions {
  description: string;
  queries?: NounDefinition["queries"];
  visible: NounDefinition["visible"];
  visibleAmong?: NounDefinition["visibleAmong"];
  visibleBelow?: NounDefinition["visibleBelow"];
  defaultOrder?: NounDefinition["defaultOrder"];
  filterBy?: "key" | "id";
  idColumn?: string;
  implements?: () => Class;
  table?: string;
  conditions?: NounDefinition["conditions"];
  toldBy?: NounDefinition["toldBy"];
}

/** A noun: entity, GraphQL type and dictionary entry in one class. Runs after its fields. */
export function Noun(options: NounOptions): (target: Class) => void {
  const { description, queries = {}, visible, idColumn = "id", filterBy = "id" } = options;
  return (target) => {
    const table = options.table ?? snake(target.name);
    Entity({ tableName: table })(target as never);
    const node = options.implements?.();
    ObjectType({ description, ...(node ? { implements: node as never } : {}) })(target);
    defineNoun({
      name: target.name,
      target,
      table,
      idColumn,
      fields: notedFields(target),
      visible,
      visibleBelow: options.visibleBelow ?? {},
      ...(options.visibleAmong ? { visibleAmong: options.visibleAmong } : {}),
      defaultOrder: options.defaultOrder ?? { field: "id", descending: false },
      filterBy,
      conditions: options.conditions ?? {},
      ...(options.toldBy ? { toldBy: options.toldBy } : {}),
      queries,
      description,
    });
  };
}

/** The noun's identifier: its primary key in Postgres, not null in the API. */
export function Identifier(
  kindName: "id" | "code" | "position",
  description: string,
): PropertyDecorator {
  const kind = kinds[kindName];
  return (prototype, name) => {
    const fieldName = snake(name);
    const { ormType: type, columnType } = kind;
    PrimaryKey({ type, columnType, fieldName, autoincrement: false })(prototype, name);
    Field(() => kind.graphql, { description })(prototype, name);
    noteField(classOf(prototype), {
      type: "column",
      name,
      description,
      column: fieldName,
      kind,
      nullable: false,
      filterable: true,
      orderable: true,
    });
  };
}
