import { type GraphQLObjectType, type GraphQLSchema, isObjectType } from "graphql";
import type { Reader } from "./reader.js";

/** The part of a request's context that read resolvers need. */
export interface ReadingContext {
  reader(): Promise<Reader>;
}

/** The object type of this name, which the schema must have. */
export const objectType = (schema: GraphQLSchema, name: string): GraphQLObjectType => {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`${name} is no object type of the schema`);
  return type;
};
