import { defaultLanguage, type Language } from "../../src/platform/errors.js";
import { languages } from "../../src/reading/fields/in-language.js";
import { offeredIndexes } from "../../src/reading/fields/indexes.js";
import {
  type ColumnField,
  isColumn,
  isReference,
  type NounDefinition,
  nounOf,
  type ReferenceField,
} from "../../src/reading/index.js";
import { encodeCursor } from "../../src/reading/lists/cursor.js";
import { orderName } from "../../src/reading/model/arguments.js";
import { columnsOf, filteredIdentity, identityField } from "../../src/reading/model/dictionary.js";
import { snake } from "../../src/reading/sql/fragments.js";

/** One way to ask a root list for what an index is to serve. */
export interface ListCase {
  what: string;
  noun: NounDefinition;
  document: string;
  /** The column by which an index is to find the rows, where the case asks for some. */
  column?: string;
  /** The language in which it asks. */
  language: Language;
}

/** A value of each kind of column, as a cursor holds it: larger than all that the sample has. */
const samples: Record<string, string> = {
  uuid: "ffffffff-ffff-7fff-bfff-ffffffffffff",
  int: "2000000000",
  bigint: "2000000000",
  boolean: "true",
  "double precision": "2000000000",
  date: "2100-01-01",
  "timestamptz(3)": "2100-01-01 00:00:00.000+00",
};

const sampleOf = ({ kind, enumeration }: ColumnField): string =>
  (enumeration ? Object.values(enumeration.values)[0] : samples[kind.columnType]) ?? "zaman";

const list = (
  noun: NounDefinition,
  what: string,
  args: string,
  language: Language = defaultLanguage,
): ListCase => ({
  what: `${noun.name} ${what}`,
  noun,
  language,
  document: `{ ${noun.queries.many}(${args}) { nodes { __typename } } }`,
});

/** The order in which the noun's list comes unasked, from both ends. */
export const defaultOrderCases = (noun: NounDefinition): ListCase[] => [
  list(noun, "in its default order", "first: 50"),
  list(noun, "in its default order from the end", "last: 50"),
];

/** Every order of the noun's list: both ways, and on from a row. */
export function orderCases(noun: NounDefinition): ListCase[] {
  const ordered = columnsOf(noun).filter(({ orderable }) => orderable);
  return [
    ...defaultOrderCases(noun),
    ...ordered.flatMap((field) =>
      field.inLanguage
        ? languages.flatMap((language) => casesBy(noun, field, language))
        : casesBy(noun, field),
    ),
  ];
}

/** A list by a field: both ways, and on from a row; of a text in two languages, in one of them. */
function casesBy(noun: NounDefinition, field: ColumnField, language?: Language): ListCase[] {
  const identity = identityField(noun);
  const terms = field === identity ? [field] : [field, identity];
  const [own, ...tie] = terms.map(({ name }) => `${name}-`);
  const order = [language ? `${field.name}.${language}-` : own, ...tie].join("");
  const after = encodeCursor({ order, values: terms.map(sampleOf) });
  const name = language ? `${field.name} (${language})` : field.name;
  const by = (direction: string) =>
    `orderBy: [{ field: ${orderName(field.name)}, direction: ${direction} }]`;
  return [
    list(noun, `by ${name}`, by("ASC"), language),
    list(noun, `by ${name} downwards`, by("DESC"), language),
    list(noun, `by ${name} after a row`, `${by("DESC")}, after: "${after}"`, language),
  ];
}

/** A value of a column as a document writes it. */
function literalOf(field: ColumnField): string {
  const sample = sampleOf(field);
  if (field.enumeration) return sample;
  const { filter } = field.kind;
  if (filter === "DateTime") return '"2025-01-01T00:00:00.000Z"';
  return ["Int", "Float", "Position"].includes(filter ?? "") ? sample : JSON.stringify(sample);
}

/** The conditions on a column that its index answers; a range has two ends, or it is half a table. */
function conditionsOn(field: ColumnField, isSearched: boolean): string[] {
  const value = literalOf(field);
  if (isSearched) return [`{ contains: ${value} }`, `{ eq: ${value} }`];
  const hasRange = !field.enumeration && !["Id", "Text"].includes(field.kind.filter ?? "");
  return [
    `{ eq: ${value} }`,
    ...(hasRange ? [`{ gte: ${value}, lte: ${value} }`] : []),
    ...(field.nullable ? ["{ isNull: true }"] : []),
  ];
}

/** Changes and reports say which person made them, but not so that they are found by it. */
const isIndexed = (noun: NounDefinition, { name }: ReferenceField): boolean =>
  !(["Change", "ProgressUpdate"].includes(noun.name) && name === "user");

/** Every condition of the noun's filter that promises an index, as a count of all that meet it. */
export function filterCases(noun: NounDefinition): ListCase[] {
  const count = (
    column: string,
    condition: string,
    language: Language = defaultLanguage,
  ): ListCase => ({
    what: `${noun.name} where ${condition}`,
    noun,
    column,
    language,
    document: `{ ${noun.queries.many}(where: { ${condition} }) { totalCount } }`,
  });
  const offered = offeredIndexes(noun).flatMap(({ kind, fields, language }) => {
    const field = noun.fields.get(fields[0] as string);
    if (!field || !isColumn(field) || !field.filterable) return [];
    return conditionsOn(field, kind === "search").map((condition) =>
      count(field.column, `${field.name}: ${condition}`, language),
    );
  });
  const references = [...noun.fields.values()].filter(isReference);
  const referred = references
    .filter((field) => field.type === "reference" && isIndexed(noun, field))
    .map(({ name, target }) => {
      const identity = filteredIdentity(nounOf(target()));
      return count(`${snake(name)}_id`, `${name}: { eq: ${JSON.stringify(sampleOf(identity))} }`);
    });
  return [...offered, ...referred];
}
