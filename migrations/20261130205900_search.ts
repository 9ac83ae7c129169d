import { Migration } from "@mikro-orm/migrations";

/**
 * The words that search finds rows by: a table beside each noun's, kept by triggers (ADR 0063). A row's words
 * are made of its texts alone, so that writes which touch no text cost nothing.
 */
export class Migration20261130205900_search extends Migration {
  override name = "Migration20261130205900_search";

  override up(): void {
    for (const helper of helpers) this.addSql(helper);
    for (const noun of nouns) for (const statement of searchOf(noun)) this.addSql(statement);
    this.addSql(rebuild);
    this.addSql("select search_rebuild()");
    for (const noun of nouns) for (const statement of indexesOf(noun)) this.addSql(statement);
    this.addSql(ofArea);
    this.addSql(
      `create index region_words on region using gin (to_tsvector('simple', name)) with (gin_pending_list_limit = 256)`,
    );
  }
}

const helpers = [
  `create function search_text(value text, weight "char") returns tsvector
  language sql immutable parallel safe as $$
    select setweight(to_tsvector('indonesian', coalesce(value, '')) || to_tsvector('english', coalesce(value, '')), weight)
  $$`,
  // A name is also found by its words as they stand: while the last is being typed, it has no stem.
  `create function search_name(value text) returns tsvector
  language sql immutable parallel safe as $$
    select search_text(value, 'A') || setweight(to_tsvector('simple', coalesce(value, '')), 'A')
  $$`,
  `create function search_translated(value jsonb, weight "char") returns tsvector
  language sql immutable parallel safe as $$
    select setweight(to_tsvector('indonesian', coalesce(value ->> 'indonesian', ''))
      || to_tsvector('english', coalesce(value ->> 'english', '')), weight)
  $$`,
  `create function search_title(value jsonb) returns tsvector
  language sql immutable parallel safe as $$
    select search_translated(value, 'A') || setweight(to_tsvector('simple',
      concat_ws(' ', value ->> 'indonesian', value ->> 'english')), 'A')
  $$`,
  `create function search_key(value text) returns tsvector
  language sql immutable parallel safe as $$
    select setweight(to_tsvector('simple', coalesce(value, '')), 'A')
  $$`,
  `create function search_members(value jsonb, path jsonpath) returns text
  language sql immutable parallel safe as $$
    select string_agg(one #>> '{}', E'\\n') from jsonb_path_query(value, path) as one
  $$`,
  // The abbreviation that a name gives: Institut Pertanian Bogor is IPB.
  `create function search_initials(value text) returns text
  language sql immutable parallel safe as $$
    select case when count(*) > 2 then string_agg(left(word, 1), '' order by at) end
    from regexp_split_to_table(value, '[^[:alnum:]]+') with ordinality as words(word, at)
    where word ~ '^[[:upper:]]'
  $$`,
  `create function search_places(codes text[]) returns tsvector language sql stable parallel safe as $$
    select setweight(to_tsvector('simple', coalesce(string_agg(name, ' ' order by code), '')), 'C')
    from region where code in (
      select distinct left(one, part) from unnest(codes) as one, unnest('{2,5,8,13}'::int[]) as part)
  $$`,
  // Terms that must all hold, in alternatives of which one must. A word is looked for by its stem in either
  // language and as it stands, each once.
  `create function search_query(alternatives jsonb) returns tsquery language plpgsql stable parallel safe as $$
  declare
    alternative jsonb; term jsonb; one tsquery; every tsquery; found tsquery;
  begin
    for alternative in select * from jsonb_array_elements(alternatives) loop
      every := null;
      for term in select * from jsonb_array_elements(alternative) loop
        select string_agg(distinct part || case when (term ->> 'isPrefix')::boolean then ':*' else '' end, ' | ')::tsquery
        into one
        from unnest('{indonesian,english,simple}'::regconfig[]) as config,
          lateral (select phraseto_tsquery(config, term ->> 'words')::text) as parts(part)
        where part <> '';
        continue when one is null;
        if (term ->> 'isExcluded')::boolean then one := !!one; end if;
        every := coalesce(every && one, one);
      end loop;
      found := coalesce(found || every, found, every);
    end loop;
    return found;
  end $$`,
  // A text in segments, with those that match told apart: markup would have to be escaped. Null without any.
  `create function search_segments(value text, query tsquery, is_whole boolean) returns jsonb
  language plpgsql stable parallel safe as $$
  declare
    clean text := translate(left(value, 20000), E'\\x02\\x03', '');
    options text := E'StartSel="\\x02", StopSel="\\x03", ' || case when is_whole then 'HighlightAll=true'
      else 'MaxFragments=2, MaxWords=24, MinWords=8, FragmentDelimiter=" … "' end;
    marked text; config regconfig; found jsonb;
  begin
    foreach config in array '{indonesian,english,simple}'::regconfig[] loop
      marked := ts_headline(config, clean, query, options);
      exit when strpos(marked, E'\\x02') > 0;
    end loop;
    if marked is null or strpos(marked, E'\\x02') = 0 then return null; end if;
    select jsonb_agg(jsonb_build_object('text', piece, 'isMatch', is_match) order by at, is_match desc) into found
    from string_to_table(marked, E'\\x02') with ordinality as parts(part, at),
      lateral (values (split_part(part, E'\\x03', 1), at > 1), (case when at > 1 then split_part(part, E'\\x03', 2) end, false))
        as pieces(piece, is_match)
    where piece <> '';
    return found;
  end $$`,
];

