import {
  afterRank,
  byRank,
  type Finder,
  type FindSite,
  type FoundPage,
  nounOf,
  type RowRef,
  rankCursor,
  type Sql,
  sql,
  textInLanguage,
} from "../../reading/index.js";
import { Region } from "../regions/index.js";
import { CandidateWriter, mostRanked } from "./candidates.js";
import { asked } from "./score.js";
import { readSearch, type SearchArguments, type SearchRequest } from "./search-arguments.js";
import { someOf } from "./search-text.js";
import { SearchType } from "./search-type.js";
import { column, type SearchedNoun, type SearchedText } from "./searched-noun.js";
import { searchedNouns } from "./searched-nouns.js";

/** The letters from which a text may be a name with typing faults. */
const nearLetters = 4;

const noRows = sql`select null::text as entity, null::text as id, null::int as score, null::timestamptz as at where false`;

const allOfThem = (parts: readonly Sql[]): Sql =>
  parts.length === 0 ? noRows : sql.join(parts, sql` union all `);

/** A searched type: its noun, and the texts that are shown with their matches. */
interface Shown {
  type: SearchType;
  entity: string;
  table: string;
  idColumn: string;
  texts: readonly SearchedText[];
  names: number;
}

const shownOf = ({ type, target, texts, names }: SearchedNoun): Shown => {
  const { name: entity, table, idColumn } = nounOf(target());
  return { type, entity, table, idColumn, texts, names };
};

const shownRegion = (): Shown =>
  shownOf({
    type: SearchType.REGION,
    target: () => Region,
    texts: [column("name")],
    names: 1,
    places: {},
  });

/** Makes the statement of one search: candidates of each type, then the page of the best of them. */
class SearchWriter {
  private readonly writer: CandidateWriter;
  private readonly nouns: readonly SearchedNoun[];
  private readonly hasRegions: boolean;
  private readonly hit: RowRef;

  constructor(
    private readonly site: FindSite,
    private readonly request: SearchRequest,
  ) {
    const { types, places, words } = request;
    const placed = Object.keys(places);
    const isAsked = words.alternatives.length > 0;
    this.writer = new CandidateWriter(site, request);
    this.nouns = searchedNouns.filter(
      ({ type, places: known }) =>
        isAsked && types.includes(type) && placed.every((name) => name in known),
    );
    this.hasRegions =
      isAsked && types.includes(SearchType.REGION) && placed.every((name) => name === "region");
    this.hit = site.statement.madeRow();
  }

  page(): FoundPage {
    const { hit, request } = this;
    const shown = this.shown();
    return {
      tables: this.tables(),
      row: hit,
      rows: this.rows(),
      limit: request.limit,
      hasPrevious: request.after !== undefined,
      node: { entity: hit.column("entity"), id: hit.column("id") },
      nouns: new Set(shown.map(({ entity }) => entity)),
      cursor: rankCursor(hit),
      item: {
        type: this.byEntity(shown, ({ type }) => sql.lit(type)),
        rank: sql`(round(${hit.column("score")} / 100.0) / 10000)::float8`,
        title: this.byEntity(shown, (one) => this.titleOf(one)),
        highlights: this.byEntity(shown, (one) => this.highlightsOf(one)),
      },
      whole: {
        totalCount: sql`(select count(*)::int from hits)`,
        counts: this.counts(shown),
        isNear: sql`(exists (select 1 from hits) and not exists (select 1 from found))`,
        ignoredWords: sql`${this.words(({ ignored }) => JSON.stringify(ignored))}::jsonb`,
      },
    };
  }

  private shown(): Shown[] {
    return [...this.nouns.map(shownOf), ...(this.hasRegions ? [shownRegion()] : [])];
  }

  private words(read: (words: SearchRequest["words"]) => unknown): Sql {
    return this.site.value((args) => read(readSearch(args as never as SearchArguments).words));
  }

