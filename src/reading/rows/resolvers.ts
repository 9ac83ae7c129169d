import {
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isObjectType,
} from "graphql";
import { parseId } from "../../platform/ids.js";
import type { GroupArgs } from "../groups/group-arguments.js";
import type { Arguments, ConnectionArgs } from "../model/arguments.js";
import type { Class } from "../model/class.js";
import {
  allNouns,
  type NounDefinition,
  nounNamed,
  nounOf,
  otherClasses,
} from "../model/dictionary.js";
import type { FieldResolver, NounField } from "../model/field.js";
import type { Row } from "../model/row.js";
import type { Compute, Join, RowSite } from "../model/sites.js";
import { identifyingArgument } from "../schema/identifying-argument.js";
import { attachGroups } from "./attach-groups.js";
import type { Reader } from "./reader.js";
import { objectType, type ReadingContext } from "./reading-context.js";
import { type ConnectionSource, resolveConnection } from "./resolve-connection.js";
import { requestedFields } from "./selection.js";

export type { ReadingContext };

type Resolver = GraphQLFieldResolver<Row, ReadingContext>;
type RootField = GraphQLField<unknown, unknown>;

/** One field of a row, as the resolver path serves it. */
class ResolvedField implements RowSite {
  constructor(
    readonly noun: NounDefinition | undefined,
    readonly row: Row,
    readonly context: ReadingContext,
    private readonly info: GraphQLResolveInfo,
  ) {}

  async byId(target: Class, id: string): Promise<Row | null> {
    const reader = await this.context.reader();
    return reader.row(nounOf(target), id, requestedFields(this.info));
  }

  async node(entity: string, id: string): Promise<Row | null> {
    return readNode(await this.context.reader(), entity, id, this.info);
  }

  async list(target: Class, join: Join): Promise<Row[]> {
    const reader = await this.context.reader();
    const { parent, id, path } = this.parent(join);
    const fields = requestedFields(this.info);
    const request = { noun: nounOf(target), parent, whole: true, args: {}, fields, cursors: false };
    return (await reader.page(id, path, request)).nodes;
  }

  async page(target: Class, join: Join, args: ConnectionArgs): Promise<object> {
    const { parent, id } = this.parent(join);
    const request = { noun: nounOf(target), parent, args };
    return resolveConnection(await this.context.reader(), id, request, this.info);
  }

  async among(target: Class, among: Compute, args: ConnectionArgs): Promise<object> {
    const request = { noun: nounOf(target), among, args };
    return resolveConnection(await this.context.reader(), null, request, this.info);
  }

  async formula(field: string, args: Arguments, compute: Compute): Promise<unknown> {
    const reader = await this.context.reader();
    return reader.formula(this.ownNoun, field, String(this.row.$id), { args, compute });
  }

  private get ownNoun(): NounDefinition {
    if (!this.noun)
      throw new Error(`${this.info.parentType.name} is no noun: it has no rows below it`);
    return this.noun;
  }

  private parent(join: Join) {
    const noun = this.ownNoun;
    const { fieldName } = this.info;
    return { parent: { noun, join }, id: String(this.row.$id), path: `${noun.name}.${fieldName}` };
  }
}

const resolvedBy =
  (resolve: FieldResolver, noun: NounDefinition | undefined): Resolver =>
  (row, args, context, info) =>
    resolve(new ResolvedField(noun, row, context, info), args);

/** The row of a noun by its name, with its type's name for the interface; null where absent or hidden. */
export async function readNode(
  reader: Reader,
  entity: string,
  id: string,
  info: GraphQLResolveInfo,
): Promise<Row | null> {
  const noun = nounNamed(entity);
  if (!noun || !info.schema.getType(entity)) return null;
  const row = await reader.row(noun, id, requestedFields(info));
  return row && { ...row, __typename: entity };
}

function attachFields(
  schema: GraphQLSchema,
  name: string,
  fields: Iterable<NounField>,
  noun?: NounDefinition,
): void {
  const shown = objectType(schema, name).getFields();
  for (const field of fields) {
    const resolve = field.resolver();
    const target = shown[field.name];
    if (!resolve || !target) continue;
    target.resolve = resolvedBy(resolve, noun) as GraphQLFieldResolver<unknown, unknown>;
  }
}

/** Finds one row by the identifier that is given. */
const oneResolver =
  (noun: NounDefinition, field: RootField): Resolver =>
  async (_root, args, context, info) => {
    const name = identifyingArgument(args, field);
    const value = String(args[name]);
    const reader = await context.reader();
    const fields = requestedFields(info);
    if (name === "key") return reader.rowByKey(noun, value, fields);
    return reader.row(noun, name === "id" ? parseId(value, "id") : value, fields);
  };

const manyResolver =
  (noun: NounDefinition): Resolver =>
  async (_root, args, context, info) =>
    resolveConnection(await context.reader(), null, { noun, args: args as ConnectionArgs }, info);

/** The total and the groups of a page are read where they are selected; some nouns have no connection. */
function attachTotal(schema: GraphQLSchema, noun: NounDefinition): void {
  const type = schema.getType(`${noun.name}Connection`);
  if (!isObjectType(type)) return;
  const { totalCount, groups } = type.getFields();
  if (totalCount) totalCount.resolve = (page: ConnectionSource) => page.totalCount();
  if (!groups) return;
  groups.resolve = (page: ConnectionSource, args, _, info) => page.groups(args as GroupArgs, info);
  attachGroups(schema, noun);
}

/**
 * Gives the schema's fields their resolvers from the dictionary: edges, lists, connections, root queries
 * and payloads. Plain columns need none, as rows carry them by name.
 */
export function attachResolvers(schema: GraphQLSchema): void {
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
