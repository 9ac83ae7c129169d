import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "../store.js";

/** The version of this hub. */
export function hubVersion(): string {
  const { version } = JSON.parse(readFileSync(join(projectFolder(), "package.json"), "utf8"));
  return String(version);
}
