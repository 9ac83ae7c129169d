import {
  GraphQLError,
  GraphQLScalarType,
  Kind,
  type ValueNode,
  valueFromASTUntyped,
} from "graphql";
import type { Text } from "./errors.js";
import { periodDates } from "./period.js";

/** The error of a scalar, with its text in both languages, of which the transports choose one. */
export class ScalarError extends GraphQLError {
  constructor(readonly text: Text) {
    super(text.en);
  }
}

const refuse = (en: string, id: string): never => {
  throw new ScalarError({ en, id });
};

interface TextScalar {
  name: string;
  description: string;
  /** The standard that has the scalar's form; the description says where the scalar is narrower. */
  specifiedByURL: string;
  /** The canonical form of a text; undefined when it is not valid. */
  parse(text: string): string | undefined;
  en: string;
  id: string;
}

/** A scalar that is a text everywhere, from the client to the database, so that nothing is rounded. */
function textScalar({ parse, en, id, ...config }: TextScalar): GraphQLScalarType<string, string> {
  const parseValue = (value: unknown): string =>
    (typeof value === "string" ? parse(value) : undefined) ?? refuse(en, id);
  const parseLiteral = (node: ValueNode) =>
    parseValue(node.kind === Kind.STRING ? node.value : undefined);
  const serialize = (value: unknown): string =>
    value instanceof Date ? value.toISOString() : String(value);
  return new GraphQLScalarType<string, string>({ ...config, parseValue, parseLiteral, serialize });
}

const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();

function parseDate(text: string): string | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const real = year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
  return real ? text : undefined;
}

/** True if the text is a calendar date that exists. */
export const isDate = (text: string): boolean => parseDate(text) !== undefined;

/** True if the text is a year, a month or a calendar date that exists. */
export const isPartialDate = (text: string): boolean => parsePartialDate(text) !== undefined;

function parsePartialDate(text: string): string | undefined {
  if (/^\d{4}$/.test(text)) return text === "0000" ? undefined : text;
  if (/^\d{4}-\d{2}$/.test(text)) return parseDate(`${text}-01`) && text;
  return parseDate(text);
}

const instantPattern =
  /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

function parseInstant(text: string): string | undefined {
  if (!instantPattern.test(text) || !parseDate(text.slice(0, 10))) return undefined;
  const utc = new Date(text).toISOString();
  // An offset can move the first or the last day out of the years 0001 to 9999.
  return /^\d{4}-/.test(utc) && parseDate(utc.slice(0, 10)) ? utc : undefined;
}

/** Rupiah up to 10^18 - 1, so that sums fit into a bigint. */
const moneyPattern = /^(?:0|[1-9]\d{0,17})$/;

/** Whole rupiah in canonical form; undefined when the text is not valid. */
export const parseMoney = (text: string): string | undefined =>
  moneyPattern.test(text) ? text : undefined;

/** RFC 3339, whose full-date and date-time are the profile of ISO 8601 that the internet uses. */
const dateSpecification = "https://www.rfc-editor.org/rfc/rfc3339#section-5.6";

/** A calendar date without a time: `2023-07-03` (ISO 8601). */
export const DateScalar = textScalar({
  name: "Date",
  description: "A calendar date without a time or zone, as `2023-07-03` (ISO 8601). Tanggal.",
  specifiedByURL: dateSpecification,
  parse: parseDate,
  en: "must be a calendar date as 2023-07-03",
  id: "harus berupa tanggal seperti 2023-07-03",
});

/** A date of which only the year or the month may be known: `2022`, `2022-07`, `2022-07-04`. */
export const PartialDateScalar = textScalar({
  name: "PartialDate",
  description:
    "A date as exactly as its source gives it: `2022`, `2022-07` or `2022-07-04` (ISO 8601, reduced precision).",
  specifiedByURL: "https://www.w3.org/TR/NOTE-datetime",
  parse: parsePartialDate,
  en: "must be a year, a month or a date as 2022, 2022-07 or 2022-07-04",
  id: "harus berupa tahun, bulan, atau tanggal seperti 2022, 2022-07, atau 2022-07-04",
});

