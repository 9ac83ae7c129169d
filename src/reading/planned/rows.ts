import { type FieldNode, type GraphQLObjectType, getNamedType, isObjectType } from "graphql";
import { idType, type NounDefinition } from "../model/dictionary.js";
import { allOf, type Sql, sql } from "../sql/fragments.js";
import { Json } from "../sql/json.js";
import type { RowRef } from "../sql/statement.js";
import type { Compiler, SelectedField } from "./compiler.js";

/** The type of the object below a field. */
export function objectOf({ definition }: SelectedField): GraphQLObjectType {
  const type = getNamedType(definition.type);
  if (!isObjectType(type)) throw new Error(`${type.name} is no object type`);
  return type;
}

/** The visible row of a noun that meets a condition, as the object that is selected; null without one. */
export function oneRow(
  compiler: Compiler,
  noun: NounDefinition,
  condition: (row: RowRef) => Sql,
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
): Json {
  const row = compiler.statement.row(noun.table);
  const object = compiler.rowObject(noun, row, type, nodes);
  const where = allOf([condition(row), noun.visible(compiler.scope, row)]);
  return Json.within(
    object,
    (one) => sql`(select ${one} from ${row.source} where ${where})`,
    true,
    (section) => section.joined(row, where, noun.idColumn, () => object.placed(section)),
  );
}

/** The visible row with this id. */
export const rowWithId = (
  compiler: Compiler,
  noun: NounDefinition,
  id: Sql,
  selected: SelectedField,
): Json =>
  oneRow(
    compiler,
    noun,
    (row) => sql`${row.column(noun.idColumn)} = ${id}`,
    objectOf(selected),
    selected.nodes,
  );

/** The visible rows with the ids of a set-returning function, in its order. */
export function rowsWithIds(
  compiler: Compiler,
  noun: NounDefinition,
  ids: Sql,
  selected: SelectedField,
): Json {
  const row = compiler.statement.row(noun.table);
  const named = compiler.statement.madeRow();
  const object = compiler.rowObject(noun, row, objectOf(selected), selected.nodes);
  const type = sql.raw(idType(noun));
  const order = named.column("at");
  const from = sql`${ids} with ordinality as ${named.name}(id, at) join ${row.source}
      on ${row.column(noun.idColumn)} = ${named.column("id")}::${type}`;
  const where = [noun.visible(compiler.scope, row)];
  // `offset 0` as in `Section.joined`.
  const each = sql`${ids} with ordinality as ${named.name}(id, at) cross join lateral (select ${row.name}.*
      from ${row.source} where ${row.column(noun.idColumn)} = ${named.column("id")}::${type}
      and ${allOf(where)} offset 0) as ${row.name}`;
  const rows = { from: each, where: [], order, rows: [row, named] };
  return Json.within(
    Json.list(object, sql``, sql` order by ${order}`),
    (all) => sql`(select ${all} from ${from} where ${allOf(where)})`,
    false,
    (section) => section.list(rows, (below) => object.placed(below)),
  );
}
