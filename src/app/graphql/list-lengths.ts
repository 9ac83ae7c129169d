import {
  type GraphQLInputObjectType,
  type GraphQLInputType,
  getNullableType,
  isInputObjectType,
  isListType,
} from "graphql";
import { mostInputs } from "../../domain/common/index.js";
import type { Fault } from "../../platform/errors.js";
import { maxFaults } from "../errors/input-texts.js";

type Path = readonly (string | number)[];

const tooMany = (path: Path, most: number): Fault => ({
  path: path.join("."),
  message: {
    en: `must contain no more than ${most} elements`,
    id: `paling banyak ${most} butir`,
  },
});

/**
 * The lists of a coerced value that have more inputs than any of their kind may have. The fields' own rules
 * refuse them too, but only after an object was made of each item, which holds the event loop.
 */
export function tooLongLists(value: unknown, type: GraphQLInputType, path: Path): Fault[] {
  const nullable = getNullableType(type);
  if (isListType(nullable) && Array.isArray(value)) return ofList(value, nullable.ofType, path);
  const isObject = typeof value === "object" && value !== null;
  return isObject && isInputObjectType(nullable) ? ofObject(value, nullable, path) : [];
}

function ofList(items: readonly unknown[], type: GraphQLInputType, path: Path): Fault[] {
  const of = getNullableType(type);
  if (!isInputObjectType(of)) return [];
  const most = mostInputs(of.name);
  if (most !== undefined && items.length > most) return [tooMany(path, most)];
  return items.flatMap((item, at) => tooLongLists(item, of, [...path, at])).slice(0, maxFaults);
}

function ofObject(value: object, type: GraphQLInputObjectType, path: Path): Fault[] {
  const fields = type.getFields();
  return Object.entries(value).flatMap(([name, inner]) => {
    const field = fields[name];
    return field ? tooLongLists(inner, field.type, [...path, name]) : [];
  });
}
