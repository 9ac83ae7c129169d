import { type Class, type RowRef, type Sql, snake, sql, type Where } from "../../reading/index.js";
import type { SearchType } from "./search-type.js";

/** A text of a row that search reads, with the language that it is in where it is known. */
export interface SearchedText {
  /** The field's name in the API. */
  field: string;
  language?: "ID" | "EN";
  /** The column that stores it in both languages. */
  stored?: string;
  value: (row: RowRef) => Sql;
}

/** The members of a search's filter that lead from a noun to its place, each as a filter of the noun. */
export type SearchPlaces = Partial<Record<SearchPlace, (value: unknown) => Where>>;
export type SearchPlace = "region" | "programme" | "plan" | "organisation";

/** A noun that is searched. Its words are made by a trigger (ADR 0063), and a test holds the two together. */
export interface SearchedNoun {
  type: SearchType;
  target: () => Class;
  /** The texts, the names first. */
  texts: readonly SearchedText[];
  /** The number of texts that are names: they weigh most, and typing faults are forgiven in them. */
  names: number;
  places: SearchPlaces;
  /** Other nouns whose rows its words are made of. */
  alsoReads?: () => readonly Class[];
  /** True where a country has very many rows, of which many may have one word. */
  isLarge?: boolean;
}

/** A text in one column. */
export const column = (field: string): SearchedText => ({
  field,
  value: (row) => row.column(snake(field)),
});

/** A text in both languages, each member by itself. */
export function translated(field: string): SearchedText[] {
  const stored = snake(field);
  const member = (language: "ID" | "EN", name: string): SearchedText => ({
    ...{ field, language, stored },
    value: (row) => sql`${row.column(stored)} ->> ${sql.lit(name)}`,
  });
  return [member("ID", "indonesian"), member("EN", "english")];
}

/** Texts within a column of JSON, one a line. */
export const members = (
  field: string,
  paths: readonly string[],
  language?: SearchedText["language"],
): SearchedText => ({
  field,
  ...(language ? { language } : {}),
  value: (row) => {
    const parts = paths.map(
      (path) => sql`search_members(${row.column(snake(field))}, ${sql.lit(path)})`,
    );
    return sql`concat_ws(E'\\n', ${sql.join(parts)})`;
  },
});

/** The place of a row that has those of its plan. */
export const placesOfPlan: SearchPlaces = {
  programme: (programme) => ({ plan: { programme: { eq: programme } } }),
  plan: (plan) => ({ plan: { eq: plan } }),
  region: (code) => ({ plan: { area: { region: { within: code } } } }),
};