/** A noun that is searched. */
interface Noun {
  table: string;
  /** The columns that its words are made of. */
  columns: string[];
  /** SQL of its names, on the row \`r\`; none of a noun that has only texts. */
  names: string[];
  /** SQL of the parts of its words. */
  words: string[];
  /** True where a country has very many: those with a frequent word are read by their time. */
  isLarge?: boolean;
}

const text = (column: string): string => `search_text(r.${column}, 'D')`;

const both = (column: string): string[] =>
  ["indonesian", "english"].map((language) => `r.${column} ->> '${language}'`);

const nouns: readonly Noun[] = [
  {
    table: "organisation",
    columns: ["name", "key", "contact", "note", "region_id"],
    names: ["r.name", "r.key", "search_initials(r.name)"],
    words: [
      "search_name(r.name)",
      "search_key(concat_ws(' ', r.key, search_initials(r.name)))",
      "search_places(array[r.region_id])",
      text("contact"),
      text("note"),
    ],
  },
  {
    table: "area",
    columns: ["name_text", "key", "theme", "region_ids"],
    names: [...both("name_text"), "r.key"],
    words: [
      "search_title(r.name_text)",
      "search_key(r.key)",
      "search_text(r.theme, 'B')",
      "search_places(r.region_ids)",
    ],
  },
  {
    table: "programme",
    columns: ["name", "key", "legal_basis", "policy", "scope", "chain"],
    names: [...both("name"), "r.key"],
    words: [
      "search_title(r.name)",
      "search_key(r.key)",
      "search_text(r.legal_basis, 'B')",
      ...["policy", "scope", "chain"].map(text),
    ],
  },
  {
    table: "action_plan",
    columns: ["title_text", "key", "summary", "area_id"],
    names: [...both("title_text"), "r.key"],
    words: [
      "search_title(r.title_text)",
      "search_key(r.key)",
      "search_places((select region_ids from area where id = r.area_id))",
      text("summary"),
    ],
  },
  {
    table: "action",
    columns: ["title_text", "description"],
    names: both("title_text"),
    words: ["search_title(r.title_text)", text("description")],
    isLarge: true,
  },
  {
    table: "milestone",
    columns: ["title"],
    names: ["r.title"],
    words: ["search_name(r.title)"],
    isLarge: true,
  },
  { table: "contribution", columns: ["note"], names: [], words: [text("note")], isLarge: true },
  {
    table: "progress_update",
    columns: ["note", "obstacle"],
    names: [],
    words: [text("note"), text("obstacle")],
    isLarge: true,
  },
  {
    table: "deliberation",
    columns: ["title_text", "key", "summary", "place", "agenda", "region_id"],
    names: [...both("title_text"), "r.key"],
    words: [
      "search_title(r.title_text)",
      "search_key(r.key)",
      "search_text(r.place, 'B')",
      "search_places(array[r.region_id])",
      text("summary"),
      "search_text(search_members(r.agenda, '$[*].title'), 'D')",
      "search_text(search_members(r.agenda, '$[*].note'), 'D')",
    ],
  },
  {
    table: "outcome",
    columns: ["statement", "reason"],
    names: [],
    words: ["search_translated(r.statement, 'B')", text("reason")],
  },
  {
    table: "instrument",
    columns: ["title_text", "key", "about", "sections"],
    names: [...both("title_text"), "r.key"],
    words: [
      "search_title(r.title_text)",
      "search_key(r.key)",
      text("about"),
      ...["title", "questions[*].text"].flatMap((path) =>
        ["indonesian", "english"].map(
          (language) =>
            `setweight(to_tsvector('${language}', coalesce(search_members(r.sections, '$[*].${path}.${language}'), '')), 'D')`,
        ),
      ),
    ],
  },
  {
    table: "finding",
    columns: ["text", "recommendation"],
    names: [],
    words: [text("text"), text("recommendation")],
  },
  { table: "action_finding", columns: ["note"], names: [], words: [text("note")] },
  {
    table: "indicator",
    columns: ["title_text", "key", "description"],
    names: [...both("title_text"), "r.key"],
    words: ["search_title(r.title_text)", "search_key(r.key)", text("description")],
  },
  {
    table: "enterprise_group",
    columns: ["name", "products", "note", "village_id", "area_id"],
    names: ["r.name"],
    words: [
      "search_name(r.name)",
      "search_text(search_members(r.products, '$[*].name'), 'B')",
      "search_places(array[r.village_id] || (select region_ids from area where id = r.area_id))",
      text("note"),
    ],
  },
  { table: "comment", columns: ["body"], names: [], words: [text("body")], isLarge: true },
];

