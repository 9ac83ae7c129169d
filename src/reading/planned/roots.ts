import type { Viewer } from "../../access/index.js";
import { parseId } from "../../platform/ids.js";
import type { ColumnField } from "../fields/index.js";
import { allNouns, fieldOf, idType, type NounDefinition } from "../model/dictionary.js";
import { identifyingArgument } from "../rows/resolvers.js";
import { column, type Sql, sql } from "../sql/fragments.js";
import { anyNode } from "./any-node.js";
import { formOf, type Values } from "./arguments.js";
import { type Asked, type Compiler, nameOf, Unplannable, type Writer } from "./compiler.js";
import { Json } from "./json.js";
import { page } from "./page.js";
import { objectOf, oneRow } from "./rows.js";
import { placeholder } from "./run.js";
import { jsonValue } from "./structures.js";

/** How a root field is planned. */
export type RootPlan = (compiler: Compiler, asked: Asked) => Json;

const others = new Map<string, RootPlan>();

/** Says how a root field is planned that is no noun's own. */
export function planRoot(name: string, plan: RootPlan): void {
  others.set(name, plan);
}

/** A root field whose value code knows without reading, as it knows the viewer. */
export const knownOfViewer =
  (value: (viewer: Viewer) => object): RootPlan =>
  (compiler, asked) => {
    const text = placeholder(({ viewer }) => JSON.stringify(value(viewer)));
    return jsonValue(compiler, asked, asked.definition.type, sql`${text}::jsonb`);
  };

/**
 * A root field that finds anything by its id, or a list of such: `ids` checks and gives the ids of its
 * arguments, `entity` is the SQL of an id's noun.
 */
export const anyOfIds =
  (ids: (args: Values) => readonly string[], entity: (id: Sql) => Sql, many: boolean): RootPlan =>
  (compiler, asked) => {
    const given = compiler.given(asked, formOf);
    const asText = sql.ref(compiler.aliases.next());
    const named = sql.ref(compiler.aliases.next());
    const name = { entity: sql`${named}.entity`, id: sql`${named}.id` };
    const found = anyNode(compiler, asked, name);
    const value = many ? Json.list(found, sql``, sql` order by ${named}.at`).text() : found.text();
    return Json.of(
      sql`(select ${value} from (select ${asText}.id, ${asText}.at, ${entity(sql`${asText}.id`)} as entity
        from unnest(${given.later(ids)}::text[]) with ordinality as ${asText}(id, at) offset 0) as ${named})`,
      !many,
    );
  };

/** The noun's row that an identifier of it names. */
const one =
  (noun: NounDefinition): RootPlan =>
  (compiler, asked) => {
    const given = compiler.given(asked, formOf);
    const way = identifyingArgument(given.values, asked.definition);
    const field = way === "key" ? (fieldOf(noun, "key") as ColumnField).column : noun.idColumn;
    const type = way === "key" ? "text" : idType(noun);
    const value = given.later((values) => identifierOf(values, way));
    const named = (row: string) => sql`${column(row, field)} = ${value}::${sql.raw(type)}`;
    return oneRow(compiler, noun, named, objectOf(asked), asked.nodes);
  };

const identifierOf = (values: Values, way: string): string =>
  way === "id" ? parseId(String(values.id), "id") : String(values[way]);

function nounPlans(): Map<string, RootPlan> {
  const plans = new Map<string, RootPlan>();
  for (const noun of allNouns()) {
    const { one: single, many } = noun.queries;
    if (single) plans.set(single, one(noun));
    if (many) plans.set(many, (compiler, asked) => page(compiler, noun, asked));
  }
  return plans;
}

/** Writes the root fields of a query. */
export function rootWriter(compiler: Compiler): Writer {
  const ofNouns = nounPlans();
  return (asked) => {
    const plan = others.get(asked.definition.name) ?? ofNouns.get(asked.definition.name);
    if (!plan) throw new Unplannable(nameOf(asked));
    return plan(compiler, asked);
  };
}
