import { type FieldNode, type GraphQLObjectType, getNamedType, isObjectType } from "graphql";
import type { AccessScope } from "../../access/index.js";
import {
  type ChildrenField,
  type ColumnField,
  type ComputedField,
  type DerivedField,
  type FieldDefinition,
  type FormulaField,
  fieldOf,
  idType,
  type NodeField,
  type NounDefinition,
  nounOf,
  type ReferenceField,
  type ReferencesField,
  valueSql,
} from "../dictionary.js";
import { RowOrder } from "../order.js";
import { longestList } from "../paging.js";
import { allOf, column, type Sql, sql } from "../sql.js";
import { anyNode } from "./any-node.js";
import { type Asked, type Compiler, nameOf, Unplannable, type Writer } from "./compiler.js";
import { openValue } from "./computed.js";
import { Json } from "./json.js";
import { page } from "./page.js";
import { jsonValue, partsObject } from "./structures.js";

/** A field of a row: what the document asks, and where its noun's row is at hand. */
interface At<F extends FieldDefinition> {
  compiler: Compiler;
  noun: NounDefinition;
  row: string;
  field: F;
  asked: Asked;
}

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
    return writers[field.type]({ compiler, noun, row, asked, field: field as never });
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

const stored = ({ compiler, row, field, asked }: At<ColumnField | DerivedField>): Json => {
  const { kind } = field;
  if (field.type === "derived" && field.parts) {
    return partsObject(compiler, asked, field.parts(row, compiler.scope));
  }
  if (kind.json !== "json") return leaf(field, row, compiler.scope);
  return jsonValue(compiler, asked, asked.definition.type, valueSql(field, row, compiler.scope));
};

/** A stored or derived value as JSON. */
function leaf(field: ColumnField | DerivedField, row: string, scope: AccessScope): Json {
  const { kind, nullable } = field;
  // A column that is never null is Postgres' promise; what is computed may break its word.
  const mayBeNull = nullable || field.type === "derived";
  return Json.value(kind.written(valueSql(field, row, scope)), kind.json, mayBeNull);
}

const reference = ({ compiler, row, field, asked }: At<ReferenceField>): Json =>
  rowWithId(compiler, nounOf(field.target()), column(row, field.column), asked);

const references = ({ compiler, row, field, asked }: At<ReferencesField>): Json =>
  rowsWithIds(
    compiler,
    nounOf(field.target()),
    (named) => sql`unnest(${column(row, field.column)}) with ordinality as ${named}(id, at)`,
    asked,
  );

/** A short list whole, in its noun's own order. */
function list({ compiler, noun, row, field, asked }: At<ChildrenField>): Json {
  const target = nounOf(field.target());
  const child = compiler.aliases.next();
  const object = rowObject(compiler, target, child, objectOf(asked), asked.nodes);
  const { scope } = compiler;
  const joined = field.join(column(row, noun.idColumn), child, scope);
  const visible = visibleBelow(noun, field, scope, child);
  const order = RowOrder.of(target, undefined).orderBy(child, false);
  return Json.of(
    sql`(select ${Json.list(object).text()} from (select ${sql.ref(child)}.* from ${sql.table(target.table)} as ${sql.ref(child)}
      where ${allOf([joined, visible])}
      order by ${order} limit ${sql.lit(longestList)}) as ${sql.ref(child)})`,
    false,
  );
}

function connection({ compiler, noun, row, field, asked }: At<ChildrenField>): Json {
  const parent = column(row, noun.idColumn);
  const target = nounOf(field.target());
  const { scope } = compiler;
  const belongs = (child: string) =>
    allOf([field.join(parent, child, scope), visibleBelow(noun, field, scope, child)]);
  return page(compiler, target, asked, belongs);
}

/** The row filter of rows that are reached from a row of `noun` which the viewer sees. */
function visibleBelow(
  noun: NounDefinition,
  { by, aboutThis, target }: ChildrenField,
  scope: AccessScope,
  child: string,
): Sql {
  const { visible, visibleAmong, visibleBelow: below } = nounOf(target());
  if (aboutThis && visibleAmong) return visibleAmong(scope, child, new Set([noun.name]));
  return ((by && below[by]) || visible)(scope, child);
}

const node = ({ compiler, row, field, asked }: At<NodeField>): Json =>
  anyNode(compiler, asked, {
    entity: column(row, field.entityColumn),
    id: column(row, field.idColumn),
  });

function formula({ compiler, row, field, asked }: At<FormulaField>): Json {
  // Its arguments decide over its text, so each set of them is a statement of its own.
  const { values } = compiler.given(asked, JSON.stringify);
  const value = field.sql(row, compiler.scope, values);
  return jsonValue(compiler, asked, asked.definition.type, value);
}

const computed = ({ compiler, noun, row, field, asked }: At<ComputedField>): Json =>
  openValue(compiler, noun, asked, field, (name) => {
    const needed = fieldOf(noun, name);
    if (needed.type !== "column" && needed.type !== "derived") throw new Unplannable(nameOf(asked));
    return leaf(needed, row, compiler.scope);
  });

/** How each kind of field is written: a new kind of the dictionary has its line here. */
const writers: { [T in FieldDefinition["type"]]: (at: At<never>) => Json } = {
  column: stored,
  derived: stored,
  reference,
  references,
  list,
  connection,
  node,
  formula,
  computed,
};