function searchOf({ table, columns, names, words }: Noun): string[] {
  const search = `${table}_search`;
  const named = names.length > 0 ? `lower(concat_ws(E'\\n', ${names.join(", ")}))` : "''";
  return [
    `create table ${search} (id uuid primary key references ${table} (id) on delete cascade,
      names text not null, words tsvector not null, at timestamptz not null)`,
    `create function ${search}_of(r ${table}) returns ${search} language sql stable as $$
      select r.id, ${named}, ${words.join(" || ")}, r.created_at $$`,
    `create function ${search}_keep() returns trigger language plpgsql as $$
    declare made ${search};
    begin
      made := ${search}_of(new);
      if length(made.words) = 0 then
        delete from ${search} where id = made.id;
      else
        insert into ${search} values (made.*)
          on conflict (id) do update set names = excluded.names, words = excluded.words;
      end if;
      return null;
    end $$`,
    `create trigger ${search}_kept after insert or update of ${columns.join(", ")} on ${table}
      for each row execute function ${search}_keep()`,
  ];
}

function indexesOf({ table, names, isLarge }: Noun): string[] {
  const search = `${table}_search`;
  return [
    `create index ${search}_words on ${search} using gin (words) with (gin_pending_list_limit = 256)`,
    ...(isLarge ? [`create index ${search}_at on ${search} (at desc, id)`] : []),
    ...(names.length > 0
      ? [
          `create index ${search}_names on ${search} using gin (names gin_trgm_ops) with (gin_pending_list_limit = 256)`,
        ]
      : []),
  ];
}

// Makes all words again, as after rows were written with triggers off.
const rebuild = `
create function search_rebuild() returns void language plpgsql as $$
declare noun text;
begin
  foreach noun in array '{${nouns.map(({ table }) => table).join(",")}}'::text[] loop
    execute format('delete from %I', noun || '_search');
    execute format('insert into %I select made.* from %I as r, %I(r) as made where length(made.words) > 0',
      noun || '_search', noun, noun || '_search_of');
  end loop;
end $$`;

// The words of a plan and of a group name the regions of their area.
const ofArea = `
create function area_regions_searched() returns trigger language plpgsql as $$
begin
  insert into action_plan_search select made.* from action_plan r, action_plan_search_of(r) made
    where r.area_id = new.id
    on conflict (id) do update set names = excluded.names, words = excluded.words;
  insert into enterprise_group_search select made.* from enterprise_group r, enterprise_group_search_of(r) made
    where r.area_id = new.id
    on conflict (id) do update set names = excluded.names, words = excluded.words;
  return null;
end $$;
create trigger area_regions_searched after update of region_ids on area
  for each row execute function area_regions_searched()`;
