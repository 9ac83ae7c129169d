import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  isObjectType,
} from "graphql";
import { allNouns, selectionOf, type TableColumnPath } from "../../reading/index.js";

/** A list that can be exported: a root field of the schema, and the type of its rows. */
export interface ExportList {
  field: GraphQLField<unknown, unknown>;
  rows: GraphQLObjectType;
}

/** Every list of the schema's root, by its name there. */
export function listsOf(schema: GraphQLSchema): Map<string, ExportList> {
  const fields = schema.getQueryType()?.getFields() ?? {};
  const lists = new Map<string, ExportList>();
  for (const { queries, name } of allNouns()) {
    const field = fields[queries.many ?? ""];
    const rows = schema.getType(name);
    if (field && isObjectType(rows)) lists.set(field.name, { field, rows });
  }
  return lists;
}

/** A name of an address, as `action-plans`, as the schema has it. */
export const schemaName = (name: string): string =>
  name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** A name of the schema as an address and a file have it. */
export const fileName = (name: string): string =>
  name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The arguments of a list that an export takes. */
const taken = ["where", "orderBy"];

/** The document of a list's rows with these columns. */
export function listDocument({ field }: ExportList, columns: readonly TableColumnPath[]): string {
  const args = field.args.filter(({ name }) => taken.includes(name));
  const variables = args.map(({ name, type }) => `$${name}: ${type}`).join(", ");
  const given = args.map(({ name }) => `${name}: $${name}`).join(", ");
  return `query Export(${variables}) { ${field.name}(${given}) { nodes { ${selectionOf(columns)} } } }`;
}