/** A year, half-year, quarter or month, for which something is measured. */
export const PeriodScalar = textScalar({
  name: "Period",
  description:
    "The period that a figure is of: a year `2023`, a half-year `2023-S1`, a quarter `2023-Q2` or a month `2023-06`. Periode: tahun, semester, triwulan, bulan.",
  specifiedByURL:
    "https://github.com/sdmx-twg/sdmx-ml/blob/6bef7017a49cf9b6aa003096d384ae22fdf459d3/schemas/SDMXCommon.xsd",
  parse: (text) => (periodDates(text) ? text : undefined),
  en: "must be a year, half-year, quarter or month as 2023, 2023-S1, 2023-Q2 or 2023-06",
  id: "harus berupa tahun, semester, triwulan, atau bulan seperti 2023, 2023-S1, 2023-Q2, atau 2023-06",
});

const weekPattern = /^(\d{4})-W(0[1-9]|[1-4]\d|5[0-3])$/;

/** An ISO week; the week 53 of a year that has none is no week. */
function parseWeek(text: string): string | undefined {
  const [, year, week] = weekPattern.exec(text) ?? [];
  if (!year || year === "0000") return undefined;
  return week !== "53" || hasWeek53(Number(year)) ? text : undefined;
}

/** A year has 53 weeks if it begins or ends on a Thursday. */
const hasWeek53 = (year: number): boolean => {
  const isThursday = (month: number, day: number) => {
    const date = new Date(0);
    date.setUTCFullYear(year, month, day);
    return date.getUTCDay() === 4;
  };
  return isThursday(0, 1) || isThursday(11, 31);
};

/** A week from Monday to Sunday, as rows are grouped by it. */
export const WeekScalar = textScalar({
  name: "Week",
  description:
    "A week from Monday to Sunday, by its number in the year that has its Thursday, as `2023-W27` (ISO 8601). Minggu.",
  specifiedByURL: "https://html.spec.whatwg.org/multipage/common-microsyntaxes.html#weeks",
  parse: parseWeek,
  en: "must be a week as 2023-W27",
  id: "harus berupa minggu seperti 2023-W27",
});

/** An instant in UTC with milliseconds. */
export const InstantScalar = textScalar({
  name: "DateTime",
  description:
    "An instant, given with any offset and answered in UTC with milliseconds, as `2023-07-03T02:00:00.000Z` (ISO 8601).",
  specifiedByURL: dateSpecification,
  parse: parseInstant,
  en: "must be an instant with an offset as 2023-07-03T09:00:00+07:00",
  id: "harus berupa waktu dengan zona seperti 2023-07-03T09:00:00+07:00",
});

/** Whole rupiah as a decimal string (rule 8 of the domain). */
export const MoneyScalar = textScalar({
  name: "Money",
  description:
    "Whole rupiah as a decimal string, as `150000000`; never negative, never a float. Jumlah uang dalam rupiah.",
  specifiedByURL: "https://www.w3.org/TR/xmlschema11-2/#nonNegativeInteger",
  parse: parseMoney,
  en: "must be whole rupiah as a decimal string, 0 to 999999999999999999",
  id: "harus berupa rupiah bulat dalam teks desimal, 0 sampai 999999999999999999",
});

function parsePosition(value: unknown): number {
  const number = typeof value === "string" && /^\d{1,16}$/.test(value) ? Number(value) : value;
  if (typeof number === "number" && Number.isSafeInteger(number) && number >= 0) return number;
  return refuse(
    "must be a position of the ledger: a whole number, 0 or more",
    "harus berupa posisi buku perubahan: bilangan bulat, 0 atau lebih",
  );
}

/** A place in the ledger: 0 before the first change. Whole numbers up to 2^53 - 1. */
export const PositionScalar = new GraphQLScalarType<number, number>({
  name: "Position",
  description:
    "A place in the ledger of changes: whole, growing by one with each change, 0 before the first. Answered as a number; a decimal string is taken too.",
  specifiedByURL: "https://www.rfc-editor.org/rfc/rfc7493#section-2.2",
  parseValue: parsePosition,
  parseLiteral: (node) => parsePosition("value" in node ? node.value : undefined),
  serialize: (value) => Number(value),
});

/** Any JSON value, as in a change's before and after. */
export const JsonScalar = new GraphQLScalarType<unknown, unknown>({
  name: "JSON",
  description: "Any JSON value.",
  specifiedByURL: "https://www.rfc-editor.org/rfc/rfc8259",
  parseValue: (value) => value,
  parseLiteral: (node, variables) => valueFromASTUntyped(node, variables),
  serialize: (value) => value,
});
