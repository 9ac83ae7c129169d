import { badField } from "../../platform/errors.js";
import { parseId } from "../../platform/ids.js";
import { nounOf, pagingOf, readRankCursor } from "../../reading/index.js";
import { Region } from "../regions/index.js";
import { readSearchText, type SearchWords } from "./search-text.js";
import { SearchType } from "./search-type.js";
import type { SearchPlace } from "./searched-noun.js";

/** The rows of a page, where a search does not say. */
export const usualPage = 20;

/** The arguments of a search, as the schema has them. */
export interface SearchArguments {
  text: string;
  types?: readonly SearchType[] | null;
  where?: Partial<Record<SearchPlace, string | null>> | null;
  first?: number | null;
  after?: string | null;
}

/** The longest key that is compared. */
const longestKey = 200;

function shortKey(value: string, path: string): string {
  if (value.length <= longestKey) return value;
  throw badField(path, `at most ${longestKey} characters`, `paling banyak ${longestKey} karakter`);
}

/** The checks of each member of a search's filter; each gives the value that is compared. */
const placeChecks: Record<SearchPlace, (value: string, path: string) => string> = {
  region: (value, path) => {
    nounOf(Region).conditions.within?.check(value, path);
    return value;
  },
  programme: shortKey,
  organisation: shortKey,
  plan: (value, path) => parseId(value, path),
};

/** The arguments of a search, checked. */
export interface SearchRequest {
  words: SearchWords;
  /** The types to search, once each. */
  types: readonly SearchType[];
  places: Partial<Record<SearchPlace, string>>;
  limit: number;
  after: readonly (string | null)[] | undefined;
}

/** Checks the arguments of a search; BAD_USER_INPUT with the path of a bad one. */
export function readSearch({ text, types, where, first, after }: SearchArguments): SearchRequest {
  const words = readSearchText(text);
  const places = Object.entries(where ?? {}).flatMap(([name, value]) => {
    const check = placeChecks[name as SearchPlace];
    return typeof value === "string" ? [[name, check(value, `where.${name}`)]] : [];
  });
  const { limit } = pagingOf({ first: first ?? usualPage });
  return {
    words,
    types: Object.values(SearchType).filter((type) => !types || types.includes(type)),
    places: Object.fromEntries(places),
    limit,
    after: typeof after === "string" ? readRankCursor(after, "after") : undefined,
  };
}
