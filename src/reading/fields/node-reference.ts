import { Field } from "type-graphql";
import { type Class, noteField } from "../model/dictionary.js";
import {
  classOf,
  NounField,
  type PropertyDecorator,
  type Resolver,
  type WrittenAt,
} from "../model/field.js";
import { anyNode } from "../planned/any-node.js";
import type { Json } from "../planned/json.js";
import { readNode } from "../schema/node.js";
import { column, type Sql, sql } from "../sql/fragments.js";

/** The columns that name a row of whichever noun. */
interface NodeColumns {
  entity: string;
  id: string;
}

/** To a row of whichever noun another column names. */
export class NodeField extends NounField {
  readonly type = "node";

  constructor(
    name: string,
    description: string,
    private readonly columns: NodeColumns,
  ) {
    super(name, description);
  }

  override selected(row: string): Sql {
    const { entity, id } = this.columns;
    return sql`json_build_array(${column(row, entity)}, ${column(row, id)})`;
  }

  override resolver(): Resolver {
    return async (row, _args, context, info) => {
      const [entity, id] = row[this.name] as [string, string];
      return readNode(await context.reader(), entity, id, info);
    };
  }

  override written({ compiler, row, asked }: WrittenAt): Json {
    const { entity, id } = this.columns;
    return anyNode(compiler, asked, { entity: column(row, entity), id: column(row, id) });
  }
}

/** To a row of whichever noun the row itself names, by two of its columns. */
export function NodeReference(
  type: () => Class,
  columns: NodeColumns,
  description: string,
): PropertyDecorator {
  return (prototype, name) => {
    Field(type as () => never, { nullable: true, description })(prototype, name);
    noteField(classOf(prototype), new NodeField(name, description, columns));
  };
}
