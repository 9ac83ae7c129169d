import type { FilterPart } from "./catalogue.js";

/** A condition as one row of the builder. */
export interface Condition {
  /** The name of the part that is compared, as `plan` or `plan.area.region`. */
  name: string;
  op: string;
  /** The value as it is written into the field. */
  value: string;
}

/** The comparisons of each type, the usual one first. */
export const operatorsOf: Readonly<Record<FilterPart["type"], readonly string[]>> = {
  ENUM: ["eq", "not"],
  TEXT: ["contains", "eq"],
  NUMBER: ["gte", "lte", "eq"],
  MONEY: ["gte", "lte", "eq"],
  DATE: ["gte", "lte", "eq"],
  BOOLEAN: ["eq"],
  PERIOD: ["eq"],
  KEY: ["eq", "not"],
  REGION: ["within"],
};

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The value of a condition as the hub takes it; a date may be a relative one, as `TODAY`. */
function comparedValue({ type }: FilterPart, op: string, value: string): unknown {
  if (type === "BOOLEAN") return value === "true";
  if (type === "NUMBER") return value === "" ? null : Number(value);
  if (type === "DATE" && /^[A-Z]/.test(value)) return { $date: value };
  // A reference is compared by its key; its opposite is a condition of its own.
  if (type === "KEY" && op === "not") return { eq: value };
  return value;
}

/** The filter of all conditions, each at its place; null without any. */
export function whereOf(
  conditions: readonly Condition[],
  parts: readonly FilterPart[],
): Json | null {
  const where: Json = {};
  for (const { name, op, value } of conditions) {
    const part = parts.find((one) => one.name === name);
    if (!part || value === "") continue;
    let at = where;
    for (const step of name.split(".")) {
      if (!isObject(at[step])) at[step] = {};
      at = at[step] as Json;
    }
    at[op] = comparedValue(part, op, value);
  }
  return Object.keys(where).length === 0 ? null : where;
}

/** The value of a stored condition as a field shows it; undefined for what no row can say. */
function shownValue(value: unknown): string | undefined {
  if (["string", "number", "boolean"].includes(typeof value)) return String(value);
  if (!isObject(value)) return undefined;
  const { $date, eq } = value;
  const only = Object.keys(value).length === 1;
  if (only && typeof $date === "string") return $date;
  return only && typeof eq === "string" ? eq : undefined;
}

function conditionsAt(
  name: string,
  stored: unknown,
  parts: readonly FilterPart[],
): Condition[] | undefined {
  if (!isObject(stored)) return undefined;
  const part = parts.find((one) => one.name === name);
  const found: Condition[] = [];
  for (const [op, value] of Object.entries(stored)) {
    const below = conditionsAt(`${name}.${op}`, value, parts);
    const shown = part && operatorsOf[part.type].includes(op) ? shownValue(value) : undefined;
    if (shown !== undefined) found.push({ name, op, value: shown });
    else if (below && below.length > 0) found.push(...below);
    else return undefined;
  }
  return found;
}

/** The rows of a stored filter; undefined where it says more than rows can: parameters, `or`, lists. */
export function conditionsIn(
  where: unknown,
  parts: readonly FilterPart[],
): Condition[] | undefined {
  if (where === null || where === undefined) return [];
  if (!isObject(where)) return undefined;
  const found = Object.entries(where).map(([name, stored]) => conditionsAt(name, stored, parts));
  return found.every((one) => one !== undefined) ? found.flat() : undefined;
}
