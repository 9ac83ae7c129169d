import {
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
} from "graphql";
import { relativeDates } from "./dates.js";
import { isObject, type Marker, markerOf } from "./markers.js";

/** A mark, its place, and the type of the value that belongs there; undefined where no type is known. */
export interface MarkedPlace {
  marker: Marker | "wrong";
  path: readonly (string | number)[];
  type: GraphQLInputType | undefined;
  /** The comparison in which it stands, as `gte`. */
  comparison: string;
}

/** A condition that is left out. */
export const dropped = Symbol("dropped");

/** The value in the place of a mark. */
export type Fill = (place: MarkedPlace) => unknown;

/** The comparisons that take the end of a range of days. */
const ofEnds = new Set(["lte", "lt"]);

/** Fills the marks of a filter. */
class Filler {
  constructor(private readonly fill: Fill) {}

  value(
    value: unknown,
    type: GraphQLInputType | undefined,
    path: readonly (string | number)[],
    comparison: string,
  ): unknown {
    const marker = markerOf(value);
    if (marker) return this.fill({ marker, path, type, comparison });
    if (Array.isArray(value)) return this.list(value, type, path, comparison);
    return isObject(value) ? this.object(value, type, path) : value;
  }

  /** A list without its dropped items; dropped itself where none is left. */
  private list(
    items: readonly unknown[],
    type: GraphQLInputType | undefined,
    path: readonly (string | number)[],
    comparison: string,
  ): unknown {
    const nullable = type && getNullableType(type);
    const inner = isListType(nullable) ? (nullable.ofType as GraphQLInputType) : type;
    const filled = items.map((item, at) => this.value(item, inner, [...path, at], comparison));
    const left = filled.filter((item) => item !== dropped);
    return items.length > 0 && left.length === 0 ? dropped : left;
  }

  /** An object without its dropped members; dropped itself where it had some and none is left. */
  private object(
    members: Record<string, unknown>,
    type: GraphQLInputType | undefined,
    path: readonly (string | number)[],
  ): unknown {
    const named = type && getNamedType(type);
    const fields = isInputObjectType(named) ? named.getFields() : {};
    const left: [string, unknown][] = [];
    for (const [name, member] of Object.entries(members)) {
      const filled = this.value(member, fields[name]?.type, [...path, name], name);
      if (filled !== dropped) left.push([name, filled]);
    }
    const isEmptied = left.length === 0 && Object.keys(members).length > 0;
    return isEmptied ? dropped : Object.fromEntries(left);
  }
}

/** A filter with its marks filled; undefined where nothing of it is left. */
export function filledWhere(where: unknown, type: GraphQLInputType, fill: Fill): unknown {
  if (where === null || where === undefined) return undefined;
  const filled = new Filler(fill).value(where, type, [], "");
  return filled === dropped ? undefined : filled;
}

/** The offset of the hub's zone, in which days begin and end. */
const zone = "+07:00";

/** The instant at which a day begins or ends. */
const instantOf = (day: string, isEnd: boolean): string =>
  isEnd ? `${day}T23:59:59.999${zone}` : `${day}T00:00:00${zone}`;

/** The name of the type of a place; empty where it is not known. */
export const typeNameOf = ({ type }: MarkedPlace): string => (type ? getNamedType(type).name : "");

/** Days in a place: the first or the last of them, as a date or an instant; a whole filter takes both. */
export function daysIn(place: MarkedPlace, start: string, end: string, edge?: string): unknown {
  const isEnd = edge ? edge === "END" : ofEnds.has(place.comparison);
  switch (typeNameOf(place)) {
    case "DateFilter":
      return { gte: start, lte: end };
    case "DateTimeFilter":
      return { gte: instantOf(start, false), lte: instantOf(end, true) };
    case "DateTime":
      return isEnd ? instantOf(end, true) : instantOf(start, false);
    default:
      return isEnd ? end : start;
  }
}

/** A relative date in a place; undefined for an unknown name. */
export function relativeIn(place: MarkedPlace, name: string, today: string): unknown {
  const range = relativeDates(name, today);
  return range && daysIn(place, range.start, range.end);
}
