import { ManyToOne, Property } from "@mikro-orm/decorators/legacy";
import { Args, Field } from "type-graphql";
import { classOf, indexed, type PropertyDecorator } from "./decorators.js";
import { type Class, type Join, noteField } from "./dictionary.js";
import { argumentsOf, connectionOf } from "./generated-types.js";
import { column, snake, sql } from "./sql.js";

/** To one row of another noun: a foreign key here, an edge in the API. */
export function Reference(
  target: () => Class,
  options: { description: string; nullable?: boolean; index?: boolean; constraint?: boolean },
): PropertyDecorator {
  const { description, nullable = false, index = true, constraint = true } = options;
  return (prototype, name) => {
    const joinColumn = `${snake(name)}_id`;
    const rule = constraint
      ? { deleteRule: "restrict" as const }
      : { createForeignKeyConstraint: false };
    ManyToOne(target as () => never, { joinColumn, nullable, ...rule })(prototype as never, name);
    if (index) indexed(prototype, name);
    Field(target as () => never, { nullable, description })(prototype, name);
    noteField(classOf(prototype), {
      type: "reference",
      name,
      description,
      column: joinColumn,
      target,
      nullable,
    });
  };
}

/** To several rows of another noun, kept as an array of their ids in the order given. */
export function References(
  target: () => Class,
  options: { description: string; singular: string; columnType?: string },
): PropertyDecorator {
  const { description, singular, columnType = "uuid[]" } = options;
  return (prototype, name) => {
    const fieldName = `${snake(singular)}_ids`;
    Property({ type: "array", columnType, fieldName, defaultRaw: "'{}'" })(prototype, name);
    Field(() => [target()] as never, { description })(prototype, name);
    noteField(classOf(prototype), {
      type: "references",
      name,
      description,
      column: fieldName,
      target,
      singular,
    });
  };
}

interface ChildrenOptions {
  description: string;
  /** The child's reference to this noun, or the SQL that joins them. */
  by: string | Join;
  /** Whether the rows, of whichever noun they can be about, are about this one only. */
  aboutThis?: boolean;
  singular?: string;
}

function noteChildren(
  type: "list" | "connection",
  prototype: object,
  name: string,
  target: () => Class,
  { by, singular, description, aboutThis = false }: ChildrenOptions,
): void {
  const join: Join =
    typeof by === "string"
      ? (parentId, child) => sql`${column(child, `${snake(by)}_id`)} = ${parentId}`
      : by;
  const reference = typeof by === "string" ? { by } : {};
  const field = { type, name, description, target, join, aboutThis, ...reference };
  noteField(classOf(prototype), singular ? { ...field, singular } : field);
}

/**
 * The rows of another noun that belong to this one, in their default order. For short lists: of more
 * than 1,000 rows the rest is left out.
 */
export function Listing(target: () => Class, options: ChildrenOptions): PropertyDecorator {
  return (prototype, name) => {
    Field(() => [target()] as never, { description: options.description })(prototype, name);
    noteChildren("list", prototype, name, target, options);
  };
}

/** The rows of another noun that belong to this one, as a Relay connection. */
export function Connection(target: () => Class, options: ChildrenOptions): PropertyDecorator {
  return (prototype, name) => {
    Field(() => connectionOf(target()), { description: options.description })(prototype, name);
    Args(() => argumentsOf(target()) as never)(prototype, name, 0);
    noteChildren("connection", prototype, name, target, options);
  };
}

/** A field of a payload whose value is a noun's id; the reader loads the row as the viewer sees it. */
export function Loaded(
  target: () => Class,
  options: { description: string; nullable?: boolean },
): PropertyDecorator {
  const { description, nullable = false } = options;
  return (prototype, name) => {
    Field(target as () => never, { nullable, description })(prototype, name);
    const field = { name, description, column: name, target, nullable };
    noteField(classOf(prototype), { type: "reference", ...field });
  };
}

/** As `Loaded`, for a field whose value is a list of ids; what the viewer may not see is left out. */
export function LoadedList(
  target: () => Class,
  options: { description: string },
): PropertyDecorator {
  return (prototype, name) => {
    Field(() => [target()] as never, { description: options.description })(prototype, name);
    const field = { name, description: options.description, column: name, target, singular: name };
    noteField(classOf(prototype), { type: "references", ...field });
  };
}

/** To a row of whichever noun the row itself names, by two of its columns. */
export function NodeReference(
  type: () => Class,
  columns: { entity: string; id: string },
  description: string,
): PropertyDecorator {
  return (prototype, name) => {
    Field(type as () => never, { nullable: true, description })(prototype, name);
    const { entity: entityColumn, id: idColumn } = columns;
    noteField(classOf(prototype), { type: "node", name, description, entityColumn, idColumn });
  };
}
