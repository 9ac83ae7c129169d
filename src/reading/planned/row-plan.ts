import type { FieldNode, GraphQLSchema } from "graphql";
import { scopeOf } from "../../access/index.js";
import { ListQuery } from "../lists/list-query.js";
import type { ConnectionArgs } from "../model/arguments.js";
import { allNouns, type NounDefinition } from "../model/dictionary.js";
import { type Sql, sql } from "../sql/fragments.js";
import { Json } from "../sql/json.js";
import { valueAt } from "./arguments.js";
import { Compiler, fragmentsByName, nameOf, type SelectedField, Unplannable } from "./compiler.js";
import { bind, type Prepared, type StatementWriter } from "./plan.js";
import { writeField } from "./planned-field.js";
import type { PlanRequest } from "./planner.js";
import { objectOf } from "./rows.js";
import { bindScope, scopeToPlanWith } from "./run.js";

/**
 * The statement of every row of a list, each as the JSON text of what the document selects of it: the rows
 * that its pages have, in their order, without a page's bound. The operation selects one list, and of that
 * `nodes` only. Throws Unplannable as a plan does. It is made for one run: a reader of a whole list does
 * not do so a thousand times a second.
 */
export function prepareRows(
  schema: GraphQLSchema,
  writer: StatementWriter,
  { document, operation, variables, viewer, language }: PlanRequest,
): Prepared {
  const scope = scopeOf(viewer, language);
  const planned = scopeToPlanWith(scope);
  const fragments = fragmentsByName(document);
  const source = { schema, operation, fragments, variables, scope: planned };
  const compiler = new Compiler(source, writeField);
  const { sql: text, parameters } = rowsOf(compiler).compile(writer);
  const { open, executed, sources } = compiler;
  const [first] = executed;
  if (first) throw new Unplannable(first.name);
  const { reads } = compiler.statement;
  const bound = parameters.map((value) => bindScope(value, planned));
  const plan = {
    name: "",
    sql: text,
    parameters: bound,
    open,
    executed,
    bound: undefined,
    reads,
    runs: 0,
    isPast: false,
    rows: undefined,
    isTextOnly: true,
  };
  const given = sources.map((one) => one.values(variables));
  return bind(plan, { viewer, scope, arguments: given });
}

/** The statement of the only list that the operation selects. */
function rowsOf(compiler: Compiler): Sql {
  const found: Sql[] = [];
  compiler.root((selected) => {
    found.push(rowsOfList(compiler, selected));
    return Json.known(null);
  });
  const [only, ...others] = found;
  if (!only || others.length > 0) throw new Error("The rows of exactly one list can be read");
  return only;
}

const listed = ({ definition }: SelectedField): NounDefinition | undefined =>
  allNouns().find(({ queries }) => queries.many === definition.name);

function rowsOfList(compiler: Compiler, selected: SelectedField): Sql {
  const noun = listed(selected);
  if (!noun) throw new Unplannable(nameOf(selected));
  const given = compiler.arguments(selected, () => "");
  // A page's bound and cursors are left out.
  const { where, orderBy } = given.values as ConnectionArgs;
  const list = ListQuery.page(noun, { where, orderBy } as ConnectionArgs, {
    scope: compiler.scope,
    write: (_, path, read) => given.later((values) => read(valueAt(values, path))),
  });
  const row = compiler.statement.row(noun.table);
  const matches = list.matches(row, noun.visible(compiler.scope, row));
  const nodes = nodesBelow(compiler, selected);
  const object = compiler.rowObject(noun, row, objectOf(nodes), nodes.nodes);
  // The JSON is made of the ordered rows: a sort carries no texts, and starts to give rows before all are made.
  return sql`select ${object.text()} as row from (select ${row.name}.* from ${row.source}
    where ${matches} order by ${list.orderBy(row)}) as ${row.name}`;
}

/** The list's `nodes`, with all that is selected of them. */
function nodesBelow(compiler: Compiler, selected: SelectedField): SelectedField {
  const parent = objectOf(selected);
  const definition = parent.getFields().nodes;
  const nodes: FieldNode[] = compiler.below(parent, selected.nodes, "nodes");
  if (!definition || nodes.length === 0) throw new Unplannable(nameOf(selected));
  return { parent, definition, nodes };
}
