import {
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLInt,
  type GraphQLNamedType,
  type GraphQLOutputType,
  getNamedType,
  getNullableType,
  isLeafType,
  isListType,
  isObjectType,
} from "graphql";
import { JsonScalar, PositionScalar } from "../../platform/scalars.js";
import { fieldsOfOther } from "../model/dictionary.js";
import type { ColumnKind } from "../model/kinds.js";
import { type Sql, sql } from "../sql/fragments.js";
import { type Asked, type Compiler, nameOf, Unplannable, type Writer } from "./compiler.js";
import { Json } from "./json.js";

/** Scalars whose JSON is no text: as they are written in a column of JSON, so in the answer. */
const bare: readonly GraphQLNamedType[] = [
  GraphQLInt,
  GraphQLFloat,
  GraphQLBoolean,
  PositionScalar,
];

/** A value of a column, or computed like one, as JSON. */
export function storedValue(
  compiler: Compiler,
  asked: Asked,
  kind: ColumnKind,
  value: Sql,
  mayBeNull: boolean,
): Json {
  if (kind.json === "json") return jsonValue(compiler, asked, asked.definition.type, value);
  return Json.value(kind.written(value), kind.json, mayBeNull);
}

/** An object whose members are SQL each: text, or JSON where the schema has a list or any JSON. */
export function partsObject(compiler: Compiler, asked: Asked, parts: Record<string, Sql>): Json {
  const type = getNamedType(asked.definition.type);
  if (!isObjectType(type)) throw new Unplannable(nameOf(asked));
  return compiler.object(type, asked.nodes, (member) => {
    const part = parts[member.definition.name];
    if (!part) throw new Unplannable(nameOf(member));
    const declared = getNullableType(member.definition.type);
    const isText = isLeafType(declared) && declared.name !== JsonScalar.name;
    return Json.value(part, isText ? "text" : "json", true);
  });
}

/**
 * A value that is kept, or computed, as JSON, as what `asked` selects of it. Its SQL is written once,
 * behind a fence: Postgres would work it out again for each member.
 */
export function jsonValue(
  compiler: Compiler,
  asked: Asked,
  declared: GraphQLOutputType,
  value: Sql,
): Json {
  const type = getNullableType(declared);
  if (isLeafType(type)) return Json.of(sql`(${value})::text`, true);
  const alias = compiler.aliases.next();
  const kept = sql.ref(`${alias}.value`);
  const [text, form] = isListType(type)
    ? [listText(compiler, asked, type.ofType, kept), "array"]
    : [objectText(compiler, asked, type, kept), "object"];
  return Json.of(
    sql`(select ${text} from (select (${value})::jsonb as value offset 0) as ${sql.ref(alias)}
      where jsonb_typeof(${kept}) = ${sql.lit(form)})`,
    true,
  );
}

function listText(compiler: Compiler, asked: Asked, declared: GraphQLOutputType, list: Sql): Sql {
  const type = getNullableType(declared);
  if (isLeafType(type)) return sql`${list}::text`;
  const item = sql.ref(compiler.aliases.next());
  const text = objectText(compiler, asked, type, sql`${item}.value`);
  return sql`(select ${Json.list(Json.of(text, false)).text()}
    from jsonb_array_elements(${list}) as ${item}(value))`;
}

function objectText(compiler: Compiler, asked: Asked, type: GraphQLOutputType, value: Sql): Sql {
  if (!isObjectType(type)) throw new Unplannable(nameOf(asked));
  return compiler.object(type, asked.nodes, memberWriter(compiler, type.name, value)).text();
}

/** Writes the members of an object that is at hand as JSON; those that name rows lead to them. */
const memberWriter =
  (compiler: Compiler, type: string, object: Sql): Writer =>
  (asked) => {
    const name = sql.lit(asked.definition.name);
    const field = fieldsOfOther(type)?.get(asked.definition.name);
    if (!field) return member(compiler, asked, object, name);
    const rows = field.writtenIn(object, compiler, asked);
    if (!rows) throw new Unplannable(nameOf(asked));
    return rows;
  };

function member(compiler: Compiler, asked: Asked, object: Sql, name: Sql): Json {
  const type = getNullableType(asked.definition.type);
  if (!isLeafType(type)) return jsonValue(compiler, asked, type, sql`${object}->${name}`);
  const text = sql`${object}->>${name}`;
  if (type.name === JsonScalar.name) return Json.of(sql`(${object}->${name})::text`, true);
  return bare.includes(type) ? Json.of(sql`(${text})`, true) : Json.value(text, "text", true);
}
