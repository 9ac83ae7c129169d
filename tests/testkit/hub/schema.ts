import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema, type GraphQLSchema } from "graphql";
import { projectFolder } from "../../../src/app/store.js";

/** The committed contract, from which the tests make their documents. */
export const schema: GraphQLSchema = buildSchema(
  readFileSync(join(projectFolder(), "schema", "schema.graphql"), "utf8"),
);
