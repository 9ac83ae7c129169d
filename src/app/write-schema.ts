import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { hubSchema } from "./schema.js";
import { schemaText } from "./schema-text.js";
import { projectFolder } from "./store.js";

// Writes schema/schema.graphql, the contract's committed text.
const schema = await hubSchema();
await writeFile(join(projectFolder(), "schema", "schema.graphql"), schemaText(schema));
