import { decodedPart } from "../http/address.js";
import type { FileMethods, FileRoutes } from "../port.js";

/** The route that a path matches. */
export interface RouteMatch<C> {
  methods: FileMethods<C>;
  parameters: Record<string, string>;
}

function parametersOf(pattern: string, path: string): Record<string, string> | undefined {
  const [wanted, given] = [pattern.split("/"), path.split("/")];
  if (wanted.length !== given.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [at, part] of wanted.entries()) {
    const text = given[at] ?? "";
    const decoded = part.startsWith(":") ? decodedPart(text) : undefined;
    if (decoded !== undefined) parameters[part.slice(1)] = decoded;
    else if (part !== text) return undefined;
  }
  return parameters;
}

/** The route of a path, where it is that of a file. */
export function matchRoute<C>(routes: FileRoutes<C>, path: string): RouteMatch<C> | undefined {
  for (const [pattern, methods] of Object.entries(routes)) {
    const parameters = parametersOf(pattern, path);
    if (parameters) return { methods, parameters };
  }
  return undefined;
}
