import { type GraphQLSchema, lexicographicSortSchema, printSchema } from "graphql";

/** The schema's text as it is committed and served; sorted, so that a difference is one of the contract. */
export const schemaText = (schema: GraphQLSchema): string =>
  `${printSchema(lexicographicSortSchema(schema))}\n`;
