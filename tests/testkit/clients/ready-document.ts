import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type DocumentNode, parse, separateOperations } from "graphql";
import { projectFolder } from "../../../src/app/store.js";

const folder = join(projectFolder(), "schema", "operations");

/** The ready document of this name, as a portal copies it from `schema/operations`. */
export function readyDocument(name: string): DocumentNode {
  for (const file of readdirSync(folder)) {
    const found = separateOperations(parse(readFileSync(join(folder, file), "utf8")))[name];
    if (found) return found;
  }
  throw new Error(`schema/operations has no document ${name}`);
}
