import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { withConfigReference } from "../platform/config-reference.js";
import { projectFolder } from "./store.js";

// Writes the table of environment variables into the operators' guide.
const guide = join(projectFolder(), "docs", "operators.md");
await writeFile(guide, withConfigReference(await readFile(guide, "utf8")));
