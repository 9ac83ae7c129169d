import { Property } from "@mikro-orm/decorators/legacy";
import { Field, ObjectType } from "type-graphql";
import type { Language } from "../../../platform/errors.js";
import {
  ChosenMember,
  DerivedObject,
  defineEnum,
  languageMembers,
  type MemberOf,
  type RowRef,
  type Sql,
  snake,
  sql,
  textInLanguage,
} from "../../../reading/index.js";

/** The languages of the hub's texts. */
export const TextLanguage = defineEnum("TextLanguage", "A language of the hub's texts.", {
  ID: "Indonesian (bahasa Indonesia).",
  EN: "English.",
});
export type TextLanguage = MemberOf<typeof TextLanguage>;

/** The member of a text that is in a language. */
const memberOf = { ID: "indonesian", EN: "english" } as const;

/**
 * A text in both languages. A missing one falls back to the other, and `missing` names it (rule 9). No
 * member is named `id`: normalised caches would take the text for the identity of an object.
 */
@ObjectType({
  description:
    "A text in both languages. A missing language shows the text of the other, and `missing` names it.",
})
export class TranslatedText {
  @Field(() => String, {
    description: "The text in Indonesian; the English text if there is none.",
  })
  indonesian!: string;
  @Field(() => String, {
    description: "The text in English; the Indonesian text if there is none.",
  })
  english!: string;
  @Field(() => [TextLanguage], {
    description: "The languages that show the text of the other language.",
  })
  missing!: TextLanguage[];
  @ChosenMember<{ language: TextLanguage }>(
    () => String,
    {
      description: "The text in one language; the text of the other language if there is none.",
      args: { language: { type: () => TextLanguage, description: "The language of the text." } },
    },
    ({ language }) => memberOf[language],
  )
  text!: never;
}

/** A text as the hub holds it: its stored members, without those that an argument chooses. */
export type HeldText = Omit<TranslatedText, "text">;

/** The stored form of a translated text: at least one language, in the key order of jsonb. */
export interface StoredText {
  indonesian?: string;
  english?: string;
}

/** A stored text as structures of JSON hold it: in the shape of the API, in the key order of jsonb. */
export function heldOf({ english, indonesian }: StoredText): HeldText {
  const missing = [
    ...(indonesian === undefined ? [TextLanguage.ID] : []),
    ...(english === undefined ? [TextLanguage.EN] : []),
  ];
  const text = english ?? indonesian ?? "";
  return { english: text, missing, indonesian: indonesian ?? text };
}

/** The text for keys: in English, or else in Indonesian. */
export const listedText = ({ english, indonesian }: StoredText): string =>
  english ?? indonesian ?? "";

/** The text in a language of the hub's messages; in the other one where that is missing. */
export const textIn = (text: HeldText | StoredText, language: Language): string =>
  text[languageMembers[language]] ?? listedText(text);

/** The SQL of each member of TranslatedText, made from a stored text. */
export const shownText = (stored: Sql): Record<string, Sql> => ({
  indonesian: textInLanguage(stored, "id"),
  english: textInLanguage(stored, "en"),
  missing: sql`case when ${stored}->>'indonesian' is null then '["ID"]'::jsonb
    when ${stored}->>'english' is null then '["EN"]'::jsonb else '[]'::jsonb end`,
});

/** A stored text as official records write it: in Indonesian, or else in English. */
export const officialText = (stored: Sql): Sql => textInLanguage(stored, "id");

/**
 * A text in both languages: a column of jsonb, and a field of the type TranslatedText. `InLanguage` shows it
 * beside that in the language of the request.
 */
export function Translated(description: string): PropertyDecorator {
  return (prototype, key) => {
    const fieldName = snake(String(key));
    Property({ type: "json", columnType: "jsonb", fieldName })(prototype, String(key));
    InBothLanguages(fieldName, description)(prototype, key);
  };
}

/** The text of a column in both languages, under another name than the property that stores it. */
export function InBothLanguages(column: string, description: string): PropertyDecorator {
  const parts = (row: RowRef) => shownText(row.column(column));
  return (prototype, key) =>
    DerivedObject(() => TranslatedText, description, parts)(prototype, String(key));
}
