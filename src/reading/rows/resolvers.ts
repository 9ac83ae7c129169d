import {
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
  isObjectType,
} from "graphql";
import { badUserInput } from "../../platform/errors.js";
import { parseId } from "../../platform/ids.js";
import type { ConnectionArgs } from "../lists/paging.js";
import {
  allNouns,
  type FieldDefinition,
  type NounDefinition,
  otherClasses,
} from "../model/dictionary.js";
import type { Resolver } from "../model/field.js";
import { resolveConnection } from "./resolve-connection.js";
import { requestedFields } from "./selection.js";

const objectType = (schema: GraphQLSchema, name: string): GraphQLObjectType => {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`${name} is no object type of the schema`);
  return type;
};

function attachFields(
  schema: GraphQLSchema,
  name: string,
  fields: Iterable<FieldDefinition>,
  noun?: NounDefinition,
): void {
  const shown = objectType(schema, name).getFields();
  for (const field of fields) {
    const resolve = field.resolver(noun);
    const target = shown[field.name];
    if (resolve && target) target.resolve = resolve as GraphQLFieldResolver<unknown, unknown>;
  }
}

/** The name of the one identifier that was given; BAD_USER_INPUT where it is not exactly one. */
export function identifyingArgument(
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
    const name = identifyingArgument(args, field);
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
