import { type RowRef, type Sql, sql } from "../../reading/index.js";

/** A column of the one row of what is searched for. */
export type Asked =
  /** The words, of which all must be there. */
  | "query"
  /** The words, of which one is enough; null where there is one only. */
  | "some"
  /** The text as a name has it. */
  | "plain"
  /** The same where a name may be near to it; null for a short one. */
  | "near";

export const asked = (name: Asked): Sql => sql`(select ${sql.ref(name)} from asked)`;

/** A score is a number of millionths. Its beginning says in what way a row was found, the rest how well. */
const million = 1_000_000;

/** The least score of each way, and the share of a rank (0 to 1) that is added to it. */
const ways = {
  exact: { least: 4, share: 0.9 },
  begins: { least: 3, share: 0.9 },
  title: { least: 2, share: 0.9 },
  place: { least: 1.5, share: 0.4 },
  text: { least: 1, share: 0.35 },
  near: { least: 0, share: 0.9 },
} as const;

const inWay = (name: keyof typeof ways, rank: Sql): Sql => {
  const { least, share } = ways[name];
  return sql`${sql.lit(least * million)} + ${rank} * ${sql.lit(share * million)}`;
};

const rankOf = (words: Sql, query: Sql): Sql =>
  sql`least(1, ts_rank('{0.1,0.2,0.4,1}', ${words}, ${query}, 1))`;

/**
 * The score of a row that has the words. It depends on the row and the words alone: a row that the viewer may
 * not see moves no other.
 */
export function scoreOf(found: RowRef): Sql {
  const [names, words] = [found.column("names"), found.column("words")];
  const query = asked("query");
  const rank = rankOf(words, query);
  return sql`round(case
      when ${asked("plain")} = any(string_to_array(${names}, E'\\n')) then ${inWay("exact", rank)}
      when strpos(E'\\n' || ${names}, E'\\n' || ${asked("plain")}) > 0 then ${inWay("begins", rank)}
      when ts_filter(${words}, '{a}') @@ ${query} then ${inWay("title", rank)}
      when ts_filter(${words}, '{c}') @@ ${query} then ${inWay("place", rank)}
      else ${inWay("text", rank)} end)::int`;
}

/** How near the names of a row are to the words, or how well it has some of them, from 0 to 1. */
const nearness = (names: Sql, words: Sql): Sql =>
  sql`greatest(strict_word_similarity(${asked("near")}, ${names}),
    ts_rank('{0.1,0.2,0.4,1}', ${words}, ${asked("some")}, 1), 0)`;

/** The score of a row of which a name is near to the words, or that has some of them. */
export const nearnessOf = (names: Sql, words: Sql): Sql =>
  sql`round(${inWay("near", nearness(names, words))})::int`;

/** The name of a region without its kind: Kabupaten Lebak is looked for as Lebak. */
const bareName = (region: RowRef): Sql =>
  sql`regexp_replace(lower(${region.column("name")}), '^(kabupaten|kota|provinsi) (administrasi )?', '')`;

/** The level of a region from 0 (village) to 0.9 (province), as the rank among those of one name. */
const levelRank = (region: RowRef): Sql => sql`(13 - length(${region.column("code")})) / 12.0`;

/**
 * The score of a region that has the words. Of a name that a regency and villages elsewhere bear, the regency
 * comes first, then the rows of the other types that lie there, then the villages.
 */
export function regionScore(region: RowRef, isOfCode: Sql): Sql {
  const name = bareName(region);
  const level = levelRank(region);
  const isWide = sql`length(${region.column("code")}) <= 5`;
  const isExact = sql`${asked("plain")} in (lower(${region.column("name")}), ${name})`;
  return sql`round(case
      when ${isOfCode} then ${inWay("exact", sql`1.0`)}
      when ${isExact} and ${isWide} then ${inWay("exact", sql`${level} / 2`)}
      when ${isExact} then ${sql.lit(1.4 * million)} + ${level} * ${sql.lit(0.1 * million)}
      when ${isWide} and strpos(${name}, ${asked("plain")}) = 1 then ${inWay("begins", level)}
      when ${isWide} then ${inWay("title", level)}
      else ${inWay("text", level)} end)::int`;
}

/** The same of a region: villages with a similar name are many, and seldom meant. */
export function regionNearness(region: RowRef): Sql {
  const near = nearness(region.column("name"), regionWords(region));
  return sql`round(${inWay("near", sql`${near} * (0.6 + ${levelRank(region)} / 2)`)})::int`;
}

/** The words of a region are those of its name. */
export const regionWords = (region: RowRef): Sql =>
  sql`to_tsvector('simple', ${region.column("name")})`;
