import { Property } from "@mikro-orm/decorators/legacy";
import { Field } from "type-graphql";
import { asksIdsOnly } from "../lists/filter.js";
import { type Class, noteField, nounOf } from "../model/dictionary.js";
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
import { rowsWithIds } from "../planned/rows.js";
import { requestedFields } from "../rows/selection.js";
import { filterOf } from "../schema/generated-types.js";
import { column, type Sql, snake, sql } from "../sql/fragments.js";

/** To several rows of another noun, by an array of their ids in a column of this one. */
export class ReferencesField extends NounField {
  readonly type = "references";

  constructor(
    name: string,
    description: string,
    readonly column: string,
    readonly target: () => Class,
    /** The singular, for the filter "at least one of them". */
    readonly singular: string,
  ) {
    super(name, description);
  }

  override selected(row: string): Sql {
    return column(row, this.column);
  }

  /** What the viewer may not see is left out. */
  override resolver(): Resolver {
    const target = nounOf(this.target());
    return async (row, _args, context, info) => {
      const reader = await context.reader();
      const fields = requestedFields(info);
      const ids = row[this.name] as string[];
      const rows = await Promise.all(ids.map((id) => reader.byId(target, id, fields)));
      return rows.filter((found) => found !== null);
    };
  }

  override offer(): FilterOffer {
    const description = `At least one of: ${this.description}`;
    return { name: this.singular, type: () => filterOf(this.target()), description };
  }

  override condition({ filter, row, where, path }: FilteredAt): Sql {
    const target = nounOf(this.target());
    const own = column(row, this.column);
    if (asksIdsOnly(target, where)) return filter.someId(target, own, where, path);
    return filter.some(
      target,
      (child) => sql`${column(child, target.idColumn)} = any(${own})`,
      where,
      path,
    );
  }

  override written({ compiler, row, asked }: WrittenAt): Json {
    const ids = (named: Sql) =>
      sql`unnest(${column(row, this.column)}) with ordinality as ${named}(id, at)`;
    return rowsWithIds(compiler, nounOf(this.target()), ids, asked);
  }

  override writtenIn(object: Sql, compiler: Compiler, asked: Asked): Json {
    const list = sql`${object}->${sql.lit(this.name)}`;
    const ids = (named: Sql) =>
      sql`jsonb_array_elements_text(${list}) with ordinality as ${named}(id, at)`;
    return rowsWithIds(compiler, nounOf(this.target()), ids, asked);
  }
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
    const field = new ReferencesField(name, description, fieldName, target, singular);
    noteField(classOf(prototype), field);
  };
}

/** As `Loaded`, for a field whose value is a list of ids; what the viewer may not see is left out. */
export function LoadedList(
  target: () => Class,
  options: { description: string },
): PropertyDecorator {
  return (prototype, name) => {
    Field(() => [target()] as never, { description: options.description })(prototype, name);
    const field = new ReferencesField(name, options.description, name, target, name);
    noteField(classOf(prototype), field);
  };
}