  private tables(): Sql {
    const { nouns, writer, hasRegions } = this;
    const found = [
      ...nouns.map((noun) => writer.found(noun)),
      ...(hasRegions ? [writer.foundRegions()] : []),
    ];
    const near = [
      ...nouns.map((noun) => writer.near(noun)),
      ...(hasRegions ? [writer.nearRegions()] : []),
    ];
    const query = this.words(({ alternatives }) => JSON.stringify(alternatives));
    const some = this.words((words) => JSON.stringify(someOf(words)));
    const plain = this.words((words) => words.plain);
    const nearest = this.words((words) => (words.plain.length >= nearLetters ? words.plain : null));
    return sql`asked as materialized (select search_query(${query}::jsonb) as query,
        search_query(${some}::jsonb) as some, ${plain}::text as plain, ${nearest}::text as near),
      found as materialized (${allOfThem(found)}),
      hits as materialized (select * from found union all ${allOfThem(near)})`;
  }

  private rows(): Sql {
    const { request, site } = this;
    const hit = site.statement.madeRow();
    const value = (at: number) =>
      site.value((args) => readSearch(args as never as SearchArguments).after?.[at]);
    const after = request.after ? sql` where ${afterRank(hit, [0, 1, 2].map(value))}` : sql``;
    return sql`select ${hit.name}.* from hits as ${hit.name}${after}
      order by ${byRank(hit)} limit ${sql.lit(request.limit + 1)}`;
  }

  private counts(shown: readonly Shown[]): Sql {
    const one = this.site.statement.madeRow();
    const type = this.byEntity(shown, (of) => sql.lit(of.type), one.column("entity"));
    const count = one.column("count");
    return sql`(select coalesce(jsonb_agg(jsonb_build_object('type', ${type}, 'count', ${count},
        'isComplete', ${count} < ${sql.lit(mostRanked)}) order by ${count} desc, ${type}), '[]')
      from (select entity, count(*)::int as count from hits group by entity) as ${one.name})`;
  }

  /** A value for the noun that a hit is of. */
  private byEntity(
    shown: readonly Shown[],
    value: (one: Shown) => Sql,
    entity = this.hit.column("entity"),
  ): Sql {
    if (shown.length === 0) return sql`null::text`;
    const cases = shown.map((one) => sql`when ${sql.lit(one.entity)} then ${value(one)}`);
    return sql`(case ${entity} ${sql.join(cases, sql` `)} end)`;
  }

  /** The name in the viewer's language; of a noun that has only texts none. */
  private titleOf({ table, idColumn, texts, names }: Shown): Sql {
    const [first] = texts;
    if (!first || names === 0) return sql`null::text`;
    const row = this.site.statement.row(table);
    const title = first.stored
      ? textInLanguage(row.column(first.stored), this.site.scope.language)
      : first.value(row);
    return sql`(select ${title} from ${row.source} where ${this.isHit(row, idColumn)})`;
  }

  private highlightsOf({ table, idColumn, texts, names }: Shown): Sql {
    const row = this.site.statement.row(table);
    const text = this.site.statement.madeRow();
    const parts = texts.map(
      ({ field, language, value }, at) => sql`(${sql.lit(at)}, ${sql.lit(field)},
        ${sql.lit(language ?? null)}::text, search_segments(${value(row)}, ${asked("query")}, ${sql.lit(at < names)}))`,
    );
    const segments = text.column("segments");
    return sql`(select coalesce(jsonb_agg(jsonb_build_object('field', ${text.column("field")},
        'language', ${text.column("language")}, 'segments', ${segments}) order by ${text.column("at")}), '[]')
      from ${row.source} cross join lateral (values ${sql.join(parts)}) as ${text.name}(at, field, language, segments)
      where ${this.isHit(row, idColumn)} and ${segments} is not null)`;
  }

  private isHit(row: RowRef, idColumn: string): Sql {
    const type = sql.raw(idColumn === "id" ? "uuid" : "text");
    return sql`${row.column(idColumn)} = ${this.hit.column("id")}::${type}`;
  }
}

/** Finds the rows of a search. */
export const searchFinder: Finder = {
  find: (site) => new SearchWriter(site, readSearch(site.args as never as SearchArguments)).page(),
  shape: (args) => {
    const { types, places, limit, after, words } = readSearch(args as never as SearchArguments);
    const { alternatives, digits } = words;
    return JSON.stringify([
      ...[types, Object.keys(places), limit],
      ...[after !== undefined, alternatives.length > 0, digits !== undefined],
    ]);
  },
};
