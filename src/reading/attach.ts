import {
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isObjectType,
} from "graphql";
import { badUserInput } from "../platform/errors.js";
import { parseId } from "../platform/ids.js";
import type { ConnectionRequest } from "./connection.js";
import {
  allNouns,
  type ChildrenField,
  type FieldDefinition,
  type FormulaField,
  idType,
  type NounDefinition,
  nounNamed,
  nounOf,
  otherClasses,
} from "./dictionary.js";
import type { ConnectionArgs } from "./paging.js";
import type { Reader } from "./reader.js";
import { requested, requestedFields } from "./selection.js";
import type { Row } from "./session.js";

/** What the read resolvers need of a request's context. */
export interface ReadingContext {
  reader(): Promise<Reader>;
}

type Resolver = GraphQLFieldResolver<Row, ReadingContext>;

const objectType = (schema: GraphQLSchema, name: string): GraphQLObjectType => {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`${name} is no object type of the schema`);
  return type;
};

/** What is not asked of a page is not read: total and cursors cost a statement and a column. */
async function resolveConnection(
  reader: Reader,
  parent: string | null,
  request: Omit<ConnectionRequest, "fields" | "cursors">,
  info: GraphQLResolveInfo,
) {
  const asked = requested(info);
  const path = `${info.parentType.name}.${info.fieldName}`;
  const fields = [
    ...new Set([...requested(info, "nodes"), ...requested(info, "edges", "node")]),
  ].sort();
  const ends = requested(info, "pageInfo");
  const wantsCursors =
    requested(info, "edges").has("cursor") || ends.has("startCursor") || ends.has("endCursor");
  const full = { ...request, fields, cursors: wantsCursors };
  const wantsRows = asked.has("nodes") || asked.has("edges") || asked.has("pageInfo");
  const page = wantsRows ? await reader.page(parent, path, full) : undefined;
  const { nodes = [], cursors = [] } = page ?? {};
  return {
    nodes,
    get edges() {
      return nodes.map((node, at) => ({ node, cursor: cursors[at] }));
    },
    pageInfo: {
      hasNextPage: page?.hasNextPage,
      hasPreviousPage: page?.hasPreviousPage,
      startCursor: cursors[0] ?? null,
      endCursor: cursors.at(-1) ?? null,
    },
    totalCount: () => reader.total(parent, path, full),
  };
}

const referenceResolver =
  (target: NounDefinition, name: string): Resolver =>
  async (row, _args, context, info) => {
    const id = row[name];
    if (id === null || id === undefined) return null;
    const reader = await context.reader();
    return reader.byId(target, String(id), requestedFields(info));
  };

const referencesResolver =
  (target: NounDefinition, name: string): Resolver =>
  async (row, _args, context, info) => {
    const reader = await context.reader();
    const fields = requestedFields(info);
    const ids = row[name] as string[];
    const rows = await Promise.all(ids.map((id) => reader.byId(target, id, fields)));
    return rows.filter((found) => found !== null);
  };

/** The row that `[entity, id]` names, with its type's name for the interface; hidden is null. */
export async function readNode(
  reader: Reader,
  entity: string,
  id: string,
  info: GraphQLResolveInfo,
): Promise<Row | null> {
  const noun = nounNamed(entity);
  if (!noun || !info.schema.getType(entity)) return null;
  const row = await reader.byId(noun, id, requestedFields(info));
  return row && { ...row, __typename: entity };
}

const nodeResolver =
  (name: string): Resolver =>
  async (row, _args, context, info) => {
    const [entity, id] = row[name] as [string, string];
    return readNode(await context.reader(), entity, id, info);
  };

function childrenResolver(noun: NounDefinition, field: ChildrenField): Resolver {
  const target = nounOf(field.target());
  const parent = { join: field.join, idType: idType(noun) };
  return async (row, args, context, info) => {
    const reader = await context.reader();
    const id = String(row.$id);
    if (field.type === "connection") {
      return resolveConnection(
        reader,
        id,
        { noun: target, parent, args: args as ConnectionArgs },
        info,
      );
    }
    const fields = requestedFields(info);
    const path = `${noun.name}.${field.name}`;
    return reader.list(id, path, { noun: target, parent, args: {}, fields, cursors: false });
  };
}

