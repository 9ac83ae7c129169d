import type { Parameter } from "./definition.js";

// The marks of a filter: objects that stand in the place of a value. Their names begin with a dollar, which
// no field of a filter does.

/** The first or the last day of a year. */
type Edge = "START" | "END";

/** A mark in a filter. */
export type Marker =
  | { kind: "parameter"; name: string; edge: Edge | undefined }
  | { kind: "date"; name: string };

const isEdge = (value: unknown): value is Edge => value === "START" || value === "END";

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The mark that a value is; `wrong` for an object with a dollar that is none; undefined for others. */
export function markerOf(value: unknown): Marker | "wrong" | undefined {
  if (!isObject(value)) return undefined;
  const keys = Object.keys(value);
  if (!keys.some((key) => key.startsWith("$"))) return undefined;
  const { $parameter: parameter, $date: date, edge } = value;
  if (typeof date === "string" && keys.length === 1) return { kind: "date", name: date };
  const isParameter =
    typeof parameter === "string" && keys.every((key) => /^(\$parameter|edge)$/.test(key));
  if (!isParameter || !(edge === undefined || isEdge(edge))) return "wrong";
  return { kind: "parameter", name: parameter, edge };
}

/** The names of the parameters that a filter uses. */
export function parametersIn(value: unknown): Set<string> {
  const found = new Set<string>();
  const walk = (inner: unknown): void => {
    const marker = markerOf(inner);
    if (marker && marker !== "wrong" && marker.kind === "parameter") found.add(marker.name);
    else if (typeof inner === "object" && inner !== null) Object.values(inner).forEach(walk);
  };
  walk(value);
  return found;
}

/** The parameters of a definition by name. */
export const byName = (parameters: readonly Parameter[]): ReadonlyMap<string, Parameter> =>
  new Map(parameters.map((parameter) => [parameter.name, parameter]));
