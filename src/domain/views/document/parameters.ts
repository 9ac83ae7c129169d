import type { GraphQLSchema } from "graphql";
import { isEnumType } from "graphql";
import { badUserInput, type Fault } from "../../../platform/errors.js";
import { isId } from "../../../platform/ids.js";
import { periodDates } from "../../../platform/period.js";
import { isDate, parseMoney } from "../../../platform/scalars.js";
import { fault } from "../../common/index.js";
import { isRegionCode } from "../../regions/index.js";
import { ViewParameterType as Type, type ViewParameterType } from "../enums.js";
import { relativeDateNames, relativeDates } from "./dates.js";
import type { Parameter } from "./definition.js";
import { isObject } from "./markers.js";
import { daysIn, type MarkedPlace, typeNameOf } from "./where.js";

/** The most characters of a text that is given for a parameter. */
const longestText = 300;

const yearOf = (value: unknown): number | undefined => {
  const year = typeof value === "string" && /^\d{4}$/.test(value) ? Number(value) : value;
  return Number.isInteger(year) && (year as number) >= 1900 && (year as number) <= 2200
    ? (year as number)
    : undefined;
};

const textOf = (value: unknown): string | undefined =>
  typeof value === "string" && /\S/.test(value) && value.length <= longestText ? value : undefined;

const numberOf = (value: unknown): number | undefined => {
  const isText = typeof value === "string" && /^-?\d+(?:\.\d+)?$/.test(value);
  const number = isText ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : undefined;
};

const moneyOf = (value: unknown): string | undefined =>
  Number.isSafeInteger(value) || typeof value === "string" ? parseMoney(String(value)) : undefined;

const booleanOf = (value: unknown): boolean | undefined => {
  if (value === "true" || value === "false") return value === "true";
  return typeof value === "boolean" ? value : undefined;
};

const dateOf = (value: unknown): string | undefined => {
  const name = isObject(value) ? value.$date : value;
  if (typeof name !== "string") return undefined;
  return isDate(name) || relativeDates(name, "2024-01-01") ? name : undefined;
};

interface Reading {
  /** The value of a type; undefined for others. Addresses give numbers and booleans as texts. */
  read(value: unknown): unknown;
  /** A value to check the places of a parameter with. */
  sample: unknown;
  en: string;
  id: string;
}

const text = (sample: string, en: string, id: string): Reading => ({
  read: textOf,
  ...{ sample, en, id },
});

const readings: Readonly<Record<Exclude<ViewParameterType, "ENUM">, Reading>> = {
  REGION: {
    read: (value) => (typeof value === "string" && isRegionCode(value) ? value : undefined),
    sample: "36",
    en: "must be a region code like 36.02",
    id: "harus berupa kode wilayah seperti 36.02",
  },
  AREA: text("a", "must be the key of an area", "harus berupa kunci kawasan"),
  ORGANISATION: text("a", "must be the key of an organisation", "harus berupa kunci lembaga"),
  PROGRAMME: text("a", "must be the key of a programme", "harus berupa kunci program"),
  PLAN: text("a", "must be the key of an action plan", "harus berupa kunci rencana aksi"),
  INDICATOR: text("a", "must be the key of an indicator", "harus berupa kunci indikator"),
  ID: {
    read: (value) => (isId(value) ? value : undefined),
    sample: "00000000-0000-4000-8000-000000000000",
    en: "must be an id (UUID)",
    id: "harus berupa id (UUID)",
  },
  YEAR: {
    read: yearOf,
    sample: 2024,
    en: "must be a year like 2024",
    id: "harus berupa tahun seperti 2024",
  },
  PERIOD: {
    read: (value) => (typeof value === "string" && periodDates(value) ? value : undefined),
    sample: "2024-Q1",
    en: "must be a period like 2024, 2024-S1, 2024-Q3 or 2024-07",
    id: "harus berupa periode seperti 2024, 2024-S1, 2024-Q3, atau 2024-07",
  },
  DATE: {
    read: dateOf,
    sample: "2024-01-01",
    en: `must be a date like 2024-07-03, or one of ${relativeDateNames}`,
    id: `harus berupa tanggal seperti 2024-07-03, atau salah satu dari ${relativeDateNames}`,
  },
  TEXT: text(
    "a",
    `must be a text of at most ${longestText} characters`,
    `harus berupa teks paling banyak ${longestText} karakter`,
  ),
  NUMBER: { read: numberOf, sample: 1, en: "must be a number", id: "harus berupa angka" },
  MONEY: {
    read: moneyOf,
    sample: "1",
    en: "must be whole rupiah, as digits",
    id: "harus berupa rupiah bulat, dalam angka",
  },
  BOOLEAN: {
    read: booleanOf,
    sample: true,
    en: "must be true or false",
    id: "harus true atau false",
  },
};

