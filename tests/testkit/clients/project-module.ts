import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { projectFolder } from "../../../src/app/store.js";

/** A module of the project that is no part of its build, by its path from the project's folder. */
export const projectModule = <T>(path: string): Promise<T> =>
  import(pathToFileURL(join(projectFolder(), path)).href);
