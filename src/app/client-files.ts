import {
  type GraphQLObjectType,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  OperationTypeNode,
} from "graphql";

const objectTypes = (schema: GraphQLSchema): GraphQLObjectType[] =>
  Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !name.startsWith("__"));

/** The object types that are part of another object: they have no id, and are no root. */
function embeddedTypes(schema: GraphQLSchema): string[] {
  const roots = new Set(Object.values(OperationTypeNode).map((name) => schema.getRootType(name)));
  return objectTypes(schema)
    .filter((type) => !roots.has(type) && !("id" in type.getFields()))
    .map(({ name }) => name)
    .sort();
}

/**
 * The `keys` of urql's graphcache, as a module. It knows an object by its `id`, and warns of each type
 * that has none unless `keys` says so.
 */
export function graphcacheKeys(schema: GraphQLSchema): string {
  const members = embeddedTypes(schema).map((name) => `  ${name}: embedded,\n`);
  return `// Generated from the schema by \`npm run generate\`.

const embedded = () => null;

/** The types without an id, for \`cacheExchange({ keys })\` of @urql/exchange-graphcache. */
export const keys = {
${members.join("")}};
`;
}

/** The `possibleTypes` of Apollo Client's cache: the object types of each interface, as JSON. */
export function possibleTypes(schema: GraphQLSchema): string {
  const interfaces = Object.values(schema.getTypeMap()).filter(isInterfaceType);
  const entries = interfaces.map(({ name }) => [
    name,
    objectTypes(schema)
      .filter((type) => type.getInterfaces().some((one) => one.name === name))
      .map((type) => type.name)
      .sort(),
  ]);
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}
