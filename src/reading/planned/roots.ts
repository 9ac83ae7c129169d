import { Extensions } from "type-graphql";
import type { AccessScope, Viewer } from "../../access/index.js";
import { parseId } from "../../platform/ids.js";
import type { Arguments } from "../model/arguments.js";
import { allNouns, columnOf, idType, type NounDefinition } from "../model/dictionary.js";
import { identifyingArgument } from "../schema/identifying-argument.js";
import { type Sql, sql } from "../sql/fragments.js";
import { Json } from "../sql/json.js";
import type { RowRef, Statement } from "../sql/statement.js";
import { anyNode } from "./any-node.js";
import { formOf } from "./arguments.js";
import { type Compiler, nameOf, type SelectedField, Unplannable, type Writer } from "./compiler.js";
import { page } from "./page.js";
import { objectOf, oneRow } from "./rows.js";
import { placeholder } from "./run.js";
import { jsonValue } from "./structures.js";

/** The plan of a root field. */
export type RootPlan = (compiler: Compiler, selected: SelectedField) => Json;

/** Declares the plan of a root query that is no noun's own, beside its resolver. */
export const PlannedRoot = (plan: RootPlan): MethodDecorator => Extensions({ plan });

/** A root field whose value code knows without a read, as the viewer. */
export const knownOfViewer =
  (value: (viewer: Viewer) => object): RootPlan =>
  (compiler, selected) => {
    const text = placeholder(({ viewer }) => JSON.stringify(value(viewer)));
    return jsonValue(compiler, selected, selected.definition.type, sql`${text}::jsonb`);
  };

/** A root field whose value SQL computes as JSON, from what the viewer may see and the field's arguments. */
export const computedRoot =
  (compute: (near: RowRef, scope: AccessScope, args: Arguments) => Sql): RootPlan =>
  (compiler, selected) => {
    const { values } = compiler.arguments(selected, JSON.stringify);
    const value = compute(compiler.statement.madeRow(), compiler.scope, values);
    return jsonValue(compiler, selected, selected.definition.type, value);
  };

/** The SQL of an id's noun, in a statement that may read further tables for it. */
export type EntityOf = (id: Sql, statement: Statement) => Sql;

/** A root field that finds a row of any noun by its id, or a list of such: `ids` checks its arguments. */
export const anyOfIds =
  (ids: (args: Arguments) => readonly string[], entityOf: EntityOf, many: boolean): RootPlan =>
  (compiler, selected) => {
    const given = compiler.arguments(selected, formOf);
    const { statement } = compiler;
    const text = statement.madeRow();
    const named = statement.madeRow();
    const name = { entity: named.column("entity"), id: named.column("id") };
    const found = anyNode(compiler, selected, name);
    const order = sql` order by ${named.column("at")}`;
    const value = many ? Json.list(found, sql``, order).text() : found.text();
    const id = text.column("id");
    return Json.of(
      sql`(select ${value} from (select ${id}, ${text.column("at")}, ${entityOf(id, statement)} as entity
        from unnest(${given.later(ids)}::text[]) with ordinality as ${text.name}(id, at) offset 0) as ${named.name})`,
      !many,
    );
  };

/** The row of a noun that one of its identifiers names. */
const one =
  (noun: NounDefinition): RootPlan =>
  (compiler, selected) => {
    const given = compiler.arguments(selected, formOf);
    const identifier = identifyingArgument(given.values, selected.definition);
    const isKey = identifier === "key";
    const column = isKey ? columnOf(noun, "key").column : noun.idColumn;
    const type = sql.raw(isKey ? "text" : idType(noun));
    const value = given.later((values) => identifierOf(values, identifier));
    const named = (row: RowRef) => sql`${row.column(column)} = ${value}::${type}`;
    return oneRow(compiler, noun, named, objectOf(selected), selected.nodes);
  };

const identifierOf = (values: Arguments, name: string): string =>
  name === "id" ? parseId(String(values.id), "id") : String(values[name]);

function nounPlans(): Map<string, RootPlan> {
  const plans = new Map<string, RootPlan>();
  for (const noun of allNouns()) {
    const { one: single, many } = noun.queries;
    if (single) plans.set(single, one(noun));
    if (many) plans.set(many, (compiler, selected) => page(compiler, noun, selected));
  }
  return plans;
}

/** Writes the root fields of a query. */
export function rootWriter(compiler: Compiler): Writer {
  const ofNouns = nounPlans();
  return (selected) => {
    const { name, extensions } = selected.definition;
    const plan = (extensions.plan as RootPlan | undefined) ?? ofNouns.get(name);
    if (!plan) throw new Unplannable(nameOf(selected));
    return plan(compiler, selected);
  };
}
