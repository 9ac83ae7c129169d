import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "../../../src/app/store.js";

/** The paths of the console's routes, as `/plan/$id`, from the router's source: its pages need a browser. */
export function consoleRoutes(): string[] {
  const source = readFileSync(join(projectFolder(), "src", "console", "app", "router.tsx"), "utf8");
  return [...source.matchAll(/\bpage\(\s*"([^"]+)"/g)].map(([, path = ""]) => path);
}
