import { z } from "zod";
import { allowedBy } from "./setting-types.js";

// The environment variables of settings.

/** The schema of a setting: it has a default, written as an operator would write it, or is optional. */
type Setting = z.ZodPrefault<z.ZodType> | z.ZodOptional<z.ZodType>;

/** The description of a setting, for the reference and for faults. */
export interface Variable {
  name: string;
  description: string;
  /** The allowed values, in words. */
  allowed: string;
  /** The default as an operator would write it; absent where there is none. */
  initial: string | undefined;
  /** The value appears in no message. */
  isSecret: boolean;
}

/** The environment variable of each setting. */
const variables = z.registry<{ name: string; description: string; isSecret: boolean }>();

/** A setting with its environment variable. */
export function setting<T extends Setting>(
  name: string,
  type: T,
  description: string,
  { isSecret = false } = {},
): T {
  variables.add(type, { name, description, isSecret });
  return type;
}

/** The option of a setting whose value appears in no message. */
export const isSecret = { isSecret: true };

/** The variable of a setting. */
function variableOf(field: z.core.$ZodType): Variable {
  const known = variables.get(field);
  if (!known || !(field instanceof z.ZodPrefault || field instanceof z.ZodOptional)) {
    throw new Error("A setting of the configuration names no variable");
  }
  const allowed = allowedBy(field.unwrap());
  const initial = field instanceof z.ZodPrefault ? String(field.def.defaultValue) : undefined;
  return { ...known, allowed, initial };
}

/** The variables of a schema in their order, by the path of their setting, as `limits.depth`. */
export function variablesOf(schema: z.ZodObject, prefix = ""): Map<string, Variable> {
  const found = new Map<string, Variable>();
  for (const [key, field] of Object.entries(schema.shape)) {
    const inner =
      field instanceof z.ZodObject
        ? variablesOf(field, `${prefix}${key}.`)
        : [[`${prefix}${key}`, variableOf(field)] as const];
    for (const [path, variable] of inner) found.set(path, variable);
  }
  return found;
}

/** The input of a schema: the text of each setting, taken by the name of its variable. */
export const inputOf = (
  schema: z.ZodObject,
  textOf: (name: string) => string | undefined,
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(schema.shape).map(([key, field]) => [
      key,
      field instanceof z.ZodObject ? inputOf(field, textOf) : textOf(variableOf(field).name),
    ]),
  );
