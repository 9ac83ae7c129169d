import {
  type DocumentNode,
  type ExecutionArgs,
  execute,
  type FragmentDefinitionNode,
  GraphQLObjectType,
  GraphQLSchema,
  getNamedType,
  isLeafType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  TypeInfo,
  type ValueNode,
  visit,
  visitWithTypeInfo,
} from "graphql";
import { nounNamed } from "../model/dictionary.js";
import type { ExecuteInRequest } from "../model/sites.js";
import { sql } from "../sql/fragments.js";
import { Json } from "../sql/json.js";
import { type Compiler, nameOf, type SelectedField, Unplannable } from "./compiler.js";
import type { ExecutedValue, Run } from "./run.js";

// A value that is made by further reads is left open in the statement's text, as `open-values.ts` does for
// values that code computes, with a mark of its own.

const mark = "\u0002";

/** Leaves a value open that `make` makes within the request from `row`, the JSON of the fields that it needs. */
export function executedValue(
  compiler: Compiler,
  selected: SelectedField,
  row: Json,
  make: ExecuteInRequest,
): Json {
  // Its reads are of what stands now.
  if (compiler.statement.past) throw new Unplannable(nameOf(selected));
  const { args, showsPosition } = selectionOf(compiler, selected);
  const given = compiler.arguments(selected, () => "");
  const value = { make, args, showsPosition, arguments: given.of, name: nameOf(selected) };
  const place = compiler.executed.push(value) - 1;
  const open = sql.lit(`${mark}${place}:`);
  return Json.of(sql`concat(${open}, ${row.text()}, ${sql.lit(mark)})`, false);
}

/** The selection of a value, as a document of its own, and whether a position stands in its answer. */
function selectionOf(compiler: Compiler, selected: SelectedField) {
  const { definition, nodes } = selected;
  const selections = nodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? []);
  const type = getNamedType(definition.type);
  const name = { kind: Kind.NAME, value: "value" } as const;
  const below = isLeafType(type) ? {} : { selectionSet: { kind: Kind.SELECTION_SET, selections } };
  const operation = {
    kind: Kind.OPERATION_DEFINITION,
    operation: "query",
    selectionSet: { kind: Kind.SELECTION_SET, selections: [{ kind: Kind.FIELD, name, ...below }] },
  } as OperationDefinitionNode;
  const fragments = Object.values(compiler.fragments);
  const document = withoutVariables(compiler, [operation, ...fragments]);
  const schema = schemaOf(compiler.schema, selected);
  const showsPosition = checkSelection(schema, document, nameOf(selected));
  return { args: { schema, document }, showsPosition };
}

/** A document with the values in the place of variables: all runs of a plan have the same for `@skip` and `@include`. */
function withoutVariables(
  { variables }: Compiler,
  definitions: readonly (OperationDefinitionNode | FragmentDefinitionNode)[],
): DocumentNode {
  const document = { kind: Kind.DOCUMENT, definitions } as DocumentNode;
  return visit(document, {
    Variable: ({ name }): ValueNode => {
      const value = variables[name.value];
      return typeof value === "boolean" ? { kind: Kind.BOOLEAN, value } : { kind: Kind.NULL };
    },
  });
}

const namesOfRecord = new Set(["id", "__typename"]);

/**
 * Throws Unplannable for a selection that needs more than the value itself has, as further fields of a
 * record. True where it selects a position, which an answer that is sent again later would show outdated.
 */
function checkSelection(schema: GraphQLSchema, document: DocumentNode, name: string): boolean {
  const types = new TypeInfo(schema);
  let showsPosition = false;
  const check = () => {
    const [parent, field] = [types.getParentType(), types.getFieldDef()];
    if (!parent || !field) return;
    const isOfRecord = !isObjectType(parent) || nounNamed(parent.name) !== undefined;
    if (field.args.length > 0 || (isOfRecord && !namesOfRecord.has(field.name))) {
      throw new Unplannable(name);
    }
    showsPosition ||= getNamedType(field.type).name === "Position";
  };
  const [operation, ...fragments] = document.definitions;
  const spread = new Set<string>();
  const open = (node: (typeof document.definitions)[number]): void => {
    const FragmentSpread = ({ name: { value } }: { name: { value: string } }) => {
      const next = fragments.find(
        (one) => one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === value,
      );
      if (!next || spread.has(value)) return;
      spread.add(value);
      open(next);
    };
    visit(node, visitWithTypeInfo(types, { Field: check, FragmentSpread }));
  };
  if (operation) open(operation);
  return showsPosition;
}

const schemas = new WeakMap<SelectedField["definition"], GraphQLSchema>();

/** A schema whose only root field is of this type: graphql-js completes a value by it, as it does in the hub's. */
function schemaOf(schema: GraphQLSchema, { definition }: SelectedField): GraphQLSchema {
  const known = schemas.get(definition);
  if (known) return known;
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => isObjectType(type) && type.getInterfaces().length > 0,
  );
  const query = new GraphQLObjectType({
    name: "ExecutedValue",
    fields: { value: { type: definition.type } },
  });
  const made = new GraphQLSchema({ query, types, assumeValid: true });
  schemas.set(definition, made);
  return made;
}

/** A context in which a record is known by its id: the code that made the value has read it as the viewer. */
const records = {
  reader: async () => ({ row: async (_: unknown, id: string) => ({ $id: id, id }) }),
};

/** The answer with its executed values. */
export async function fillExecuted(
  data: string,
  values: readonly ExecutedValue[],
  run: Run,
  context: unknown,
): Promise<string> {
  const parts = data.split(mark);
  const made: string[] = [];
  for (const [at, part] of parts.entries()) {
    made.push(at % 2 === 0 ? part : await textOf(part, values, run, context));
  }
  return made.join("");
}

async function textOf(
  part: string,
  values: readonly ExecutedValue[],
  run: Run,
  context: unknown,
): Promise<string> {
  const end = part.indexOf(":");
  const value = values[Number(part.slice(0, end))];
  if (!value) throw new Error("A plan left a value open that it does not know");
  const rootValue = {
    value: await value.make(JSON.parse(part.slice(end + 1)), value.arguments(run), context),
  };
  const args: ExecutionArgs = { ...value.args, rootValue, contextValue: records };
  const { data, errors } = await execute(args);
  if (errors) throw errors[0];
  return JSON.stringify(data?.value);
}
