import { ManyToOne } from "@mikro-orm/decorators/legacy";
import { Field } from "type-graphql";
import type { AccessScope } from "../../access/index.js";
import { type Class, idType, noteField, nounOf } from "../model/dictionary.js";
import {
  classOf,
  type FilteredAt,
  type FilterOffer,
  NounField,
  type PropertyDecorator,
  type Resolver,
  type WrittenAt,
} from "../model/field.js";
import type { Asked, Compiler } from "../planned/compiler.js";
import type { Json } from "../planned/json.js";
import { rowWithId } from "../planned/rows.js";
import { requestedFields } from "../rows/selection.js";
import { filterOf } from "../schema/generated-types.js";
import { column, type Sql, snake, sql } from "../sql/fragments.js";
import { indexed } from "./column.js";

/** To one row of another noun, by its id in a column of this one. */
export class ReferenceField extends NounField {
  readonly type = "reference";

  constructor(
    name: string,
    description: string,
    readonly column: string,
    readonly target: () => Class,
    readonly nullable: boolean,
  ) {
    super(name, description);
  }

  override selected(row: string): Sql {
    return column(row, this.column);
  }

  override stored(row: string, scope: AccessScope): Sql {
    const target = nounOf(this.target());
    const id = column("seen", target.idColumn);
    return sql`(select ${id} from ${sql.table(target.table)} as "seen"
      where ${id} = ${column(row, this.column)} and ${target.visible(scope, "seen")})`;
  }

  override resolver(): Resolver {
    const target = nounOf(this.target());
    return async (row, _args, context, info) => {
      const id = row[this.name];
      if (id === null || id === undefined) return null;
      const reader = await context.reader();
      return reader.byId(target, String(id), requestedFields(info));
    };
  }

  override offer(): FilterOffer {
    const { name, description } = this;
    return { name, type: () => filterOf(this.target()), description };
  }

  override condition({ filter, row, where, path }: FilteredAt): Sql {
    const target = nounOf(this.target());
    const own = column(row, this.column);
    return filter.some(
      target,
      (child) => sql`${column(child, target.idColumn)} = ${own}`,
      where,
      path,
    );
  }

  override written({ compiler, row, asked }: WrittenAt): Json {
    return rowWithId(compiler, nounOf(this.target()), column(row, this.column), asked);
  }

  override writtenIn(object: Sql, compiler: Compiler, asked: Asked): Json {
    const target = nounOf(this.target());
    const id = sql`(${object}->>${sql.lit(this.name)})::${sql.raw(idType(target))}`;
    return rowWithId(compiler, target, id, asked);
  }
}

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
    const field = new ReferenceField(name, description, joinColumn, target, nullable);
    noteField(classOf(prototype), field);
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
    noteField(classOf(prototype), new ReferenceField(name, description, name, target, nullable));
  };
}
