import { type GraphQLSchema, lexicographicSortSchema, printSchema } from "graphql";

/** The texts of schemas that were asked for, as each hub of a process asks for that of the one schema. */
const texts = new WeakMap<GraphQLSchema, string>();

/** The schema's text as it is committed and served; sorted, so that a difference is one of the contract. */
export function schemaText(schema: GraphQLSchema): string {
  const known = texts.get(schema);
  if (known !== undefined) return known;
  const text = `${printSchema(lexicographicSortSchema(schema))}\n`;
  texts.set(schema, text);
  return text;
}
