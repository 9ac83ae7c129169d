import type { RecordedTables } from "../../ledger/index.js";
import type { Language } from "../../platform/errors.js";
import { allNouns, columnsOf, noteField } from "../model/dictionary.js";
import { kinds } from "../model/kinds.js";
import { type Sql, snake, sql } from "../sql/fragments.js";
import type { RowRef } from "../sql/statement.js";
import { costsBy } from "./column.js";
import { classOf, type PropertyDecorator, shownAs } from "./property.js";
import { StoredField } from "./stored-field.js";

/** The languages of texts, each with the other one, whose text is shown where its own is missing. */
const otherLanguage: Record<Language, Language> = { id: "en", en: "id" };

/** The languages in which texts are stored. */
export const languages = Object.keys(otherLanguage) as Language[];

/** The member of a stored text, as `{"indonesian": …, "english": …}`, that is in a language. */
export const languageMembers = { id: "indonesian", en: "english" } as const satisfies Record<
  Language,
  string
>;

/** A stored text in a language; in the other one where that is missing. */
export function textInLanguage(stored: Sql, language: Language): Sql {
  const member = (one: Language) => sql`${stored}->>${sql.lit(languageMembers[one])}`;
  return sql`coalesce(${member(language)}, ${member(otherLanguage[language])})`;
}

/** The same as an expression on the table's own column, for its indexes. */
const indexExpression = (column: string) => (language: Language) => {
  const member = (one: Language) => `${column}->>'${languageMembers[one]}'`;
  return `coalesce(${member(language)}, ${member(otherLanguage[language])})`;
};

interface InLanguageOptions {
  /** The property that stores the text in both languages. */
  of: string;
  description: string;
  /** Offered in `orderBy`. */
  order?: boolean;
  /** Offered in `where`; true by default. */
  filter?: boolean;
  /** False declines the index of the filter, and the class says why. */
  index?: boolean;
  /** The most characters of the text, where they are many: it costs by them in a document. */
  length?: number;
}

/**
 * The text of another property, which stores it in both languages, in the viewer's: shown, filtered and
 * ordered in that language, and in the other one where it is missing.
 */
export function InLanguage({ of, ...options }: InLanguageOptions): PropertyDecorator {
  const { description, order = false, filter = true, index, length } = options;
  const column = snake(of);
  const value = (row: RowRef, { language }: { language: Language }) =>
    textInLanguage(row.column(column), language);
  return (prototype, name) => {
    shownAs(() => kinds.text.graphql, { description })(prototype, name);
    costsBy(length)(prototype, name);
    const field = new StoredField(name, {
      ...{ description, column, kind: kinds.text, nullable: false },
      ...{ filterable: filter, orderable: order, declined: index === false },
      ...{ shown: value, orderedBy: { value, columns: [column] } },
      inLanguage: indexExpression(column),
    });
    noteField(classOf(prototype), field);
  };
}

/**
 * The recorded tables with the texts of lines from before they were in two languages (ADR 0064): those lines
 * name them as the graph does, and hold them as they are. They are taken as Indonesian.
 */
export function withFormerTexts(recorded: RecordedTables): RecordedTables {
  const found = new Map(recorded);
  for (const noun of allNouns()) {
    const table = recorded.get(noun.table);
    const texts = columnsOf(noun).filter(({ inLanguage }) => inLanguage);
    if (!table || texts.length === 0) continue;
    const former = texts.map(
      ({ name, column }) => [name, { column, member: languageMembers.id }] as const,
    );
    found.set(noun.table, { ...table, former: Object.fromEntries(former) });
  }
  return found;
}
