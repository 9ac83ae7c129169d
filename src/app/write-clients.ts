import "reflect-metadata";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  graphcacheKeys,
  graphcacheKeysTypes,
  memberNames,
  possibleTypes,
  viewParts,
} from "./client-files.js";
import { hubSchema } from "./schema.js";
import { projectFolder } from "./store.js";

// Writes schema/clients/, what the normalised caches of portals' clients need to know of the schema.
const schema = await hubSchema();
const folder = join(projectFolder(), "schema", "clients");
await mkdir(folder, { recursive: true });
await writeFile(join(folder, "graphcache-keys.js"), graphcacheKeys(schema));
await writeFile(join(folder, "graphcache-keys.d.ts"), graphcacheKeysTypes);
await writeFile(join(folder, "possible-types.json"), possibleTypes(schema));
await writeFile(join(folder, "member-names.json"), memberNames(schema));
await writeFile(join(folder, "view-parts.json"), viewParts(schema));