const formulaResolver =
  (noun: NounDefinition, field: FormulaField): Resolver =>
  async (row, args, context) =>
    (await context.reader()).formula(noun, field, String(row.$id), args);

function resolverOf(
  noun: NounDefinition | undefined,
  field: FieldDefinition,
): Resolver | undefined {
  switch (field.type) {
    case "reference":
      return referenceResolver(nounOf(field.target()), field.name);
    case "node":
      return nodeResolver(field.name);
    case "references":
      return referencesResolver(nounOf(field.target()), field.name);
    case "computed":
      return (row, args) => field.compute(row, args);
    case "formula":
      return noun && formulaResolver(noun, field);
    case "list":
    case "connection":
      return noun && childrenResolver(noun, field);
    default:
      return undefined;
  }
}

function attachFields(
  schema: GraphQLSchema,
  name: string,
  fields: Iterable<FieldDefinition>,
  noun?: NounDefinition,
): void {
  const shown = objectType(schema, name).getFields();
  for (const field of fields) {
    const resolve = resolverOf(noun, field);
    const target = shown[field.name];
    if (resolve && target) target.resolve = resolve as GraphQLFieldResolver<unknown, unknown>;
  }
}

/** The name of the one identifier that was given; BAD_USER_INPUT where it is not exactly one. */
export function givenWay(
  args: Record<string, unknown>,
  field: GraphQLField<unknown, unknown>,
): string {
  const given = Object.keys(args).filter((name) => (args[name] ?? null) !== null);
  const [way] = given;
  if (given.length === 1 && way !== undefined) return way;
  const names = field.args.map((arg) => arg.name);
  const message = {
    en: `give exactly one of: ${names.join(", ")}`,
    id: `berikan tepat satu dari: ${names.join(", ")}`,
  };
  throw badUserInput([{ path: names[0] ?? "id", message }]);
}

type RootField = GraphQLField<unknown, unknown>;

/** Finds one row by whichever of its identifiers was given. */
const oneResolver =
  (noun: NounDefinition, field: RootField): Resolver =>
  async (_root, args, context, info) => {
    const name = givenWay(args, field);
    const value = String(args[name]);
    const reader = await context.reader();
    const fields = requestedFields(info);
    if (name === "key") return reader.byValue(noun, "key", value, fields);
    return reader.byId(noun, name === "id" ? parseId(value, "id") : value, fields);
  };

const manyResolver =
  (noun: NounDefinition): Resolver =>
  async (_root, args, context, info) =>
    resolveConnection(await context.reader(), null, { noun, args: args as ConnectionArgs }, info);

/** The total of a page is a call that runs when it is asked; lists that nobody queries have no type. */
function attachTotal(schema: GraphQLSchema, noun: NounDefinition): void {
  const type = schema.getType(`${noun.name}Connection`);
  const total = isObjectType(type) ? type.getFields().totalCount : undefined;
  if (total) total.resolve = (page: { totalCount(): Promise<number> }) => page.totalCount();
}

/**
 * Gives the schema's fields the readers that the dictionary describes: edges, lists, connections,
 * root queries and payloads. Plain columns need none, as rows carry them by name.
 */
export function attachReaders(schema: GraphQLSchema): void {
  const query = objectType(schema, "Query").getFields();
  for (const noun of allNouns()) {
    attachFields(schema, noun.name, noun.fields.values(), noun);
    attachTotal(schema, noun);
    const { one, many } = noun.queries;
    const set = (name: string | undefined, resolver: (field: RootField) => Resolver) => {
      const field = name ? query[name] : undefined;
      if (field) field.resolve = resolver(field) as GraphQLFieldResolver<unknown, unknown>;
    };
    set(one, (field) => oneResolver(noun, field));
    set(many, () => manyResolver(noun));
  }
  for (const [target, fields] of otherClasses()) {
    if (schema.getType(target.name)) attachFields(schema, target.name, fields.values());
  }
}
