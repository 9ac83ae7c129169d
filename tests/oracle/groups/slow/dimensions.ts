import { levels, placeAt } from "../../../testkit/plans/places.js";
import type { Seen } from "./seen.js";
import { at, type Json, type PartOfDate, partOf, partsOfDates, type Row } from "./values.js";

/** A dimension as the test knows it: what is asked of a key and of a listed row, and the row's value. */
export interface SlowDimension {
  name: string;
  /** The selection in a group's key. */
  key: string;
  /** The selection in a listed row. */
  row: string;
  value(row: Row, seen: Seen): Json;
}

/** The selection of a path, as `plan { area { id } }`. */
const selectionOf = (path: string): string =>
  path.split(".").reduceRight((inner, step) => (inner ? `${step} { ${inner} }` : step), "");

/** Values of a row or at the end of paths from it: enumerations, booleans, numbers, texts. */
export const values = (paths: Readonly<Record<string, string>>): SlowDimension[] =>
  Object.entries(paths).map(([name, path]) => ({
    name,
    key: name,
    row: selectionOf(path),
    value: (row) => at(row, path),
  }));

/** Rows to which a path leads. */
export const references = (paths: Readonly<Record<string, string>>): SlowDimension[] =>
  Object.entries(paths).map(([name, path]) => ({
    name,
    key: `${name} { id }`,
    row: selectionOf(`${path}.id`),
    value: (row) => idAt(row, path),
  }));

/** What a path leads to, by its id alone. */
export function idAt(row: Row, path: string): Json {
  const id = at(row, `${path}.id`);
  return id === null ? null : { id };
}

/** The parts of dates and instants. */
export const dates = (...names: readonly string[]): SlowDimension[] =>
  names.flatMap((name) =>
    (Object.keys(partsOfDates) as PartOfDate[]).map((part) => ({
      name: `${name}${part}`,
      key: `${name}${part}`,
      row: name,
      value: (row: Row) => partOf(row[name] ?? null, part),
    })),
  );

/** The regions of a row: `codes` gives all in which it lies, or null. */
export const regions = (
  row: string,
  codes: (row: Row, seen: Seen) => readonly string[] | null,
): SlowDimension[] =>
  Object.entries(levels).map(([level, length]) => {
    const name = level.toLowerCase();
    const value = (one: Row, seen: Seen): Json => {
      const code = placeAt(length, codes(one, seen));
      return code === undefined ? null : { id: code };
    };
    return { name, key: `${name} { id }`, row, value };
  });

/** The regions of the area to which a path leads. */
export const regionsOfArea = (path: string): SlowDimension[] =>
  regions(selectionOf(`${path}.id`), (row, seen) => seen.codesOf(at(row, `${path}.id`)));
