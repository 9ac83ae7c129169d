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
import { fieldsOfOther, nounOf } from "../model/dictionary.js";
import { isReference } from "../model/field.js";
import type { ColumnKind } from "../model/kinds.js";
import type { MadeRows, ObjectSite } from "../model/sites.js";
import { type Sql, sql } from "../sql/fragments.js";
import { Json } from "../sql/json.js";
import { type Compiler, nameOf, type SelectedField, Unplannable, type Writer } from "./compiler.js";
import { rowsWithIds, rowWithId } from "./rows.js";

/** Scalars whose JSON is no text: the answer holds them as a JSON column does. */
const bare: readonly GraphQLNamedType[] = [
  GraphQLInt,
  GraphQLFloat,
  GraphQLBoolean,
  PositionScalar,
];

/** A value of a column, or computed like one, as JSON. */
export function storedValue(
  compiler: Compiler,
  selected: SelectedField,
  kind: ColumnKind,
  value: Sql,
  mayBeNull: boolean,
): Json {
  if (kind.json === "json") return jsonValue(compiler, selected, selected.definition.type, value);
  return Json.value(kind.written(value), kind.json, mayBeNull, {
    isText: kind.isText,
    isStored: true,
  });
}

/** The name of the object's member that a field shows. Its arguments decide where it has some. */
function memberName(compiler: Compiler, selected: SelectedField): string {
  const { parent, definition } = selected;
  const field = fieldsOfOther(parent.name)?.get(definition.name);
  if (!field || definition.args.length === 0) return definition.name;
  return field.memberName(compiler.arguments(selected, JSON.stringify).values);
}

/** An object whose members are SQL each: text, or JSON where the schema has a list or any JSON. */
export function partsObject(
  compiler: Compiler,
  selected: SelectedField,
  parts: Record<string, Sql>,
): Json {
  const type = getNamedType(selected.definition.type);
  if (!isObjectType(type)) throw new Unplannable(nameOf(selected));
  return compiler.object(type, selected.nodes, (member) => {
    const part = parts[memberName(compiler, member)];
    if (!part) throw new Unplannable(nameOf(member));
    const field = fieldsOfOther(type.name)?.get(member.definition.name);
    if (field?.type === "reference" && isReference(field)) {
      return rowWithId(compiler, nounOf(field.target()), part, member);
    }
    const declared = getNullableType(member.definition.type);
    const isText = isLeafType(declared) && declared.name !== JsonScalar.name;
    return Json.value(part, isText ? "text" : "json", true);
  });
}

/** A list of rows that SQL makes, as objects of the members that are selected. */
export function madeRowsList(
  compiler: Compiler,
  selected: SelectedField,
  { from, order, parts }: MadeRows,
): Json {
  const object = partsObject(compiler, selected, parts);
  const list = Json.list(object, sql``, sql` order by ${order}`);
  return Json.of(sql`(select ${list.text()} from ${from})`, false);
}

/**
 * A value that is stored or computed as JSON, reduced to what is selected of it. Its SQL stands once, in
 * a subquery with `offset 0`: otherwise Postgres would compute it again for each member.
 */
export function jsonValue(
  compiler: Compiler,
  selected: SelectedField,
  declared: GraphQLOutputType,
  value: Sql,
): Json {
  const type = getNullableType(declared);
  if (isLeafType(type)) return Json.of(sql`(${value})::text`, true);
  const made = compiler.statement.madeRow();
  const json = made.column("value");
  const [text, form] = isListType(type)
    ? [listText(compiler, selected, type.ofType, json), "array"]
    : [objectText(compiler, selected, type, json), "object"];
  return Json.of(
    sql`(select ${text} from (select (${value})::jsonb as value offset 0) as ${made.name}
      where jsonb_typeof(${json}) = ${sql.lit(form)})`,
    true,
  );
}

function listText(
  compiler: Compiler,
  selected: SelectedField,
  declared: GraphQLOutputType,
  list: Sql,
): Sql {
  const type = getNullableType(declared);
  if (isLeafType(type)) return sql`${list}::text`;
  const item = compiler.statement.madeRow();
  const text = objectText(compiler, selected, type, item.column("value"));
  return sql`(select ${Json.list(Json.of(text, false)).text()}
    from jsonb_array_elements(${list}) as ${item.name}(value))`;
}

function objectText(
  compiler: Compiler,
  selected: SelectedField,
  type: GraphQLOutputType,
  value: Sql,
): Sql {
  if (!isObjectType(type)) throw new Unplannable(nameOf(selected));
  return compiler.object(type, selected.nodes, memberWriter(compiler, type.name, value)).text();
}

/** Writes the members of an object that is at hand as JSON; those that name rows lead to them. */
const memberWriter =
  (compiler: Compiler, type: string, object: Sql): Writer =>
  (selected) => {
    const name = sql.lit(memberName(compiler, selected));
    const field = fieldsOfOther(type)?.get(selected.definition.name);
    if (!field || field.type === "member") return member(compiler, selected, object, name);
    const site: ObjectSite = {
      byId: (target, id) => rowWithId(compiler, nounOf(target), id, selected),
      byIds: (target, ids) => rowsWithIds(compiler, nounOf(target), ids, selected),
    };
    const rows = field.writtenIn(object, site);
    if (!rows) throw new Unplannable(nameOf(selected));
    return rows;
  };

function member(compiler: Compiler, selected: SelectedField, object: Sql, name: Sql): Json {
  const type = getNullableType(selected.definition.type);
  if (!isLeafType(type)) return jsonValue(compiler, selected, type, sql`${object}->${name}`);
  const text = sql`${object}->>${name}`;
  if (type.name === JsonScalar.name) return Json.of(sql`(${object}->${name})::text`, true);
  return bare.includes(type) ? Json.of(sql`(${text})`, true) : Json.value(text, "text", true);
}
