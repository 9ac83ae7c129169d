import { type FieldNode, type GraphQLObjectType, getNamedType, isObjectType } from "graphql";
import { idType, type NounDefinition } from "../model/dictionary.js";
import { allOf, column, type Sql, sql } from "../sql/fragments.js";
import { type Asked, type Compiler, nameOf, Unplannable, type Writer } from "./compiler.js";
import { Json } from "./json.js";

/** The type of the object below a field. */
export function objectOf({ definition }: Asked): GraphQLObjectType {
  const type = getNamedType(definition.type);
  if (!isObjectType(type)) throw new Error(`${type.name} is no object type`);
  return type;
}

/** A row of a noun as the object that `nodes` select; the row is at hand as `row`. */
export function rowObject(
  compiler: Compiler,
  noun: NounDefinition,
  row: string,
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
): Json {
  return compiler.object(type, nodes, rowWriter(compiler, noun, row));
}

const rowWriter =
  (compiler: Compiler, noun: NounDefinition, row: string): Writer =>
  (asked) => {
    const field = noun.fields.get(asked.definition.name);
    if (!field) throw new Unplannable(nameOf(asked));
    return field.written({ compiler, noun, row, asked });
  };

/** The visible row of a noun that meets a condition, as the object that is asked; null without one. */
export function oneRow(
  compiler: Compiler,
  noun: NounDefinition,
  condition: (row: string) => Sql,
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
): Json {
  const row = compiler.aliases.next();
  const object = rowObject(compiler, noun, row, type, nodes).text();
  const met = allOf([condition(row), noun.visible(compiler.scope, row)]);
  return Json.of(
    sql`(select ${object} from ${sql.table(noun.table)} as ${sql.ref(row)} where ${met})`,
    true,
  );
}

/** The row with this id. */
export const rowWithId = (compiler: Compiler, noun: NounDefinition, id: Sql, asked: Asked): Json =>
  oneRow(
    compiler,
    noun,
    (row) => sql`${column(row, noun.idColumn)} = ${id}`,
    objectOf(asked),
    asked.nodes,
  );

/**
 * The visible rows whose ids a relation of `(id, at)` names, in its order.
 */
export function rowsWithIds(
  compiler: Compiler,
  noun: NounDefinition,
  ids: (named: Sql) => Sql,
  asked: Asked,
): Json {
  const row = compiler.aliases.next();
  const named = sql.ref(compiler.aliases.next());
  const object = rowObject(compiler, noun, row, objectOf(asked), asked.nodes);
  const list = Json.list(object, sql``, sql` order by ${named}.at`).text();
  return Json.of(
    sql`(select ${list} from ${ids(named)} join ${sql.table(noun.table)} as ${sql.ref(row)}
      on ${column(row, noun.idColumn)} = ${named}.id::${sql.raw(idType(noun))}
      where ${noun.visible(compiler.scope, row)})`,
    false,
  );
}
