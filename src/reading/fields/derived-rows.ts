import { Field } from "type-graphql";
import type { AccessScope } from "../../access/index.js";
import { type Class, noteField } from "../model/dictionary.js";
import { classOf, NounField, type PropertyDecorator, type WrittenAt } from "../model/field.js";
import { Json } from "../planned/json.js";
import { partsObject } from "../planned/structures.js";
import { type Sql, sql } from "../sql/fragments.js";

/** Rows that SQL makes of a noun's row. */
export interface MadeRows {
  /** What stands in FROM, and WHERE after it. */
  from: Sql;
  /** What orders them; no two are alike in it. */
  order: Sql;
  /** The members of each: text, or JSON where the schema has a list or any JSON. */
  parts: Record<string, Sql>;
}

type Make = (row: string, scope: AccessScope) => MadeRows;

/** A list that only SQL makes, from the row and what the viewer may see, of objects with these members. */
export class DerivedRowsField extends NounField {
  readonly type = "derivedRows";

  constructor(
    name: string,
    description: string,
    private readonly make: Make,
  ) {
    super(name, description);
  }

  override selected(row: string, scope: AccessScope): Sql {
    const { from, order, parts } = this.make(row, scope);
    const members = Object.entries(parts).map(([name, part]) => sql`${sql.lit(name)}, ${part}`);
    return sql`(select coalesce(jsonb_agg(jsonb_build_object(${sql.join(members)}) order by ${order}), '[]')
      from ${from})`;
  }

  override written({ compiler, row, asked }: WrittenAt): Json {
    const { from, order, parts } = this.make(row, compiler.scope);
    const list = Json.list(partsObject(compiler, asked, parts), sql``, sql` order by ${order}`);
    return Json.of(sql`(select ${list.text()} from ${from})`, false);
  }
}

/**
 * As Derived, for a list of objects that SQL makes as rows: the planned path writes them as they come,
 * with the members that are asked for.
 */
export function DerivedRows(type: () => Class, description: string, make: Make): PropertyDecorator {
  return (prototype, name) => {
    Field(() => [type()] as never, { description })(prototype, name);
    noteField(classOf(prototype), new DerivedRowsField(name, description, make));
  };
}
