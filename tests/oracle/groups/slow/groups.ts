import type { SlowDimension } from "./dimensions.js";
import type { SlowMeasure } from "./measures.js";
import type { Seen } from "./seen.js";
import type { Json, Row } from "./values.js";

/** A group as the API gives it: the key's fields, and what is measured. */
export interface Group {
  key: Record<string, Json>;
  measures: Record<string, Json>;
}

/** What is asked of a list: the dimensions and the measures. */
export interface Asked {
  by: readonly SlowDimension[];
  measures: readonly SlowMeasure[];
  /** The dimension whose different values are counted. */
  distinct: SlowDimension;
}

/** Objects of measures as one: `min { a }` and `min { b }` are `min { a b }`. */
function merged(one: Json, other: Json): Json {
  const isObject = (value: Json): value is Record<string, Json> =>
    typeof value === "object" && value !== null && !Array.isArray(value);
  if (!isObject(one) || !isObject(other)) return other;
  const both = { ...one };
  for (const [name, value] of Object.entries(other)) {
    both[name] = name in both ? merged(both[name] ?? null, value) : value;
  }
  return both;
}

/** The values that dimensions have in all rows that have any. */
function keysOf(by: readonly SlowDimension[], rows: readonly Row[], seen: Seen): Map<string, Json> {
  const only = by.map((dimension): [string, Json] => {
    const values = new Map(
      rows.map((row) => {
        const value = dimension.value(row, seen);
        return [JSON.stringify(value), value];
      }),
    );
    values.delete("null");
    return [dimension.name, values.size === 1 ? ([...values.values()][0] ?? null) : null];
  });
  return new Map(only);
}

/** What the rows of a group make. */
export function measured(
  rows: readonly Row[],
  seen: Seen,
  { by, measures, distinct }: Asked,
): Json {
  const different = new Set(rows.map((row) => JSON.stringify(distinct.value(row, seen))));
  different.delete("null");
  const keys = keysOf(by, rows, seen);
  const made = measures.map((measure) => measure.value(rows, seen, keys));
  return made.reduce(merged, { count: rows.length, countDistinct: different.size });
}

/** Groups rows one by one. */
export function slowGroups(rows: readonly Row[], seen: Seen, asked: Asked): Map<string, Json> {
  const groups = Map.groupBy(rows, (row) =>
    JSON.stringify(asked.by.map((dimension) => dimension.value(row, seen))),
  );
  const whole =
    asked.by.length === 0 && groups.size === 0 ? [["[]", [] as Row[]] as const] : groups;
  return new Map([...whole].map(([key, of]) => [key, measured(of, seen, asked)]));
}

/** Tells values that are the same: of fractions fifteen digits are kept at most, so their last ones may differ. */
export function isSame(one: Json | undefined, other: Json | undefined): boolean {
  if (typeof one === "number" && typeof other === "number") {
    return Math.abs(one - other) <= 1e-9 * Math.max(Math.abs(one), Math.abs(other));
  }
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) {
    return one === other;
  }
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => isSame((one as Row)[name], (other as Row)[name]));
}
