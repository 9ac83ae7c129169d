import { Migration } from "@mikro-orm/migrations";

/** The English titles and texts of the real cases, which the sample of earlier hubs held in that language only. */
const sampleEnglish = [
  "Area plan Kasepuhan Lebak",
  "Training services matched to need",
  "Community empowerment through entrepreneurship programmes",
  "Partnership network and community institutions",
  "Integrated placement of the workforce",
  "Labour-intensive works: village road",
  "Area plan Kota Jambi",
  "Academic paper and area development strategy",
  "Competence-based training",
  "Entrepreneurship training",
  "Capital incentives and work equipment",
  "Raise productivity",
  "Marketing",
  "Productive community plan Jepara",
  "Workshop on integrated productive community capacity",
  "Develop rural economic potential across adjoining villages",
  "Raise the added value of local products",
  "Cooperatives and small enterprises plan Klaten",
  "Access to finance",
  "Access to markets",
  "Mentoring and training",
  "Identify village business sectors that can scale up",
  "Kemnaker's steps on Inpres 4/2022",
  "Expand job and business opportunities",
  "Vocational training",
  "Wider employment social-security coverage for people in extreme poverty",
  "Strategic plan 2025-2029",
  "Training services are provided according to need",
  "The community is empowered through entrepreneurship programmes",
  "A partnership network and community institutions are built",
  "Placement of the workforce is served in an integrated way",
  "Cibarani and Pasireurih are proposed as programme villages after the IPB survey",
  "Six regional agencies take part in managing the community's enterprises",
  "FGD on the root causes of extreme poverty",
  "Findings feed the strategic plan 2025-2029",
];

/** Words that join other words in English, and in Indonesian: a title of several words mostly has one. */
const joining = {
  english: "the|of|and|for|with",
  indonesian: "dan|di|ke|dari|untuk|yang|dengan|bagi|pada|oleh|dalam",
};

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const hasWord = (column: string, words: string): string => `${column} ~* '\\m(${words})\\M'`;

/**
 * A text as one in two languages, in the language that it is in: English for those of the sample, and for those
 * that have English joining words and no Indonesian ones; Indonesian for all others.
 */
function inItsLanguage(column: string): string {
  const isEnglish = `${column} in (${sampleEnglish.map(quoted).join(", ")})
    or (${hasWord(column, joining.english)} and not ${hasWord(column, joining.indonesian)})`;
  return `jsonb_build_object(case when ${isEnglish} then 'english' else 'indonesian' end, ${column})`;
}

const inLanguages = [
  ["id", "indonesian", "english"],
  ["en", "english", "indonesian"],
] as const;

/**
 * Titles of plans, actions and deliberations, names of areas and texts of outcomes in two languages. What
 * stands keeps its words (ADR 0064). Lines of the ledger keep the names that they were written with.
 */
export class Migration20261130205000_titles extends Migration {
  override name = "Migration20261130205000_titles";

  override up(): void {
    this.translate("area", "name", "name_text");
    this.translate("action_plan", "title", "title_text");
    this.translate("action", "title", "title_text");
    this.translate("deliberation", "title", "title_text");
    this.translate("outcome", "text", "statement");
    this.translate("outcome_version", "text", "statement");
    // They have had both languages; the column repeated one of them.
    this.addSql(`drop index "instrument_title_id_index";`);
    this.addSql(`alter table "instrument" drop column "title";`);
    this.addSql(`drop index "indicator_title_id_index";`);
    this.addSql(`alter table "indicator" drop column "title";`);
    for (const [language, first, second] of inLanguages) {
      const text = (column: string) =>
        `(coalesce(${column}->>'${first}', ${column}->>'${second}'))`;
      for (const [table, column] of [
        ["programme", "name"],
        ["area", "name_text"],
        ["instrument", "title_text"],
        ["indicator", "title_text"],
        ["action_plan", "title_text"],
        ["action", "title_text"],
        ["deliberation", "title_text"],
      ] as const) {
        const index = `${table}_${column}_${language}_order`;
        this.addSql(`create index ${index} on ${table} (${text(column)}, id);`);
      }
      for (const [table, column] of [
        ["action_plan", "title_text"],
        ["deliberation", "title_text"],
        ["outcome", "statement"],
      ] as const) {
        const index = `${table}_${column}_${language}_search`;
        this.addSql(`create index ${index} on ${table} using gin (${text(column)} gin_trgm_ops);`);
      }
    }
  }

  /** Makes a column of text one of texts in two languages. Not by an update: the ledger's guards refuse it. */
  private translate(table: string, column: string, translated: string): void {
    for (const ending of [`${column}_id_index`, `${column}_search`]) {
      this.addSql(`drop index if exists "${table}_${ending}";`);
    }
    this.addSql(
      `alter table "${table}" alter "${column}" type jsonb using ${inItsLanguage(`"${column}"`)};`,
    );
    this.addSql(`alter table "${table}" rename "${column}" to "${translated}";`);
  }
}
