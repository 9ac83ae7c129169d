import {
  allOf,
  anyOf,
  type Class,
  FilterCompiler,
  type FindSite,
  nounOf,
  type RowRef,
  type Sql,
  sql,
} from "../../reading/index.js";
import { Region, regionCodeOf } from "../regions/index.js";
import {
  type Asked,
  asked,
  nearnessOf,
  regionNearness,
  regionScore,
  regionWords,
  scoreOf,
} from "./score.js";
import { readSearch, type SearchArguments, type SearchRequest } from "./search-arguments.js";
import type { SearchedNoun, SearchPlace, SearchPlaces } from "./searched-noun.js";

/**
 * The most rows of one type that are ranked, the latest first: of a word that stands in a million reports
 * nobody wants to know the best.
 */
export const mostRanked = 500;

/** A word is frequent if so many of the latest rows have it. */
const sample = { rows: 500, frequent: 15 } as const;

/** A condition on a row of a noun's words: as an index serves it, and as no index does. */
interface Match {
  indexed: (row: RowRef) => Sql;
  plain: (row: RowRef) => Sql;
  score: (row: RowRef) => Sql;
}

const hasWords = (row: RowRef, query: Asked): Sql => sql`${row.column("words")} @@ ${asked(query)}`;
// The function behind the operator: no index serves it.
const readsWords = (row: RowRef, query: Asked): Sql =>
  sql`ts_match_vq(${row.column("words")}, ${asked(query)})`;

const whereNothing = (condition: Sql): Sql =>
  sql`(not exists (select 1 from found) and ${condition})`;

const regionPlaces: SearchPlaces = { region: (code) => ({ within: code }) };

/** Writes the candidates of one search: rows that the viewer may see and that lie where the filter says. */
export class CandidateWriter {
  constructor(
    private readonly site: FindSite,
    private readonly request: SearchRequest,
  ) {}

  /** The rows of a noun that have the words. */
  found(noun: SearchedNoun): Sql {
    return this.ofNoun(noun, {
      indexed: (row) => hasWords(row, "query"),
      plain: (row) => readsWords(row, "query"),
      score: scoreOf,
    });
  }

  /** The rows of a noun with a name near to the words, or with some of them, where nothing has them all. */
  near(noun: SearchedNoun): Sql {
    const isNear = (row: RowRef) =>
      noun.names > 0 ? [sql`${row.column("names")} %>> ${asked("near")}`] : [];
    return this.ofNoun(noun, {
      indexed: (row) => whereNothing(anyOf([...isNear(row), hasWords(row, "some")])),
      plain: (row) => whereNothing(readsWords(row, "some")),
      score: (row) => nearnessOf(row.column("names"), row.column("words")),
    });
  }

  /** The regions that have the words in their names, or are of the code. */
  foundRegions(): Sql {
    const region = this.region();
    const isOfCode = this.isOfCode(region);
    const isNamed = sql`${regionWords(region)} @@ ${asked("query")}`;
    return this.regions(region, anyOf([isNamed, isOfCode]), regionScore(region, isOfCode));
  }

  nearRegions(): Sql {
    const region = this.region();
    const isNear = sql`${region.column("name")} %>> ${asked("near")}`;
    const hasSome = sql`${regionWords(region)} @@ ${asked("some")}`;
    return this.regions(region, whereNothing(anyOf([isNear, hasSome])), regionNearness(region));
  }

  /**
   * The rows of a noun that match. Few matches are read by the index of words; those of a frequent word from
   * the latest on until there are enough. A sample tells which, and decides nothing else.
   */
  private ofNoun(noun: SearchedNoun, { indexed, plain, score }: Match): Sql {
    const { statement } = this.site;
    for (const other of noun.alsoReads?.() ?? []) statement.row(nounOf(other).table);
    const found = statement.madeRow();
    const at = (row: RowRef) => sql`${row.column("at")}`;
    const rows = noun.isLarge
      ? sql`(${this.rows(noun, (row) => sql`(${this.isFrequent(noun, plain)} and ${plain(row)})`, at)})
        union all (${this.rows(
          noun,
          (row) => sql`(not ${this.isFrequent(noun, plain)} and ${indexed(row)})`,
          (row) => sql`${row.column("at")} + interval '0'`,
        )})`
      : this.rows(noun, indexed, at);
    return sql`select ${sql.lit(nounOf(noun.target()).name)} as entity, ${found.column("id")}::text as id,
      ${score(found)} as score, ${found.column("at")} as at from (${rows}) as ${found.name}`;
  }

  private isFrequent(noun: SearchedNoun, plain: Match["plain"]): Sql {
    const row = this.site.statement.madeRow();
    const latest = sql`select * from ${searchTable(noun)} order by at desc, id limit ${sql.lit(sample.rows)}`;
    return sql`(select count(*) >= ${sql.lit(sample.frequent)} from (${latest}) as ${row.name} where ${plain(row)})`;
  }

  private rows(noun: SearchedNoun, matches: (row: RowRef) => Sql, at: (row: RowRef) => Sql): Sql {
    const { statement } = this.site;
    const { target, places } = noun;
    const row = statement.row(nounOf(target()).table);
    const found = statement.madeRow();
    return sql`select ${found.name}.* from ${searchTable(noun)} as ${found.name}
      join ${row.source} on ${row.column("id")} = ${found.column("id")}
      where ${allOf([matches(found), this.belongs(target(), row, places)])}
      order by ${at(found)} desc, ${found.column("id")} limit ${sql.lit(mostRanked)}`;
  }

  private region(): RowRef {
    return this.site.statement.row(nounOf(Region).table);
  }

  private regions(region: RowRef, matches: Sql, score: Sql): Sql {
    const code = region.column("code");
    return sql`(select ${sql.lit(Region.name)} as entity, ${code}::text as id, ${score} as score, timestamptz 'epoch' as at
      from ${region.source} where ${allOf([matches, this.belongs(Region, region, regionPlaces)])}
      order by length(${code}), ${code} limit ${sql.lit(mostRanked)})`;
  }

  /** The condition that a region is of the code: the ministry's, an older one, or that of BPS. */
  private isOfCode(region: RowRef): Sql {
    if (this.request.words.digits === undefined) return sql`false`;
    const { statement } = this.site;
    // The operator's table of other codes is no noun, so that no change of it is known: never cached.
    statement.now();
    const other = statement.madeRow();
    const digits = this.site.value((args) => readSearch(args as never).words.digits);
    const own = this.site.value((args) =>
      regionCodeOf(readSearch(args as never).words.digits ?? ""),
    );
    return sql`${region.column("code")} = any(array(select ${own}::text union all
      select ${other.column("code")} from region_code as ${other.name}
      where ${other.column("other_code")} = ${digits}::text))`;
  }

  /** The condition that a row is of the search: the viewer may see it, and it lies where the filter says. */
  private belongs(target: Class, row: RowRef, places: SearchPlaces): Sql {
    const noun = nounOf(target);
    const { scope } = this.site;
    const filters = Object.entries(this.request.places).map(([name, value]) => {
      const place = name as SearchPlace;
      const given = () => this.site.value((args) => placeOf(args as never, place));
      const compiler = new FilterCompiler(scope, given);
      return compiler.compile(noun, row, places[place]?.(value) ?? {}, `where.${place}`);
    });
    return allOf([noun.visible(scope, row), ...filters]);
  }
}

const searchTable = ({ target }: SearchedNoun): Sql =>
  sql.table(`${nounOf(target()).table}_search`);

const placeOf = (args: SearchArguments, place: SearchPlace): string | undefined =>
  readSearch(args).places[place];