/** The members of a parameter's enumeration; none where the schema has no such enumeration. */
export function membersOf(schema: GraphQLSchema, { enumeration }: Parameter): string[] {
  const type = enumeration ? schema.getType(enumeration) : undefined;
  return isEnumType(type) ? type.getValues().map(({ name }) => name) : [];
}

function readingOf(schema: GraphQLSchema, parameter: Parameter): Reading {
  if (parameter.type !== Type.ENUM) return readings[parameter.type];
  const members = membersOf(schema, parameter);
  return {
    read: (value) => (typeof value === "string" && members.includes(value) ? value : undefined),
    sample: members[0],
    en: `must be one of ${members.join(", ")}`,
    id: `harus salah satu dari ${members.join(", ")}`,
  };
}

/** A value to check the places of a parameter with. */
export const sampleOf = (schema: GraphQLSchema, parameter: Parameter): unknown =>
  readingOf(schema, parameter).sample;

/** The value of a parameter, or its fault at `path`. */
export function readParameter(
  schema: GraphQLSchema,
  parameter: Parameter,
  value: unknown,
  path: string,
): { value: unknown } | Fault {
  const { read, en, id } = readingOf(schema, parameter);
  const found = read(value);
  return found === undefined ? fault(path, en, id) : { value: found };
}

/** The values of a view's parameters by name; absent ones have none and no default. */
export type ParameterValues = ReadonlyMap<string, unknown>;

const isAbsent = (value: unknown): boolean => value === undefined || value === null;

/**
 * The values of a view's parameters from those that a request gives. Throws BAD_USER_INPUT with all faults:
 * an unknown parameter, one of another type, a required one without a value.
 */
export function parameterValues(
  schema: GraphQLSchema,
  parameters: readonly Parameter[],
  given: unknown,
): ParameterValues {
  const said = givenOf(given);
  const values = new Map<string, unknown>();
  const known = new Set(parameters.map(({ name }) => name));
  const faults = [...said.keys()]
    .filter((name) => !known.has(name))
    .map((name) =>
      fault(`parameters.${name}`, "is no parameter of this view", "bukan parameter tampilan ini"),
    );
  for (const parameter of parameters) {
    const path = `parameters.${parameter.name}`;
    const value = said.get(parameter.name) ?? parameter.default;
    if (isAbsent(value)) {
      if (parameter.required) faults.push(fault(path, "needs a value", "memerlukan nilai"));
      continue;
    }
    const read = readParameter(schema, parameter, value, path);
    if ("value" in read) values.set(parameter.name, read.value);
    else faults.push(read);
  }
  if (faults.length > 0) throw badUserInput(faults);
  return values;
}

/** The values by name; a map, as every object has some names, like `constructor`, by itself. */
function givenOf(given: unknown): ReadonlyMap<string, unknown> {
  if (isAbsent(given)) return new Map();
  if (isObject(given)) return new Map(Object.entries(given));
  throw badUserInput([
    fault(
      "parameters",
      "must be an object of values by name",
      "harus berupa objek nilai menurut nama",
    ),
  ]);
}

/** The value of a parameter in a place: a year and a date follow the place's type. */
export function parameterIn(
  place: MarkedPlace,
  { type }: Pick<Parameter, "type">,
  value: unknown,
  today: string,
): unknown {
  const { marker } = place;
  const edge = marker !== "wrong" && marker.kind === "parameter" ? marker.edge : undefined;
  if (type === Type.DATE) {
    const range = relativeDates(String(value), today);
    return daysIn(place, range?.start ?? String(value), range?.end ?? String(value), edge);
  }
  if (type !== Type.YEAR) return value;
  const typeName = typeNameOf(place);
  if (/^Date/.test(typeName) || edge)
    return daysIn(place, `${value}-01-01`, `${value}-12-31`, edge);
  return /^(?:Int|Float)$/.test(typeName) ? value : String(value);
}
