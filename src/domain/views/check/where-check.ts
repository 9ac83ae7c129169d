import { type GraphQLInputType, getNamedType, isInputObjectType } from "graphql";
import { cut } from "../../../platform/cut.js";
import type { Fault } from "../../../platform/errors.js";
import { fault } from "../../common/index.js";
import { relativeDateNames } from "../document/dates.js";
import type { Parameter, ViewDefinition } from "../document/definition.js";
import { byName, isObject, type Marker } from "../document/markers.js";
import { parameterIn, sampleOf } from "../document/parameters.js";
import { dropped, filledWhere, type MarkedPlace, relativeIn } from "../document/where.js";
import type { ViewSchema } from "../schema-port.js";

/** The most characters of a filter as JSON, and the most levels of its objects and lists. */
export const whereLimits = { characters: 20_000, levels: 16 } as const;

/** A day to try relative dates with. */
const someDay = "2024-01-01";

function levelsOf(value: unknown, most: number): number {
  if (typeof value !== "object" || value === null || most === 0) return 0;
  return 1 + Math.max(0, ...Object.values(value).map((inner) => levelsOf(inner, most - 1)));
}

/** The fault of a filter's size, before anything else looks into it. */
function sizeFault(where: unknown): Fault | undefined {
  const { length } = JSON.stringify(where);
  const { characters, levels } = whereLimits;
  if (length > characters) {
    return fault(
      "where",
      `has ${length} characters as JSON; the limit is ${characters}`,
      `berukuran ${length} karakter sebagai JSON; batasnya ${characters}`,
    );
  }
  if (levelsOf(where, levels + 1) <= levels) return undefined;
  return fault(
    "where",
    `is nested in more than ${levels} levels`,
    `bersarang lebih dari ${levels} tingkat`,
  );
}

/** The mark in a place as a message names it. */
const markText = (marker: Marker): string =>
  marker.kind === "date" ? `$date ${cut(marker.name)}` : `$parameter ${cut(marker.name)}`;

/** Tries the marks of one filter with values that stand for theirs. */
class MarkCheck {
  readonly faults: Fault[] = [];
  /** The marks that were filled, by the paths of their places. */
  readonly filled = new Map<string, Marker>();

  constructor(
    private readonly port: ViewSchema,
    private readonly parameters: ReadonlyMap<string, Parameter>,
  ) {}

  fill(place: MarkedPlace): unknown {
    const { marker } = place;
    const path = ["where", ...place.path].join(".");
    if (marker === "wrong") {
      return this.refuse(
        path,
        'must be {"$parameter": "<name>"}, with "edge" START or END if wanted, or {"$date": "<name>"}',
        'harus berupa {"$parameter": "<nama>"}, boleh dengan "edge" START atau END, atau {"$date": "<nama>"}',
      );
    }
    this.filled.set(path, marker);
    return marker.kind === "date"
      ? this.date(place, marker.name, path)
      : this.parameter(place, marker.name, path);
  }

  private date(place: MarkedPlace, name: string, path: string): unknown {
    const value = relativeIn(place, name, someDay);
    if (value !== undefined) return value;
    return this.refuse(
      path,
      `"${cut(name)}" is no relative date; there are ${relativeDateNames}`,
      `"${cut(name)}" bukan tanggal relatif; yang ada ${relativeDateNames}`,
    );
  }

  private parameter(place: MarkedPlace, name: string, path: string): unknown {
    const parameter = this.parameters.get(name);
    if (!parameter) {
      return this.refuse(
        path,
        `the view has no parameter "${cut(name)}"`,
        `tampilan ini tidak memiliki parameter "${cut(name)}"`,
      );
    }
    // What a value replaces is one value: a whole condition would change its meaning with the parameter.
    const isWhole = place.type && isInputObjectType(getNamedType(place.type));
    const takesDays = /^(?:Date|DateTime)Filter$/.test(
      place.type ? getNamedType(place.type).name : "",
    );
    if (isWhole && !takesDays) {
      return this.refuse(
        path,
        `a parameter is the value of a comparison, as {"eq": {"$parameter": "${name}"}}`,
        `parameter adalah nilai sebuah pembandingan, seperti {"eq": {"$parameter": "${name}"}}`,
      );
    }
    return parameterIn(place, parameter, sampleOf(this.port.schema, parameter), someDay);
  }

  private refuse(path: string, en: string, id: string): unknown {
    this.faults.push(fault(path, en, id));
    return dropped;
  }

  /** A fault of a filled value: it says which mark does not fit. */
  explained({ path, message }: Fault): Fault {
    const marker = this.filled.get(path);
    if (!marker) return { path, message };
    const type = marker.kind === "parameter" ? this.parameters.get(marker.name)?.type : undefined;
    const of = type ? ` (${type})` : "";
    return fault(
      path,
      `${markText(marker)}${of} does not fit here: ${message.en}`,
      `${markText(marker)}${of} tidak cocok di sini: ${message.id}`,
    );
  }
}

/** The faults of a view's filter, at `where.…`. */
export function whereFaults(
  port: ViewSchema,
  { where, parameters }: Pick<ViewDefinition, "where" | "parameters">,
  type: GraphQLInputType,
): Fault[] {
  if (where === null || where === undefined) return [];
  const size = sizeFault(where);
  if (size) return [size];
  if (!isObject(where)) return [fault("where", "must be an object", "harus berupa objek")];
  const marks = new MarkCheck(port, byName(parameters));
  const filled = filledWhere(where, type, (place) => marks.fill(place));
  const found = filled === undefined ? [] : port.faultsIn(filled, type, "where");
  return [...marks.faults, ...found.map((one) => marks.explained(one))];
}
